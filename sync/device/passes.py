"""One pass between a device and the hub, as named phases. Every step is a transaction of its own.

A pass may be cut anywhere and run again: what to do next follows from what is on disk. So the steps do not
wait for the disk: what a loss of power undoes is asked for, or sent, again.
"""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

import sqlalchemy as sa

from sync.api import HubApi
from sync.changes import Changes
from sync.clock import Clock
from sync.collection import Registry
from sync.device import agreement, outbox, state
from sync.device.compare.check import Healed, heal, look
from sync.device.gone import again
from sync.device.gone.erase import erase_told, take_back
from sync.device.progress import Phase, Progress, Report
from sync.device.replica import OUTBOX, Replica
from sync.device.snapshot.first import take_snapshot
from sync.device.state import Fact
from sync.device.told import blobs
from sync.device.told.ahead import pages
from sync.device.told.apply import apply_page
from sync.device.trusted import lease
from sync.errors import Code, EpochChanged, HubRefused, SyncError
from sync.sqlite import fold
from sync.wire import (
    EVERYTHING,
    OLDEST_PROTOCOL_VERSION,
    PROTOCOL_VERSION,
    Greeting,
    Hello,
    Page,
    Push,
    PushedRecord,
    PushReply,
    Status,
)

PUSH_RECORDS = 2_000
PUSH_BYTES = 1_000_000
FIRST_RECORDS = 20_000
"""In one transaction while nobody works with the replica yet: each page of an index is written less often."""
KEEP_CONFIRMED_MS = 30 * 24 * 3_600_000
_ATTEMPTS = 3


class StartAgain(SyncError):
    """The queue was changed in a way that the hub must be asked about again."""


@dataclass(frozen=True, slots=True)
class PassResult:
    """The records that a pass changed here, and what it found different from the hub and healed."""

    changes: Changes
    healed: tuple[Healed, ...] = ()


def run_pass(
    replica: Replica, api: HubApi, progress: Report, met: Callable[[Hello], None] = lambda _: None
) -> PassResult:
    """Push what waits, pull what is new, compare with the hub, fetch the files that records name.

    `met` is called when the hub has answered the hello and the replica follows it.

    Raises what the hub's calls raise; everything done until then stays done. The replica's listeners have
    heard of each committed step, so that nothing depends on a pass ending well.
    """
    parts: list[PassResult] = []
    attempts = _ATTEMPTS
    while True:
        try:
            parts.extend(_phases(replica, api, progress, met))
            changes = Changes.union(part.changes for part in parts)
            return PassResult(changes, Healed.union(one for part in parts for one in part.healed))
        except StartAgain:
            continue
        except (EpochChanged, HubRefused) as refusal:
            attempts -= 1
            if not answered_by_hello(refusal) or not attempts:
                raise
            if isinstance(refusal, HubRefused) and refusal.code is Code.RESYNC:
                start_again(replica)


def answered_by_hello(refusal: SyncError) -> bool:
    """Whether saying hello again settles it: the hub's history or its count of our writes was another."""
    return not isinstance(refusal, HubRefused) or refusal.code in {Code.SEQUENCE_GAP, Code.RESYNC}


def start_again(replica: Replica) -> None:
    """The hub no longer tells what this device missed."""
    with replica.transaction() as connection:
        again.begin(connection, replica.registry, state.cursor(connection).epoch, sweep=True, sure=True)


def _phases(
    replica: Replica, api: HubApi, progress: Report, met: Callable[[Hello], None]
) -> Iterator[PassResult]:
    progress(Progress(Phase.HELLO))
    hello = api.hello(greeting(replica))
    erased = erase_told(replica, api, hello.erase)
    if erased:
        yield PassResult(erased)
    meet(replica, hello)
    met(hello)
    push(replica, api, hello.epoch, progress)
    changes = take_snapshot(replica, api, hello, progress)
    if changes:
        yield PassResult(changes)
    last = yield from pull(replica, api, progress)
    progress(Progress(Phase.CHECK))
    for changes, healed in heal(replica, api, look(replica, last)):
        yield PassResult(changes, (healed,) if healed is not None else ())
    fetch_blobs(replica, api, progress)
    progress(Progress(Phase.FINISH))
    finish(replica)


def greeting(replica: Replica) -> Greeting:
    with replica.read() as connection:
        return Greeting(owes=outbox.pending_count(connection), set_aside=outbox.set_aside_count(connection))


def meet(replica: Replica, hello: Hello) -> None:
    """Follow the hub's clock, epoch and count of our writes."""
    if hello.wipe:
        raise HubRefused(Code.DEVICE_WIPED, "the hub wants everything here deleted")
    if hello.oldest_protocol > PROTOCOL_VERSION or hello.protocol < OLDEST_PROTOCOL_VERSION:
        raise HubRefused(Code.UNSUPPORTED_PROTOCOL, f"the hub speaks {hello.protocol}, we {PROTOCOL_VERSION}")
    with replica.transaction() as connection:
        follow(connection, replica.clock, hello.hub_now)
        lease.met(connection, lease_ms=hello.lease_ms, hub_now=hello.hub_now)
        agreement.agree(connection, hello.last_dseq)
        agreement.restamp(connection, replica.clock, hello.hub_now)
        _follow_history(connection, replica.registry, hello)


def _follow_history(connection: sa.Connection, registry: Registry, hello: Hello) -> None:
    """From the beginning, where the hub's history is another one or this device is to hold something else."""
    known, holds = state.cursor(connection), state.get(connection, Fact.HOLDS) or EVERYTHING
    other = known.epoch != hello.epoch or known.seq > hello.head
    if other or holds != hello.holds:
        again.begin(connection, registry, hello.epoch, sweep=holds != hello.holds, sure=not other)
    state.put(connection, Fact.HOLDS, hello.holds)


def push(replica: Replica, api: HubApi, epoch: str, progress: Report) -> None:
    """Batch by batch; while the hub takes one of many, the last answer is entered and the next is read."""
    with replica.transaction(durable=False) as connection:
        batch = outbox.waiting(connection, after=0, count=PUSH_RECORDS, size=PUSH_BYTES)
        outbox.sent(connection, batch, replica.now())
    total = replica.pending() if len(batch) > 1 else len(batch)
    progress(Progress(Phase.PUSH, 0, total))
    if batch:
        with ThreadPoolExecutor(1, "push") as worker:
            sender = _Sender(api, epoch, worker if total > len(batch) else None)
            _push_all(replica, sender, batch, lambda done: progress(Progress(Phase.PUSH, done, total)))


@dataclass(frozen=True, slots=True)
class _Sender:
    api: HubApi
    epoch: str
    apart: ThreadPoolExecutor | None
    """None where there is nothing to do meanwhile."""

    def send(self, batch: list[PushedRecord]) -> Callable[[], PushReply]:
        """Returns what waits for the answer."""
        push = Push(epoch=self.epoch, records=batch)
        return (
            partial(self.api.push, push)
            if self.apart is None
            else self.apart.submit(self.api.push, push).result
        )


def _push_all(
    replica: Replica, sender: _Sender, batch: list[PushedRecord], report: Callable[[int], None]
) -> None:
    done, count, answered = 0, PUSH_RECORDS, sender.send(batch)
    while batch:
        _tell_outbox(replica, batch)
        following = _following(replica, batch, count) if sender.apart else []
        try:
            reply = answered()
        except HubRefused as refusal:
            if refusal.code is not Code.TOO_LARGE:
                raise
            count = _shrink(replica, batch, refusal)
            batch = batch[:count]
            answered = sender.send(batch)
            continue
        following = following or _following(replica, batch, count)
        if following:
            answered = sender.send(following)
        with replica.transaction(durable=False) as connection:
            follow(connection, replica.clock, reply.hub_now)
            erased = take_back(connection, replica.registry, _about_erased(reply))
            outbox.answer(connection, reply.verdicts, replica.now())
            outbox.sent(connection, following, replica.now())
        _tell_outbox(replica, batch)
        if erased:
            fold(replica.engine)
            replica.tell(erased)
        done, batch = done + len(batch), following
        report(done)


def _following(replica: Replica, batch: list[PushedRecord], count: int) -> list[PushedRecord]:
    with replica.read() as connection:
        return outbox.waiting(connection, after=batch[-1].dseq, count=count, size=PUSH_BYTES)


def _about_erased(reply: PushReply) -> list[int]:
    return [v.dseq for v in reply.verdicts if v.status is Status.REJECTED and v.code is Code.ERASED]


def pull(replica: Replica, api: HubApi, progress: Report) -> Generator[PassResult, None, Page]:
    """Page by page, many at once into a replica that was never complete; returns the last one."""
    cursor = replica.cursor()
    at_once = FIRST_RECORDS if replica.complete_at() is None else 1
    start, upto = cursor.seq, 0
    for some in _together(pages(api, cursor), at_once):
        with replica.transaction(durable=False) as connection:
            parts = [apply_page(connection, replica.registry, page, replica.clock) for page in some]
        changes, last = Changes.union(parts), some[-1]
        upto = upto or some[0].upto
        if changes:
            replica.tell(changes)
            yield PassResult(changes)
        progress(Progress(Phase.PULL, last.next - start, upto - start))
    return last


def _together(found: Iterator[Page], records: int) -> Iterator[list[Page]]:
    """What is applied in one transaction: so many records. What has come before a failure is not lost."""
    some: list[Page] = []
    failure: SyncError | None = None
    try:
        for page in found:
            some.append(page)
            if sum(len(each.records) for each in some) >= records:
                yield some
                some = []
    except SyncError as error:
        failure = error
    if some:
        yield some
    if failure is not None:
        raise failure


def fetch_blobs(replica: Replica, api: HubApi, progress: Report) -> None:
    """Fetch the files that records name; one that the hub does not have is asked for again next time."""
    with replica.read() as connection:
        wanted = blobs.missing(connection, replica.registry)
    for done, digest in enumerate(wanted):
        progress(Progress(Phase.BLOBS, done, len(wanted)))
        try:
            body = api.blob(digest)
        except HubRefused as refusal:
            if refusal.code is not Code.NOT_FOUND:
                raise
        else:
            with replica.transaction() as connection:
                blobs.store(connection, digest, body)


def follow(connection: sa.Connection, clock: Clock, hub_now: int) -> None:
    """Set the clock by the hub's, over a restart too."""
    clock.correct(hub_now)
    state.put(connection, Fact.CLOCK_OFFSET, clock.offset)


def finish(replica: Replica) -> None:
    with replica.transaction() as connection:
        now = replica.now()
        outbox.prune(connection, now - KEEP_CONFIRMED_MS)
        state.put(connection, Fact.COMPLETE_AT, now)


def _shrink(replica: Replica, batch: list[PushedRecord], refusal: HubRefused) -> int:
    """A batch that is too large is halved; a single write that is too large is set aside."""
    if len(batch) > 1:
        return len(batch) // 2
    with replica.transaction() as connection:
        outbox.set_aside(connection, batch[0].dseq, refusal.code, refusal.message, replica.now())
    _tell_outbox(replica, batch)
    raise StartAgain("a write was set aside")


def _tell_outbox(replica: Replica, batch: list[PushedRecord]) -> None:
    replica.tell(Changes({OUTBOX: frozenset(record.id for record in batch)}))
