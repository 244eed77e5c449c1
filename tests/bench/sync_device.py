"""Encrypted replicas of the benches' rows, and the bare databases that they are measured against."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import sqlalchemy as sa
import sqlcipher3

from sync.batches import batches
from sync.device.database import PAGE_HMAC, open_encrypted
from sync.device.replica import Replica
from sync.instants import wall_clock
from sync.sqlite import PAGE_BYTES, settle
from tests.bench.sync_rows import REGISTRY, metadata

KEY = bytes(range(32))
SWITCH_S = 0.0005
"""How long a thread works before another may: as in the app and in the hub's own process."""
Rows = Sequence[tuple[Any, ...]]


@contextmanager
def replica_at(path: Path) -> Iterator[Replica]:
    """The replica in that file, made if there is none."""
    engine = open_encrypted(path, KEY)
    try:
        metadata.create_all(engine)
        yield Replica(engine, REGISTRY, wall_clock)
    finally:
        engine.dispose()


def bare(rows: Iterator[Mapping[str, Any]]) -> Rows:
    """Rows as the driver takes them, made ready before the time runs."""
    return [tuple(map(_plain, row.values())) for row in rows]


def insert_bare(engine: sa.Engine, table: sa.Table, rows: Rows, at_once: int) -> None:
    """The least that could store them: prepared rows, one statement, a durable commit for each batch."""
    for some in batches(rows, at_once):
        insert_together(engine, {table: some})


def insert_together(engine: sa.Engine, rows: Mapping[sa.Table, Rows]) -> None:
    """The same for rows of several tables in one durable commit."""
    connection = engine.raw_connection()
    try:
        connection.execute("BEGIN IMMEDIATE")
        for table, of in rows.items():
            names = [column.name for column in table.columns]
            places = ", ".join("?" * len(names))
            connection.executemany(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})", of)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _plain(value: object) -> object:
    return msgspec.json.encode(value).decode() if isinstance(value, list) else value


def open_bare(path: Path) -> Any:
    """The encrypted file as the driver alone opens it, with the settings that a replica has."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute(f"PRAGMA cipher_page_size = {PAGE_BYTES}")
    connection.execute(f"PRAGMA cipher_hmac_algorithm = {PAGE_HMAC}")
    settle(connection)
    return connection
