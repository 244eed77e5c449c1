"""Rows that were changed or went without a word: the tables note them, so that one pass finds each.

Whoever takes a row away for a reason first sees to it that it is not held any more (`held.drop`), and nothing
is noted; whoever brings what the hub tells says so afterwards (`held.enter`), and the note goes. What is left
is a row that this device has written, which waits for the hub's answer, or one that something else touched.
"""

import sqlalchemy as sa

from sync.collection import Collection, Registry
from sync.device import driver
from sync.device.outbox import Key
from sync.device.told import held, row_hash, stored

_NOTED = "SELECT collection, record_id FROM sync_lost"


def watch(connection: sa.Connection, registry: Registry, there: set[str]) -> None:
    """Make the triggers that are not `there` yet."""
    for collection in registry:
        for name, event in (
            (f"sync_lost_{collection.name}", "DELETE"),
            (f"sync_changed_{collection.name}", "UPDATE"),
        ):
            if name not in there:
                driver.rows(connection, _trigger(name, event, collection))


def let_go(connection: sa.Connection, registry: Registry, waiting: set[Key]) -> None:
    """What is noted and is not as it was told is held no longer, but for what waits for the hub's answer."""
    noted: dict[str, list[str]] = {}
    for name, record_id in driver.rows(connection, _NOTED):
        if (name, record_id) not in waiting:
            noted.setdefault(name, []).append(record_id)
    for name, ids in noted.items():
        if name in registry.by_name:
            held.drop(connection, name, _not_as_told(connection, registry[name], ids))
        held.explain(connection, name, ids)


def _not_as_told(connection: sa.Connection, collection: Collection, ids: list[str]) -> list[str]:
    """A row that nobody had looked at since it was told may say anything by now."""
    told = held.row_hashes(connection, collection.name, ids)
    said = row_hash.of(connection, collection, ids)
    return [record_id for record_id, was in told.items() if was is None or said.get(record_id) != was]


def _trigger(name: str, event: str, collection: Collection) -> str:
    """What is noted already is not noted again: a trigger's own `OR IGNORE` yields to what an upsert says."""
    mine = f"collection = '{collection.name}' AND record_id = OLD.id"
    return f"""
        CREATE TRIGGER {stored.quote(name)} AFTER {event} ON {stored.quote(collection.table.name)}
        WHEN EXISTS (SELECT 1 FROM sync_held WHERE {mine} AND NOT unfit)
        AND NOT EXISTS (SELECT 1 FROM sync_lost WHERE {mine})
        BEGIN INSERT INTO sync_lost VALUES ('{collection.name}', OLD.id); END
    """  # noqa: S608 (names of tables)
