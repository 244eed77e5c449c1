"""From 10,000 interactions in a device's queue to all of them durable on the hub, confirmed on the device.

The limit stores each row once, its values ready, in one process. Here each is read from an encrypted file,
goes through TLS, is checked by its table, stored as a row and as an entry of the feed, answered, and entered
as answered. The second figure's limit is what the hub's two tables take alone, with as many commits as it
makes; the processor time of each part is told beside.

Where the hub's work lies, µs a row of processor time, of the quickest batches (18 in all): SQLite's inserts
into row and feed with their indexes 4.7, and the commits 2.4; reading and checking the write 3.4; judging it
1.8; its values as the table takes them 1.3; its feed entry with its digest 2.0; the tallies, the lists of all
this and who is told 2.4. Some 6 more are the hub process's: TLS, unpacking, the answer, and what was not told
apart. The tablet's 12 go beside that, as the next batch is on its way meanwhile. A bare insert takes 3.5:
twice that is out of reach as long as each record stands in its table and in the feed.
"""

import gc
import os
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from sync.batches import batches
from sync.clock import Stamp
from sync.device.link.client import HttpHub
from sync.device.passes import meet
from sync.device.push import PUSH_RECORDS, push
from sync.errors import EpochChanged
from sync.hub import feed, schema
from sync.hub.databases.database import open_hub
from sync.instants import wall_clock
from sync.wire import FeedRecord, Push, PushedRecord
from tests.bench.figure import Figure
from tests.bench.sync_device import SWITCH_S, bare, insert_bare, insert_together, replica_at
from tests.bench.sync_hub import served, stock
from tests.bench.sync_rows import interaction, interactions, metadata

COUNT = 10_000
BATCH = 500
RUNS = 5


def measure() -> list[Figure]:
    sys.setswitchinterval(SWITCH_S)
    with TemporaryDirectory(prefix="sync-bench-") as name:
        folder = Path(name)
        stock(folder, COUNT)
        with served(folder) as hub:
            pairs = [
                (
                    _push(folder / f"tablet{run}.db", hub.device(), hub.process, run),
                    _insert(folder / f"bare{run}.db", run),
                )
                for run in range(RUNS)
            ]
            wire = median(_refuse(hub.device(), run) for run in range(RUNS))
        stored = median(_store(folder / f"stored{run}.db", run) for run in range(RUNS))
    took = median(pushed.took_s for pushed, _ in pairs)
    note = (
        "median; limit: bare SQLite inserts of the rows, full sync, 500 per commit. "
        f"The same batches refused for their epoch when they have been read: {wire:.2f} s. "
        f"Processor time, µs a row: bare {_each(bare.worked_s for _, bare in pairs)}, "
        f"hub {_each(p.hub_s for p, _ in pairs)}, tablet {_each(pushed.worked_s for pushed, _ in pairs)}"
    )
    both = "median; limit: rows and feed entries bare, a full sync for each batch"
    return [
        Figure("push_10k", took, "s", median(bare.took_s for _, bare in pairs), RUNS, note),
        Figure("push_10k: both tables", took, "s", stored, RUNS, both),
    ]


@dataclass(frozen=True, slots=True)
class _Took:
    took_s: float
    worked_s: float
    """Processor time of this process."""
    hub_s: float = 0.0
    """And of the hub's."""


def _each(parts: Iterable[float]) -> str:
    return f"{median(parts) / COUNT * 1e6:.1f}"


def _worked(process: int) -> float:
    """Seconds of a process on the processor."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _push(path: Path, device: HttpHub, process: int, run: int) -> _Took:
    with replica_at(path) as replica:
        with replica.write() as writer:
            for each in interactions(COUNT, run * COUNT):
                writer.insert("interaction", each)
        hello = device.hello()
        meet(replica, hello)
        gc.collect()
        gc.freeze()  # as hub and app do with what they loaded
        hub, start, worked = _worked(process), time.perf_counter(), time.process_time()
        push(replica, device, hello.epoch, lambda _: None)
        took = _Took(time.perf_counter() - start, time.process_time() - worked, _worked(process) - hub)
        gc.unfreeze()
        assert replica.pending() == replica.set_aside() == 0
    return took


def _insert(path: Path, run: int) -> _Took:
    rows = bare(interactions(COUNT, run * COUNT))
    engine = open_hub(path)
    metadata.create_all(engine)
    start, worked = time.perf_counter(), time.process_time()
    insert_bare(engine, interaction, rows, BATCH)
    took = _Took(time.perf_counter() - start, time.process_time() - worked)
    engine.dispose()
    return took


def _refuse(device: HttpHub, run: int) -> float:
    """What the wire and the reading take: the hub refuses each batch before it looks at the writes."""
    writes = [_write(dseq, each) for dseq, each in enumerate(interactions(COUNT, run * COUNT), 1)]
    start = time.perf_counter()
    for batch in batches(writes, PUSH_RECORDS):
        with suppress(EpochChanged):
            device.push(Push(epoch="of another hub", records=list(batch)))
    return time.perf_counter() - start


def _store(path: Path, run: int) -> float:
    """What the hub's two tables take, whoever writes them."""
    writes = [_write(dseq, each) for dseq, each in enumerate(interactions(COUNT, run * COUNT), 1)]
    rows = bare(interactions(COUNT, run * COUNT))
    entries = [tuple(feed.row_of(_told(each), "")) for each in writes]
    engine = open_hub(path)
    metadata.create_all(engine)
    schema.metadata.create_all(engine)
    start = time.perf_counter()
    for some, told in zip(batches(rows, PUSH_RECORDS), batches(entries, PUSH_RECORDS), strict=True):
        insert_together(engine, {interaction: some, schema.feed: told})
    took = time.perf_counter() - start
    engine.dispose()
    return took


def _write(dseq: int, row: dict[str, Any]) -> PushedRecord:
    fields = {name: value for name, value in row.items() if name != "id"}
    stamp = str(Stamp(wall_clock(), dseq, "bench"))
    return PushedRecord(dseq=dseq, collection="interaction", id=row["id"], fields=fields, stamp=stamp)


def _told(write: PushedRecord) -> FeedRecord:
    return FeedRecord(seq=write.dseq, collection=write.collection, id=write.id, fields=write.fields)
