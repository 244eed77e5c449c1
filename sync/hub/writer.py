"""A write transaction on the hub: typed rows at once, the feed's entries when it ends."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
import uuid_utils

from sync import columns
from sync.batches import batches
from sync.changes import Changes
from sync.clock import Clock
from sync.collection import CANCELLED, Collection, Registry, Rule
from sync.hub import schema, tally
from sync.hub.databases import bulk
from sync.hub.databases.positions import Positions
from sync.hub.feed import Key
from sync.hub.gone import erasures
from sync.hub.gone.remembered import Remembered
from sync.hub.gone.taking_away import Gone, blank_rejected, take_away
from sync.hub.intake.facts import NewFact
from sync.hub.moves import Moves
from sync.hub.scopes import members
from sync.hub.scopes.holding import NO_SCOPES, Holding, Judging, judge, note_visit, take_turns
from sync.hub.scopes.members import SHARED
from sync.hub.tally import Key as TallyKey
from sync.merge import State, decide, removal, written
from sync.record import state_of
from sync.sqlite import attempt
from sync.wire import FeedRecord, Tally

Hook = Callable[[sa.Connection, str], None]
"""What the application erases of a group in tables of its own, in the same transaction."""


class HubWriter:
    """A `sync.writer.Writer`, with what only a hub can do: bulk, removal, files, reference records."""

    def __init__(
        self,
        connection: sa.Connection,
        registry: Registry,
        clock: Clock,
        positions: Positions,
        *,
        start: int,
        holding: Holding = NO_SCOPES,
        remembered: Remembered | None = None,
    ) -> None:
        self._connection = connection
        self._positions = positions
        self._registry = registry
        self._clock = clock
        self._moves = Moves(connection, registry, start)
        self._holding = holding
        self._remembered = remembered
        self._erased: Gone | None = None
        self._now = clock.now()
        self._judged: set[str] = set()

    @property
    def connection(self) -> sa.Connection:
        return self._connection

    @property
    def changes(self) -> Changes:
        ids: dict[str, set[str]] = {}
        erased = self._erased.records if self._erased is not None else ()
        for name, record_id in (*self._moves.keys, *erased):
            ids.setdefault(name, set()).add(record_id)
        return Changes({name: frozenset(of) for name, of in ids.items()})

    @property
    def now(self) -> int:
        return self._now

    @property
    def remembered(self) -> Remembered | None:
        """What was erased, and the key that names it."""
        return self._remembered

    @property
    def head(self) -> int:
        """The newest feed position, this transaction's included."""
        return self._moves.head

    @property
    def advanced(self) -> bool:
        """Whether this transaction gave a position: to a record, or to a group that enters or leaves."""
        return self._moves.advanced

    def alone(self, *names: str) -> None:
        """No other transaction goes on that asks for one of these names, until this one ends."""
        self._positions.alone(self._connection, names)

    def take_turns(self, groups: Iterable[str]) -> None:
        """No other transaction goes on that erases or judges one of these groups, until this one ends."""
        take_turns(self._connection, groups)

    def insert(self, collection: str, values: Mapping[str, Any]) -> str:
        return self.insert_many(collection, [values])[0]

    def insert_many(self, collection: str, rows: Iterable[Mapping[str, Any]]) -> list[str]:
        """Add records in their order, many at once. Returns their ids."""
        target = self._collection(collection)
        prepared = [_prepared(target, row) for row in rows]
        for alike in _runs(prepared):
            bulk.insert(self._connection, target.table, alike)
        self.prefetch([(target.name, row[columns.ID]) for row in prepared])
        for row in prepared:
            fields = {name: value for name, value in row.items() if name != columns.ID}
            state = self._made(target, row[columns.ID], fields)
            if state.fields.keys() != fields.keys():
                self._follow(target, row[columns.ID], state)
            self.enter(target, row[columns.ID], state)
        return [row[columns.ID] for row in prepared]

    def update(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        target = self._collection(collection)
        if target.rule is Rule.FACT:
            raise ValueError(f"{collection}: its records do not change")
        if not values:
            return
        if values.get(target.reader):
            raise ValueError(f"{collection}: whom a record is for does not change")
        _check(target, values, whole=False)
        before = self.find(collection, record_id)
        if before is None or before.deleted:
            raise LookupError(f"{collection}: no such record")
        after = self._changed(target, state_of(before), values)
        where = target.table.c.id == record_id
        self._connection.execute(target.table.update().where(where), dict(values))
        self.enter(target, record_id, after)

    def remove(self, collection: str, record_id: str) -> None:
        """Take a reference record, or an element of a set, away; devices remove theirs."""
        target = self._collection(collection)
        if target.rule not in (Rule.REFERENCE, Rule.SET):
            raise ValueError(f"{collection}: its records are not removed")
        self._remove(target, record_id)

    def expire(self, collection: str, record_ids: Sequence[str]) -> None:
        """Keep records no longer, whatever their rule: they go from here and from every device.

        A device that sends one of them again, not having heard of it, is told that it was taken.
        """
        target = self._collection(collection)
        for some in batches(record_ids):
            self.prefetch([(collection, record_id) for record_id in some])
            for record_id in some:
                self._remove(target, record_id)

    def _remove(self, target: Collection, record_id: str) -> None:
        before = self.find(target.name, record_id)
        self._connection.execute(target.table.delete().where(target.table.c.id == record_id))
        if target.rule is not Rule.SET:
            self._moves.move(_gone(target, record_id, before, self._moves.next()))
        elif before is not None and not before.deleted:
            state = state_of(before)
            gone = removal(state.covering, self._stamp_after(state))
            self.enter(target, record_id, decide(target.rule, frozenset(), state, gone).state)

    def cancel(self, collection: str, record_id: str) -> None:
        """Take a request back that is not answered yet."""
        target = self._collection(collection)
        before = self.find(collection, record_id)
        if before is None or before.fields.get(target.answer):
            raise LookupError(f"{collection}: no such request, or it is decided")
        self.update(collection, record_id, {target.answer: CANCELLED})

    def add_blob(self, body: bytes) -> str:
        """Keep a file. Returns its SHA-256 (hex), the name that records know it by."""
        digest = hashlib.sha256(body).hexdigest()
        query = sa.select(schema.blob.c.digest).where(schema.blob.c.digest == digest)
        if self._connection.execute(query).scalar() is None:
            with suppress(sa.exc.IntegrityError), attempt(self._connection):  # somebody else just kept it
                self._connection.execute(schema.blob.insert().values(digest=digest, body=body))
        return digest

    def erase(self, group: str, hooks: Iterable[Hook] = ()) -> int:
        """Erase everything of a group, as the first and only thing of this transaction.

        Those that are bound to it go with it. `hooks` are called before, for what the application keeps
        elsewhere. Returns how many records there were. Raises ValueError where the store was opened without
        a place to remember erasures.
        """
        if self._remembered is None or self.advanced or self._erased or not group:
            raise ValueError("an erasure names a group and has a transaction and a remembered key of its own")
        erasures.lock(self._connection)
        groups = self._in_turn([group])
        for one in groups:
            for hook in hooks:
                hook(self._connection, one)
        parts, whole = list[Gone](), None
        for one in groups:
            parts.append(gone := take_away(self._connection, self._registry, one))
            blank_rejected(self._connection, one, gone.records)
            known = self._connection, self._remembered, one, gone.records, self._now
            erasure_id = erasures.remember(*known, part_of=whole)
            whole = whole or erasure_id
        self._erased = Gone.union(parts)
        self._moves.next()
        return len(self._erased.records)

    def find(self, collection: str, record_id: str) -> FeedRecord | None:
        """The record's newest state, this transaction's own included."""
        return self._moves.find((collection, record_id))

    def found(self, collection: str, record_id: str) -> FeedRecord | None:
        """The same where `prefetch` has looked already."""
        return self._moves.found((collection, record_id))

    def prefetch(self, keys: Sequence[Key]) -> None:
        """Read many records at once that `find` will be asked for."""
        self._moves.prefetch(keys)

    def enter(self, target: Collection, record_id: str, state: State) -> FeedRecord:
        """Give a record's new state the next feed position."""
        return self._moves.enter(target, record_id, state)

    def enter_fact(self, fact: NewFact) -> int:
        """A device's new fact, its row included. Returns its position."""
        return self._moves.add(fact)

    def judge(self, groups: Iterable[str]) -> None:
        """Ask the rule again which scopes hold these groups, though nothing of theirs was written."""
        self._judged.update(groups)

    def fetch(self, scope: str, group: str, until: int) -> None:
        """Let a scope hold a group until then, whatever the rule says."""
        self._in_turn([group])
        note_visit(self._connection, scope, group, until)
        self.judge([group])

    def flush(self) -> dict[TallyKey, Tally]:
        """Write the feed's entries; once, before the commit. Returns what that changes in the tallies."""
        if self._erased is not None:
            return dict(self._erased.changes)
        if self._holding is NO_SCOPES and not self._judged:
            return self._moves.put()
        touched = self._in_turn((self._judged | self._moves.groups) - {SHARED})
        changes = self._moves.put(members.scopes_of(self._connection, touched))
        members.note_moved(self._connection, list(self._moves.gone_over()))
        rule = Judging(self._holding, self._registry)
        judged = judge(self._connection, rule, touched, self._now, self._moves.next)
        return tally.added(changes, judged)

    def _in_turn(self, groups: Iterable[str]) -> list[str]:
        """These groups and all that are bound to them, when nobody else is at them any more.

        Somebody may have bound others to them while this waited.
        """
        wanted, taken = self._registry.whole(self._connection, groups), set[str]()
        while wanted - taken and take_turns(self._connection, sorted(wanted - taken)):
            taken, wanted = wanted, self._registry.whole(self._connection, wanted)
        return sorted(wanted)

    def _made(self, target: Collection, record_id: str, fields: Mapping[str, Any]) -> State:
        if target.rule not in (Rule.FIELDS, Rule.SET):
            return State(fields)
        before = self.find(target.name, record_id) if target.rule is Rule.SET else None
        if before is None:
            return written(target.rule, fields, self._clock.stamp(), {}, new=True)
        there = state_of(before)
        state = written(target.rule, fields, self._stamp_after(there), {}, new=True)
        return decide(target.rule, frozenset(), there, state).state

    def _stamp_after(self, state: State) -> str:
        """A stamp after all that this state knows, also of what came through another process."""
        for stamp in (*state.stamps.values(), *state.dots):
            self._clock.observe(stamp)
        return self._clock.stamp()

    def _follow(self, target: Collection, record_id: str, state: State) -> None:
        """An element that was in the set before has kept what its addition does not name."""
        where = target.table.c.id == record_id
        self._connection.execute(target.table.update().where(where), columns.known(target, state.fields))

    def _changed(self, target: Collection, state: State, values: Mapping[str, Any]) -> State:
        if target.rule not in (Rule.FIELDS, Rule.SET):
            if state.fields.get(target.answer) == CANCELLED:
                raise LookupError(f"{target.name}: the request was taken back")
            return State({**state.fields, **values})
        seen = {name: state.context(name) for name in target.watched & values.keys()}
        incoming = written(target.rule, values, self._stamp_after(state), seen, new=False)
        return decide(target.rule, target.watched, state, incoming).state

    def _collection(self, name: str) -> Collection:
        collection = self._registry.get(name)
        if collection is None:
            raise ValueError(f"{name}: no such collection")
        return collection


def _prepared(target: Collection, values: Mapping[str, Any]) -> dict[str, Any]:
    fields = dict(values)
    record_id = fields.pop(columns.ID, None) or str(uuid_utils.uuid7())
    if not columns.usable_id(record_id):
        raise ValueError(f"{target.name}: not an id")
    _check(target, fields, whole=True)
    return {columns.ID: record_id, **fields}


def _gone(target: Collection, record_id: str, before: FeedRecord | None, seq: int) -> FeedRecord:
    """Nothing is left of it but whose it was."""
    known = before.fields if before is not None else {}
    fields = {name: known[name] for name in (target.group, target.reader) if name in known}
    return FeedRecord(seq=seq, collection=target.name, id=record_id, fields=fields, deleted=True)


def _runs(rows: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Rows with the same columns together, for one statement each."""
    shapes: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row in rows:
        shapes.setdefault(tuple(sorted(row)), []).append(row)
    return list(shapes.values())


def _check(collection: Collection, fields: Mapping[str, Any], *, whole: bool) -> None:
    unknown = columns.unknown(collection, fields)
    reason = columns.refusal(collection, fields, whole=whole)
    if unknown or reason:
        raise ValueError(f"{collection.name}: {reason or 'no such column: ' + ', '.join(sorted(unknown))}")
