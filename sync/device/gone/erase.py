"""Erasing a group from this device: rows, what they carry, what waits or was sent, files, traces on disk."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from sync import columns
from sync.api import HubApi
from sync.batches import batches
from sync.changes import Changes
from sync.collection import Collection, Registry
from sync.device import schema
from sync.device.compare.strays import remove
from sync.device.gone import erased
from sync.device.replica import OUTBOX, Replica
from sync.device.told import held
from sync.sqlite import fold
from sync.wire import Confirmation

_box = schema.outbox.c


def erase_told(replica: Replica, api: HubApi, groups: Sequence[str]) -> Changes:
    """Erase, on disk, and tell the hub. What was erased is told again until it has heard of it."""
    if not groups:
        return Changes()
    changes = erase(replica, groups)
    api.confirm(Confirmation(erased=list(groups)))
    return changes


def erase(replica: Replica, groups: Sequence[str]) -> Changes:
    with replica.transaction() as connection:
        changes = erase_groups(connection, replica.registry, groups)
        for hook in replica.erasing:
            hook(connection, groups)
    fold(replica.engine)
    if changes:
        replica.tell(changes)
    return changes


def erase_groups(connection: sa.Connection, registry: Registry, groups: Sequence[str]) -> Changes:
    """Everything of them, whatever waits for the hub. They do not come back with a page that is under way."""
    erased.note(connection, groups)
    gone: dict[str, frozenset[str]] = {}
    for some in batches(groups):
        written = connection.execute(
            sa.select(_box.collection, _box.record_id).where(_box.group_id.in_(some))
        ).all()
        connection.execute(schema.outbox.delete().where(_box.group_id.in_(some)))
        for collection in registry.erasable:
            ids = _rows(connection, collection, some) | {i for name, i in written if name == collection.name}
            _erase(connection, registry, collection, sorted(ids))
            gone[collection.name] = gone.get(collection.name, frozenset()) | ids
    changed = {name: ids for name, ids in gone.items() if ids}
    return Changes({**changed, OUTBOX: frozenset()}) if changed else Changes()


def take_back(connection: sa.Connection, registry: Registry, numbers: Sequence[int]) -> Changes:
    """The hub says that these writes (`dseq`) are about somebody erased: she goes here too."""
    if not numbers:
        return Changes()
    query = sa.select(_box.dseq, _box.collection, _box.record_id, _box.group_id)
    rows = connection.execute(query.where(_box.dseq.in_(numbers))).all()
    parts = (
        [erase_groups(connection, registry, sorted({row.group_id for row in rows} - {""}))] if rows else []
    )
    for row in rows:
        if row.group_id == "" and row.collection in registry.by_name:
            _erase(connection, registry, registry[row.collection], [row.record_id])
            parts.append(Changes({row.collection: frozenset({row.record_id}), OUTBOX: frozenset()}))
    return Changes.union(parts)


def erase_records(
    connection: sa.Connection, registry: Registry, collection: Collection, record_ids: Sequence[str]
) -> Changes:
    """The hub says that these were erased, which this device was not told: whoever they belong to goes."""
    if not record_ids:
        return Changes()
    groups: set[str] = set()
    if collection.group:
        column = collection.table.c[collection.group]
        for some in batches(record_ids):
            query = sa.select(column).where(collection.table.c[columns.ID].in_(some), column.is_not(None))
            groups.update(connection.execute(query).scalars())
    changes = erase_groups(connection, registry, sorted(groups - {""}))
    _erase(connection, registry, collection, record_ids)
    return Changes.union([changes, Changes({collection.name: frozenset(record_ids)})])


def _erase(connection: sa.Connection, registry: Registry, collection: Collection, ids: Sequence[str]) -> None:
    files = _files(connection, collection, ids)
    held.drop(connection, collection.name, ids)
    remove(connection, collection, ids)
    for some in batches(ids):
        mine = _box.collection == collection.name, _box.record_id.in_(some)
        connection.execute(schema.outbox.delete().where(*mine))
        doubts = schema.doubt.c.collection == collection.name, schema.doubt.c.record_id.in_(some)
        connection.execute(schema.doubt.delete().where(*doubts))
    _remove_files(connection, registry, files)


def _rows(connection: sa.Connection, collection: Collection, groups: Sequence[str]) -> set[str]:
    within = collection.table.c[collection.group or collection.about].in_(groups)
    return set(connection.execute(sa.select(collection.table.c[columns.ID]).where(within)).scalars())


def _files(connection: sa.Connection, collection: Collection, ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    if collection.blob is not None:
        column = collection.table.c[collection.blob]
        for some in batches(ids):
            found.update(
                connection.execute(
                    sa.select(column).where(collection.table.c[columns.ID].in_(some))
                ).scalars()
            )
    return found


def _remove_files(connection: sa.Connection, registry: Registry, digests: Iterable[str]) -> None:
    for digest in digests:
        named = [c.table.c[c.blob] == digest for c in registry if c.blob is not None]
        if not any(connection.scalar(sa.select(sa.exists().where(one))) for one in named):
            connection.execute(schema.blob.delete().where(schema.blob.c.digest == digest))
