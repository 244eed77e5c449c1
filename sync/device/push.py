"""What waits in the queue, batch by batch to the hub.

While the hub takes one of many, the last answer is entered and the next batch is read. What is written
meanwhile waits for the next look: a device that writes more often than its hub answers would hear of nothing.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
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
    news, batch = News(), first.batch
    queue = _Queue(first.of, progress)
    queue.report(0)
    if queue.total > len(batch):
        with ThreadPoolExecutor(1, "push") as worker:
            _push_all(replica, _Sender(api, epoch, worker), batch, queue, news)
    elif batch:
        _push_all(replica, _Sender(api, epoch, None), batch, queue, news)
    return news


@dataclass(frozen=True, slots=True)
class _Queue:
    """What waited when it began."""

    total: int
    progress: Report

    def report(self, done: int) -> None:
        self.progress(Progress(Phase.PUSH, done, self.total))


@dataclass(frozen=True, slots=True)
class _Sender:
    api: HubApi
    epoch: str
    apart: ThreadPoolExecutor | None
    """None where there is nothing to do meanwhile."""

    def send(self, batch: Batch) -> Callable[[], PushReply]:
        """Returns what waits for the answer."""
        push = QueuedPush(epoch=self.epoch, records=batch)
        return (
            partial(self.api.push, push)
            if self.apart is None
            else self.apart.submit(self.api.push, push).result
        )


def _push_all(replica: Replica, sender: _Sender, batch: Batch, queue: _Queue, news: News) -> None:
    done, count, answered = 0, PUSH_RECORDS, sender.send(batch)
    while batch:
        _tell_outbox(replica, batch)
        more = count if done + len(batch) < queue.total else 0
        following = _read_ahead(replica, batch, more) if sender.apart else []
        try:
            reply = answered()
        except HubRefused as refusal:
            if refusal.code is not Code.TOO_LARGE:
                raise
            count = _shrink(replica, batch, refusal)
            batch = batch[:count]
            answered = sender.send(batch)
            continue
        if following:
            answered = sender.send(following)
        ahead, following = following, _enter(replica, reply, batch, following, more, news=news)
        if following and not ahead:
            answered = sender.send(following)
        done, batch = done + len(batch), following
        queue.report(done)


def _enter(
    replica: Replica, reply: PushReply, batch: Batch, following: Batch, count: int, *, news: News
) -> Batch:
    """The hub's answer. Returns what is on its way next: what is already, or else at most `count` more."""
    with replica.transaction(durable=False) as connection:
        follow(connection, replica.clock, reply.hub_now)
        erased = take_back(connection, replica.registry, _about_erased(reply))
        outbox.answer(connection, reply.verdicts, replica.now())
        told = _take_in(connection, replica, reply, news)
        following = following or _following(connection, batch, count)
        outbox.sent(connection, following, replica.now())
    _tell_outbox(replica, batch)
    if told:
        news.taken.append(told)
        replica.tell(told)
    if erased:
        fold(replica.engine)
        replica.tell(erased)
    return following


def _take_in(connection: sa.Connection, replica: Replica, reply: PushReply, news: News) -> Changes:
    at = state.cursor(connection)
    if reply.news is None or reply.news.epoch != at.epoch:
        return Changes()
    found = heard(at, [reply.news])
    if not found.complete:
        news.left.append(reply.news)
    return found.apply(connection, replica.registry, replica.clock)


def _read_ahead(replica: Replica, batch: Batch, count: int) -> Batch:
    with replica.read() as connection:
        return _following(connection, batch, count)


def _following(connection: sa.Connection, batch: Batch, count: int) -> Batch:
    if not count:
        return []
    return outbox.waiting(connection, after=batch[-1].dseq, count=count, size=PUSH_BYTES)


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
