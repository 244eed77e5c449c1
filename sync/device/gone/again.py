"""Starting again: everything is told anew, and what is not told goes. The outbox is never touched.

A device does so when it missed what the hub no longer tells (`resync`) or when it is to hold something else.
Its rows stay readable meanwhile. Cut anywhere, it goes on: what is held and how far it came are on disk.
"""

import sqlalchemy as sa

from sync.changes import Changes
from sync.collection import Collection, Registry
from sync.device import schema, state
from sync.device.compare import doubts
from sync.device.gone import departures
from sync.device.state import Cursor, Fact
from sync.device.told import companion, held

_UNSURE = "?"
_held = schema.held.c


def begin(connection: sa.Connection, registry: Registry, epoch: str, *, sweep: bool, sure: bool) -> None:
    """Back to the beginning of that history. With `sweep` what is not told by the end of it goes.

    `sure`: the hub lost nothing. Otherwise it is asked first, for a row here may be the last copy.
    """
    state.put_cursor(connection, Cursor(epoch, 0))
    state.put(connection, Fact.FLOOR, 0)
    connection.execute(schema.skipped.delete())
    companion.keep_rests(connection, registry)
    held.clear(connection)
    if sweep or state.get(connection, Fact.SWEEP):
        state.put(connection, Fact.SWEEP, epoch if sure else _UNSURE)


def end(connection: sa.Connection, registry: Registry, epoch: str) -> Changes:
    """Everything was told: what else is here goes, if this device started again for that."""
    began = state.get(connection, Fact.SWEEP)
    if not began:
        return Changes()
    state.put(connection, Fact.SWEEP, "")
    parts = [Changes()]
    for collection in registry:
        untold = _untold(connection, collection)
        if began == epoch:
            parts.append(departures.go(connection, collection, untold))
        else:
            doubts.note(connection, collection.name, untold)
    return Changes.union(parts)


def _untold(connection: sa.Connection, collection: Collection) -> list[str]:
    key = collection.table.c.id
    told = sa.exists().where(_held.collection == collection.name, _held.record_id == key)
    return list(connection.execute(sa.select(key).where(~told)).scalars())
