"""From an empty encrypted replica to 100,000 customers in it, by pull from zero over TLS."""

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from sync.device.database import open_encrypted
from sync.device.link.client import HttpHub
from sync.device.passes import meet, pull
from tests.bench.figure import Figure
from tests.bench.sync_device import KEY, Rows, bare, insert_bare, replica_at
from tests.bench.sync_hub import AT_ONCE, served, stock
from tests.bench.sync_rows import customer, customers, metadata

COUNT = 100_000
RUNS = 3


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
    return Figure(
        name="feed_100k",
        value=median(value for value, _ in pairs),
        unit="s",
        limit=median(limit for _, limit in pairs),
        n=RUNS,
        note="median; limit: bare insert of the rows into SQLCipher, same indexes, 5,000 per commit",
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


def _insert(path: Path, rows: Rows) -> float:
    engine = open_encrypted(path, KEY)
    metadata.create_all(engine)
    start = time.perf_counter()
    insert_bare(engine, customer, rows, AT_ONCE)
    took = time.perf_counter() - start
    engine.dispose()
    return took
