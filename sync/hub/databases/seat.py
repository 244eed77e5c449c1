"""A hub process's seat among those on one database: no two that live have the same clock node."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock

import psycopg
import sqlalchemy as sa

from sync.hub.databases.postgresql import said_something

_SEATS = 0x53594E43
"""The first half of the advisory locks' keys; the seat's number is the other."""
_FREE = sa.text("""
SELECT number FROM generate_series(0, 1000) AS number WHERE number NOT IN (
    SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = :seats
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
""")


class Seat:
    """The lowest number that no other process has, for as long as the connection lasts that holds its lock.

    A process that lost its connection takes a seat again before it writes: its old one, if that is free.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: sa.Connection | None = None
        self._number = 0
        self._taking = Lock()

    def number(self) -> int:
        """Raises sqlalchemy.exc.OperationalError where the database is away."""
        with self._taking:
            if self._connection is None or said_something(raw_of(self._connection)):
                self._leave()
                with connection_of_its_own(self._engine) as connection:
                    self._number = self._take(connection)
                self._connection = connection
            return self._number

    def leave(self) -> None:
        with self._taking:
            self._leave()

    def _leave(self) -> None:
        left, self._connection = self._connection, None
        if left is not None:
            hang_up(left)

    def _take(self, connection: sa.Connection) -> int:
        free = connection.execute(_FREE, {"seats": _SEATS}).scalars().all()
        for number in sorted(free, key=lambda one: (one != self._number, one)):
            if connection.execute(sa.select(sa.func.pg_try_advisory_lock(_SEATS, number))).scalar():
                return number
        raise OverflowError("too many hub processes on one database")


@contextmanager
def connection_of_its_own(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Outside the pool, each statement by itself. In the block it is made ready; whoever keeps it hangs up.

    When the block raises it is hung up at once. One that was kept half ready was never let go again: a server
    that went down while a seat was being taken left a hub that could not write until it was started anew.
    """
    connection = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    connection.detach()
    try:
        yield connection
    except BaseException:
        hang_up(connection)
        raise


def hang_up(connection: sa.Connection) -> None:
    """Whatever became of it: where a statement found the server gone, SQLAlchemy has let go already."""
    if not connection.invalidated:
        raw_of(connection).close()
    with suppress(sa.exc.DBAPIError):
        connection.close()


def raw_of(connection: sa.Connection) -> psycopg.Connection:
    found = connection.connection.dbapi_connection
    if not isinstance(found, psycopg.Connection):
        raise TypeError(f"{type(found)} is no connection of psycopg")
    return found
