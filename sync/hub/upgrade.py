"""When a new version knows more columns: fill them from what newer devices had already sent.

And where it groups records otherwise, the feed and what is counted of it follow.
"""

import sqlalchemy as sa

from sync import columns
from sync.collection import Collection, Registry
from sync.hub import feed, history, schema
from sync.hub.history import History
from sync.shape import shape_of


def take_up(connection: sa.Connection, registry: Registry, known: History) -> list[str]:
    """Run when a store opens; does its work once per shape of the registry.

    Returns the collections whose records belong to other groups now and have to be counted again.
    """
    shape = shape_of(registry)
    if known.shape == shape:
        return []
    for collection in registry:
        if collection.written_by_devices:
            _fill(connection, collection)
    history.change(connection, shape=shape)
    return [collection.name for collection in registry if _group(connection, collection)]


def _fill(connection: sa.Connection, collection: Collection) -> None:
    table = collection.table
    update = table.update().where(table.c.id == sa.bindparam("b_id"))
    for record in feed.all_of(connection, collection.name):
        fields = columns.known(collection, record.fields)
        if fields:
            connection.execute(update, {"b_id": record.id, **fields})


def _group(connection: sa.Connection, collection: Collection) -> bool:
    column = schema.feed.c
    named = {r.seq: collection.group_of(r.id, r.fields) for r in feed.all_of(connection, collection.name)}
    query = sa.select(column.seq, column.group_id).where(column.collection == collection.name)
    wrong = {seq: named[seq] for seq, group in connection.execute(query) if named[seq] != group}
    for seq, group in wrong.items():
        connection.execute(schema.feed.update().where(column.seq == seq).values(group_id=group))
    return bool(wrong)
