"""What the feed holds, as a count and a sum of hashes per collection; and where a device differs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.digest import bucket_of, by_bucket, changed, hash_of, together
from sync.hub import schema
from sync.wire import Comparison, Tally

_MANY = 500
_feed = schema.feed.c


@dataclass(frozen=True, slots=True)
class Counted:
    """What a collection's bodies say, read one by one."""

    buckets: list[Tally]
    wrong: dict[int, int]
    """Position → hash, where another one is stored."""

    @property
    def tally(self) -> Tally:
        return together(self.buckets)


@dataclass(frozen=True, slots=True)
class Missed:
    """Where a device differs: the positions of what it lacks, the ids that the feed does not hold."""

    positions: list[int]
    unknown: list[str]


def moved(
    connection: sa.Connection, entering: Iterable[Mapping[str, Any]], leaving: Sequence[int]
) -> dict[str, Tally]:
    """What changes when feed rows come and positions are left; to be asked while those are still there."""
    entered: dict[str, list[int]] = {}
    for row in entering:
        if row["hash"] is not None:
            entered.setdefault(row["collection"], []).append(row["hash"])
    left = _at(connection, leaving)
    return {
        name: changed(Tally(), entered=entered.get(name, ()), left=left.get(name, ()))
        for name in entered.keys() | left.keys()
    }


def count(connection: sa.Connection, collection: str) -> Counted:
    """The slow way, from the bodies themselves: only when a device holds something else."""
    query = sa.select(_feed.seq, _feed.record_id, _feed.hash, _feed.body).where(
        _feed.collection == collection, _feed.hash.is_not(None)
    )
    hashes: list[tuple[str, int]] = []
    wrong: dict[int, int] = {}
    for row in connection.execute(query):
        value = hash_of(row.body)
        hashes.append((row.record_id, value))
        if value != row.hash:
            wrong[row.seq] = value
    return Counted(by_bucket(hashes), wrong)


def correct(connection: sa.Connection, counted: Counted) -> None:
    """Follow the bodies again."""
    for seq, value in counted.wrong.items():
        connection.execute(schema.feed.update().where(_feed.seq == seq).values(hash=value))


def missed(connection: sa.Connection, comparison: Comparison) -> Missed:
    theirs = {i: value for bucket in comparison.held.values() for i, value in bucket.items()}
    query = sa.select(_feed.seq, _feed.record_id, _feed.hash)
    positions: list[int] = []
    for seq, record_id, value in connection.execute(query.where(_feed.collection == comparison.collection)):
        if bucket_of(record_id) in comparison.held:
            held = theirs.pop(record_id, None)
            if held != value and seq <= comparison.upto:
                positions.append(seq)
    return Missed(sorted(positions), sorted(theirs))


def _at(connection: sa.Connection, positions: Sequence[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for start in range(0, len(positions), _MANY):
        query = sa.select(_feed.collection, _feed.hash).where(
            _feed.seq.in_(positions[start : start + _MANY]), _feed.hash.is_not(None)
        )
        for name, value in connection.execute(query):
            found.setdefault(name, []).append(value)
    return found
