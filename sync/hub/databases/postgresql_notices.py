"""What wakes a hub process when any of those on the same database has committed: LISTEN and NOTIFY."""

import selectors
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import sqlalchemy as sa

from sync.hub.databases.notices import OwnWord
from sync.hub.databases.seat import connection_of_its_own, hang_up, raw_of

_CHANNEL = "sync_feed"


class PostgresqlNotices:
    """`Notices` by a connection of its own.

    A process tells the others after its commit and not within it, where all would wait for each other, and
    once for all that it committed meanwhile. A notice that is lost with its process is made up for by whoever
    looks from time to time.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._own = OwnWord()
        self._connection: sa.Connection | None = None

    def tell(self) -> None:
        self._own.tell()

    def wait(self, seconds: float) -> None:
        with self._connected() as connection:
            raw = raw_of(connection)
            with selectors.DefaultSelector() as selector:
                selector.register(self._own, selectors.EVENT_READ)
                selector.register(raw, selectors.EVENT_READ)
                selector.select(seconds)
            for _ in raw.notifies(timeout=0):
                pass
            if self._own.told():
                raw.execute(f"NOTIFY {_CHANNEL}")

    def close(self) -> None:
        self._hang_up()
        self._own.close()

    @contextmanager
    def _connected(self) -> Iterator[sa.Connection]:
        if self._connection is None:
            with connection_of_its_own(self._engine) as connection:
                connection.exec_driver_sql(f"LISTEN {_CHANNEL}")
            self._connection = connection
            self.tell()  # what came before is to be looked at now
        try:
            yield self._connection
        except psycopg.Error as error:
            self._hang_up()
            raise sa.exc.OperationalError("LISTEN", None, error) from error

    def _hang_up(self) -> None:
        left, self._connection = self._connection, None
        if left is not None:
            hang_up(left)
