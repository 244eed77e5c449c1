"""What waits in the queue, batch by batch to the hub.

While the hub takes one of many, the next is on its way already, the last answer is entered and one more is
read. What is written meanwhile waits for the next look: a device that writes more often than its hub answers
would hear of nothing.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import sqlalchemy as sa

from sync.api import HubApi
from sync.changes import Changes
from sync.device import outbox, state
from sync.device.agreement import follow
from sync.device.gone.erase import take_back
from sync.device.progress import Phase, Progress, Report
from sync.device.replica import OUTBOX, Replica
from sync.device.told.heard import heard
from sync.errors import Code, HubRefused, SyncError
from sync.sqlite import fold
from sync.wire import Bell, PushReply, QueuedPush, QueuedRecord, Status

PUSH_RECORDS = 2_000
PUSH_BYTES = 1_000_000
ON_THEIR_WAY = 2
"""Batches at once where more than one waits: while the hub stores one it unpacks the next."""

Batch = list[QueuedRecord]


class StartAgain(SyncError):
    """The queue was changed in a way that the hub must be asked about again."""


@dataclass(frozen=True, slots=True)
class First:
    """The batch with which a push begins."""

    batch: Batch
    of: int
    """So many waited, these among them."""


@dataclass(frozen=True, slots=True)
class News:
    """What came with the answers besides them."""

    taken: list[Changes] = field(default_factory=list)
    """What it changed here."""
    left: list[Bell] = field(default_factory=list)
    """Does not continue what is here: the stream may bring what is between."""


def push(replica: Replica, api: HubApi, epoch: str, progress: Report) -> News:
    with replica.transaction(durable=False) as connection:
        first = take_up(connection, replica.now())
    return push_from(replica, api, epoch, first, progress)


def take_up(connection: sa.Connection, now: int) -> First:
    """The first of what waits; from here on it is on its way."""
    batch = outbox.waiting(connection, after=0, count=PUSH_RECORDS, size=PUSH_BYTES)
    outbox.sent(connection, batch, now)
    return First(batch, outbox.pending_count(connection) if batch else 0)


def push_from(replica: Replica, api: HubApi, epoch: str, first: First, progress: Report) -> News:
    """What was taken up, and all that waited behind it."""
    news, queue = News(), _Queue(first.of, progress)
    queue.report(0)
    if queue.total > len(first.batch):
        with ThreadPoolExecutor(ON_THEIR_WAY, "push") as workers:
            _push_all(replica, _Sender(api, epoch, workers), first.batch, queue, news)
    elif first.batch:
        _push_all(replica, _Sender(api, epoch, None), first.batch, queue, news)
    return news


@dataclass(frozen=True, slots=True)
class _Queue:
    """What waited when it began."""

    total: int
    progress: Report

    def report(self, done: int) -> None:
        self.progress(Progress(Phase.PUSH, done, self.total))


@dataclass(frozen=True, slots=True)
class _Sent:
    batch: Batch
    answered: Callable[[], PushReply]
    """Waits for the answer."""
    behind: bool
    """Another one was on its way before it, which it may have overtaken."""


@dataclass(frozen=True, slots=True)
class _Sender:
    api: HubApi
    epoch: str
    apart: ThreadPoolExecutor | None
    """None where there is nothing to do meanwhile."""

    @property
    def at_once(self) -> int:
        return ON_THEIR_WAY if self.apart is not None else 1

    def send(self, batch: Batch, *, behind: bool) -> _Sent:
        push = QueuedPush(epoch=self.epoch, records=batch)
        if self.apart is None:
            return _Sent(batch, partial(self.api.push, push), behind)
        return _Sent(batch, self.apart.submit(self.api.push, push).result, behind)


class _Way:
    """The batches on their way, in their order: the hub takes each behind the one before it."""

    def __init__(self, replica: Replica, sender: _Sender, total: int) -> None:
        self._replica = replica
        self._sender = sender
        self._left = total
        self._most = PUSH_RECORDS
        self._behind = 0
        self._sent: deque[_Sent] = deque()

    @property
    def next(self) -> Batch:
        """The one that is answered next, empty when all are."""
        return self._sent[0].batch if self._sent else []

    def send(self, batch: Batch) -> None:
        self._sent.append(self._sender.send(batch, behind=bool(self._sent)))
        self._left -= len(batch)
        self._behind = batch[-1].dseq

    def fill(self) -> None:
        """Send what follows, as far as there is room."""
        while self._left > 0 and len(self._sent) < self._sender.at_once:
            with self._replica.read() as connection:
                batch = outbox.waiting(connection, after=self._behind, count=self._most, size=PUSH_BYTES)
            if not batch:
                return
            self.send(batch)

    def answer(self) -> PushReply | None:
        """Of the next one. None where it is sent once more, whole or a part of it."""
        first = self._sent[0]
        try:
            reply = first.answered()
        except HubRefused as refusal:
            overtook = refusal.code is Code.SEQUENCE_GAP and first.behind
            if refusal.code is not Code.TOO_LARGE and not overtook:
                raise
            self._take_back()
            if not overtook:
                self._most = _shrink(self._replica, first.batch, refusal)
            self.send(first.batch[: self._most])
            return None
        self._sent.popleft()
        return reply

    def _take_back(self) -> None:
        """All that is on its way. What is behind the first came too early, and is sent behind it again."""
        for behind in list(self._sent)[1:]:
            with suppress(SyncError):
                behind.answered()
        self._left += sum(len(sent.batch) for sent in self._sent)
        self._sent.clear()


def _push_all(replica: Replica, sender: _Sender, batch: Batch, queue: _Queue, news: News) -> None:
    done, way = 0, _Way(replica, sender, queue.total)
    way.send(batch)
    while batch := way.next:
        _tell_outbox(replica, batch)
        way.fill()
        reply = way.answer()
        if reply is not None:
            way.fill()
            _enter(replica, reply, batch, way.next, news)
            done += len(batch)
            queue.report(done)


def _enter(replica: Replica, reply: PushReply, batch: Batch, following: Batch, news: News) -> None:
    """The hub's answer, and that the following batch is on its way."""
    with replica.transaction(durable=False) as connection:
        follow(connection, replica.clock, reply.hub_now)
        erased = take_back(connection, replica.registry, _about_erased(reply))
        outbox.answer(connection, reply.verdicts, replica.now())
        told = _take_in(connection, replica, reply, news)
        outbox.sent(connection, following, replica.now())
    _tell_outbox(replica, batch)
    if told:
        news.taken.append(told)
        replica.tell(told)
    if erased:
        fold(replica.engine)
        replica.tell(erased)


def _take_in(connection: sa.Connection, replica: Replica, reply: PushReply, news: News) -> Changes:
    at = state.cursor(connection)
    if reply.news is None or reply.news.epoch != at.epoch:
        return Changes()
    found = heard(at, [reply.news])
    if not found.complete:
        news.left.append(reply.news)
    return found.apply(connection, replica.registry, replica.clock)


def _about_erased(reply: PushReply) -> list[int]:
    return [v.dseq for v in reply.verdicts if v.status is Status.REJECTED and v.code is Code.ERASED]


def _shrink(replica: Replica, batch: Batch, refusal: HubRefused) -> int:
    """A batch that is too large is halved; a single write that is too large is set aside."""
    if len(batch) > 1:
        return len(batch) // 2
    with replica.transaction() as connection:
        outbox.set_aside(connection, batch[0].dseq, refusal.code, refusal.message, replica.now())
    _tell_outbox(replica, batch)
    raise StartAgain("a write was set aside")


def _tell_outbox(replica: Replica, batch: Batch) -> None:
    replica.tell(Changes({OUTBOX: frozenset(record.id for record in batch)}))
