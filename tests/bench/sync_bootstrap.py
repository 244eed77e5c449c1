"""From an empty encrypted replica to 100,000 customers searchable in it, taking over the hub's snapshot."""

import time
from contextlib import closing
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import sqlcipher3

from sync.device.database import PAGE_HMAC
from sync.device.link.client import HttpHub
from sync.device.passes import run_pass
from sync.hub.snapshot.snapshots import Snapshots
from sync.snapshot.info import SnapshotInfo
from sync.snapshot.pieces import unpacked
from sync.sqlite import PAGE_BYTES
from sync.wire import EVERYTHING
from tests.bench.figure import Figure
from tests.bench.sync_device import KEY, replica_at
from tests.bench.sync_hub import empty_replica, served, stock, store_of

COUNT = 100_000
RUNS = 5


def measure() -> Figure:
    with TemporaryDirectory(prefix="sync-bench-") as name:
        folder = Path(name)
        stock(folder, COUNT)
        plain = _snapshot(folder)
        with served(folder) as hub:
            device = hub.device()
            pairs = [
                (_begin(folder / f"tablet{n}.db", device), _bare(folder, plain, device)) for n in range(RUNS)
            ]
    return Figure(
        name="bootstrap_100k",
        value=median(value for value, _ in pairs),
        unit="s",
        limit=median(limit for _, limit in pairs),
        n=RUNS,
        note="median; limit: fetch of the same bytes over TLS + bare sqlcipher_export of the plain file",
    )


def _snapshot(folder: Path) -> Path:
    """Made as the hub makes it, and once more as the plain file that it is."""
    plain = folder / "plain.db"
    with store_of(folder) as store:
        snapshots = Snapshots(folder / "snapshots", store, empty_replica)
        snapshots.refresh()
        info = snapshots.info(EVERYTHING, snapshots.schema(EVERYTHING))
        with snapshots.path(EVERYTHING, info.name).open("rb") as packed, plain.open("wb") as file:
            for piece in info.pieces:
                file.write(unpacked(packed.read(piece.size), piece))
    return plain


def _begin(path: Path, device: HttpHub) -> float:
    with replica_at(path) as replica:
        start = time.perf_counter()
        run_pass(replica, device, lambda _: None)
        with replica.read() as connection:
            found = connection.exec_driver_sql(
                "SELECT count(*) FROM customer WHERE family_name >= ''"
            ).scalar()
        took = time.perf_counter() - start
        assert found == COUNT
    return took


def _bare(folder: Path, plain: Path, device: HttpHub) -> float:
    schema = device.hello().snapshot
    start = time.perf_counter()
    _fetch(device, device.snapshot(schema))
    _export(plain, folder / "exported.db")
    return time.perf_counter() - start


def _fetch(device: HttpHub, info: SnapshotInfo) -> None:
    assert sum(map(len, device.snapshot_bytes(info.name, 0))) == info.size


def _export(plain: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlcipher3.connect(plain, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA cipher_default_hmac_algorithm = {PAGE_HMAC}")
        connection.execute("ATTACH ? AS sealed KEY ?", (str(target), f"x'{KEY.hex()}'"))
        connection.execute(f"PRAGMA sealed.cipher_page_size = {PAGE_BYTES}")
        connection.execute("SELECT sqlcipher_export('sealed')").fetchall()
        connection.execute("DETACH sealed")
