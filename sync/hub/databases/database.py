"""Opening the hub's database: a SQLite file, or PostgreSQL by its address."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.dialect import Dialect, engine_of
from sync.hub.databases.positions import positions_of
from sync.sqlite import BUSY_TIMEOUT_MS, PAGE_BYTES, immediate, settle

_POSTGRESQL = ("postgresql://", "postgres://")


def is_postgresql(where: Path | str) -> bool:
    """Whether it is an address that can be read as one of PostgreSQL's."""
    if not isinstance(where, str) or not where.startswith(_POSTGRESQL):
        return False
    try:
        sa.make_url(where)
    except (sa.exc.ArgumentError, ValueError):
        return False
    return True


def open_hub(where: Path | str) -> sa.Engine:
    """A path, or an address such as postgresql://user@host/database. A commit survives a loss of power.

    The SQLite file is made for its owner only if there is none; a database of PostgreSQL has to be there.
    """
    if isinstance(where, str) and is_postgresql(where):
        from sync.hub.databases.postgresql import engine_of

        return engine_of(where)
    return _open_file(Path(where))


@contextmanager
def opening(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction in which tables are made or changed: of several processes that start, one at a time."""
    with immediate(engine) as connection:
        positions_of(engine).alone(connection, ["opening"])
        yield connection


def _open_file(path: Path) -> sa.Engine:
    _make(path)

    def connect() -> Any:
        connection = sqlite3.connect(
            str(path), timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, check_same_thread=False
        )
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        settle(connection)
        return connection

    return engine_of(connect, Dialect(sqlite3))


def _make(path: Path) -> None:
    """SQLite gives the files that it lays beside the database the same permissions."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
