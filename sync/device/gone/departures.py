"""Records that leave this device without being deleted: the hub keeps them, and holds them for it no more."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from sync import columns
from sync.batches import batches
from sync.changes import Changes
from sync.collection import Collection, Registry
from sync.device import outbox
from sync.device.compare import doubts
from sync.device.compare.strays import remove
from sync.device.told import held
from sync.wire import Page


def leave(connection: sa.Connection, registry: Registry, page: Page) -> Changes:
    """Of groups that left, everything goes; of groups that entered, what the page does not tell.

    What has a write that the hub has not taken stays, and is asked about when it has.
    """
    if not page.entered and not page.left:
        return Changes()
    told: dict[str, set[str]] = {}
    for record in page.records:
        told.setdefault(record.collection, set()).add(record.id)
    parts = [
        _leave(connection, collection, page, told.get(collection.name, set()))
        for collection in registry.grouped
    ]
    return Changes.union(parts)


def go(connection: sa.Connection, collection: Collection, record_ids: Iterable[str]) -> Changes:
    """Take rows away that the hub holds elsewhere; those with a write on its way are asked about later."""
    ids = set(record_ids)
    own = {record_id for name, record_id in outbox.unconfirmed(connection) if name == collection.name}
    gone = sorted(ids - own)
    held.drop(connection, collection.name, sorted(ids))
    remove(connection, collection, gone)
    doubts.note(connection, collection.name, sorted(ids & own))
    return Changes({collection.name: frozenset(gone)} if gone else {})


def _leave(connection: sa.Connection, collection: Collection, page: Page, told: set[str]) -> Changes:
    left = _rows(connection, collection, page.left)
    beyond = _rows(connection, collection, page.entered) - told
    return go(connection, collection, left | beyond) if left or beyond else Changes()


def _rows(connection: sa.Connection, collection: Collection, groups: Sequence[str]) -> set[str]:
    found: set[str] = set()
    table = collection.table
    own = [sa.func.coalesce(table.c[collection.reader], "") == ""] if collection.reader else []
    for some in batches(groups):
        within = table.c[collection.group].in_(some)
        found.update(connection.execute(sa.select(table.c[columns.ID]).where(within, *own)).scalars())
    return found
