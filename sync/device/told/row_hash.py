"""What a typed row says, as a hash in the device's own form; it never travels.

Of the values as they are stored: what is spoilt may be no value of its column any more.
"""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from sync.batches import batches
from sync.collection import Collection
from sync.device import driver
from sync.device.driver import Values
from sync.device.told import stored
from sync.digest import hash_of


def first(connection: sa.Connection, collection: Collection, after: str, count: int) -> dict[str, int]:
    """The next rows after an id, in the order of their ids."""
    query = f"{stored.select(collection.table)} WHERE id > ? ORDER BY id LIMIT ?"
    return _hashes(driver.rows(connection, query, (after, count)))


def of(connection: sa.Connection, collection: Collection, record_ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(record_ids):
        found |= _hashes(stored.rows(connection, collection.table, some))
    return found


def _hashes(rows: Iterable[Values]) -> dict[str, int]:
    return {row[0]: hash_of(msgspec.json.encode(row)) for row in rows}
