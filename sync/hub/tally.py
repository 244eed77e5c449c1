"""What the feed holds, as a count and a sum of hashes per collection; and where a device differs.

Counted apart are the records that all devices share, those that belong to any group, and per scope those of
the groups that it holds: what one device holds is the first, one of the others, and its own. Of those there
are few, which are counted when it asks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from sync.batches import batches
from sync.digest import bucket_of, by_bucket, changed, hash_of, together
from sync.hub import schema
from sync.hub.databases.said import said
from sync.hub.schema import FeedRow
from sync.hub.scopes import members
from sync.hub.scopes.members import SHARED
from sync.own_group import is_own, own_group
from sync.wire import EVERYTHING, Comparison, Tally

_feed = schema.feed.c
_OWN = said(
    sa.select(_feed.collection, _feed.hash).where(
        _feed.group_id == sa.bindparam("own"), _feed.hash.is_not(None)
    )
)
Key = tuple[str, str]
"""Scope, collection."""
Scopes = Mapping[str, Sequence[str]]
"""Group → the scopes that hold it."""
NO_SCOPES: Scopes = {}


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
    outside: list[str]
    """Those that the feed holds, but not for this device."""


def held(tallies: Mapping[Key, Tally]) -> dict[str, Tally]:
    """Collection → what a device has, of the tallies of its scopes."""
    parts: dict[str, list[Tally]] = {}
    for (_, name), tally in tallies.items():
        parts.setdefault(name, []).append(tally)
    return {name: together(of) for name, of in parts.items()}


def moved(
    connection: sa.Connection,
    entering: Iterable[FeedRow],
    leaving: Sequence[int],
    scopes: Scopes = NO_SCOPES,
) -> dict[Key, Tally]:
    """What changes when feed rows come and positions are left; to be asked while those are still there."""
    entered: dict[Key, list[int]] = {}
    for row in entering:
        if row.hash is not None:
            for scope in counting(row.group_id, scopes):
                entered.setdefault((scope, row.collection), []).append(row.hash)
    return by_how_much(entered, _at(connection, leaving, scopes))


def by_how_much(entered: Mapping[Key, Sequence[int]], left: Mapping[Key, Sequence[int]]) -> dict[Key, Tally]:
    """Hashes that come and go, by scope and collection."""
    return {
        key: changed(Tally(), entered=entered.get(key, ()), left=left.get(key, ()))
        for key in entered.keys() | left.keys()
    }


def added(*parts: Mapping[Key, Tally]) -> dict[Key, Tally]:
    keys = {key for part in parts for key in part}
    return {key: together(part[key] for part in parts if key in part) for key in keys}


def of_device(connection: sa.Connection, device_id: str) -> dict[Key, Tally]:
    """What is told to it alone."""
    found: dict[Key, list[int]] = {}
    for name, value in _OWN.rows(connection, own=own_group(device_id)):
        found.setdefault((own_group(device_id), name), []).append(value)
    return by_how_much(found, {})


def count(connection: sa.Connection, collection: str, *where: sa.ColumnElement[bool]) -> Counted:
    """The slow way, from the bodies themselves: only when a device holds something else."""
    query = sa.select(_feed.seq, _feed.record_id, _feed.hash, _feed.body).where(
        _feed.collection == collection, _feed.hash.is_not(None), *where
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


def by_scope(connection: sa.Connection, collection: str) -> dict[Key, Tally]:
    """What each scope's tally has to be, by the hashes one by one."""
    query = sa.select(_feed.group_id, _feed.hash).where(
        _feed.collection == collection, _feed.hash.is_not(None)
    )
    rows = connection.execute(query).all()
    holding = members.scopes_of(connection, (row.group_id for row in rows))
    entered: dict[Key, list[int]] = {}
    for row in rows:
        for scope in counting(row.group_id, holding):
            entered.setdefault((scope, collection), []).append(row.hash)
    empty = {(scope, collection): Tally() for scope in (SHARED, EVERYTHING, *members.scopes(connection))}
    return empty | by_how_much(entered, {})


def missed(connection: sa.Connection, comparison: Comparison, visible: sa.ColumnElement[bool]) -> Missed:
    theirs = {i: value for bucket in comparison.held.values() for i, value in bucket.items()}
    query = sa.select(_feed.seq, _feed.record_id, _feed.hash).where(
        _feed.collection == comparison.collection, visible
    )
    positions: list[int] = []
    for seq, record_id, value in connection.execute(query):
        if bucket_of(record_id) in comparison.held:
            held = theirs.pop(record_id, None)
            if held != value and seq <= comparison.upto:
                positions.append(seq)
    asked = sorted(theirs.keys() | set(comparison.strays))
    seen = _places(connection, comparison.collection, asked, visible)
    here = _places(connection, comparison.collection, asked)
    positions += [seq for record_id, seq in seen.items() if seq <= comparison.upto]
    return Missed(sorted(set(positions)), sorted(set(asked) - here.keys()), sorted(here.keys() - seen.keys()))


def _places(
    connection: sa.Connection, collection: str, record_ids: Sequence[str], *where: sa.ColumnElement[bool]
) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in batches(record_ids):
        query = sa.select(_feed.record_id, _feed.seq).where(
            _feed.collection == collection, _feed.record_id.in_(some), *where
        )
        found |= {row.record_id: row.seq for row in connection.execute(query)}
    return found


def counting(group: str, scopes: Scopes) -> Sequence[str]:
    """Under which scopes a record of this group is counted."""
    if is_own(group):
        return ()
    return (EVERYTHING, *scopes.get(group, ())) if group else (SHARED,)


def _at(connection: sa.Connection, positions: Sequence[int], scopes: Scopes) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = {}
    for some in batches(positions):
        query = sa.select(_feed.collection, _feed.group_id, _feed.hash).where(
            _feed.seq.in_(some), _feed.hash.is_not(None)
        )
        for name, group, value in connection.execute(query):
            for scope in counting(group, scopes):
                found.setdefault((scope, name), []).append(value)
    return found
