"""100 changed customers pulled over TLS into an encrypted replica, with many behind them on both ends."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sync.device.link.client import HttpHub
from sync.device.passes import pull, run_pass
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.bench.figure import Figure
from tests.bench.sync_device import replica_at
from tests.bench.sync_grown import grow
from tests.bench.sync_hub import Served, served, stock, store_of
from tests.bench.sync_rows import customer_id

CHANGED = 100
FEW, MANY = 100_000, 1_000_000
RUNS = 21
AIM_MS = 15.0
STRIDE = 997
"""The changed ones lie far apart, each on a page of its own."""


def measure() -> list[Figure]:
    """The hub of a million holds the first 100,000 ten times over; each end is checked to be whole."""
    with TemporaryDirectory(prefix="sync-bench-") as name:
        few, many = Path(name, "few"), Path(name, "many")
        for folder, count in ((few, FEW), (many, MANY)):
            folder.mkdir()
            stock(folder, FEW)
            grow(folder / "hub.db", count // FEW)
        with _ready(few) as first, _ready(many) as second:
            pairs = [(_delta(first, run), _delta(second, run)) for run in range(RUNS)]
    short, long = median(one for one, _ in pairs), median(other for _, other in pairs)
    note = "median; limit: the aim"
    return [
        Figure("delta_100", short, "ms", AIM_MS, RUNS, f"{note}; {FEW:,} behind them"),
        Figure("delta_100 of 1M", long, "ms", short, RUNS, "median; limit: with 100,000 behind them"),
    ]


@contextmanager
def _ready(folder: Path) -> Iterator[tuple[Served, HttpHub, Replica]]:
    """A hub's process and a replica of everything that it holds."""
    with replica_at(folder / "tablet.db") as replica:
        with store_of(folder) as store:
            run_pass(replica, LocalHub(store, "bench"), lambda _: None)
        with served(folder) as hub:
            device = hub.device()
            assert run_pass(replica, device, lambda _: None).healed == ()
            yield hub, device, replica


def _delta(place: tuple[Served, HttpHub, Replica], run: int) -> float:
    hub, device, replica = place
    with store_of(hub.folder) as store, store.write() as writer:
        for number in range(CHANGED):
            writer.update("customer", customer_id(number * STRIDE + run), {"remark": f"changed {run}"})
    start = time.perf_counter()
    changed = [part.changes.records["customer"] for part in pull(replica, device, lambda _: None)]
    took = (time.perf_counter() - start) * 1000
    assert [len(ids) for ids in changed] == [CHANGED]
    return took
