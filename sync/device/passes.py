"""One pass between a device and the hub, as named phases. Every step is a transaction of its own.

A pass may be cut anywhere and run again: what to do next follows from what is on disk. So the steps do not
wait for the disk: what a loss of power undoes is asked for, or sent, again.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from sync.api import HubApi
from sync.changes import Changes
from sync.collection import Registry
from sync.device import agreement, outbox, state
from sync.device.compare.check import Healed, heal, look
from sync.device.database import roomy
from sync.device.gone import again
from sync.device.gone.erase import erase_told
from sync.device.progress import Phase, Progress, Report
from sync.device.push import StartAgain, push
from sync.device.replica import Replica
from sync.device.snapshot.first import take_snapshot
from sync.device.state import Fact
from sync.device.told import blobs
from sync.device.told.ahead import pages
from sync.device.told.apply import apply_page
from sync.device.trusted import lease, scope_keys
from sync.errors import Code, EpochChanged, HubRefused, SyncError
from sync.wire import (
    EVERYTHING,
    OLDEST_PROTOCOL_VERSION,
    PROTOCOL_VERSION,
    Greeting,
    Hello,
    Page,
)

FIRST_RECORDS = 20_000
"""In one transaction while nobody works with the replica yet: each page of an index is written less often."""
KEEP_CONFIRMED_MS = 30 * 24 * 3_600_000
_ATTEMPTS = 3


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
    for told in push(replica, api, hello.epoch, progress).taken:
        yield PassResult(told)
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
        before = replica.clock.offset
        agreement.follow(connection, replica.clock, hello.hub_now)
        lease.met(connection, lease_ms=hello.lease_ms, hub_now=hello.hub_now)
        if hello.sealing_key:
            state.put(connection, Fact.SEALING_KEY, hello.sealing_key)
        if hello.scope_key:
            scope_keys.told(connection, hello.scope, hello.scope_key)
        agreement.agree(connection, hello.last_dseq)
        shift = replica.clock.offset - before
        agreement.restamp(connection, replica.registry, replica.clock, hello.hub_now, shift)
        _follow_history(connection, replica.registry, hello)


def _follow_history(connection: sa.Connection, registry: Registry, hello: Hello) -> None:
    """From the beginning, where the hub's history is another one or this device is to hold something else."""
    known, holds = state.cursor(connection), state.get(connection, Fact.HOLDS) or EVERYTHING
    other = known.epoch != hello.epoch or known.seq > hello.head
    if other or holds != hello.holds:
        again.begin(connection, registry, hello.epoch, sweep=holds != hello.holds, sure=not other)
    state.put(connection, Fact.HOLDS, hello.holds)


def pull(replica: Replica, api: HubApi, progress: Report) -> Generator[PassResult, None, Page]:
    """Page by page, many at once into a replica that was never complete; returns the last one."""
    cursor = replica.cursor()
    at_once = FIRST_RECORDS if replica.complete_at() is None else 1
    start, upto = cursor.seq, 0
    for some in _together(pages(api, cursor, replica.floor()), at_once):
        with replica.transaction(durable=False) as connection, roomy(connection):
            parts = [apply_page(connection, replica.registry, page, replica.clock) for page in some]
            last = some[-1]
            if last.complete:
                parts.append(again.end(connection, replica.registry, last.epoch))
        changes = Changes.union(parts)
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
    """Fetch the files that records name; one that the hub does not have is asked for again next time.

    Those that none names any more are dropped before.
    """
    with replica.transaction() as connection:
        blobs.drop_unnamed(connection, replica.registry)
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


def finish(replica: Replica) -> None:
    with replica.transaction() as connection:
        now = replica.now()
        outbox.prune(connection, now - KEEP_CONFIRMED_MS)
        state.put(connection, Fact.COMPLETE_AT, now)
