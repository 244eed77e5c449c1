"""The replica's file is exchanged for a fresh one: verified, brought forward, given the device's own.

Killed at any point, the device finds the old file or the new one under the replica's name, and in either all
that it ever wrote.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.api import HubApi
from sync.device import state
from sync.device.database import ReplicaFile, open_file
from sync.device.gate import GateBusy
from sync.device.replica import Replica
from sync.device.snapshot.carry import carry_blobs, carry_own
from sync.device.state import Cursor, Fact
from sync.device.told.apply import apply_page
from sync.errors import ReplicaUnusable
from sync.private_file import settle_directory
from sync.snapshot.info import SnapshotInfo

WITHIN_S = 10.0
"""So long the exchange waits for whoever is in the replica."""
ALONE_WITHIN_MS = 1_000
PULL_RECORDS = 5_000


def verify(file: ReplicaFile, path: Path, info: SnapshotInfo, *, read_again: bool) -> None:
    """It opens with the key and is what the hub announced. Raises ReplicaUnusable.

    Every piece had the announced digest when it was encrypted. `read_again`: also check every page on the
    disk, where another process may have written it.
    """
    check = "PRAGMA quick_check" if file.key is None else "PRAGMA cipher_integrity_check"
    with _opened(file, path) as engine, engine.connect() as connection:
        at = state.cursor(connection)
        rows = connection.exec_driver_sql(check).all() if read_again else []
    faults = [row for row in rows if row[0] != "ok"]
    if faults or at != Cursor(info.epoch, info.seq):
        raise ReplicaUnusable(f"{len(faults)} faults in what was written for {info.seq}, which is {at.seq}")


def prepare(replica: Replica, api: HubApi, fresh: Path) -> None:
    """Whatever takes time, while the replica is still in use: the newest records, the files.

    So nothing that the hub has confirmed to this device is missing after the exchange, not even for a moment.
    """
    with _opened(replica.file, fresh) as engine:
        _catch_up(Replica(engine, replica.registry, replica.now), api)
        with _beside(engine, replica.file) as connection, connection.begin():
            carry_blobs(connection)


def exchange(replica: Replica, fresh: Path) -> None:
    """Nobody is in the replica meanwhile. Raises GateBusy when somebody does not come out."""
    file = replica.file
    with file.gate.closed(WITHIN_S):
        replica.engine.dispose()
        with _opened(file, fresh) as engine, _beside(engine, file) as connection:
            _fold(connection, "old")
            with connection.begin():
                carry_blobs(connection)
                carry_own(connection, replica.registry)
                last = state.get(connection, Fact.LAST_STAMP)
            _fold(connection, "main")
        fresh.replace(file.path)
        settle_directory(file.path.parent)
        replica.clock.observe(last)


def _catch_up(fresh: Replica, api: HubApi) -> None:
    while True:
        cursor = fresh.cursor()
        page = api.pull(cursor.epoch, cursor.seq, PULL_RECORDS)
        with fresh.transaction() as connection:
            apply_page(connection, fresh.registry, page, fresh.clock)
        if page.complete or page.next <= cursor.seq:
            return


@contextmanager
def _opened(file: ReplicaFile, path: Path) -> Iterator[sa.Engine]:
    """Another file, encrypted like the replica, closed in the end."""
    engine = open_file(file, path)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _beside(engine: sa.Engine, old: ReplicaFile) -> Iterator[sa.Connection]:
    """A connection to the fresh file with the replica's attached as `old`; what is carried is as it was."""
    with engine.connect() as connection:
        driver = _driver(connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        if old.key is None:
            driver.execute("ATTACH ? AS old", (str(old.path),))
        else:
            driver.execute("ATTACH ? AS old KEY ?", (str(old.path), f"x'{old.key.hex()}'"))
        yield connection


def _fold(connection: sa.Connection, name: str) -> None:
    """Into one file without a log beside it, which SQLite does only when nobody else has it open."""
    driver = _driver(connection)
    driver.execute(f"PRAGMA busy_timeout = {ALONE_WITHIN_MS}")
    try:
        driver.execute(f"PRAGMA {name}.journal_mode = DELETE").fetchone()
    except connection.dialect.loaded_dbapi.OperationalError as error:
        raise GateBusy("another process has the replica open") from error


def _driver(connection: sa.Connection) -> Any:
    """Outside of transactions, where these statements belong."""
    return connection.connection.dbapi_connection
