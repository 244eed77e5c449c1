"""100 changed customers pulled over TLS into an encrypted replica, with many behind them on both ends.

Where the time goes, milliseconds of the quickest pull (14): the hub's answer 3.1; 5.5 until each record is
compared with its row, stored, and entered as held, for which some 170 pages are read and decrypted (4.5 with
64 MiB of pages at hand); the commit 5: a row and an entry in `sync_held` for each record, 200 pages that are
encrypted, signed and written. No disk is waited for but where SQLite folds its log, after a thousand pages.
So most of it is SQLCipher's, and goes with the number of pages that the records lie on.

What the setting up wrote is on disk when the measuring begins, but for 3 MB; a sync of all disks before it
makes nothing quicker.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
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
    one, other = zip(*pairs, strict=True)
    short, long = (median(took.ms for took in of) for of in (one, other))
    note = f"median; limit: the aim; {FEW:,} behind them. {_worked(one)}"
    among_many = f"median; limit: with {FEW:,} behind them. {_worked(other)}"
    return [
        Figure("delta_100", short, "ms", AIM_MS, RUNS, note),
        Figure("delta_100 of 1M", long, "ms", short, RUNS, among_many),
    ]


@dataclass(frozen=True, slots=True)
class _Took:
    ms: float
    worked_ms: float
    """Processor time of the tablet."""


def _worked(pulls: Sequence[_Took]) -> str:
    worked = [took.worked_ms for took in pulls]
    quickest = min(took.ms for took in pulls)
    return f"Processor time of the tablet {median(worked):.1f} ms, the quickest pull {quickest:.1f}"


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


def _delta(place: tuple[Served, HttpHub, Replica], run: int) -> _Took:
    hub, device, replica = place
    with store_of(hub.folder) as store, store.write() as writer:
        for number in range(CHANGED):
            writer.update("customer", customer_id(number * STRIDE + run), {"remark": f"changed {run}"})
    start, worked = time.perf_counter(), time.process_time()
    changed = [part.changes.records["customer"] for part in pull(replica, device, lambda _: None)]
    took = _Took((time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000)
    assert [len(ids) for ids in changed] == [CHANGED]
    return took
