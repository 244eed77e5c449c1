"""How both ends open SQLite, and the few things about it that the rest must not have to know."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from sync.dialect import begin_with

BUSY_TIMEOUT_MS = 15_000
CACHE_KIB = 4 * 1024
"""Of each of a hub's connections, which fill it one after the other. With sixteen times as much a large
import costs the same processor time: the file's own pages lie in the system's memory, which takes it back."""
PAGE_BYTES = 8192

_PROGRAM_LIMIT = "54000"
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def settle(connection: Any, cache_kib: int = CACHE_KIB) -> None:
    """The settings that hold for every connection; the first of them reads the file."""
    for statement in (*_SETTINGS, f"PRAGMA cache_size = -{cache_kib}"):
        connection.execute(statement).fetchall()


@contextmanager
def immediate(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that takes the write lock before it reads; commits unless the block raises."""
    with _begun(engine, "BEGIN IMMEDIATE", "FULL") as connection:
        yield connection


@contextmanager
def repeatable(engine: sa.Engine) -> Iterator[sa.Connection]:
    """The same without waiting for the disk: a loss of power may undo it, with all that came after it.

    For what would be done again by itself; the next durable commit makes it durable too.
    """
    with _begun(engine, "BEGIN IMMEDIATE", "NORMAL") as connection:
        yield connection


@contextmanager
def snapshot(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A read transaction: every query in it sees the same moment."""
    with _begun(engine, "BEGIN", "FULL") as connection:
        yield connection


@contextmanager
def _begun(engine: sa.Engine, begin: str, synchronous: str) -> Iterator[sa.Connection]:
    with engine.connect() as connection:
        begin_with(connection, begin, synchronous)
        with connection.begin():
            yield connection


def fold(engine: sa.Engine) -> None:
    """Bring the write-ahead log into the file and empty it, so that nothing deleted stands there any more.

    Other databases have no such log.
    """
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        raw.close()


@contextmanager
def attempt(connection: sa.Connection) -> Iterator[None]:
    """Undo only this block's statements when the database refuses what they say, and raise.

    An OperationalError is left to the whole transaction: on a full disk SQLite has ended it by itself. Of
    PostgreSQL's, one is no such trouble: a value too large for an index.
    """
    part = connection.begin_nested()
    try:
        yield
    except sa.exc.StatementError as error:
        too_large = getattr(error.orig, "sqlstate", None) == _PROGRAM_LIMIT
        if isinstance(error, sa.exc.OperationalError) and not too_large:
            raise
        part.rollback()
        raise
    part.commit()


def is_full(error: sa.exc.DBAPIError) -> bool:
    return "database or disk is full" in str(error.orig)


def is_damaged(error: BaseException) -> bool:
    text = str(error)
    return "file is not a database" in text or "malformed" in text or "file is encrypted" in text


def raw(connection: sa.Connection) -> Any:
    """The driver's own connection."""
    return connection.connection.dbapi_connection


def named(connection: sa.Connection, statement: str, error: Exception) -> BaseException:
    """As SQLAlchemy would say it, without what was said: what people are called does not belong into logs."""
    base = connection.dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(statement, (), error, base, hide_parameters=True)
