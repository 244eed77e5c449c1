"""Batches of a website (Segment HTTP API) into timelines: kept, translated, recognised, in the feed."""

import gc
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from clienteling.hub import migrations
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from clienteling.replicated import REGISTRY
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore
from tests.bench.figure import Figure

COUNT, BATCH = 20_000, 200
CUSTOMERS, PRODUCTS = 1_000, 200
TABLES = ("event", "sync_feed", "taken_item", "raw_payload")
SITE = section.read("web", {"kind": "segment", "write_key": "key"})


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds for all of them."""

    wall: float
    work: float
    """Of processor time: others on the machine lengthen it less."""


def measure() -> list[Figure]:
    with TemporaryDirectory(prefix="ingest-bench-") as name:
        folder = Path(name)
        took = _ingest(folder)
        bare = _bare(folder)
    of = f"batches of {BATCH}; limit: bare executemany of the same rows, in one transaction"
    work = f"{of}; per second of processor time"
    return [
        Figure("ingest", COUNT / took.wall, "events/s", COUNT / bare.wall, COUNT, of),
        Figure("ingest_work", COUNT / took.work, "events/s", COUNT / bare.work, COUNT, work),
    ]


@contextmanager
def _timed() -> Iterator[list[Took]]:
    """Has one in it when the block has ended."""
    took: list[Took] = []
    began, worked = time.perf_counter(), time.process_time()
    yield took
    took.append(Took(time.perf_counter() - began, time.process_time() - worked))


def _ingest(folder: Path) -> Took:
    engine = open_hub(folder / "hub.sqlite")
    try:
        migrations.upgrade(engine)
        store = HubStore(engine, REGISTRY, remembered=Remembered(folder))
        _people_and_products(store)
        intake = Intake(store, [SITE], Remembered(folder).hash_of)
        gc.freeze()  # as the hub does when it begins to serve
        batches = [_batch(start) for start in range(0, COUNT, BATCH)]
        with _timed() as took:
            for batch in batches:
                intake.keep(SITE.id, "batch", batch)
            intake.work()
        with store.read() as conn:
            assert conn.exec_driver_sql("SELECT count(*) FROM event").scalar() == COUNT
        return took[0]
    finally:
        engine.dispose()


def _people_and_products(store: HubStore) -> None:
    with store.write() as writer:
        products = [{"id": f"p{n}", "name": f"Scarpa {n}", "keywords": ["scarpa"]} for n in range(PRODUCTS)]
        writer.insert_many("product", products)
        variants = [{"id": f"v{n}", "product_id": f"p{n}", "sku": f"SKU-{n}"} for n in range(PRODUCTS)]
        writer.insert_many("variant", variants)
        writer.insert_many("customer", [{"id": f"c{n}", "given_name": "Prova"} for n in range(CUSTOMERS)])
        known = {"source": "web", "verified": True}
        for kind in ("user", "anonymous"):
            rows = [
                known | {"customer_id": f"c{n}", "kind": kind, "value": f"{kind}-{n}"}
                for n in range(CUSTOMERS)
            ]
            writer.insert_many("identifier", rows)


def _batch(start: int) -> bytes:
    return msgspec.json.encode({"batch": [_message(n) for n in range(start, start + BATCH)]})


def _message(n: int) -> dict[str, object]:
    who = n * 7 % CUSTOMERS
    common = {
        "messageId": f"message-{n:08}",
        "userId": f"user-{who}",
        "anonymousId": f"anonymous-{who}",
        "timestamp": f"2026-11-{1 + n % 20:02}T{n % 24:02}:{n % 60:02}:00.000Z",
        "context": {"page": {"url": f"https://www.example.org/scarpe/{n % PRODUCTS}", "title": "Scarpa"}},
    }
    if n % 3 == 0:
        return common | {"type": "page", "name": f"Scarpa {n % PRODUCTS}"}
    seen = {"sku": f"SKU-{n % PRODUCTS}", "price": 159.0, "quantity": 1, "currency": "EUR"}
    return common | {"type": "track", "event": "Product Viewed", "properties": seen}


def _bare(folder: Path) -> Took:
    with (
        closing(sqlite3.connect(folder / "hub.sqlite")) as made,
        closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as bare,
    ):
        rows = {}
        for table in TABLES:
            find = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC"
            for (statement,) in made.execute(find, (table,)).fetchall():
                bare.execute(statement)
            rows[table] = made.execute(f"SELECT * FROM {table}").fetchall()
        bare.execute("PRAGMA journal_mode = WAL")
        with _timed() as took:
            bare.execute("BEGIN")
            for table, found in rows.items():
                signs = ", ".join("?" * len(found[0]))
                bare.executemany(f"INSERT INTO {table} VALUES ({signs})", found)
            bare.execute("COMMIT")
        return took[0]
