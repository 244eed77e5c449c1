"""How both ends open SQLite, and the few things about it that the rest must not have to know."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

BUSY_TIMEOUT_MS = 15_000
CACHE_KIB = 64 * 1024
PAGE_BYTES = 8192

_BEGIN = "sync_begin"
_SYNCHRONOUS = "sync_synchronous"
_PROGRAM_LIMIT = "54000"
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    "PRAGMA secure_delete = ON",
)


def make_engine(connect: Callable[[], Any], module: Any) -> sa.Engine:
    """An engine over connections in the driver's autocommit mode: it never opens a transaction of its own.

    What people are called does not belong into logs, so errors name no parameters.
    """
    engine = sa.create_engine(
        sa.URL.create("sqlite"),  # a text would have to be parsed first
        creator=connect,
        module=module,
        poolclass=QueuePool,
        pool_use_lifo=True,  # the connection that was used last has the pages that are wanted next
        hide_parameters=True,
        json_serializer=_json,
        json_deserializer=msgspec.json.decode,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def settle(connection: Any) -> None:
    """The settings that hold for every connection."""
    for statement in _SETTINGS:
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
        connection.info[_BEGIN] = begin, synchronous
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


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _begin(connection: sa.Connection) -> None:
    """In the driver's own words: SQLAlchemy takes longer to say this than SQLite to do it."""
    info = connection.info
    begin, synchronous = info.pop(_BEGIN, ("BEGIN", "FULL"))
    if info.get(_SYNCHRONOUS, "FULL") != synchronous:
        _say(connection, f"PRAGMA synchronous = {synchronous}")
        info[_SYNCHRONOUS] = synchronous
    _say(connection, begin)


def _say(connection: sa.Connection, statement: str) -> None:
    try:
        raw(connection).execute(statement)
    except connection.dialect.loaded_dbapi.Error as error:
        if is_damaged(error):
            connection.exec_driver_sql(statement)  # fails again, as whoever opened the file wants it named
        raise named(connection, statement, error) from error


def raw(connection: sa.Connection) -> Any:
    """The driver's own connection."""
    return connection.connection.dbapi_connection


def named(connection: sa.Connection, statement: str, error: Exception) -> BaseException:
    """As SQLAlchemy would say it, without what was said: what people are called does not belong into logs."""
    base = connection.dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(statement, (), error, base, hide_parameters=True)
