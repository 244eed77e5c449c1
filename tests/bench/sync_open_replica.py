"""From a closed encrypted replica of 100,000 customers to the first one found, each time in a new process.

Asked in the driver's words, as the replica asks for what it needs itself and the search for what was typed.
What the first query that SQLAlchemy compiles takes is told beside: an app pays that once, whenever it comes.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from sync.device import driver
from sync.device.database import open_encrypted
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.bench.figure import Figure
from tests.bench.sync_device import KEY, open_bare, replica_at
from tests.bench.sync_hub import stock, store_of
from tests.bench.sync_rows import REGISTRY, customer, customers

COUNT = 100_000
RUNS = 21
LOOKUP = "SELECT * FROM customer WHERE email = ?"
WAYS = ("ours", "compiled", "bare")


def measure() -> Figure:
    with TemporaryDirectory(prefix="sync-bench-") as name:
        folder = Path(name)
        stock(folder, COUNT)
        with store_of(folder) as store, replica_at(folder / "tablet.db") as replica:
            run_pass(replica, LocalHub(store, "bench"), lambda _: None)
        email = str(next(customers(1, COUNT // 2))["email"])
        times = [{way: _apart(way, folder / "tablet.db", email) for way in WAYS} for _ in range(RUNS)]
    compiled = median(one["compiled"] for one in times)
    return Figure(
        name="open_replica",
        value=median(one["ours"] for one in times),
        unit="ms",
        limit=median(one["bare"] for one in times),
        n=RUNS,
        note=f"median, new processes, the lookup in the driver's words; {compiled:.1f} where SQLAlchemy says "
        "it for the first time; limit: bare SQLCipher, raw key, same settings and lookup",
    )


def _apart(way: str, path: Path, email: str) -> float:
    command = [sys.executable, "-m", __name__, way, str(path), email]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _ours(path: Path, email: str) -> None:
    replica = Replica(open_encrypted(path, KEY), REGISTRY)
    with replica.read() as connection:
        assert len(driver.rows(connection, LOOKUP, (email,))) == 1


def _compiled(path: Path, email: str) -> None:
    replica = Replica(open_encrypted(path, KEY), REGISTRY)
    with replica.read() as connection:
        connection.execute(sa.select(customer).where(customer.c.email == email)).one()


def _bare(path: Path, email: str) -> None:
    found = open_bare(path).execute(LOOKUP, (email,)).fetchall()
    assert len(found) == 1


def main() -> None:
    way, path, email = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    import sqlcipher3  # noqa: F401 (what is imported once is no part of opening)

    start = time.perf_counter()
    {"ours": _ours, "compiled": _compiled, "bare": _bare}[way](path, email)
    print((time.perf_counter() - start) * 1000)


if __name__ == "__main__":
    main()
