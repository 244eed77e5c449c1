"""Positions on PostgreSQL: many transactions write at once, from several processes.

A position is the transaction's id and a count within it. Transactions end in another order than their ids, so
a reader is told nothing from the oldest one on that still runs (the horizon): below it nothing can appear any
more. Nobody waits for anybody who does not write the same record.

Nor does what is told rest on an id alone: a transaction that wrote nothing durable may have its id given out
again after a crash. The head is the newest position that a committed transaction noted (`sync_turn`), and a
commit is on disk before anybody can see it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from sync.digest import together
from sync.hub import history, schema
from sync.hub.databases import bulk, locks
from sync.hub.databases.glance import glance
from sync.hub.databases.postgresql import IDENTITY
from sync.hub.databases.postgresql_notices import PostgresqlNotices
from sync.hub.databases.said import said
from sync.hub.databases.seat import Seat
from sync.hub.databases.upsert import put
from sync.hub.history import History
from sync.hub.tally import Key
from sync.sqlite import immediate
from sync.wire import Tally

PLACES = 22
"""Bits of a position that count within one transaction; two million million transactions fill the others."""
NODE = "hub"

_history = schema.history.c
_tally = schema.tally.c
_delta = schema.tally_delta.c
_turn = schema.turn.c


def _number(of: sa.ColumnElement[Any]) -> sa.ColumnElement[int]:
    """Of a transaction's id, which PostgreSQL turns into a text only."""
    return sa.cast(sa.cast(of, sa.Text), sa.BigInteger)


_own = _number(sa.func.pg_current_xact_id())
_oldest = _number(sa.func.pg_snapshot_xmin(sa.func.pg_current_snapshot()))
_horizon = (_oldest + _history.lift) * (1 << PLACES)
_told = sa.select(sa.func.max(_turn.at)).where(_turn.at < _horizon).scalar_subquery()
_ASK = (
    _history.epoch,
    sa.func.greatest(_history.head, _told),
    *(_history.last_stamp, _history.shape, _history.holding, _history.floor),
)
_KNOWN = said(sa.select(*_ASK))
_BEGIN = said(sa.select((_own + _history.lift) * (1 << PLACES), *_ASK))
_beyond = sa.select(sa.func.max(_turn.at)).scalar_subquery() > sa.func.greatest(_history.head, _told)
_NEWEST = said(sa.select(sa.func.coalesce(_beyond, sa.false()), *_ASK))
_FINISH = said(schema.turn.insert().values(at=sa.bindparam("b_at"), stamp=sa.bindparam("b_stamp")))
_BEYOND = said(sa.select(_turn.at).where(_turn.at > sa.bindparam("head")).limit(sa.bindparam("most")))
_newest = sa.func.greatest(
    _history.head,
    sa.select(sa.func.max(_turn.at)).scalar_subquery(),
    sa.select(sa.func.max(schema.feed.c.seq)).scalar_subquery(),
)
_DELTA = tuple(column.name for column in schema.tally_delta.columns)
_LOCK_TALLIES = "LOCK TABLE sync_tally IN SHARE ROW EXCLUSIVE MODE"
_LOCK = "LOCK TABLE sync_turn, sync_tally IN SHARE ROW EXCLUSIVE MODE"


class ManyWriters:
    """`Positions` of a database that locks single rows."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._snapshot = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._seat = Seat(engine)
        sa.event.listen(engine, "engine_disposed", lambda _engine: self._seat.leave())

    @property
    def in_order(self) -> bool:
        return False

    def notices(self) -> PostgresqlNotices:
        return PostgresqlNotices(self._engine)

    @property
    def node(self) -> str:
        number = self._seat.number()
        return f"{NODE}{number}" if number else NODE

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Read committed: whoever has waited for a row's lock sees what the other one left there."""
        with immediate(self._engine) as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with self._snapshot.connect() as connection, connection.begin():
            yield connection

    def open(self, connection: sa.Connection) -> None:
        """Positions go on from the newest that there is, also where ids begin lower: in another cluster."""
        self.exclude(connection)
        newest, own, lift = connection.execute(sa.select(_newest, _own, _history.lift)).one()
        if newest >> PLACES >= own + lift:
            history.change(connection, lift=(newest >> PLACES) + 1 - own)
        self._add_up(connection)

    def alone(self, connection: sa.Connection, names: Iterable[str]) -> None:
        locks.take(connection, names)

    def exclude(self, connection: sa.Connection) -> None:
        connection.exec_driver_sql(_LOCK)

    def history(self, connection: sa.Connection) -> History | None:
        """The epoch told names the database too: one restored or failed over to has another history."""
        rows = _KNOWN.rows(connection)
        return _known(connection, rows[0]) if rows else None

    def newest(self) -> tuple[History, bool] | None:
        with glance(self._engine) as connection:
            rows = _NEWEST.rows(connection)
            if not rows:
                return None
            beyond, *known = rows[0]
            return _known(connection, known), not beyond

    def begin(self, connection: sa.Connection) -> tuple[History, int] | None:
        rows = _BEGIN.rows(connection)
        if not rows:
            return None
        start, *known = rows[0]
        return _known(connection, known), start

    def finish(self, connection: sa.Connection, start: int, head: int, last_stamp: str) -> None:
        if head >> PLACES != start >> PLACES:
            raise OverflowError(f"more than {1 << PLACES} changes in one transaction")
        _FINISH.run(connection, b_at=head, b_stamp=last_stamp)

    def settled(self, connection: sa.Connection, known: History) -> bool:
        return _BEYOND.value(connection, head=known.head, most=1) is None

    def count(self, connection: sa.Connection, at: int, changes: Mapping[Key, Tally]) -> None:
        rows = [(at, *key, change.count, change.sum) for key, change in changes.items()]
        bulk.insert_rows(connection, schema.tally_delta, _DELTA, rows)

    def tallies(self, connection: sa.Connection, scopes: Iterable[str]) -> dict[Key, Tally]:
        wanted = list(scopes)
        query = sa.union_all(
            *(
                sa.select(t.scope, t.collection, t.count, t.sum).where(t.scope.in_(wanted))
                for t in (_tally, _delta)
            )
        )
        return _together(connection.execute(query))

    def set_tally(self, connection: sa.Connection, key: Key, tally: Tally) -> None:
        connection.execute(
            schema.tally_delta.delete().where(_delta.scope == key[0], _delta.collection == key[1])
        )
        _put(connection, {key: tally})

    def add_up(self) -> None:
        with self.writing() as connection:
            connection.exec_driver_sql(_LOCK_TALLIES)  # which nobody writes who only writes records
            self._add_up(connection)

    def _add_up(self, connection: sa.Connection) -> None:
        """What lies below the horizon; whoever reads meanwhile sees it before or after."""
        horizon = connection.execute(sa.select(_horizon)).scalar_one()
        columns = (_delta.scope, _delta.collection, _delta.count, _delta.sum)
        passed = schema.tally_delta.delete().where(_delta.at < horizon).returning(*columns)
        change = _together(connection.execute(passed))
        known = self._kept(connection, change.keys())
        _put(connection, {key: together([known.get(key, Tally()), change[key]]) for key in change})
        turns = connection.execute(
            schema.turn.delete().where(_turn.at < horizon).returning(_turn.at, _turn.stamp)
        ).all()
        if turns:
            before = connection.execute(sa.select(_history.head, _history.last_stamp)).one()
            head = max(before.head, *(turn.at for turn in turns))
            stamp = max(before.last_stamp, *(turn.stamp for turn in turns))
            history.change(connection, head=head, last_stamp=stamp)

    def _kept(self, connection: sa.Connection, keys: Iterable[Key]) -> dict[Key, Tally]:
        where = sa.tuple_(_tally.scope, _tally.collection).in_(list(keys))
        columns = (_tally.scope, _tally.collection, _tally.count, _tally.sum)
        return _together(connection.execute(sa.select(*columns).where(where)))


def _known(connection: sa.Connection, row: Iterable[Any]) -> History:
    kept, *known = row
    epoch = f"{kept} {connection.info[IDENTITY]}"
    return History(hashlib.sha256(epoch.encode()).hexdigest()[:32], *known)


def _together(rows: Iterable[Any]) -> dict[Key, Tally]:
    parts: dict[Key, list[Tally]] = {}
    for scope, name, count, total in rows:
        parts.setdefault((scope, name), []).append(Tally(count=count, sum=total))
    return {key: together(of) for key, of in parts.items()}


def _put(connection: sa.Connection, tallies: Mapping[Key, Tally]) -> None:
    rows = [
        {"scope": scope, "collection": name, "count": tally.count, "sum": tally.sum}
        for (scope, name), tally in sorted(tallies.items())
    ]
    put(connection, schema.tally, rows)
