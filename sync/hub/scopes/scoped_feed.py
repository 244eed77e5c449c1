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
from sync.hub.feed import MOST_RECORDS, Part
from sync.hub.scopes.members import SHARED, member, moved
from sync.wire import FeedRecord

_feed = schema.feed.c
_member = member.c
_moved = moved.c


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
    query = (
        sa.select(_member.seq, _member.group_id, _member.held)
        .where(_member.scope == scope, _member.seq > after, _member.seq <= head)
        .order_by(_member.seq)
        .limit(most)
    )
    rows = connection.execute(query).all()
    sizes = _sizes(connection, [row.group_id for row in rows if row.held], head)
    return [_Turn(r.seq, r.group_id, r.held, sizes.get(r.group_id, 0) + 1) for r in rows]


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
    for query in (_shared(after, stop), _held(scope, after, stop), _gone_over(scope, after, stop)):
        rows = connection.execute(query.limit(most)).all()
        if len(rows) == most:
            stop = min(stop, rows[-1].seq)
        found += [_Record(row.seq, row.body if "body" in row._fields else _departure(row)) for row in rows]
    return sorted((r for r in found if r.seq <= stop), key=lambda r: r.seq), stop


def _shared(after: int, stop: int) -> sa.Select:
    within = _feed.group_id == SHARED, _feed.seq > after, _feed.seq <= stop
    return sa.select(_feed.seq, _feed.body).where(*within).order_by(_feed.seq)


def _held(scope: str, after: int, stop: int) -> sa.Select:
    """Of groups that entered before: those that enter within the page come whole."""
    before = sa.exists().where(
        _member.scope == scope, _member.group_id == _feed.group_id, _member.held, _member.seq <= after
    )
    within = _feed.group_id != SHARED, _feed.seq > after, _feed.seq <= stop
    return sa.select(_feed.seq, _feed.body).where(*within, before).order_by(_feed.seq)


def _gone_over(scope: str, after: int, stop: int) -> sa.Select:
    """Records that were in a group which the scope holds, and are in one that it does not hold."""
    old = sa.exists().where(_member.scope == scope, _member.group_id == _moved.group_id, _member.held)
    now = member.alias()
    seen = sa.exists().where(now.c.scope == scope, now.c.group_id == _feed.group_id, now.c.held)
    same = sa.and_(_feed.collection == _moved.collection, _feed.record_id == _moved.record_id)
    stands = sa.exists().where(same, sa.or_(_feed.group_id == SHARED, seen))
    return (
        sa.select(_moved.seq, _moved.collection, _moved.record_id)
        .where(_moved.seq > after, _moved.seq <= stop, sa.or_(_moved.group_id == SHARED, old), ~stands)
        .order_by(_moved.seq)
    )


def _departure(row: sa.Row) -> bytes:
    gone = FeedRecord(seq=row.seq, collection=row.collection, id=row.record_id, deleted=True)
    return msgspec.json.encode(gone)


def _whole(connection: sa.Connection, groups: Sequence[str], head: int) -> Iterable[bytes]:
    for some in batches(groups):
        query = sa.select(_feed.body).where(_feed.group_id.in_(some), _feed.seq <= head)
        yield from connection.execute(query.order_by(_feed.seq)).scalars()
