"""Positions on SQLite: one transaction writes at a time, so they are 1, 2, 3 … as it commits."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

import sqlalchemy as sa

from sync.digest import together
from sync.hub import history, schema
from sync.hub.history import History
from sync.sqlite import immediate, snapshot
from sync.wire import Tally

_tally = schema.tally.c


class OneWriter:
    """`Positions` of a database that locks as a whole."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = Lock()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Threads wait for each other here, without polling; other processes at the database's lock."""
        with self._writing, immediate(self._engine) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with snapshot(self._engine) as connection:
            yield connection

    def history(self, connection: sa.Connection) -> History | None:
        return history.read(connection)

    def start(self, connection: sa.Connection, known: History) -> int:
        del connection
        return known.head

    def finish(self, connection: sa.Connection, head: int, last_stamp: str) -> None:
        history.change(connection, head=head, last_stamp=last_stamp)

    def settled(self, connection: sa.Connection, known: History) -> bool:
        del connection, known
        return True

    def count(self, connection: sa.Connection, at: int, changes: Mapping[str, Tally]) -> None:
        del at
        known = self.tallies(connection)
        for name, change in sorted(changes.items()):
            self.set_tally(connection, name, together([known.get(name, Tally()), change]))

    def tallies(self, connection: sa.Connection) -> dict[str, Tally]:
        rows = connection.execute(sa.select(_tally.collection, _tally.count, _tally.sum))
        return {row[0]: Tally(count=row[1], sum=row[2]) for row in rows}

    def set_tally(self, connection: sa.Connection, collection: str, tally: Tally) -> None:
        values = {"count": tally.count, "sum": tally.sum}
        known = connection.execute(
            schema.tally.update().where(_tally.collection == collection).values(values)
        )
        if known.rowcount == 0:
            connection.execute(schema.tally.insert().values(collection=collection, **values))
