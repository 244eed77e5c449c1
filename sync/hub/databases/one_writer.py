"""Positions on SQLite: one transaction writes at a time, so they are 1, 2, 3 … as it commits."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.digest import together
from sync.hub import history, schema
from sync.hub.databases.among import among, bound
from sync.hub.databases.glance import glance
from sync.hub.databases.notices import OwnWord
from sync.hub.databases.said import said
from sync.hub.history import History
from sync.hub.tally import Key
from sync.sqlite import immediate, snapshot
from sync.turn import Turn
from sync.wire import Tally

NODE = "hub"
_tally = schema.tally.c
_SQLITE = "sqlite"
_TALLIES = said(
    sa.select(_tally.scope, _tally.collection, _tally.count, _tally.sum).where(
        among(_SQLITE, _tally.scope, "scopes")
    )
)
_ENTER = insert(schema.tally).values({column: sa.bindparam(f"b_{column.name}") for column in _tally})
_PUT = said(
    _ENTER.on_conflict_do_update(
        index_elements=[_tally.scope, _tally.collection],
        set_={"count": _ENTER.excluded.count, "sum": _ENTER.excluded.sum},
    )
)


class OneWriter:
    """`Positions` of a database that locks as a whole."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self.turn = Turn()

    @property
    def in_order(self) -> bool:
        return True

    def notices(self) -> OwnWord:
        return OwnWord()

    @property
    def node(self) -> str:
        return NODE

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Threads wait for each other here, in their order; other processes at the database's lock."""
        with self.turn, immediate(self._engine) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with snapshot(self._engine) as connection:
            yield connection

    def open(self, connection: sa.Connection) -> None:
        """Everything is as it was left."""

    def alone(self, connection: sa.Connection, names: Iterable[str]) -> None:
        """Whoever writes is alone."""

    def exclude(self, connection: sa.Connection) -> None:
        """The same."""

    def add_up(self) -> None:
        """Tallies are moved at once."""

    def history(self, connection: sa.Connection) -> History | None:
        return history.read(connection)

    def newest(self) -> tuple[History, bool] | None:
        with glance(self._engine) as connection:
            known = history.read(connection)
        return (known, True) if known is not None else None

    def begin(self, connection: sa.Connection) -> tuple[History, int] | None:
        known = history.read(connection)
        return (known, known.head) if known is not None else None

    def finish(self, connection: sa.Connection, start: int, head: int, last_stamp: str) -> None:
        del start
        history.go_on(connection, head, last_stamp)

    def settled(self, connection: sa.Connection, known: History) -> bool:
        del connection, known
        return True

    def count(self, connection: sa.Connection, at: int, changes: Mapping[Key, Tally]) -> None:
        del at
        known = self.tallies(connection, {scope for scope, _ in changes})
        for key, change in sorted(changes.items()):
            self.set_tally(connection, key, together([known.get(key, Tally()), change]))

    def tallies(self, connection: sa.Connection, scopes: Iterable[str]) -> dict[Key, Tally]:
        rows = _TALLIES.rows(connection, scopes=bound(connection, list(scopes)))
        return {(scope, name): Tally(count=count, sum=total) for scope, name, count, total in rows}

    def set_tally(self, connection: sa.Connection, key: Key, tally: Tally) -> None:
        scope, name = key
        _PUT.run(connection, b_scope=scope, b_collection=name, b_count=tally.count, b_sum=tally.sum)
