"""What the hub holds of a group, taken away: typed rows, feed, files, memberships, refused writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from sync import columns
from sync.batches import batches
from sync.collection import Registry
from sync.errors import Code
from sync.hub import schema, tally
from sync.hub.scopes import members
from sync.hub.scopes.members import member, moved
from sync.hub.tally import Key
from sync.wire import EVERYTHING, Tally

_feed = schema.feed.c
_rejected = schema.rejected.c
Record = tuple[str, str]
"""Collection, id."""


@dataclass(frozen=True, slots=True)
class Gone:
    """What the feed held of a group."""

    records: Sequence[tuple[str, str]]
    """Collection and id of each."""
    changes: Mapping[Key, Tally]

    @classmethod
    def union(cls, parts: Sequence["Gone"]) -> "Gone":
        records = [record for part in parts for record in part.records]
        return cls(records, tally.added(*(part.changes for part in parts)))


def take_away(connection: sa.Connection, registry: Registry, group: str) -> Gone:
    """Typed rows, feed, files that nothing else names, memberships. To be called within a transaction."""
    rows = connection.execute(
        sa.select(_feed.collection, _feed.record_id, _feed.hash).where(_feed.group_id == group)
    ).all()
    records = [(row.collection, row.record_id) for row in rows]
    scopes = members.scopes_of(connection, [group]).get(group, [])
    left: dict[Key, list[int]] = {}
    for row in rows:
        for scope in (EVERYTHING, *scopes) if row.hash is not None else ():
            left.setdefault((scope, row.collection), []).append(row.hash)
    shared = _about(connection, registry, group)
    for (name, _), (of, value) in shared.items():
        for scope in tally.counting(of, tally.NO_SCOPES):
            left.setdefault((scope, name), []).append(value)
    records += shared
    _remove_rows(connection, registry, records)
    connection.execute(schema.feed.delete().where(_feed.group_id == group))
    for name, record_id in shared:
        same = _feed.collection == name, _feed.record_id == record_id
        connection.execute(schema.feed.delete().where(*same))
    connection.execute(member.delete().where(member.c.group_id == group))
    connection.execute(moved.delete().where(moved.c.group_id == group))
    for name, ids in _by_name(records).items():
        for some in batches(ids):
            same = moved.c.collection == name, moved.c.record_id.in_(some)
            connection.execute(moved.delete().where(*same))
    return Gone(records, tally.by_how_much({}, left))


def blank_rejected(connection: sa.Connection, group: str, records: Iterable[Record]) -> None:
    """Of refused writes about her the number and the code remain: a repeated push gets an answer."""
    names = [group.encode(), *(record_id.encode() for _, record_id in records)]
    nothing = {"body": b"", "message": "", "code": Code.ERASED.value}
    for row in connection.execute(sa.select(_rejected.device_id, _rejected.dseq, _rejected.body)).all():
        if any(name in row.body for name in names):
            where = _rejected.device_id == row.device_id, _rejected.dseq == row.dseq
            connection.execute(schema.rejected.update().where(*where).values(nothing))


def _about(connection: sa.Connection, registry: Registry, group: str) -> dict[Record, tuple[str, int]]:
    """What is not of her group though it speaks of her: whose each record is, and its hash."""
    found: dict[Record, tuple[str, int]] = {}
    for collection in registry:
        if collection.about:
            table = collection.table
            query = (
                sa.select(_feed.record_id, _feed.group_id, _feed.hash)
                .join(table, table.c[columns.ID] == _feed.record_id)
                .where(
                    _feed.collection == collection.name,
                    _feed.group_id != group,
                    table.c[collection.about] == group,
                )
            )
            rows = connection.execute(query.where(_feed.hash.is_not(None)))
            found |= {(collection.name, row.record_id): (row.group_id, row.hash) for row in rows}
    return found


def _remove_rows(connection: sa.Connection, registry: Registry, records: Iterable[tuple[str, str]]) -> None:
    for name, ids in _by_name(records).items():
        collection = registry.get(name)
        if collection is None:
            continue
        table = collection.table
        files: set[str] = set()
        for some in batches(ids):
            within = table.c[columns.ID].in_(some)
            if collection.blob is not None:
                files.update(connection.execute(sa.select(table.c[collection.blob]).where(within)).scalars())
            connection.execute(table.delete().where(within))
        _remove_files(connection, registry, files - {"", None})


def _remove_files(connection: sa.Connection, registry: Registry, digests: set[str]) -> None:
    for digest in sorted(digests):
        named = [c.table.c[c.blob] == digest for c in registry if c.blob is not None]
        if not any(connection.scalar(sa.select(sa.exists().where(one))) for one in named):
            connection.execute(schema.blob.delete().where(schema.blob.c.digest == digest))


def _by_name(records: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, record_id in records:
        found.setdefault(name, []).append(record_id)
    return found
