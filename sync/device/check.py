"""The end of a pull: both sides hold the same, or what differs is found, fetched again and told."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sync.api import HubApi
from sync.changes import Changes
from sync.collection import Collection
from sync.device import held, outbox, strays
from sync.device.apply import apply_records
from sync.device.audit import audit
from sync.device.replica import OUTBOX, Replica
from sync.device.state import cursor
from sync.device.strays import Settled
from sync.digest import BUCKETS, together
from sync.wire import Comparison, Page, Tally

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
    settled: list[tuple[Collection, Settled]] = field(default_factory=list)


def look(replica: Replica, page: Page) -> Found:
    """Compare with what the last page says, after looking through some rows; the cursor stands there still.

    A transaction of its own, so that nobody waits for it who waits for the page.
    """
    if page.digest is None:
        return Found()
    with replica.transaction() as connection:
        settled = [
            (found.collection, strays.settle(connection, found.collection, found.record_ids, replica.clock))
            for found in audit(connection, replica.registry)
        ]
        mine = held.tallies(connection)
    theirs = page.digest
    differing = [c for c in replica.registry if theirs.get(c.name, Tally()) != mine.get(c.name, Tally())]
    return Found(differing, [(c, s) for c, s in settled if s.removed or s.sent_again])


def heal(replica: Replica, api: HubApi, found: Found) -> Iterator[tuple[Changes, Healed]]:
    """Narrow each difference down and settle it; every step is a transaction of its own."""
    for collection, settled in found.settled:
        yield _told(replica, collection, frozenset(), settled)
    for collection in found.differing:
        for group in _narrow(replica, api, collection):
            yield _fetch(replica, api, collection, group)


def _narrow(replica: Replica, api: HubApi, collection: Collection) -> Iterator[Sequence[int]]:
    """The buckets that differ, a few at a time."""
    theirs = api.buckets(replica.cursor().epoch, collection.name).tallies
    with replica.transaction() as connection:
        mine = held.recount(connection, collection.name)
    wrong = [at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other]
    at_once = max(1, RECORDS_AT_ONCE * BUCKETS // max(1, together(theirs).count))
    for start in range(0, len(wrong), at_once):
        yield wrong[start : start + at_once]


def _fetch(
    replica: Replica, api: HubApi, collection: Collection, buckets: Sequence[int]
) -> tuple[Changes, Healed]:
    with replica.read() as connection:
        at = cursor(connection)
        mine = held.in_buckets(connection, collection.name, buckets)
    asked = Comparison(epoch=at.epoch, collection=collection.name, upto=at.seq, held=mine)
    difference = api.compare(asked)
    with replica.transaction() as connection:
        records, hashes = difference.records, difference.hashes
        apply_records(connection, replica.registry, records, hashes, replica.clock)
        held.drop(connection, collection.name, difference.unknown)
        own = {i for name, i in outbox.unconfirmed(connection) if name == collection.name}
        unknown = [i for i in difference.unknown if i not in own]
        settled = strays.settle(connection, collection, unknown, replica.clock)
    return _told(replica, collection, frozenset(r.id for r in records), settled)


def _told(
    replica: Replica, collection: Collection, fetched: frozenset[str], settled: Settled
) -> tuple[Changes, Healed]:
    healed = Healed(
        collection.name, len(fetched), len(settled.removed), len(settled.sent_again), len(settled.kept)
    )
    _log.warning(
        "%s differed from the hub: %d records fetched again, %d taken away, %d sent again, %d kept",
        *(healed.collection, healed.fetched, healed.removed, healed.sent_again, healed.kept),
    )
    moved = {collection.name: fetched | settled.removed, OUTBOX: settled.sent_again}
    changes = Changes({name: ids for name, ids in moved.items() if ids})
    if changes:
        replica.tell(changes)
    return changes, healed
