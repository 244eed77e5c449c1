"""What a typed row says, as a hash in the device's own form; it never travels."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from sync.batches import batches
from sync.collection import Collection
from sync.digest import hash_of


def first(connection: sa.Connection, collection: Collection, after: str, count: int) -> dict[str, int]:
    """The next rows after an id, in the order of their ids."""
    key = collection.table.c.id
    return _hashes(connection, _query(collection).where(key > after).order_by(key).limit(count))


def of(connection: sa.Connection, collection: Collection, record_ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(record_ids):
        found |= _hashes(connection, _query(collection).where(collection.table.c.id.in_(some)))
    return found


def _query(collection: Collection) -> sa.Select:
    """The values as they are stored: what is spoilt may be no value of its column any more."""
    stored = [sa.type_coerce(column, sa.types.NullType()) for column in collection.table.columns]
    return sa.select(collection.table.c.id, *stored)


def _hashes(connection: sa.Connection, query: sa.Select) -> dict[str, int]:
    return {row[0]: hash_of(msgspec.json.encode(tuple(row[1:]))) for row in connection.execute(query)}
