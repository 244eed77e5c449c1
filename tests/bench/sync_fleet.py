"""Fifty tablets that each record an interaction a second, and the hub between them, for a while.

On SQLite with one hub process, and on PostgreSQL with two where its programs are installed. FLEET_SECONDS in
the environment says for how long (60 by default, 600 to see whether the hub stays flat) and FLEET_TABLETS how
many. All of them share this machine with the hub: where it is too small for that, this shows here.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

import msgspec

from tests.bench.figure import Figure, percentile
from tests.bench.sync_device import bare, insert_bare, replica_at
from tests.bench.sync_hub import DATABASE, Served, served, stock
from tests.bench.sync_rows import interaction, interactions
from tests.bench.sync_tablets import PAIRINGS, TOLD, Pool, Told
from tests.postgresql import Cluster, programs

TABLETS, PROCESSES = int(os.environ.get("FLEET_TABLETS", "50")), 5
CUSTOMERS = 1_000
BARE = 500
AIM_MS = 500.0
SECONDS = float(os.environ.get("FLEET_SECONDS", "60"))
LOOK_EVERY_S = 1.0
_TICKS_S = os.sysconf("SC_CLK_TCK")
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1e6


def measure() -> list[Figure]:
    figures = _fleet("fleet", [""])
    found = programs()
    if found is None:
        print("  no PostgreSQL here: its fleet is left out", flush=True)
        return figures
    cluster = Cluster(found, safe=True)
    cluster.start()
    try:
        return figures + _fleet("fleet on PostgreSQL", [cluster.database()] * 2)
    finally:
        cluster.close()


def _fleet(name: str, databases: Sequence[str]) -> list[Figure]:
    """One hub process for each database named (the same one twice: two hubs that share it)."""
    with TemporaryDirectory(prefix="sync-bench-") as folder, ExitStack() as stack:
        hubs = [stack.enter_context(_hub(Path(folder, f"hub{n}"), d)) for n, d in enumerate(databases)]
        looks = [_Look(hub.process) for hub in hubs]
        pools = _write_all(Path(folder), hubs, looks)
        bare_ms = _bare_ms(Path(folder))
    told = [each for pool in pools for each in pool.told]
    arrived = list(_arrived(told))
    whole = [one for look in looks for one in look.cpu]
    third = len(looks[0].cpu) // 3
    early, late = (
        sum(mean(look.cpu[part]) for look in looks) for part in (slice(0, third), slice(2 * third, None))
    )
    before, after = (sum(look.memory[at] for look in looks) for at in (third, -1))
    cpu_ms = 1000 * sum(pool.cpu_s for pool in pools) / (len(arrived) * TABLETS)
    writes = f"{len(arrived)} writes of {TABLETS} tablets in {SECONDS:.0f} s"
    return [
        Figure(
            name, percentile(arrived, 95), "ms", AIM_MS, len(arrived), f"p95 saved → on every other; {writes}"
        ),
        Figure(
            f"{name}: tablet CPU",
            *(cpu_ms, "ms", bare_ms, len(arrived) * TABLETS),
            "processor, per change told; its writing is shared by all; limit: a bare SQLCipher insert",
        ),
        Figure(f"{name}: hub CPU", 100 * late, "%", 100 * early, len(whole), "last third; limit: the first"),
        Figure(f"{name}: hub memory", after, "MB", before, len(whole), "at the end; limit: after a third"),
    ]


@contextmanager
def _hub(folder: Path, database: str) -> Iterator[Served]:
    folder.mkdir()
    if database:
        (folder / DATABASE).write_text(database)
    if not database or folder.name == "hub0":
        stock(folder, CUSTOMERS)
    with served(folder) as hub:
        yield hub


class _Look:
    """What a process uses, looked at once a second."""

    def __init__(self, process: int) -> None:
        self._process = Path(f"/proc/{process}")
        self.cpu: list[float] = []
        self.memory: list[float] = []
        self._stop = threading.Event()

    def __enter__(self) -> None:
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        before, since = self._used(), time.monotonic()
        while not self._stop.wait(LOOK_EVERY_S):
            used, now = self._used(), time.monotonic()
            self.cpu.append((used - before) / (now - since))
            self.memory.append(int((self._process / "statm").read_text().split()[1]) * _PAGE_MB)
            before, since = used, now

    def _used(self) -> float:
        """Seconds of CPU."""
        fields = (self._process / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS_S


def _write_all(folder: Path, hubs: Sequence[Served], looks: Sequence[_Look]) -> list[Pool]:
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
            for look in looks:
                looking.enter_context(look)
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


def _arrived(told: Sequence[Told]) -> Iterator[float]:
    """Milliseconds from saved to the last of the other tablets, for each write; all have to be everywhere."""
    for writer in told:
        for record_id, saved in writer.saved.items():
            yield max(other.came[record_id] - saved for other in told if other is not writer) / 1e6
