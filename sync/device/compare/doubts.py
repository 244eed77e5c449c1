"""Rows that the hub may not hold for this device: asked about at the end of a pull.

They are noted where nothing else would tell soon: what was written here and taken by the hub may lie outside
what this device holds, and what left while a write was on its way stays until the hub has it.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync.collection import Collection, Registry
from sync.device import schema

_doubt = schema.doubt.c
_held = schema.held.c
_box = schema.outbox.c
_note = insert(schema.doubt).on_conflict_do_nothing()


def note(connection: sa.Connection, collection: str, record_ids: Iterable[str]) -> None:
    rows = [{"collection": collection, "record_id": record_id} for record_id in record_ids]
    if rows:
        connection.execute(_note, rows)


def note_answered(connection: sa.Connection, numbers: Iterable[int]) -> None:
    """The hub has taken these writes (`dseq`): they come back with the feed, or are not for this device."""
    rows = [{"b_dseq": number} for number in numbers]
    if rows:
        taken = sa.select(_box.collection, _box.record_id).where(_box.dseq == sa.bindparam("b_dseq"))
        entry = insert(schema.doubt).from_select(["collection", "record_id"], taken)
        connection.execute(entry.on_conflict_do_nothing(), rows)


def standing(
    connection: sa.Connection, registry: Registry, waiting: set[tuple[str, str]]
) -> list[tuple[Collection, list[str]]]:
    """Those that are neither held nor `waiting` for the hub to take a write. Forgets what is settled."""
    same = _held.collection == _doubt.collection, _held.record_id == _doubt.record_id
    connection.execute(schema.doubt.delete().where(sa.exists().where(*same)))
    found: dict[str, list[str]] = {}
    for name, record_id in connection.execute(sa.select(_doubt.collection, _doubt.record_id)):
        if (name, record_id) not in waiting:
            found.setdefault(name, []).append(record_id)
    return [(registry[name], ids) for name, ids in found.items() if name in registry.by_name]


def settle(connection: sa.Connection, collection: str, record_ids: Iterable[str]) -> None:
    rows = [{"b_id": record_id} for record_id in record_ids]
    where = _doubt.collection == collection, _doubt.record_id == sa.bindparam("b_id")
    if rows:
        connection.execute(schema.doubt.delete().where(*where), rows)
