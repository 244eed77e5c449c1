"""When a new version knows more columns or collections: take up what the old one carried or skipped."""

from typing import Any

import msgspec
import sqlalchemy as sa

from sync import columns
from sync.collection import Collection, Registry
from sync.device import schema, state
from sync.device.compare import audit
from sync.device.state import Cursor, Fact
from sync.device.told import held
from sync.shape import shape_of

_record = schema.record.c
_extra = msgspec.json.Decoder(dict[str, Any])


def take_up(connection: sa.Connection, registry: Registry) -> None:
    """Run when a replica opens; does its work once per shape of the registry."""
    shape = shape_of(registry)
    if state.get(connection, Fact.SHAPE) == shape:
        return
    for collection in registry:
        _fill_columns(connection, collection)
    _fetch_skipped(connection)
    audit.forget_rows(connection)
    state.put(connection, Fact.SHAPE, shape)


def _fill_columns(connection: sa.Connection, collection: Collection) -> None:
    carried = sa.select(_record.record_id, _record.extra).where(
        _record.collection == collection.name, _record.extra.is_not(None)
    )
    for record_id, body in connection.execute(carried).all():
        extra = _extra.decode(body)
        known = columns.known(collection, extra)
        if known:
            where = collection.table.c.id == record_id
            connection.execute(collection.table.update().where(where), known)
            held.explain(connection, collection.name, [record_id])
            left = columns.unknown(collection, extra)
            _keep(connection, collection, record_id, msgspec.json.encode(left) if left else None)


def _keep(connection: sa.Connection, collection: Collection, record_id: str, extra: bytes | None) -> None:
    where = _record.collection == collection.name, _record.record_id == record_id
    connection.execute(schema.record.update().where(*where).values(extra=extra))


def _fetch_skipped(connection: sa.Connection) -> None:
    """Pull again from the first record that was skipped; records that are here already change nothing."""
    first = connection.execute(sa.select(sa.func.min(schema.skipped.c.first_seq))).scalar()
    if first is None:
        return
    cursor = state.cursor(connection)
    state.put_cursor(connection, Cursor(cursor.epoch, min(cursor.seq, first - 1)))
    connection.execute(schema.skipped.delete())
