"""From an empty encrypted replica to 100,000 customers in it, by pull from zero over TLS."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sync.device.database import ROOMY_KIB, open_encrypted
from sync.device.link.client import HttpHub
from sync.device.passes import meet, pull
from tests.bench.figure import Figure
from tests.bench.sync_device import KEY, Rows, bare, insert_bare, replica_at
from tests.bench.sync_hub import AT_ONCE, served, stock
from tests.bench.sync_rows import customer, customers, metadata

COUNT = 100_000
RUNS = 3
BARE_KIB = 4 * 1024
"""The cache of the bare insert, so that its figures can be compared with those of before."""


def measure() -> Figure:
    with TemporaryDirectory(prefix="sync-bench-") as name:
        folder, rows = Path(name), bare(customers(COUNT))
        stock(folder, COUNT)
        with served(folder) as hub:
            device = hub.device()
            pairs = [
                (_pull(folder / f"tablet{run}.db", device), _insert(folder / f"bare{run}.db", rows))
                for run in range(RUNS)
            ]
        roomy = median(_insert(folder / f"roomy{run}.db", rows, ROOMY_KIB) for run in range(RUNS))
    note = "median; limit: bare insert of the rows into SQLCipher, same indexes, 5,000 per commit"
    return Figure(
        name="feed_100k",
        value=median(value for value, _ in pairs),
        unit="s",
        limit=median(limit for _, limit in pairs),
        n=RUNS,
        note=f"{note}; with the cache that the replica has meanwhile: {roomy:.2f} s",
    )


def _pull(path: Path, device: HttpHub) -> float:
    with replica_at(path) as replica:
        start = time.perf_counter()
        meet(replica, device.hello())
        for _ in pull(replica, device, lambda _: None):
            pass
        took = time.perf_counter() - start
        with replica.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM customer").scalar() == COUNT
    return took


def _insert(path: Path, rows: Rows, cache_kib: int = BARE_KIB) -> float:
    engine = open_encrypted(path, KEY)
    metadata.create_all(engine)
    with engine.connect() as connection:  # the only one
        connection.exec_driver_sql(f"PRAGMA cache_size = -{cache_kib}")
    start = time.perf_counter()
    insert_bare(engine, customer, rows, AT_ONCE)
    took = time.perf_counter() - start
    engine.dispose()
    return took
