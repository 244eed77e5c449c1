"""A device's push into the hub: each write takes effect once, and each gets an answer of its own."""

from collections.abc import Sequence
from typing import TypeGuard

import msgspec
import sqlalchemy as sa

from sync import columns
from sync.clock import Clock, Stamp, future
from sync.collection import CANCELLED, Collection, Registry, Rule
from sync.errors import Code, HubRefused
from sync.hub import feed, rows, schema
from sync.hub.arrival import Unreadable, names_in
from sync.hub.databases.trouble import is_refused
from sync.hub.gone import erasures
from sync.hub.gone.remembered import GROUP, Remembered
from sync.hub.writer import HubWriter
from sync.merge import REMOVAL, State, decide, written
from sync.record import state_of
from sync.sqlite import attempt
from sync.wire import FeedRecord, PushedRecord, Status, Verdict


class Overtaken(Exception):
    """Another transaction made a record while this one looked: to be begun again."""


class Intake:
    """One device's push within one transaction.

    Rows go into their tables together when all is judged. Where a table refuses one of them the database
    raises an error, and the push is taken again in a new transaction, `one_by_one`, to find which.
    """

    def __init__(
        self,
        writer: HubWriter,
        registry: Registry,
        clock: Clock,
        device_id: str,
        now: int,
        *,
        one_by_one: bool = False,
        remembered: Remembered | None = None,
    ) -> None:
        self._writer = writer
        self._registry = registry
        self._clock = clock
        self._device = device_id
        self._now = now
        self._one_by_one = one_by_one
        self._remembered = remembered
        self._erased: set[int] = set()
        self._unkept: set[int] = set()
        self._later: dict[str, dict[str, tuple[bool, State]]] = {}
        self._newest = ""
        self._future = future(now)

    def take(self, records: Sequence[PushedRecord | Unreadable]) -> tuple[list[Verdict], int]:
        """The answers in order, and the device's newest number. Raises HubRefused on a gap."""
        start = last = last_dseq(self._writer.connection, self._device, counting=True)
        before = self._refused_before(records)
        self._erased = self._about_erased(records)
        self._writer.prefetch([(r.collection, r.id) for r in records if self._may_be_there(r)])
        verdicts: list[Verdict] = []
        for record in records:
            if record.dseq <= last:
                verdicts.append(before.get(record.dseq) or self._repeated(record))
                continue
            if record.dseq != last + 1:
                raise HubRefused(Code.SEQUENCE_GAP, f"expected {last + 1}, not {record.dseq}")
            erased = record.dseq in self._erased
            verdict = _rejected(record.dseq, Code.ERASED, "") if erased else self._judge(record)
            if verdict.status is Status.REJECTED:
                before[record.dseq] = verdict
                self._keep(record, verdict)
            verdicts.append(verdict)
            last = record.dseq
        self._observe()
        self._store_together()
        if last != start:
            _count(self._writer.connection, self._device, last, first=start == 0)
        return verdicts, last

    def _judge(self, record: PushedRecord | Unreadable) -> Verdict:
        if isinstance(record, Unreadable):
            return _rejected(record.dseq, Code.INVALID_RECORD, record.message)
        collection = self._registry.get(record.collection)
        if collection is None:
            return _rejected(record.dseq, Code.UNKNOWN_COLLECTION, record.collection)
        if not collection.written_by_devices:
            return _rejected(record.dseq, Code.NOT_WRITABLE, record.collection)
        existing = self._existing(record)
        making = collection.rule is Rule.FACT or record.new
        reason = _refusal(collection, record, whole=making and (existing is None or existing.deleted))
        if reason is not None:
            return _rejected(record.dseq, Code.INVALID_RECORD, reason)
        if _missing(collection, record, existing, making=making):
            return _rejected(record.dseq, Code.MISSING_RECORD, "the record is not there")
        return self._effect(collection, record, existing)

    def _effect(self, collection: Collection, record: PushedRecord, existing: FeedRecord | None) -> Verdict:
        if existing is not None and existing.deleted and collection.rule is Rule.FACT:
            return Verdict(dseq=record.dseq, status=Status.DUPLICATE, seq=existing.seq)
        stamp = self._stamp(record)
        local = state_of(existing) if existing is not None else None
        incoming = _state(collection, record, stamp)
        state = incoming
        if local is not None:
            state = decide(collection.rule, collection.watched, local, incoming, collection.answer).state
        if existing is not None and _is_repeated(collection, record, state):
            return Verdict(dseq=record.dseq, status=Status.DUPLICATE, seq=existing.seq)
        making = existing is None or existing.deleted
        if self._one_by_one:
            refused = self._store_alone(collection, record.id, making=making, state=state)
            if refused:
                return _rejected(record.dseq, Code.INVALID_RECORD, refused)
        else:
            later = self._later.setdefault(collection.name, {})
            later[record.id] = (later.get(record.id, (making, state))[0], state)
        entry = self._writer.enter(collection, record.id, state)
        status = Status.APPLIED if stamp == record.stamp else Status.ADJUSTED
        return Verdict(dseq=record.dseq, status=status, seq=entry.seq)

    def _store_alone(self, collection: Collection, record_id: str, *, making: bool, state: State) -> str:
        """Why the table does not take it, empty when it does."""
        connection = self._writer.connection
        try:
            with attempt(connection):
                rows.store(connection, collection, {record_id: (making, state)})
        except sa.exc.DBAPIError as error:
            if not is_refused(error):
                raise
            if making and feed.find(connection, [(collection.name, record_id)]):
                raise Overtaken from error
            return str(error.orig)
        return ""

    def _about_erased(self, records: Sequence[PushedRecord | Unreadable]) -> set[int]:
        """The numbers of the writes that name an erased group or record."""
        connection, remembered = self._writer.connection, self._remembered
        if remembered is None or not erasures.any_known(connection):
            return set()
        named: dict[int, set[str]] = {}
        for record in records:
            if isinstance(record, Unreadable):
                if self._may_name_erased(remembered, record):
                    self._unkept.add(record.dseq)
            else:
                group = self._registry.group_of(record.collection, record.id, record.fields)
                hashes = {remembered.hash_of(record.collection, record.id)}
                named[record.dseq] = hashes | ({remembered.hash_of(GROUP, group)} if group else set())
        known = erasures.known(connection, set().union(*named.values()))
        return {dseq for dseq, hashes in named.items() if hashes & known}

    def _may_name_erased(self, remembered: Remembered, record: Unreadable) -> bool:
        """Whichever of its texts was to be the id. What has too many of them is not looked through."""
        names = names_in(record.body)
        if names is None:
            return True
        kinds = (GROUP, *self._registry.by_name)
        hashes = {remembered.hash_of(kind, name) for name in names for kind in kinds}
        return bool(erasures.known(self._writer.connection, hashes))

    def _store_together(self) -> None:
        """Each record once, as it stands after the whole push."""
        for name, states in self._later.items():
            rows.store(self._writer.connection, self._registry[name], states)

    def _stamp(self, record: PushedRecord) -> str:
        """The write's stamp, brought back to now where its clock ran more than a minute ahead."""
        if record.stamp >= self._future:
            self._observe()
            stamp, back = Stamp.parse(record.stamp), Stamp.parse(self._clock.stamp())
            return str(Stamp(back.ms, back.counter, stamp.node))
        self._newest = max(self._newest, record.stamp)
        return record.stamp

    def _observe(self) -> None:
        if self._newest:
            self._clock.observe(self._newest)

    def _repeated(self, record: PushedRecord | Unreadable) -> Verdict:
        existing = self._existing(record)
        seq = existing.seq if existing is not None else 0
        return Verdict(dseq=record.dseq, status=Status.DUPLICATE, seq=seq)

    def _existing(self, record: PushedRecord | Unreadable) -> FeedRecord | None:
        """All that may be there were read before the first was judged."""
        unreadable = isinstance(record, Unreadable)
        return None if unreadable else self._writer.found(record.collection, record.id)

    def _may_be_there(self, record: PushedRecord | Unreadable) -> TypeGuard[PushedRecord]:
        """What no database would look up is not asked for."""
        known = isinstance(record, PushedRecord) and self._registry.get(record.collection) is not None
        return known and columns.usable_id(record.id)

    def _refused_before(self, records: Sequence[PushedRecord | Unreadable]) -> dict[int, Verdict]:
        if not records:
            return {}
        table = schema.rejected
        numbers = [record.dseq for record in records]
        query = sa.select(table.c.dseq, table.c.code, table.c.message).where(
            table.c.device_id == self._device, table.c.dseq.between(min(numbers), max(numbers))
        )
        rows = self._writer.connection.execute(query)
        return {row.dseq: _rejected(row.dseq, Code(row.code), row.message) for row in rows}

    def _keep(self, record: PushedRecord | Unreadable, verdict: Verdict) -> None:
        body = record.body if isinstance(record, Unreadable) else msgspec.json.encode(record)
        if verdict.code is Code.ERASED or record.dseq in self._unkept:
            body = b""
        self._writer.connection.execute(
            schema.rejected.insert().values(
                device_id=self._device,
                dseq=record.dseq,
                code=(verdict.code or Code.INTERNAL).value,
                message=verdict.message,
                body=body,
                at=self._now,
            )
        )


def last_dseq(connection: sa.Connection, device_id: str, *, counting: bool = False) -> int:
    """The newest write of a device; `counting` keeps its other pushes waiting until the transaction ends."""
    query = sa.select(schema.received.c.last_dseq).where(schema.received.c.device_id == device_id)
    return connection.execute(query.with_for_update() if counting else query).scalar() or 0


def _count(connection: sa.Connection, device_id: str, last: int, *, first: bool) -> None:
    if first:
        connection.execute(schema.received.insert().values(device_id=device_id, last_dseq=last))
    else:
        where = schema.received.c.device_id == device_id
        connection.execute(schema.received.update().where(where).values(last_dseq=last))


def _state(collection: Collection, record: PushedRecord, stamp: str) -> State:
    seen = record.seen
    if seen:
        names = (collection.watched & record.fields.keys()) | {REMOVAL}
        seen = {name: known for name, known in seen.items() if name in names}
    return written(collection.rule, record.fields, stamp, seen, new=record.new)


def _missing(
    collection: Collection, record: PushedRecord, existing: FeedRecord | None, *, making: bool
) -> bool:
    """An element that is not in its set may be changed and removed: whoever adds it again hears of that."""
    if collection.rule is Rule.SET:
        return existing is None and not making and REMOVAL not in record.seen
    if collection.rule is Rule.FACT:
        return False
    return existing.deleted if existing is not None else not making


def _is_repeated(collection: Collection, record: PushedRecord, state: State) -> bool:
    """The record is there already; another content under its id is a fault that moves it up, to be heard."""
    match collection.rule:
        case Rule.FACT:
            return state.fields == record.fields
        case Rule.REQUEST:
            return record.new
        case _:
            return False


def _refusal(collection: Collection, record: PushedRecord, *, whole: bool) -> str | None:
    if not columns.usable_id(record.id):
        return "not an id"
    if not _usable_stamps(record):
        return "not a clock stamp"
    if collection.rule is Rule.REQUEST and not _asks(collection, record):
        return "only the hub answers"
    return columns.refusal(collection, record.fields, whole=whole and REMOVAL not in record.seen)


def _asks(collection: Collection, record: PushedRecord) -> bool:
    """A new request without an answer, or one taken back."""
    if record.new:
        return not collection.reserved & record.fields.keys()
    return record.fields == {collection.answer: CANCELLED}


def _usable_stamps(record: PushedRecord) -> bool:
    stamps = [record.stamp, *(s for known in record.seen.values() for s in known.values())]
    try:
        for stamp in stamps:
            Stamp.parse(stamp)
    except ValueError:
        return False
    return True


def _rejected(dseq: int, code: Code, message: str) -> Verdict:
    return Verdict(dseq=dseq, status=Status.REJECTED, code=code, message=message.replace("\0", ""))
