"""From 10,000 interactions in a device's queue to all of them durable on the hub, confirmed on the device."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sync.device.link.client import HttpHub
from sync.device.passes import meet
from sync.device.push import push
from sync.hub.databases.database import open_hub
from tests.bench.figure import Figure
from tests.bench.sync_device import bare, insert_bare, replica_at
from tests.bench.sync_hub import served, stock
from tests.bench.sync_rows import interaction, interactions, metadata

COUNT = 10_000
BATCH = 500
RUNS = 5


def measure() -> Figure:
    with TemporaryDirectory(prefix="sync-bench-") as name:
        folder = Path(name)
        stock(folder, COUNT)
        with served(folder) as hub:
            pairs = [
                (_push(folder / f"tablet{run}.db", hub.device(), run), _insert(folder / f"bare{run}.db", run))
                for run in range(RUNS)
            ]
    return Figure(
        name="push_10k",
        value=median(value for value, _ in pairs),
        unit="s",
        limit=median(limit for _, limit in pairs),
        n=RUNS,
        note="median; limit: bare SQLite inserts of the rows, full sync, 500 per commit",
    )


def _push(path: Path, device: HttpHub, run: int) -> float:
    with replica_at(path) as replica:
        with replica.write() as writer:
            for each in interactions(COUNT, run * COUNT):
                writer.insert("interaction", each)
        hello = device.hello()
        meet(replica, hello)
        start = time.perf_counter()
        push(replica, device, hello.epoch, lambda _: None)
        took = time.perf_counter() - start
        assert replica.pending() == replica.set_aside() == 0
    return took


def _insert(path: Path, run: int) -> float:
    rows = bare(interactions(COUNT, run * COUNT))
    engine = open_hub(path)
    metadata.create_all(engine)
    start = time.perf_counter()
    insert_bare(engine, interaction, rows, BATCH)
    took = time.perf_counter() - start
    engine.dispose()
    return took
