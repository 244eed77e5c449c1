"""The end of a pull: both sides hold the same, or what differs is found, fetched again and told."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from sync.api import HubApi
from sync.batches import batches
from sync.changes import Changes
from sync.collection import Collection
from sync.device import outbox, state
from sync.device.compare import doubts, strays
from sync.device.compare.audit import audit
from sync.device.compare.strays import Settled
from sync.device.gone import departures
from sync.device.gone.erase import erase_records
from sync.device.replica import OUTBOX, Replica
from sync.device.state import Fact
from sync.device.told import held
from sync.device.told.apply import apply_records
from sync.digest import BUCKETS, together
from sync.sqlite import fold
from sync.wire import SILENT_MS, Comparison, Page, Tally

RECORDS_AT_ONCE = 10_000
"""About so many are compared in one call."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Healed:
    """Records of one collection that were not as on the hub, and what became of them. Counts only."""

    collection: str
    fetched: int = 0
    removed: int = 0
    sent_again: int = 0
    kept: int = 0
    """Unknown to the hub, and left as they are."""

    @staticmethod
    def union(parts: Iterable["Healed"]) -> tuple["Healed", ...]:
        """One for each collection."""
        whole: dict[str, Healed] = {}
        for part in parts:
            one = whole.get(part.collection, Healed(part.collection))
            whole[part.collection] = Healed(
                part.collection,
                one.fetched + part.fetched,
                one.removed + part.removed,
                one.sent_again + part.sent_again,
                one.kept + part.kept,
            )
        return tuple(whole.values())


@dataclass(frozen=True, slots=True)
class Found:
    """What the end of a pull shows."""

    differing: list[Collection] = field(default_factory=list)
    strays: list[tuple[Collection, list[str]]] = field(default_factory=list)
    """Rows that nothing explains."""
    doubtful: list[tuple[Collection, list[str]]] = field(default_factory=list)
    """Rows that the hub may hold without this device."""


def look(replica: Replica, page: Page) -> Found:
    """Compare with what the last page says, after looking through some rows; the cursor stands there still.

    A transaction of its own, so that nobody waits for it who waits for the page.
    """
    if page.digest is None:
        return Found()
    with replica.transaction() as connection:
        strays = [(found.collection, found.record_ids) for found in audit(connection, replica.registry)]
        doubtful = doubts.standing(connection, replica.registry, outbox.unconfirmed(connection))
        mine = held.tallies(connection)
    theirs = page.digest
    differing = [c for c in replica.registry if theirs.get(c.name, Tally()) != mine.get(c.name, Tally())]
    known = {(c.name, i) for c, ids in doubtful for i in ids}
    unexplained = [(c, [i for i in ids if (c.name, i) not in known]) for c, ids in strays]
    return Found(differing, [(c, ids) for c, ids in unexplained if ids], doubtful)


def heal(replica: Replica, api: HubApi, found: Found) -> Iterator[tuple[Changes, Healed | None]]:
    """Narrow each difference down and settle it; every step is a transaction of its own."""
    for collection in found.differing:
        for group in _narrow(replica, api, collection):
            with replica.read() as connection:
                mine = held.in_buckets(connection, collection.name, group)
            yield _told(replica, collection, *_ask(replica, api, collection, mine, []))
    for collection, ids in found.strays:
        yield from _asked(replica, api, collection, ids, quietly=False)
    for collection, ids in found.doubtful:
        yield from _asked(replica, api, collection, ids, quietly=True)


def _asked(
    replica: Replica, api: HubApi, collection: Collection, ids: Sequence[str], *, quietly: bool
) -> Iterator[tuple[Changes, Healed | None]]:
    """What the hub says of rows that it did not tell. That it holds some elsewhere is no fault."""
    with replica.read() as connection:
        fetched_since = held.among(connection, collection.name, ids)
    asked = [record_id for record_id in ids if record_id not in fetched_since]
    for some in batches(asked, RECORDS_AT_ONCE):
        fetched, settled, outside = _ask(replica, api, collection, {}, some)
        with replica.transaction() as connection:
            doubts.settle(connection, collection.name, some)
        if fetched or settled.removed or settled.sent_again or (outside and not quietly):
            yield _told(replica, collection, fetched, settled, outside)
        elif outside:
            changes = Changes({collection.name: outside})
            replica.tell(changes)
            yield changes, None


def _narrow(replica: Replica, api: HubApi, collection: Collection) -> Iterator[Sequence[int]]:
    """The buckets that differ, a few at a time."""
    theirs = api.buckets(replica.cursor().epoch, collection.name).tallies
    with replica.transaction() as connection:
        mine = held.recount(connection, collection.name)
    wrong = [at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other]
    at_once = max(1, RECORDS_AT_ONCE * BUCKETS // max(1, together(theirs).count))
    yield from batches(wrong, at_once)


def _ask(
    replica: Replica,
    api: HubApi,
    collection: Collection,
    mine: Mapping[int, Mapping[str, int]],
    rows: Sequence[str],
) -> tuple[frozenset[str], Settled, frozenset[str]]:
    """Let the hub compare. Returns what was fetched, what became of rows unknown to it, what left."""
    at = replica.cursor()
    held_here = {bucket: dict(hashes) for bucket, hashes in mine.items()}
    name = collection.name
    difference = api.compare(
        Comparison(epoch=at.epoch, collection=name, upto=at.seq, held=held_here, strays=list(rows))
    )
    with replica.transaction() as connection:
        records = difference.records
        apply_records(connection, replica.registry, records, difference.hashes, replica.clock)
        left = departures.go(connection, collection, difference.outside)
        held.drop(connection, name, difference.unknown)
        gone = erase_records(connection, replica.registry, collection, difference.erased)
        own = {i for of, i in outbox.unconfirmed(connection) if of == name}
        unknown = [i for i in difference.unknown if i not in own]
        settled = strays.settle(
            connection, collection, unknown, replica.clock, was_silent=_was_silent(connection, replica.now())
        )
    if gone:
        fold(replica.engine)
        replica.tell(gone)
    return frozenset(r.id for r in records), settled, left.records.get(name, frozenset())


def _was_silent(connection: sa.Connection, now: int) -> bool:
    """Whether its last whole pass was so long ago, or never, that nobody waits for this device."""
    return state.get_number(connection, Fact.COMPLETE_AT) < now - SILENT_MS


def _told(
    replica: Replica,
    collection: Collection,
    fetched: frozenset[str],
    settled: Settled,
    outside: frozenset[str],
) -> tuple[Changes, Healed]:
    removed = settled.removed | outside
    healed = Healed(collection.name, len(fetched), len(removed), len(settled.sent_again), len(settled.kept))
    _log.warning(
        "%s differed from the hub: %d records fetched again, %d taken away, %d sent again, %d kept",
        *(healed.collection, healed.fetched, healed.removed, healed.sent_again, healed.kept),
    )
    moved = {collection.name: fetched | removed, OUTBOX: settled.sent_again}
    changes = Changes({name: ids for name, ids in moved.items() if ids})
    if changes:
        replica.tell(changes)
    return changes, healed
