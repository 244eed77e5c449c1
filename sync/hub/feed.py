"""The feed: each record's newest state at its newest position, stored as the bytes that travel."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from sync.digest import hash_of
from sync.hub import schema, tally
from sync.wire import FeedRecord

MOST_RECORDS = 5_000
_MANY = 500
_feed = schema.feed.c
_record = msgspec.json.Decoder(FeedRecord)
Key = tuple[str, str]


def find(connection: sa.Connection, keys: Iterable[Key]) -> dict[Key, FeedRecord]:
    """The records among `keys` that the feed holds."""
    by_name: dict[str, list[str]] = {}
    for name, record_id in keys:
        by_name.setdefault(name, []).append(record_id)
    found: dict[Key, FeedRecord] = {}
    for name, ids in by_name.items():
        for start in range(0, len(ids), _MANY):
            query = sa.select(_feed.body).where(
                _feed.collection == name, _feed.record_id.in_(ids[start : start + _MANY])
            )
            for body in connection.execute(query).scalars():
                record = _record.decode(body)
                found[name, record.id] = record
    return found


def put(connection: sa.Connection, records: Sequence[FeedRecord], left: Sequence[int]) -> None:
    """Store records at their positions and clear the positions that they left."""
    rows = [_row(record) for record in records]
    tally.move(connection, rows, left)
    if left:
        where = _feed.seq == sa.bindparam("b_seq")
        connection.execute(schema.feed.delete().where(where), [{"b_seq": seq} for seq in left])
    if rows:
        connection.execute(schema.feed.insert(), rows)


def page(connection: sa.Connection, after: int, limit: int, header: Mapping[str, Any], head: int) -> bytes:
    """A `wire.Page` as JSON; the records are spliced in as they are stored."""
    count = max(1, min(limit, MOST_RECORDS))
    query = sa.select(_feed.seq, _feed.body).where(_feed.seq > after).order_by(_feed.seq).limit(count)
    rows = connection.execute(query).all()
    last = rows[-1].seq if len(rows) == count else max(head, after)
    frame = {**header, "next": last, "upto": head}
    if last >= head:
        frame["digest"] = tally.read(connection)
    return spliced((row.body for row in rows), frame)


def spliced(bodies: Iterable[bytes], frame: Mapping[str, Any]) -> bytes:
    """A message as JSON, around records as they are stored."""
    return b'{"records":[' + b",".join(bodies) + b"]," + msgspec.json.encode(frame)[1:]


def bodies(connection: sa.Connection, positions: Sequence[int]) -> Iterable[bytes]:
    for start in range(0, len(positions), _MANY):
        query = sa.select(_feed.body).where(_feed.seq.in_(positions[start : start + _MANY]))
        yield from connection.execute(query.order_by(_feed.seq)).scalars()


def all_of(connection: sa.Connection, collection: str) -> Iterable[FeedRecord]:
    query = sa.select(_feed.body).where(_feed.collection == collection).order_by(_feed.seq)
    for body in connection.execute(query).scalars():
        yield _record.decode(body)


def _row(record: FeedRecord) -> dict[str, Any]:
    body = msgspec.json.encode(record)
    return {
        "seq": record.seq,
        "collection": record.collection,
        "record_id": record.id,
        "body": body,
        "hash": None if record.deleted else hash_of(body),
    }
