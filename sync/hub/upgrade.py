"""When a new version knows more columns: fill them from what newer devices had already sent."""

import sqlalchemy as sa

from sync import columns
from sync.collection import Collection, Registry
from sync.hub import feed, history
from sync.hub.history import History
from sync.shape import shape_of


def take_up(connection: sa.Connection, registry: Registry, known: History) -> None:
    """Run when a store opens; does its work once per shape of the registry."""
    shape = shape_of(registry)
    if known.shape == shape:
        return
    for collection in registry:
        if collection.written_by_devices:
            _fill(connection, collection)
    history.change(connection, shape=shape)


def _fill(connection: sa.Connection, collection: Collection) -> None:
    table = collection.table
    update = table.update().where(table.c.id == sa.bindparam("b_id"))
    for record in feed.all_of(connection, collection.name):
        fields = columns.known(collection, record.fields)
        if fields:
            connection.execute(update, {"b_id": record.id, **fields})
