"""A page of the hub's feed into the replica: typed rows, what they carry, and the cursor, in one transaction.

The hub's state is what stands, with the device's own unanswered writes laid over it by the merge rule.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from sync import columns
from sync.changes import Changes
from sync.clock import Clock
from sync.collection import Collection, Registry, Rule
from sync.device import driver, outbox, schema
from sync.device.compare import doubts
from sync.device.compare.strays import remove
from sync.device.gone import departures
from sync.device.gone.erased import without_erased
from sync.device.state import Cursor, Fact, put, put_cursor
from sync.device.told import companion, held, plain, row_hash, rows
from sync.device.told.defaults import defaults
from sync.merge import State, decide
from sync.record import state_of
from sync.wire import Page, ToldRecord

LOOKED_AT_ONCE = 500
"""So many rows are read again at once, to know later whether they still say the same."""

_OWN = "SELECT EXISTS (SELECT 1 FROM sync_outbox WHERE state > 0), EXISTS (SELECT 1 FROM sync_erased)"
"""Most often this device has written nothing that the hub has not taken, and erased nobody."""
_log = logging.getLogger(__name__)

Overlays = Mapping[outbox.Key, Sequence[State]]
Told = tuple[ToldRecord, int]
"""A record and the hash of it as it travelled."""


def apply_page(connection: sa.Connection, registry: Registry, page: Page, clock: Clock) -> Changes:
    """Apply the page's records, let go what is not held any more, and move the cursor behind them.

    What was not told goes when a pull is complete, not by a page: one that rings may have been made before
    this device started again, or before the hub took what it sent since.
    """
    told = apply_records(connection, registry, page.records, page.hashes, clock)
    gone = departures.leave(connection, registry, page)
    put_cursor(connection, Cursor(page.epoch, page.next))
    if page.floor:
        put(connection, Fact.FLOOR, page.floor)
    return Changes.union([told, gone])


def apply_records(
    connection: sa.Connection,
    registry: Registry,
    records: Sequence[ToldRecord],
    hashes: Sequence[int],
    clock: Clock,
) -> Changes:
    """Apply the hub's newest states, each with the hash of it as it travelled."""
    ((writes, erased),) = driver.rows(connection, _OWN)
    if erased:
        records, hashes = without_erased(connection, registry, records, hashes)
    pending = outbox.overlays(connection, registry) if writes else {}
    by_name: dict[str, list[Told]] = {}
    for told in zip(records, hashes, strict=True):
        by_name.setdefault(told[0].collection, []).append(told)
    parts = [
        _apply_collection(connection, collection, by_name.pop(name), pending)
        for name, collection in registry.by_name.items()
        if name in by_name
    ]
    for name, unknown in by_name.items():
        _remember_skipped(connection, name, unknown[0][0].seq)
    _observe(clock, records)
    changes = Changes.union(parts)
    if writes:
        outbox.retry_missing(connection, {(n, i) for n, ids in changes.records.items() for i in ids})
    return changes


def _apply_collection(
    connection: sa.Connection, collection: Collection, told: Sequence[Told], pending: Overlays
) -> Changes:
    written = {record_id for name, record_id in pending if name == collection.name}
    part = plain.sort(collection, (record for record, _ in told), written)
    living = {r.id: r for r in part.others}
    _keep_written(connection, collection, living, written)
    merged = {i: _overlaid(collection, r, pending.get((collection.name, i), ())) for i, r in living.items()}
    gone = [i for i, state in merged.items() if _is_gone(collection, living[i], state)]
    states = {i: state for i, state in merged.items() if i not in set(gone)}
    absent = defaults(collection.table)
    changed = [{columns.ID: i, **absent, **columns.known(collection, s.fields)} for i, s in states.items()]
    unfit = _store_plain(connection, collection.table, part)
    unfit |= rows.store(connection, collection.table, changed)
    companion.store(connection, collection, {i: s for i, s in states.items() if i not in unfit})
    rests = companion.store_plain(connection, collection, [r for r in part.plain if r.id not in unfit])
    here = [*states, *(record.id for record in part.plain)]
    said = row_hash.of(connection, collection, here) if len(told) <= LOOKED_AT_ONCE else held.NOTHING
    hashes = {record.id: value for record, value in told if not record.deleted}
    held.enter(connection, collection.name, hashes, unfit=unfit, rests=rests, rows=said)
    held.drop(connection, collection.name, [r.id for r in part.others if r.deleted])
    remove(connection, collection, gone)
    if unfit:
        _log.warning("%d records of %s do not fit and wait for an upgrade", len(unfit), collection.name)
        _remember_skipped(connection, collection.name, min(r.seq for r, _ in told if r.id in unfit))
    moved = frozenset([*here, *gone]) - unfit
    return Changes({collection.name: moved} if moved else {})


def _keep_written(
    connection: sa.Connection, collection: Collection, living: dict[str, ToldRecord], written: set[str]
) -> None:
    """A record that went out of this device's reach while a write to it is on its way: asked about later."""
    if collection.rule is Rule.SET:
        return
    kept = [i for i, record in living.items() if record.deleted and i in written]
    for record_id in kept:
        living.pop(record_id)
    doubts.note(connection, collection.name, kept)


def _store_plain(connection: sa.Connection, table: sa.Table, part: plain.Sorted) -> set[str]:
    few = 0 < len(part.rows) <= LOOKED_AT_ONCE
    return (rows.store_changed if few else rows.store_values)(connection, table, part.rows)


def _overlaid(collection: Collection, record: ToldRecord, writes: Iterable[State]) -> State:
    state = state_of(record)
    for write in writes:
        state = decide(collection.rule, collection.watched, state, write, collection.answer).state
    return state


def _is_gone(collection: Collection, record: ToldRecord, state: State) -> bool:
    """An element of a set may be here though the hub has not heard of it yet, and the reverse."""
    return not state.dots if collection.rule is Rule.SET else record.deleted


def _remember_skipped(connection: sa.Connection, name: str, seq: int) -> None:
    row = insert(schema.skipped).values(collection=name, first_seq=seq)
    connection.execute(row.on_conflict_do_nothing(["collection"]))


def _observe(clock: Clock, records: Iterable[ToldRecord]) -> None:
    newest = max((stamp for r in records for stamp in r.stamps.values()), default=None)
    if newest is not None:
        clock.observe(newest)
