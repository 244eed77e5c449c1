"""A device's push into the hub: each write takes effect once, and each gets an answer of its own."""

from collections.abc import Sequence
from typing import TypeGuard

import msgspec
import sqlalchemy as sa

from sync import columns
from sync.clock import Clock, Stamp, future
from sync.collection import Collection, Registry, Rule
from sync.errors import Code, HubRefused
from sync.hub import feed, rows, schema
from sync.hub.databases.said import said
from sync.hub.databases.trouble import is_refused
from sync.hub.gone import erasures
from sync.hub.gone.remembered import GROUP, Remembered
from sync.hub.intake import received
from sync.hub.intake.arrival import Unreadable, Write, names_in
from sync.hub.intake.facts import NewFact
from sync.hub.intake.judging import incoming, is_repeated, missing, refusal, rejected
from sync.hub.intake.permission import EVERYBODY, Permission
from sync.hub.writer import HubWriter
from sync.merge import State, decide
from sync.record import state_of
from sync.sqlite import attempt
from sync.wire import FeedRecord, PushedRecord, Status, Verdict

_rejected = schema.rejected.c
_REFUSED = said(
    sa.select(_rejected.dseq, _rejected.code, _rejected.message).where(
        _rejected.device_id == sa.bindparam("b_device"),
        _rejected.dseq.between(sa.bindparam("b_first"), sa.bindparam("b_last")),
    )
)


class Overtaken(Exception):
    """Another transaction made a record while this one looked: to be begun again."""


class Intake:
    """One device's push within one transaction.

    Rows go into their tables together when all is judged. Where a table refuses one of them the database
    raises an error, and the push is taken again in a new transaction, `one_by_one`, to find which: then
    nothing in it may have been read ahead.
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
        permission: Permission = EVERYBODY,
    ) -> None:
        self._writer = writer
        self._registry = registry
        self._clock = clock
        self._device = device_id
        self._now = now
        self._one_by_one = one_by_one
        self._remembered = remembered
        self._permission = permission
        self._erased: set[int] = set()
        self._unkept: set[int] = set()
        self._later: dict[str, dict[str, tuple[bool, State]]] = {}
        self._newest = ""
        self._future = future(now)

    def take(self, writes: Sequence[Write]) -> tuple[list[Verdict], int]:
        """The answers in order, and the device's newest number. Raises HubRefused on a gap."""
        connection = self._writer.connection
        start = last = received.last_dseq(connection, self._device, counting=True)
        before = self._refused_before(writes) if any(write.dseq <= last for write in writes) else {}
        self._erased = self._about_erased(writes)
        self._writer.prefetch([(w.collection, w.id) for w in writes if self._may_be_there(w)])
        verdicts: list[Verdict] = []
        for write in writes:
            if write.dseq <= last:
                verdicts.append(before.get(write.dseq) or self._repeated(write))
                continue
            if write.dseq != last + 1:
                raise HubRefused(Code.SEQUENCE_GAP, f"expected {last + 1}, not {write.dseq}")
            verdict = self._answer(write)
            if verdict.status is Status.REJECTED:
                before[write.dseq] = verdict
                self._keep(write, verdict)
            verdicts.append(verdict)
            last = write.dseq
        self._observe()
        self._store_together()
        if last != start:
            received.count(connection, self._device, last, first=start == 0)
        return verdicts, last

    def _answer(self, write: Write) -> Verdict:
        if write.dseq in self._erased:
            return rejected(write.dseq, Code.ERASED, "")
        if isinstance(write, Unreadable):
            return rejected(write.dseq, Code.INVALID_RECORD, write.message)
        if isinstance(write, PushedRecord):
            return self._judge(write)
        if self._writer.found(write.collection, write.id) is not None:
            return self._judge(write.pushed())
        status = Status.APPLIED if self._stamp(write) == write.stamp else Status.ADJUSTED
        return Verdict(dseq=write.dseq, status=status, seq=self._writer.enter_fact(write))

    def _judge(self, record: PushedRecord) -> Verdict:
        collection = self._registry.get(record.collection)
        if collection is None:
            return rejected(record.dseq, Code.UNKNOWN_COLLECTION, record.collection)
        if not collection.written_by_devices:
            return rejected(record.dseq, Code.NOT_WRITABLE, record.collection)
        existing = self._existing(record)
        making = collection.rule is Rule.FACT or record.new
        reason = refusal(collection, record, whole=making and (existing is None or existing.deleted))
        if reason is not None:
            return rejected(record.dseq, Code.INVALID_RECORD, reason)
        if missing(collection, record, existing, making=making):
            return rejected(record.dseq, Code.MISSING_RECORD, "the record is not there")
        forbidden = self._forbidden(collection, record, existing)
        if forbidden:
            return rejected(record.dseq, Code.NOT_ALLOWED, forbidden)
        return self._effect(collection, record, existing)

    def _forbidden(self, collection: Collection, record: PushedRecord, existing: FeedRecord | None) -> str:
        """A fact that is here already is no new deed: it is answered as it always was."""
        if collection.name not in self._permission.judged or (existing and collection.rule is Rule.FACT):
            return ""
        before = existing.fields if existing is not None and not existing.deleted else None
        after = {**(before or {}), **record.fields}
        return self._permission.refusal(self._writer.connection, collection.name, before, after)

    def _effect(self, collection: Collection, record: PushedRecord, existing: FeedRecord | None) -> Verdict:
        if existing is not None and existing.deleted and collection.rule is Rule.FACT:
            return Verdict(dseq=record.dseq, status=Status.DUPLICATE, seq=existing.seq)
        stamp = self._stamp(record)
        local = state_of(existing) if existing is not None else None
        state = incoming(collection, record, stamp)
        if local is not None:
            state = decide(collection.rule, collection.watched, local, state, collection.answer).state
        if existing is not None and is_repeated(collection, record, state):
            return Verdict(dseq=record.dseq, status=Status.DUPLICATE, seq=existing.seq)
        making = existing is None or existing.deleted
        if self._one_by_one:
            refused = self._store_alone(collection, record.id, making=making, state=state)
            if refused:
                return rejected(record.dseq, Code.INVALID_RECORD, refused)
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

    def _about_erased(self, writes: Sequence[Write]) -> set[int]:
        """The numbers of the writes that name an erased group or record."""
        connection, remembered = self._writer.connection, self._remembered
        if remembered is None or not erasures.any_known(connection):
            return set()
        named: dict[int, set[str]] = {}
        for write in writes:
            if isinstance(write, Unreadable):
                if self._may_name_erased(remembered, write):
                    self._unkept.add(write.dseq)
            else:
                group = self._group(write)
                hashes = {remembered.hash_of(write.collection, write.id)}
                named[write.dseq] = hashes | ({remembered.hash_of(GROUP, group)} if group else set())
        known = erasures.known(connection, set().union(*named.values()))
        return {dseq for dseq, hashes in named.items() if hashes & known}

    def _group(self, write: NewFact | PushedRecord) -> str:
        if isinstance(write, NewFact):
            return write.group
        return self._registry.group_of(write.collection, write.id, write.fields)

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

    def _stamp(self, record: NewFact | PushedRecord) -> str:
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

    def _repeated(self, write: Write) -> Verdict:
        existing = self._existing(write)
        seq = existing.seq if existing is not None else 0
        return Verdict(dseq=write.dseq, status=Status.DUPLICATE, seq=seq)

    def _existing(self, write: Write) -> FeedRecord | None:
        """All that may be there were read before the first was judged."""
        return None if isinstance(write, Unreadable) else self._writer.found(write.collection, write.id)

    def _may_be_there(self, write: Write) -> TypeGuard[NewFact | PushedRecord]:
        """What no database would look up is not asked for."""
        if isinstance(write, PushedRecord):
            return self._registry.get(write.collection) is not None and columns.usable_id(write.id)
        return isinstance(write, NewFact)

    def _refused_before(self, writes: Sequence[Write]) -> dict[int, Verdict]:
        numbers = [write.dseq for write in writes]
        found = _REFUSED.rows(
            self._writer.connection, b_device=self._device, b_first=min(numbers), b_last=max(numbers)
        )
        return {dseq: rejected(dseq, Code(code), message) for dseq, code, message in found}

    def _keep(self, write: Write, verdict: Verdict) -> None:
        body = b""
        if verdict.code is not Code.ERASED and write.dseq not in self._unkept:
            body = _as_it_came(write)
        self._writer.connection.execute(
            schema.rejected.insert().values(
                device_id=self._device,
                dseq=write.dseq,
                code=(verdict.code or Code.INTERNAL).value,
                message=verdict.message,
                body=body,
                at=self._now,
            )
        )


def _as_it_came(write: Write) -> bytes:
    if isinstance(write, Unreadable):
        return write.body
    return msgspec.json.encode(write.pushed() if isinstance(write, NewFact) else write)
