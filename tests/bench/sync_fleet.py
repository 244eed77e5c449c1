"""Fifty tablets that each record an interaction a second, and the hub between them, for a while.

On SQLite with one hub process, and on PostgreSQL with two where its programs are installed. In the
environment FLEET_SECONDS says for how long (60; 600 shows whether the hub stays flat over ten minutes),
FLEET_TABLETS how many, FLEET_ON which database (`sqlite` or `postgresql`, else both). All of them share this
machine with the hub: where it is too small for that, this shows in the delays.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from tests.bench.figure import Figure, percentile
from tests.bench.sync_device import bare, insert_bare, replica_at
from tests.bench.sync_hub import DATABASE, Served, served, stock
from tests.bench.sync_rows import interaction, interactions
from tests.bench.sync_tablets import PAIRINGS, TOLD, Pool, Told
from tests.bench.used import Course, Used, windows
from tests.postgresql import Cluster, programs

TABLETS, PROCESSES = int(os.environ.get("FLEET_TABLETS", "50")), 5
CUSTOMERS = 1_000
BARE = 500
AIM_MS = 500.0
SECONDS = float(os.environ.get("FLEET_SECONDS", "60"))
ON = os.environ.get("FLEET_ON", "")
SQLITE, POSTGRESQL = "sqlite", "postgresql"
FLAT_FROM_S = 600


def measure() -> list[Figure]:
    figures: list[Figure] = []
    if ON in ("", SQLITE):
        figures += _fleet("fleet", [""])
    if ON in ("", POSTGRESQL):
        figures += _fleet_on_server()
    return figures


def _fleet_on_server() -> list[Figure]:
    found = programs()
    if found is None:
        print("  no PostgreSQL here: its fleet is left out", flush=True)
        return []
    cluster = Cluster(found, safe=True)
    cluster.start()
    try:
        return _fleet("fleet on PostgreSQL", [cluster.database()] * 2, cluster.process)
    finally:
        cluster.close()


@dataclass(frozen=True, slots=True)
class _Ran:
    """What a fleet did, and what its hubs and their database's server used for it."""

    pools: Sequence[Pool]
    hubs: Used
    server: Used
    bare_ms: float


def _fleet(name: str, databases: Sequence[str], *server: int) -> list[Figure]:
    """One hub process for each database named (the same one twice: two hubs that share it)."""
    with TemporaryDirectory(prefix="sync-bench-") as folder, ExitStack() as stack:
        hubs = [stack.enter_context(_hub(Path(folder, f"hub{n}"), d)) for n, d in enumerate(databases)]
        used = Used(*(hub.process for hub in hubs)), Used(*server)
        ran = _Ran(_write_all(Path(folder), hubs, used), *used, _bare_ms(Path(folder)))
    return list(_figures(name, ran))


def _figures(name: str, ran: _Ran) -> Iterator[Figure]:
    told = [each for pool in ran.pools for each in pool.told]
    arrived = sorted(_arrived(told))
    late = [ms for _, ms in arrived]
    writes = f"{len(late)} writes of {TABLETS} tablets; p95 {_by_windows(arrived)}"
    yield Figure(name, percentile(late, 95), "ms", AIM_MS, len(late), f"p95 saved → on every other; {writes}")
    cpu_ms, changes = 1000 * sum(pool.cpu_s for pool in ran.pools), len(late) * TABLETS
    note = "processor, per change told; its writing is shared by all; limit: a bare SQLCipher insert"
    yield Figure(f"{name}: tablet CPU", cpu_ms / changes, "ms", ran.bare_ms, changes, note)
    cpu, memory = ran.hubs.cpu(), ran.hubs.memory()
    yield _flat(f"{name}: hub CPU", cpu, "%")
    yield _flat(f"{name}: hub memory", memory, "MB")
    if ran.server.cpu_s():
        yield _flat(f"{name}: server CPU", ran.server.cpu(), "%")


def _flat(name: str, course: Course, unit: str) -> Figure:
    short = "" if SECONDS >= FLAT_FROM_S else f"; {SECONDS:.0f} s only, FLEET_SECONDS={FLAT_FROM_S} says more"
    note = f"the last two; limit: the first two; {course}{short}"
    return Figure(name, course.late, unit, course.early, len(course.values), note)


def _by_windows(arrived: Sequence[tuple[int, float]]) -> str:
    """The delays of what was saved in each minute, or in each part of a short while."""
    count, length_s = windows(SECONDS)
    parts: list[list[float]] = [[] for _ in range(count)]
    for saved, ms in arrived:
        parts[min(count - 1, int((saved - arrived[0][0]) / 1e9 / length_s))].append(ms)
    return str(Course(length_s, [percentile(part, 95) for part in parts if len(part) > 1]))


@contextmanager
def _hub(folder: Path, database: str) -> Iterator[Served]:
    folder.mkdir()
    if database:
        (folder / DATABASE).write_text(database)
    if not database or folder.name == "hub0":
        stock(folder, CUSTOMERS)
    with served(folder) as hub:
        yield hub


def _write_all(folder: Path, hubs: Sequence[Served], used: Sequence[Used]) -> list[Pool]:
    with ExitStack() as stack:
        places = [_pool(folder / f"tablets{n}", n, hubs) for n in range(PROCESSES)]
        command = [sys.executable, "-m", "tests.bench.sync_tablets"]
        pools = [
            stack.enter_context(
                subprocess.Popen([*command, str(p)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            for p in places
        ]
        for pool in pools:
            _line(pool)
        for pool in pools:
            print(SECONDS, file=pool.stdin, flush=True)
        with ExitStack() as looking:
            for each in used:
                looking.enter_context(each)
            total = sum(int(_line(pool)) for pool in pools)
        for pool in pools:
            print(total, file=pool.stdin, flush=True)
        for pool in pools:
            pool.wait()
    return [msgspec.json.decode((p / TOLD).read_bytes(), type=Pool) for p in places]


def _bare_ms(folder: Path) -> float:
    """Processor time of storing one of the rows by itself."""
    with replica_at(folder / "bare.db") as replica:
        rows = bare(interactions(BARE))
        used = time.process_time()
        insert_bare(replica.engine, interaction, rows, 1)
        return 1000 * (time.process_time() - used) / BARE


def _line(pool: subprocess.Popen[str]) -> str:
    said = pool.stdout.readline() if pool.stdout else ""
    if not said:
        raise RuntimeError("the tablets have ended")
    return said


def _pool(folder: Path, number: int, hubs: Sequence[Served]) -> Path:
    folder.mkdir()
    mine = range(number, TABLETS, PROCESSES)
    pairings = {one: hubs[one % len(hubs)].paired(f"tablet {one}") for one in mine}
    (folder / PAIRINGS).write_bytes(msgspec.json.encode(pairings))
    return folder


def _arrived(told: Sequence[Told]) -> Iterator[tuple[int, float]]:
    """When each write was saved, and after how many milliseconds all the others had it: all must have it."""
    for writer in told:
        for record_id, saved in writer.saved.items():
            last = max(other.came[record_id] for other in told if other is not writer)
            yield saved, (last - saved) / 1e6
