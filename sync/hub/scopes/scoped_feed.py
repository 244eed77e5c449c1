"""The feed as a scope sees it, in order of position.

There stand the shared records and the records of groups that the scope has held since before; where a group
enters, all of it; where one leaves, its name; and where a record goes over to a group that the scope does not
hold, that it is gone. A page never ends within one position.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from sync.batches import batches
from sync.hub import schema
from sync.hub.databases.said import said
from sync.hub.feed import MOST_RECORDS, Part
from sync.hub.scopes.members import SHARED, member, moved
from sync.wire import FeedRecord

_feed = schema.feed.c
_member = member.c
_moved = moved.c
_now = member.alias()
_scope, _shared_group = sa.bindparam("scope"), sa.bindparam("shared")
_after, _stop, _most = (sa.bindparam(name) for name in ("after", "stop", "most"))
_TURNS = said(
    sa.select(_member.seq, _member.group_id, _member.held)
    .where(_member.scope == _scope, _member.seq > _after, _member.seq <= _stop)
    .order_by(_member.seq)
    .limit(_most)
)
_RECORDS = (
    sa.select(_feed.seq, _feed.body)
    .where(_feed.seq > _after, _feed.seq <= _stop)
    .order_by(_feed.seq)
    .limit(_most)
)
_SHARED = said(_RECORDS.where(_feed.group_id == _shared_group))
_BEFORE = sa.exists().where(
    _member.scope == _scope, _member.group_id == _feed.group_id, _member.held, _member.seq <= _after
)
_HELD = said(_RECORDS.where(_feed.group_id != _shared_group, _BEFORE))
_OLD = sa.exists().where(_member.scope == _scope, _member.group_id == _moved.group_id, _member.held)
_SEEN = sa.exists().where(_now.c.scope == _scope, _now.c.group_id == _feed.group_id, _now.c.held)
_STANDS = sa.exists().where(
    _feed.collection == _moved.collection,
    _feed.record_id == _moved.record_id,
    sa.or_(_feed.group_id == _shared_group, _SEEN),
)
_GONE_OVER = said(
    sa.select(_moved.seq, _moved.collection, _moved.record_id)
    .where(_moved.seq > _after, _moved.seq <= _stop, sa.or_(_moved.group_id == _shared_group, _OLD), ~_STANDS)
    .order_by(_moved.seq)
    .limit(_most)
)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where a group enters, with so many records, or leaves."""

    seq: int
    group: str
    held: bool
    weight: int


@dataclass(frozen=True, slots=True)
class _Record:
    seq: int
    body: bytes


def part(connection: sa.Connection, scope: str, after: int, limit: int, head: int) -> Part:
    """What this scope is told after a position, up to `head`: about `limit` records, or one whole group."""
    most = max(1, min(limit, MOST_RECORDS))
    turns = _turns(connection, scope, after, head, most)
    stop = turns[-1].seq if len(turns) == most else max(head, after)
    records, stop = _records(connection, scope, after, stop, most)
    end = _cut([*((r.seq, 1) for r in records), *((t.seq, t.weight) for t in turns)], most, stop)
    taken = [turn for turn in turns if turn.seq <= end]
    entered = [turn.group for turn in taken if turn.held]
    bodies = [record.body for record in records if record.seq <= end]
    return Part(
        bodies=bodies + list(_whole(connection, entered, head)),
        next=end,
        entered=entered,
        left=[turn.group for turn in taken if not turn.held],
    )


def _cut(weights: Iterable[tuple[int, int]], most: int, stop: int) -> int:
    """The position at which there is enough, `stop` when there is not."""
    total = 0
    for seq, weight in sorted(weights):
        if seq > stop:
            break
        total += weight
        if total >= most:
            return seq
    return stop


def _turns(connection: sa.Connection, scope: str, after: int, head: int, most: int) -> list[_Turn]:
    rows = _TURNS.rows(connection, scope=scope, after=after, stop=head, most=most)
    sizes = _sizes(connection, [group for _, group, held in rows if held], head)
    return [_Turn(seq, group, bool(held), sizes.get(group, 0) + 1) for seq, group, held in rows]


def _sizes(connection: sa.Connection, groups: Sequence[str], head: int) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for some in batches(groups):
        query = sa.select(_feed.group_id, sa.func.count()).where(_feed.group_id.in_(some), _feed.seq <= head)
        sizes |= {row[0]: row[1] for row in connection.execute(query.group_by(_feed.group_id))}
    return sizes


def _records(
    connection: sa.Connection, scope: str, after: int, stop: int, most: int
) -> tuple[list[_Record], int]:
    """The records that stand or go one by one, and the position up to which these are all."""
    found: list[_Record] = []
    reach = {"after": after, "most": most}
    for records in (_shared, _held, _gone_over):
        some = records(connection, {**reach, "stop": stop}, scope)
        if len(some) == most:
            stop = min(stop, some[-1].seq)
        found += some
    return sorted((r for r in found if r.seq <= stop), key=lambda r: r.seq), stop


def _shared(connection: sa.Connection, reach: dict[str, int], scope: str) -> list[_Record]:
    del scope
    return [_Record(*row) for row in _SHARED.rows(connection, shared=SHARED, **reach)]


def _held(connection: sa.Connection, reach: dict[str, int], scope: str) -> list[_Record]:
    """Of groups that entered before: those that enter within the page come whole."""
    return [_Record(*row) for row in _HELD.rows(connection, shared=SHARED, scope=scope, **reach)]


def _gone_over(connection: sa.Connection, reach: dict[str, int], scope: str) -> list[_Record]:
    """Records that were in a group which the scope holds, and are in one that it does not hold."""
    rows = _GONE_OVER.rows(connection, shared=SHARED, scope=scope, **reach)
    return [_Record(seq, _departure(seq, name, record_id)) for seq, name, record_id in rows]


def _departure(seq: int, collection: str, record_id: str) -> bytes:
    return msgspec.json.encode(FeedRecord(seq=seq, collection=collection, id=record_id, deleted=True))


def _whole(connection: sa.Connection, groups: Sequence[str], head: int) -> Iterable[bytes]:
    for some in batches(groups):
        query = sa.select(_feed.body).where(_feed.group_id.in_(some), _feed.seq <= head)
        yield from connection.execute(query.order_by(_feed.seq)).scalars()
