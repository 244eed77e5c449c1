"""Rows that went without a word: the tables themselves note them, so that one pass finds each of them.

Whoever takes a row away for a reason first sees to it that it is not held any more (`held.drop`), and nothing
is noted. What is noted is therefore a row that the hub told and that something else has deleted.
"""

import sqlalchemy as sa

from sync.batches import batches
from sync.collection import Collection, Registry
from sync.device import driver
from sync.device.outbox import Key
from sync.device.told import held, stored

_NOTED = "SELECT collection, record_id FROM sync_lost"
_FORGET = "DELETE FROM sync_lost WHERE collection = ? AND record_id = ?"


def watch(connection: sa.Connection, registry: Registry, there: set[str]) -> None:
    """Make the triggers that are not `there` yet."""
    for collection in registry:
        name = f"sync_lost_{collection.name}"
        if name not in there:
            driver.rows(connection, _trigger(name, collection))


def let_go(connection: sa.Connection, registry: Registry, waiting: set[Key]) -> None:
    """What is noted and has not come back is held no longer, but for what waits for the hub's answer."""
    noted: dict[str, list[str]] = {}
    for name, record_id in driver.rows(connection, _NOTED):
        if (name, record_id) not in waiting:
            noted.setdefault(name, []).append(record_id)
    for name, ids in noted.items():
        if name in registry.by_name:
            held.drop(connection, name, _absent(connection, registry[name], ids))
        driver.run_each(connection, _FORGET, [(name, record_id) for record_id in ids])


def _absent(connection: sa.Connection, collection: Collection, ids: list[str]) -> list[str]:
    here = {row[0] for some in batches(ids) for row in stored.rows(connection, collection.table, some)}
    return [record_id for record_id in ids if record_id not in here]


def _trigger(name: str, collection: Collection) -> str:
    mine = f"collection = '{collection.name}' AND record_id = OLD.id"
    return f"""
        CREATE TRIGGER {stored.quote(name)} AFTER DELETE ON {stored.quote(collection.table.name)}
        WHEN EXISTS (SELECT 1 FROM sync_held WHERE {mine} AND NOT unfit)
        BEGIN INSERT OR IGNORE INTO sync_lost VALUES ('{collection.name}', OLD.id); END
    """  # noqa: S608 (names of tables)
