"""Connections to PostgreSQL, and what its errors mean."""

import selectors
from typing import Any

import msgspec
import psycopg
import sqlalchemy as sa
from sqlalchemy.engine import URL

from sync.errors import DatabaseUnsuitable
from sync.hub.databases import together

IDENTITY = "sync_identity"
"""In a connection's `info`: which database, of which cluster, on which of its timelines."""
OLDEST = 13_00_00
MOST_CONNECTIONS = 12
WAIT_S = 15
"""For a connection that is free, for a lock that somebody holds."""
FORGOTTEN_S = 120
"""A transaction in which nothing happens holds up what all others may be told; it is ended."""

_SETTINGS = f"""
SELECT set_config('lock_timeout', '{WAIT_S}s', false),
    set_config('idle_in_transaction_session_timeout', '{FORGOTTEN_S}s', false),
    set_config('synchronous_commit', CASE current_setting('synchronous_commit')
        WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""
_IDENTITY = """
SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
    (SELECT oid FROM pg_database WHERE datname = current_database()))
"""
_Selector = getattr(selectors, "PollSelector", selectors.DefaultSelector)
"""Made for one look, it need not be told to the system and taken back."""
_KEEP_ALIVE = {"keepalives_idle": 20, "keepalives_interval": 5, "keepalives_count": 4}


def engine_of(where: str) -> sa.Engine:
    """For an address such as postgresql://user@host/database; what libpq reads elsewhere holds too."""
    engine = sa.create_engine(
        address(where),
        connect_args={"application_name": "sync hub", "connect_timeout": WAIT_S, **_KEEP_ALIVE},
        pool_size=MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=WAIT_S,
        pool_use_lifo=True,  # the connection that was used last has its statements prepared
        hide_parameters=True,
        json_serializer=_json,
        paramstyle="format",  # so that rows go as they are, and not by the names of their columns
    )
    sa.event.listen(engine, "connect", _settle)
    sa.event.listen(engine, "checkout", _still_there)
    sa.event.listen(engine, "before_cursor_execute", together.go)
    sa.event.listen(engine, "commit", together.commit)
    sa.event.listen(engine, "rollback", together.forget)
    sa.event.listen(engine, "handle_error", _say_no_values)
    return engine


def said_something(connection: psycopg.Connection) -> bool:
    """A server says nothing to a connection that asks nothing, but that it ends it."""
    if connection.closed:
        return True
    with _Selector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        return bool(selector.select(0))


def address(where: str) -> URL:
    return sa.make_url(where).set(drivername="postgresql+psycopg")


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _settle(connection: Any, record: Any) -> None:
    """A commit is on disk when it returns, whatever the server's default. Raises DatabaseUnsuitable."""
    version, encoding = connection.info.server_version, connection.info.parameter_status("server_encoding")
    if version < OLDEST or encoding != "UTF8":
        raise DatabaseUnsuitable(f"PostgreSQL {version // 10_000} with {encoding} instead of 13 with UTF8")
    connection.autocommit = True
    connection.execute(_SETTINGS)
    record.info[IDENTITY] = connection.execute(_IDENTITY).fetchone()[0]
    connection.autocommit = False


def _still_there(connection: psycopg.Connection, record: Any, *_: object) -> None:
    """Without asking the server, which would be one more way there and back for each transaction."""
    record.info.pop(together.WAITING, None)
    if said_something(connection):
        raise sa.exc.InvalidatePoolError


def _say_no_values(context: sa.engine.ExceptionContext) -> None:
    together.without_values(context.original_exception, context.sqlalchemy_exception)
