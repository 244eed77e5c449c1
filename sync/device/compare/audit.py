"""Whether the typed rows still are what was applied: looked through piece by piece, pass by pass.

What a row says was remembered when it was applied (of the many rows of a first replica, at the first look);
a later look finds it changed by something other than a write or the feed. What waits for the hub's answer,
or was set aside, is this device's own and left alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from sync.collection import Collection, Registry
from sync.device import outbox, schema, state
from sync.device.compare import lost
from sync.device.state import Fact
from sync.device.told import held, row_hash

SLICE = 100
"""Rows looked at in one pass, which costs about two milliseconds."""

_GONE = object()
_held = schema.held.c


@dataclass(frozen=True, slots=True)
class Strays:
    """Rows of a collection that neither the hub nor a write of this device explains."""

    collection: Collection
    record_ids: list[str]


@dataclass(frozen=True, slots=True)
class _Slice:
    """Rows in the order of their ids, and what is held about the same ids."""

    rows: dict[str, int]
    held: dict[str, sa.Row]
    last: str
    """The id that the next slice begins after, empty at the collection's end."""


def audit(connection: sa.Connection, registry: Registry) -> list[Strays]:
    """Look at the next rows. One that is not what was applied is no longer held, so it is fetched again.

    That a row is not there at all needs no look.
    """
    own = outbox.unconfirmed(connection)
    lost.let_go(connection, registry, own)
    found: list[Strays] = []
    for collection, part in _next(connection, registry):
        mine = {record_id for name, record_id in own if name == collection.name}
        _judge(connection, collection, part, mine)
        strays = sorted(part.rows.keys() - part.held.keys() - mine)
        if strays:
            found.append(Strays(collection, strays))
    return found


def forget_rows(connection: sa.Connection) -> None:
    """The application has changed its tables: every row is looked at for the first time again."""
    connection.execute(schema.held.update().values(row_hash=None))


def _next(connection: sa.Connection, registry: Registry) -> Iterator[tuple[Collection, _Slice]]:
    """From where the last pass stopped, at most once through everything."""
    name, _, after = state.get(connection, Fact.AUDITED).partition(" ")
    order = list(registry)
    start = next((at for at, each in enumerate(order) if each.name == name), 0)
    left = SLICE
    for collection in order[start:] + order[:start]:
        part = _slice(connection, collection, after, left)
        yield collection, part
        left, after = left - len(part.rows), part.last
        if after:
            state.put(connection, Fact.AUDITED, f"{collection.name} {after}")
            return
    if name:
        state.put(connection, Fact.AUDITED, "")


def _slice(connection: sa.Connection, collection: Collection, after: str, count: int) -> _Slice:
    rows = row_hash.first(connection, collection, after, count)
    last = next(reversed(rows)) if len(rows) == count else ""
    span = [_held.collection == collection.name, _held.record_id > after]
    if last:
        span.append(_held.record_id <= last)
    kept = connection.execute(sa.select(_held.record_id, _held.unfit, _held.row_hash).where(*span))
    return _Slice(rows, {row.record_id: row for row in kept}, last)


def _judge(connection: sa.Connection, collection: Collection, part: _Slice, mine: set[str]) -> None:
    looked = {i: row for i, row in part.held.items() if i not in mine and not row.unfit}
    fresh = {i: part.rows[i] for i, row in looked.items() if i in part.rows and row.row_hash is None}
    wrong = [i for i, row in looked.items() if i not in fresh and part.rows.get(i, _GONE) != row.row_hash]
    held.remember_rows(connection, collection.name, fresh)
    held.drop(connection, collection.name, wrong)
