"""Rows that the hub does not have and no write of this device explains: who may have made them decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync import columns
from sync.batches import batches
from sync.clock import Clock
from sync.collection import Collection, Rule
from sync.device import outbox
from sync.device.told import companion


@dataclass(frozen=True, slots=True)
class Settled:
    removed: frozenset[str] = frozenset()
    sent_again: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


def settle(
    connection: sa.Connection,
    collection: Collection,
    record_ids: Iterable[str],
    clock: Clock,
    *,
    was_silent: bool,
) -> Settled:
    """What only the hub writes is taken away. A fact may be the last copy: it is sent again.

    A record of another rule stays: what its fields' newer values are is for those to tell who wrote them.
    Not so on a device that was silent for so long that it was not told what was deleted.
    """
    here = _rows(connection, collection, list(record_ids))
    if collection.rule is Rule.REFERENCE or (was_silent and collection.rule is not Rule.FACT):
        remove(connection, collection, here)
        return Settled(removed=frozenset(here))
    if collection.rule is Rule.FACT:
        for record_id, fields in here.items():
            _send(connection, collection, record_id, fields, clock)
        return Settled(sent_again=frozenset(here))
    return Settled(kept=frozenset(here))


def remove(connection: sa.Connection, collection: Collection, record_ids: Iterable[str]) -> None:
    ids = list(record_ids)
    if ids:
        statement = collection.table.delete().where(collection.table.c.id == sa.bindparam("b_id"))
        connection.execute(statement, [{"b_id": record_id} for record_id in ids])
        companion.forget(connection, collection, ids)


def _send(
    connection: sa.Connection, collection: Collection, record_id: str, fields: dict[str, Any], clock: Clock
) -> None:
    outbox.append(
        connection,
        key=(collection.name, record_id),
        group=collection.group_of(record_id, fields),
        fields=companion.unknown_fields(connection, collection, record_id) | fields,
        stamp=clock.stamp(),
        seen={},
        new=True,
        now=clock.now(),
    )


def _rows(
    connection: sa.Connection, collection: Collection, record_ids: list[str]
) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for some in batches(record_ids):
        for row in connection.execute(sa.select(collection.table).where(collection.table.c.id.in_(some))):
            fields = dict(row._mapping)  # noqa: SLF001 (SQLAlchemy's documented name)
            found[fields.pop(columns.ID)] = fields
    return found
