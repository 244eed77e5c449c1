"""From the tap that records an interaction to its durable commit and its line in the timeline."""

import sqlite3
import time
from pathlib import Path

from clienteling.tablet.app import App
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.shop import Stocked, stocked_tablet

TAPS = 200
WARM_UP = 10


def measure() -> Figure:
    with stocked_tablet(codes=TAPS + WARM_UP) as tablet:
        with signed_in(tablet.folder) as app:
            values = [_record(app, her) for her, _ in tablet.codes][WARM_UP:]
        limits = _bare_commits(tablet)
    return Figure(
        name="record_saved",
        value=percentile(values, 95),
        unit="ms",
        limit=percentile(limits, 95),
        n=TAPS,
        note="p95; limit: one bare SQLite transaction with full sync",
    )


def _record(app: App, her: str) -> float:
    """Milliseconds from the tap on an interaction's button to its line, confirmed as saved here."""
    app.navigation.open_customer(her)
    page = app.root.shop.card
    thread = page.card.thread
    wait_until(lambda: page.card.customer_id == her and not page.card.loading)
    rest()
    listed: list[float] = []

    def on_rows(*_: object) -> None:
        listed.append(time.perf_counter())

    thread.rowsInserted.connect(on_rows)
    start = time.perf_counter()
    page.record.record("advice")
    wait_until(lambda: bool(listed))
    thread.rowsInserted.disconnect(on_rows)
    return (listed[0] - start) * 1000


def _bare_commits(tablet: Stocked) -> list[float]:
    """A row of the size of an interaction, on the same disk."""
    connection = sqlite3.connect(Path(tablet.folder) / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE bare (id TEXT PRIMARY KEY, body TEXT)")
    took = []
    for number in range(TAPS):
        start = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bare VALUES (?, ?)", (f"{number:036}", "x" * 400))
        connection.execute("COMMIT")
        took.append((time.perf_counter() - start) * 1000)
    connection.close()
    return took
