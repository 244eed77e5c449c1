"""From a camera frame that holds a code to the customer's card, painted with its data."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtMultimedia import QVideoFrame

from clienteling.customers.tables import customer
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.frames import read_frame
from tests.bench.figure import Figure, percentile
from tests.bench.hands import rest, signed_in, wait_until
from tests.bench.million import big_tablet
from tests.bench.shop import stocked_tablet
from tests.tablet.scan.drawn import frame, qr, scene

SCANS = 200
WARM_UP = 10
FRAME_MS = 1000 / 60
Scan = tuple[float, float]
"""Milliseconds on the clock, and those that this process worked: others do not lengthen them."""


def measure() -> list[Figure]:
    """Among 2,000 customers and among a million, by turns, so that both have the same machine."""
    small: list[Scan] = []
    large: list[Scan] = []
    with stocked_tablet(codes=SCANS // 2 + WARM_UP) as tablet, big_tablet() as big:
        few, many = dict(_frames(tablet.codes)), dict(_frames(big.tablet.codes[1 : SCANS // 2 + WARM_UP + 1]))
        for _ in range(2):
            small += _scans(tablet.folder, few)
            large += _scans(big.tablet.folder, many)
        with signed_in(tablet.folder) as app:
            limits = [_limit(app, her, shot) for her, shot in few.items()][WARM_UP:]
    note = f"p95 among {big.customers:,} customers; limit: among 2,000"
    few_ms, few_work = zip(*small, strict=True)
    many_ms, many_work = zip(*large, strict=True)
    return [
        Figure(
            name="scan_to_card",
            value=percentile(few_ms, 95),
            unit="ms",
            limit=percentile(limits, 95),
            n=len(few_ms),
            note="p95; limit: decode of the frame + one indexed lookup + one frame at 60 Hz",
        ),
        _by_size("scan_to_card_million", many_ms, few_ms, note),
        _by_size("scan_to_card_million_work", many_work, few_work, f"{note}; processor time"),
    ]


def _by_size(name: str, many: Sequence[float], few: Sequence[float], note: str) -> Figure:
    return Figure(name, percentile(many, 95), "ms", percentile(few, 95), len(many), note)


def _scans(folder: Path, frames: Mapping[str, QVideoFrame]) -> list[Scan]:
    with signed_in(folder) as app:
        return [_scan(app, her, shot) for her, shot in frames.items()][WARM_UP:]


def _frames(codes: Iterable[tuple[str, str]]) -> Iterator[tuple[str, QVideoFrame]]:
    """1280 by 720 in NV12, as cameras deliver."""
    for her, code in codes:
        yield her, frame(scene(qr(code)), "Format_NV12")


def _scan(app: App, her: str, shot: QVideoFrame) -> Scan:
    """The card counts as painted with the first frame swapped after her data is shown."""
    app.navigation.go(Navigation.Place.Scan.value)
    camera = app.scanner.camera
    wait_until(lambda: camera.sink is not None)
    rest()
    painted: list[Scan] = []
    card = app.root.shop.card.card

    def on_frame() -> None:
        if not painted and app.navigation.customer_id == her and not card.loading:
            painted.append((time.perf_counter(), time.process_time()))

    app.window.quick.frameSwapped.connect(on_frame)
    start, worked = time.perf_counter(), time.process_time()
    camera.sink.setVideoFrame(shot)
    wait_until(lambda: bool(painted))
    app.window.quick.frameSwapped.disconnect(on_frame)
    return (painted[0][0] - start) * 1000, (painted[0][1] - worked) * 1000


def _limit(app: App, her: str, shot: QVideoFrame) -> float:
    start = time.perf_counter()
    read_frame(shot)
    with app.replica.read() as connection:
        connection.execute(sa.select(customer).where(customer.c.id == her)).one()
    return (time.perf_counter() - start) * 1000 + FRAME_MS
