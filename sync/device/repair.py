"""A record that the hub refused is given up, taken up again where that was a mistake, or put right."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from sync import columns
from sync.collection import Registry
from sync.device import outbox, schema
from sync.device.outbox import RecordState
from sync.device.told import companion, held
from sync.errors import Code

_box = schema.outbox.c


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was given up, for as long as somebody may want it back."""

    collection: str
    record_id: str
    writes: tuple[Mapping[str, Any], ...]
    row: Mapping[str, Any] | None
    """The record itself, where the hub does not have it: made here and refused, or gone there for long."""


def drop(connection: sa.Connection, registry: Registry, collection: str, record_id: str) -> Dropped:
    """Without its refused writes. What the hub has of it comes back with the next pass; the rest goes.

    Raises LookupError where nothing of it was refused.
    """
    target = registry[collection]
    of_it = _box.collection == collection, _box.record_id == record_id
    refused = sa.select(schema.outbox).where(*of_it, _box.state == RecordState.SET_ASIDE)
    writes = tuple(dict(row) for row in connection.execute(refused).mappings())
    if not writes:
        raise LookupError(f"{collection}: nothing of this record was refused")
    connection.execute(schema.outbox.delete().where(_box.position.in_([w["position"] for w in writes])))
    held.drop(connection, collection, [record_id])
    if not any(write["new"] or write["code"] == Code.MISSING_RECORD.value for write in writes):
        return Dropped(collection, record_id, writes, None)
    row = connection.execute(sa.select(target.table).where(target.table.c.id == record_id)).mappings().first()
    connection.execute(target.table.delete().where(target.table.c.id == record_id))
    companion.forget(connection, target, [record_id])
    return Dropped(collection, record_id, writes, dict(row) if row is not None else None)


def restore(connection: sa.Connection, registry: Registry, dropped: Dropped) -> None:
    """As it was: refused, and here."""
    connection.execute(schema.outbox.insert(), [dict(write) for write in dropped.writes])
    if dropped.row is not None:
        connection.execute(registry[dropped.collection].table.insert(), dict(dropped.row))


def rewritable(connection: sa.Connection) -> set[tuple[str, str]]:
    """The refused records that the hub has never had: nobody else has read what stands in them."""
    query = sa.select(_box.collection, _box.record_id).where(
        _box.state == RecordState.SET_ASIDE, _box.new.is_(True)
    )
    return {(row.collection, row.record_id) for row in connection.execute(query)}


def rewrite(
    connection: sa.Connection, registry: Registry, collection: str, record_id: str, values: Mapping[str, Any]
) -> None:
    """Let such a record say something else, and queue it again, behind all others.

    Raises LookupError where the hub has it or did not refuse it, ValueError where it surely would again.
    """
    target = registry[collection]
    if (collection, record_id) not in rewritable(connection):
        raise LookupError(f"{collection}: nothing of this record was refused, or the hub has it")
    reason = columns.refusal(target, values, whole=False)
    if reason or columns.unknown(target, values):
        raise ValueError(f"{collection}: {reason or 'no such column'}")
    of_it = _box.collection == collection, _box.record_id == record_id
    refused = sa.select(_box.position, _box.fields, _box.new).where(
        *of_it, _box.state == RecordState.SET_ASIDE
    )
    for position, fields, new in connection.execute(refused).all():
        said = msgspec.json.decode(fields)
        said |= {name: value for name, value in values.items() if new or name in said}
        changed = schema.outbox.update().where(_box.position == position)
        connection.execute(changed.values(fields=msgspec.json.encode(said)))
    connection.execute(target.table.update().where(target.table.c.id == record_id), dict(values))
    outbox.retry(connection, *of_it)
