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
from sync.device import driver, schema
from sync.device.driver import Values
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
_PUT = """
    INSERT INTO sync_record (collection, record_id, seen, rivals, extra) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (collection, record_id)
    DO UPDATE SET seen = excluded.seen, rivals = excluded.rivals, extra = excluded.extra
"""
_FORGET = "DELETE FROM sync_record WHERE collection = ? AND record_id = ?"
_ANY = "SELECT 1 FROM sync_record WHERE collection = ? LIMIT 1"
_DISPUTED = "SELECT collection, record_id, seen, rivals FROM sync_record WHERE rivals IS NOT NULL"
_GET = "SELECT seen, rivals, extra FROM sync_record WHERE collection = ? AND record_id = ?"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field whose values were written without knowledge of each other; a person chooses."""

    field: str
    rivals: tuple[Rival, ...]
    """The other values; the one that stands for now is in the record."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """The same, of whichever record."""

    collection: str
    record_id: str
    field: str
    stamp: str
    """Of the value that stands for now."""
    rivals: tuple[Rival, ...]


def store(connection: sa.Connection, collection: Collection, states: Mapping[str, State]) -> None:
    """Keep what these records carry; where nothing is left to carry, nothing is kept."""
    rows = {record_id: _row(collection, record_id, state) for record_id, state in states.items()}
    driver.run_each(connection, _PUT, [row for row in rows.values() if row is not None])
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
    kept = [r for r in records if r.id not in rests]
    rows = [(collection.name, r.id, _own(watched, r.stamps), None, None) for r in kept]
    driver.run_each(connection, _PUT, rows)
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
    driver.run_each(connection, _FORGET, [(collection.name, record_id) for record_id in record_ids])


def seen(connection: sa.Connection, collection: Collection, record_id: str) -> dict[str, dict[str, str]]:
    """What the watched values that stand here rest on, rivals included."""
    known, _, _ = _kept(connection, collection, record_id)
    if known is not None:
        return _seen.decode(known)
    stamp = held.rests(connection, collection.name, record_id) if collection.watched else ""
    return {name: {node_of(stamp): stamp} for name in collection.watched} if stamp else {}


def settle(
    connection: sa.Connection, collection: Collection, record_id: str, known: Mapping[str, Mapping[str, str]]
) -> None:
    """Enter a write made here: the fields in `known` rest on that from now on, their rivals are decided.

    Under the empty name stands what a removal of the record has to name (rule `set`).
    """
    _, disputed, extra = _kept(connection, collection, record_id)
    contexts = msgspec.json.encode(seen(connection, collection, record_id) | known)
    rivals = _rivals.decode(disputed) if disputed else {}
    left = {name: values for name, values in rivals.items() if name not in known}
    disputed = msgspec.json.encode(left) if left else None
    driver.rows(connection, _PUT, (collection.name, record_id, contexts, disputed, extra))


def unknown_fields(connection: sa.Connection, collection: Collection, record_id: str) -> dict[str, Any]:
    """The fields that this version has no column for."""
    _, _, extra = _kept(connection, collection, record_id)
    return _extra.decode(extra) if extra is not None else {}


def disputes(connection: sa.Connection) -> list[Dispute]:
    """Everything that a person still has to choose, in no order."""
    return [
        Dispute(name, record_id, field, max(contexts[field].values(), default=""), tuple(values))
        for name, record_id, known, disputed in driver.rows(connection, _DISPUTED)
        for contexts in (_seen.decode(known),)
        for field, values in sorted(_rivals.decode(disputed).items())
    ]


def disagreements(connection: sa.Connection, collection: Collection, record_id: str) -> list[Disagreement]:
    _, disputed, _ = _kept(connection, collection, record_id)
    rivals = _rivals.decode(disputed) if disputed is not None else {}
    return [Disagreement(name, tuple(values)) for name, values in sorted(rivals.items())]


def _kept(
    connection: sa.Connection, collection: Collection, record_id: str
) -> tuple[bytes | None, bytes | None, bytes | None]:
    """What it rests on, its rivals, its unknown fields."""
    found = driver.rows(connection, _GET, (collection.name, record_id))
    return found[0] if found else (None, None, None)


def _forget_any(connection: sa.Connection, collection: Collection, record_ids: Sequence[str]) -> None:
    """In a first replica there is nothing to forget."""
    if record_ids and driver.rows(connection, _ANY, (collection.name,)):
        forget(connection, collection, record_ids)


def _own(watched: Sequence[str], stamps: Mapping[str, str]) -> bytes:
    """Each value rests on itself."""
    common = stamps.get("", "")
    own = {name: stamps.get(name) or common for name in watched}
    return msgspec.json.encode({name: {node_of(stamp): stamp} for name, stamp in own.items()})


def _row(collection: Collection, record_id: str, state: State) -> Values | None:
    watched = collection.watched & state.fields.keys()
    extra = columns.unknown(collection, state.fields)
    if not watched and not extra and not state.dots:
        return None
    seen = {name: state.context(name) for name in sorted(watched)}
    if collection.rule is Rule.SET:
        seen[REMOVAL] = state.covering
    rivals = msgspec.json.encode(rivals_of(state)) if state.rivals else None
    left = msgspec.json.encode(extra) if extra else None
    return collection.name, record_id, msgspec.json.encode(seen), rivals, left
