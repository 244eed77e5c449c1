"""The typed rows of records on the hub, as their merged states say: made, changed, taken away."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from sync import columns
from sync.collection import Collection, Rule
from sync.hub.databases import bulk
from sync.merge import State

Row = dict[str, Any]
States = Mapping[str, tuple[bool, State]]
"""Per id: whether there is no row yet, and the state that it is to show."""
_KEY = "key_of_row"


def store(connection: sa.Connection, collection: Collection, states: States) -> None:
    """Raises IntegrityError as the table does."""
    alike: dict[tuple[bool, tuple[str, ...]], list[Row]] = {}
    gone: list[str] = []
    for record_id, (making, state) in states.items():
        if collection.rule is Rule.SET and not state.dots:
            gone.append(record_id)
            continue
        row = {columns.ID: record_id, **_carried(collection, state.fields)}
        alike.setdefault((making, tuple(row)), []).append(row)
    for (making, _), rows in alike.items():
        _put(connection, collection.table, rows, making=making)
    if gone:
        statement = collection.table.delete().where(collection.table.c.id == sa.bindparam(_KEY))
        connection.execute(statement, [{_KEY: record_id} for record_id in gone])


def _carried(collection: Collection, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """A fact was looked at as a whole just before; other states hold what came at other times."""
    if collection.rule is Rule.FACT and columns.all_known(collection, fields):
        return fields
    return columns.known(collection, fields)


def _put(connection: sa.Connection, table: sa.Table, rows: list[Row], *, making: bool) -> None:
    names = rows[0].keys() - {columns.ID}
    if making:
        bulk.insert(connection, table, rows)
    elif names:
        update = table.update().where(table.c.id == sa.bindparam(_KEY))
        values = {name: sa.bindparam(name) for name in names}
        keyed = [{_KEY: row[columns.ID], **{n: row[n] for n in names}} for row in rows]
        connection.execute(update.values(values), keyed)
