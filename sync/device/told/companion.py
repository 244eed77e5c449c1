"""What a record carries besides its columns: what its watched values rest on, rivals, unknown fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync import columns
from sync.clock import node_of
from sync.collection import Collection, Registry, Rule
from sync.device import schema
from sync.device.told import held
from sync.merge import REMOVAL, State
from sync.record import rivals_of
from sync.wire import Rival, ToldRecord

_NODE = len("mmmmmmmmmmmm-cccc-") + 1
"""Where the node begins in a stamp, as SQL counts."""
_record = schema.record.c
_seen = msgspec.json.Decoder(dict[str, dict[str, str]])
_rivals = msgspec.json.Decoder(dict[str, list[Rival]])
_extra = msgspec.json.Decoder(dict[str, Any])
_upsert = insert(schema.record)
_upsert = _upsert.on_conflict_do_update(
    ["collection", "record_id"],
    set_={name: _upsert.excluded[name] for name in ("seen", "rivals", "extra")},
)


_KEEP = """
    INSERT INTO sync_record (collection, record_id, seen, rivals, extra) VALUES (?, ?, ?, NULL, NULL)
    ON CONFLICT (collection, record_id) DO UPDATE SET seen = excluded.seen, rivals = NULL, extra = NULL
"""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field whose values were written without knowledge of each other; a person chooses."""

    field: str
    rivals: tuple[Rival, ...]
    """The other values; the one that stands for now is in the record."""


def store(connection: sa.Connection, collection: Collection, states: Mapping[str, State]) -> None:
    """Keep what these records carry; where nothing is left to carry, nothing is kept."""
    rows = {record_id: _row(collection, record_id, state) for record_id, state in states.items()}
    full = [row for row in rows.values() if row is not None]
    if full:
        connection.execute(_upsert, full)
    _forget_any(connection, collection, [record_id for record_id, row in rows.items() if row is None])


def store_plain(
    connection: sa.Connection, collection: Collection, records: Sequence[ToldRecord]
) -> dict[str, str]:
    """The same for records with all watched fields, without rivals and unknown fields.

    Returns the stamps of those whose watched values all rest on one, which are left to `held`.
    """
    if not collection.watched:
        _forget_any(connection, collection, [record.id for record in records])
        return {}
    watched = sorted(collection.watched)
    rests = {r.id: r.stamps[""] for r in records if "" in r.stamps and r.stamps.keys().isdisjoint(watched)}
    rows = [(collection.name, r.id, _own(watched, r.stamps)) for r in records if r.id not in rests]
    if rows:
        connection.exec_driver_sql(_KEEP, rows)
    _forget_any(connection, collection, list(rests))
    return rests


def keep_rests(connection: sa.Connection, registry: Registry) -> None:
    """What `held` knows of this is about to go with it."""
    stamp = schema.held.c.rests
    itself = sa.func.json_object(sa.func.substr(stamp, _NODE), stamp)
    for collection in registry:
        parts = [part for name in sorted(collection.watched) for part in (sa.literal(name), itself)]
        if parts:
            seen = sa.cast(sa.func.json_object(*parts), sa.LargeBinary)
            known = sa.select(schema.held.c.collection, schema.held.c.record_id, seen)
            known = known.where(schema.held.c.collection == collection.name, stamp.is_not(None))
            names = [_record.collection, _record.record_id, _record.seen]
            connection.execute(insert(schema.record).from_select(names, known).on_conflict_do_nothing())


def forget(connection: sa.Connection, collection: Collection, record_ids: Iterable[str]) -> None:
    keys = [{"b_collection": collection.name, "b_id": record_id} for record_id in record_ids]
    statement = schema.record.delete().where(
        _record.collection == sa.bindparam("b_collection"), _record.record_id == sa.bindparam("b_id")
    )
    connection.execute(statement, keys)


def seen(connection: sa.Connection, collection: Collection, record_id: str) -> dict[str, dict[str, str]]:
    """What the watched values that stand here rest on, rivals included."""
    row = connection.execute(sa.select(_record.seen).where(*_at(collection, record_id))).scalar()
    if row is not None:
        return _seen.decode(row)
    stamp = held.rests(connection, collection.name, record_id) if collection.watched else ""
    return {name: {node_of(stamp): stamp} for name in collection.watched} if stamp else {}


def settle(
    connection: sa.Connection, collection: Collection, record_id: str, known: Mapping[str, Mapping[str, str]]
) -> None:
    """Enter a write made here: the fields in `known` rest on that from now on, their rivals are decided.

    Under the empty name stands what a removal of the record has to name (rule `set`).
    """
    row = connection.execute(sa.select(schema.record).where(*_at(collection, record_id))).one_or_none()
    contexts = seen(connection, collection, record_id) | known
    rivals = _rivals.decode(row.rivals) if row and row.rivals else {}
    left = {name: values for name, values in rivals.items() if name not in known}
    values = {
        "collection": collection.name,
        "record_id": record_id,
        "seen": msgspec.json.encode(contexts),
        "rivals": msgspec.json.encode(left) if left else None,
        "extra": row.extra if row else None,
    }
    connection.execute(_upsert, [values])


def unknown_fields(connection: sa.Connection, collection: Collection, record_id: str) -> dict[str, Any]:
    """The fields that this version has no column for."""
    row = connection.execute(sa.select(_record.extra).where(*_at(collection, record_id))).scalar()
    return _extra.decode(row) if row is not None else {}


def disagreements(connection: sa.Connection, collection: Collection, record_id: str) -> list[Disagreement]:
    query = sa.select(_record.rivals).where(*_at(collection, record_id), _record.rivals.is_not(None))
    row = connection.execute(query).scalar()
    rivals = _rivals.decode(row) if row is not None else {}
    return [Disagreement(name, tuple(values)) for name, values in sorted(rivals.items())]


def _at(collection: Collection, record_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return _record.collection == collection.name, _record.record_id == record_id


def _forget_any(connection: sa.Connection, collection: Collection, record_ids: Sequence[str]) -> None:
    """In a first replica there is nothing to forget."""
    query = sa.select(sa.literal(1)).where(_record.collection == collection.name).limit(1)
    if record_ids and connection.execute(query).scalar() is not None:
        forget(connection, collection, record_ids)


def _own(watched: Sequence[str], stamps: Mapping[str, str]) -> bytes:
    """Each value rests on itself."""
    common = stamps.get("", "")
    own = {name: stamps.get(name) or common for name in watched}
    return msgspec.json.encode({name: {node_of(stamp): stamp} for name, stamp in own.items()})


def _row(collection: Collection, record_id: str, state: State) -> dict[str, Any] | None:
    watched = collection.watched & state.fields.keys()
    extra = columns.unknown(collection, state.fields)
    if not watched and not extra and not state.dots:
        return None
    seen = {name: state.context(name) for name in sorted(watched)}
    if collection.rule is Rule.SET:
        seen[REMOVAL] = state.covering
    return {
        "collection": collection.name,
        "record_id": record_id,
        "seen": msgspec.json.encode(seen),
        "rivals": msgspec.json.encode(rivals_of(state)) if state.rivals else None,
        "extra": msgspec.json.encode(extra) if extra else None,
    }
