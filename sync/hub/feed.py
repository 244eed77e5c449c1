"""The feed: each record's newest state at its newest position, stored as the bytes that travel."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.batches import batches
from sync.digest import hash_of
from sync.hub import schema, tally
from sync.hub.databases import bulk
from sync.hub.databases.among import among, bound
from sync.hub.databases.said import Said, said
from sync.hub.schema import FeedRow
from sync.hub.tally import Key as TallyKey
from sync.hub.tally import Scopes
from sync.own_group import own_group
from sync.wire import FeedRecord, Tally

MOST_RECORDS = 5_000
_feed = schema.feed.c
_record = msgspec.json.Decoder(FeedRecord)
Key = tuple[str, str]


_FIND = Said(
    lambda kind: (
        sa.select(_feed.body)
        .where(_feed.collection == sa.bindparam("collection"), among(kind, _feed.record_id, "ids"))
        .order_by(_feed.record_id)
        .with_for_update()
    )
)
_PART = said(
    sa.select(_feed.seq, _feed.body)
    .where(_feed.seq > sa.bindparam("after"), _feed.seq <= sa.bindparam("head"), ~schema.of_one_device())
    .order_by(_feed.seq)
    .limit(sa.bindparam("count"))
)
_OWN = said(
    sa.select(_feed.body)
    .where(
        _feed.group_id == sa.bindparam("own"),
        _feed.seq > sa.bindparam("after"),
        _feed.seq <= sa.bindparam("upto"),
    )
    .order_by(_feed.seq)
)
_ANY_OWN = said(
    sa.select(_feed.seq)
    .where(_feed.seq > sa.bindparam("after"), _feed.seq <= sa.bindparam("upto"), schema.of_one_device())
    .limit(sa.bindparam("most"))
)
_MOVE = (
    schema.feed.update()
    .where(_feed.seq == sa.bindparam("b_left"))
    .values(
        seq=sa.bindparam("b_seq"),
        group_id=sa.bindparam("b_group"),
        body=sa.bindparam("b_body"),
        hash=sa.bindparam("b_hash"),
    )
)


def find(connection: sa.Connection, keys: Iterable[Key]) -> dict[Key, FeedRecord]:
    """The records among `keys` that the feed holds. Nobody else changes them until the transaction ends."""
    by_name: dict[str, list[str]] = {}
    for name, record_id in keys:
        by_name.setdefault(name, []).append(record_id)
    found: dict[Key, FeedRecord] = {}
    for name in sorted(by_name):  # in one order everywhere, so that nobody waits in a circle
        for (body,) in _FIND.rows(connection, collection=name, ids=bound(connection, by_name[name])):
            record = _record.decode(body)
            found[name, record.id] = record
    return found


def put(
    connection: sa.Connection,
    rows: Sequence[FeedRow],
    left: Mapping[int, int],
    scopes: Scopes = tally.NO_SCOPES,
) -> dict[TallyKey, Tally]:
    """Store records at their positions. Returns by how much that changes the tallies.

    `left`: the position that a record had before, by its new one. It moves up as one row: whoever waits for
    its lock then finds it, moved.
    """
    changes = tally.moved(connection, rows, list(left.values()), scopes)
    moved = [{"b_left": left[row.seq], **_moved(row)} for row in rows if row.seq in left]
    if moved:
        connection.execute(_MOVE, moved)
    bulk.insert_rows(connection, schema.feed, FeedRow._fields, [r for r in rows if r.seq not in left])
    return changes


def row_of(record: FeedRecord, group: str) -> FeedRow:
    body = msgspec.json.encode(record)
    value = None if record.deleted else hash_of(body)
    return FeedRow(record.seq, record.collection, record.id, group, body, value)


def _moved(row: FeedRow) -> dict[str, Any]:
    return {"b_seq": row.seq, "b_group": row.group_id, "b_body": row.body, "b_hash": row.hash}


@dataclass(frozen=True, slots=True)
class Part:
    """Records of the feed as they are stored, and the position up to which they are all there are."""

    bodies: list[bytes]
    next: int
    entered: list[str] = field(default_factory=list)
    """Groups of which everything is among the bodies."""
    left: list[str] = field(default_factory=list)


def part(connection: sa.Connection, after: int, limit: int, head: int) -> Part:
    """What stands after a position, up to `head` and not beyond, but for what is told to one device."""
    count = max(1, min(limit, MOST_RECORDS))
    rows = _PART.rows(connection, after=after, head=head, count=count)
    return Part([body for _, body in rows], rows[-1][0] if len(rows) == count else max(head, after))


def own(connection: sa.Connection, device_id: str, after: int, upto: int) -> list[bytes]:
    """What is told to this device alone; not much."""
    return [body for (body,) in _OWN.rows(connection, own=own_group(device_id), after=after, upto=upto)]


def any_own(connection: sa.Connection, after: int, upto: int) -> bool:
    """Whether something stands there for one device, whichever."""
    return _ANY_OWN.value(connection, after=after, upto=upto, most=1) is not None


def spliced(bodies: Iterable[bytes], frame: Mapping[str, Any]) -> bytes:
    """A message as JSON, around records as they are stored."""
    return b'{"records":[' + b",".join(bodies) + b"]," + msgspec.json.encode(frame)[1:]


def bodies(connection: sa.Connection, positions: Sequence[int]) -> Iterable[bytes]:
    for some in batches(positions):
        query = sa.select(_feed.body).where(_feed.seq.in_(some))
        yield from connection.execute(query.order_by(_feed.seq)).scalars()


def moved_since(connection: sa.Connection, after: int, most: int) -> int:
    some = sa.select(_feed.seq).where(_feed.seq > after).limit(most).subquery()
    return connection.execute(sa.select(sa.func.count()).select_from(some)).scalar_one()


def holds(connection: sa.Connection, group: str) -> bool:
    """Whether there is a record of this group that was not taken away."""
    here = sa.select(_feed.seq).where(_feed.group_id == group, _feed.hash.is_not(None)).limit(1)
    return connection.scalar(here) is not None


def all_of(connection: sa.Connection, collection: str) -> Iterable[FeedRecord]:
    query = sa.select(_feed.body).where(_feed.collection == collection).order_by(_feed.seq)
    for body in connection.execute(query).scalars():
        yield _record.decode(body)
