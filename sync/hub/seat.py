"""A hub process's seat among those on one database: no two that live have the same clock node."""

import selectors
from threading import Lock
from typing import Any

import sqlalchemy as sa

_SEATS = 0x53594E43
"""The first half of the advisory locks' keys; the seat's number is the other."""
_FREE = """
SELECT number FROM generate_series(0, 1000) AS number WHERE number NOT IN (
    SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid = %s
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) ORDER BY number
"""


class Seat:
    """The lowest number that no other process has, for as long as the connection lasts that holds its lock.

    A process that lost its connection takes a seat again before it writes: its old one, if that is free.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._connection: Any = None
        self._number = 0
        self._taking = Lock()

    def number(self) -> int:
        """Raises sqlalchemy.exc.OperationalError where the database is away."""
        with self._taking:
            if self._connection is None or _said_something(self._connection):
                self._leave()
                self._connection = connection_of_its_own(self._engine)
                self._number = self._take()
            return self._number

    def leave(self) -> None:
        with self._taking:
            self._leave()

    def _leave(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _take(self) -> int:
        free = [row[0] for row in self._connection.execute(_FREE, [_SEATS])]
        for number in sorted(free, key=lambda one: (one != self._number, one)):
            query = "SELECT pg_try_advisory_lock(%s, %s)"
            if self._connection.execute(query, [_SEATS, number]).fetchone()[0]:
                return number
        raise OverflowError("too many hub processes on one database")


def connection_of_its_own(engine: sa.Engine) -> Any:
    """Outside the pool, in autocommit mode; whoever takes it closes it."""
    pooled = engine.raw_connection()
    pooled.detach()
    connection: Any = pooled.dbapi_connection
    connection.autocommit = True
    return connection


def _said_something(connection: Any) -> bool:
    """A server says nothing to a connection that asks nothing, but that it ends it."""
    with selectors.DefaultSelector() as selector:
        selector.register(connection.fileno(), selectors.EVENT_READ)
        return bool(selector.select(0))
