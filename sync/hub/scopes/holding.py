"""Which scopes hold which groups: the application's rule, followed in the transaction that touches a group.

A group enters a scope or leaves it at a position of the feed, so that devices hear of it in order.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.batches import batches
from sync.collection import Registry
from sync.hub import schema, tally
from sync.hub.databases import locks
from sync.hub.scopes.members import member
from sync.hub.tally import Key
from sync.wire import Tally

_feed = schema.feed.c
_member = member.c

Holders = Callable[[sa.Connection, Collection[str], int], Mapping[str, Mapping[str, int]]]
"""Groups and the present instant → group → scope → until when (0: until something of the group changes)."""
Place = Callable[[], int]
"""The transaction's next position."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A rule and its name; under another name every group is judged again when the store opens."""

    name: str
    holders: Holders


def _nobody(
    _connection: sa.Connection, _groups: Collection[str], _now: int
) -> Mapping[str, Mapping[str, int]]:
    return {}


NO_SCOPES = Holding("", _nobody)
"""Every device holds everything, so no scope holds anything of its own."""


@dataclass(frozen=True, slots=True)
class Judging:
    """What decides who holds whom."""

    holding: Holding
    registry: Registry
    """Says which groups are bound together."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A group that enters a scope or leaves it."""

    scope: str
    group: str
    held: bool


def judge(
    connection: sa.Connection, rule: Judging, groups: Iterable[str], now: int, place: Place
) -> dict[Key, Tally]:
    """Let these groups enter and leave scopes as the rule says. Returns what that changes in the tallies.

    To be called after `take_turns`, when the records stand as they will.
    """
    wanted, done, turns = sorted(set(groups)), set[str](), list[_Turn]()
    for some in batches(wanted):
        whole = rule.registry.whole(connection, some)
        turns += _judge(connection, rule, sorted(whole - done), now, place)
        done |= whole
    return _counted(connection, turns)


def due(connection: sa.Connection, now: int) -> list[str]:
    """The groups that a scope holds only until now, or no longer."""
    query = sa.select(_member.group_id).where(_member.held, _member.until > 0, _member.until <= now)
    return list(connection.execute(query.distinct()).scalars())


def every_group(connection: sa.Connection) -> list[str]:
    """Those of the feed and those that a scope holds or held."""
    named = sa.select(_feed.group_id).where(_feed.group_id != "")
    return list(connection.execute(named.union(sa.select(_member.group_id))).scalars())


def note_visit(connection: sa.Connection, scope: str, group: str, until: int) -> None:
    """The group was fetched into a scope: it stays until then, whatever the rule says. To be judged next."""
    take_turns(connection, [group])
    where = _member.scope == scope, _member.group_id == group
    if connection.execute(member.update().where(*where).values(visit=until)).rowcount == 0:
        row = {"scope": scope, "group_id": group, "seq": 0, "held": False, "until": 0, "visit": until}
        connection.execute(member.insert(), row)


def _judge(
    connection: sa.Connection, rule: Judging, groups: list[str], now: int, place: Place
) -> list[_Turn]:
    """`groups` name whole people: a scope that holds one of those that are bound holds them all."""
    known = {(row.group_id, row.scope): row for row in _members(connection, groups)}
    until = _until(connection, rule, groups, known.values(), now)
    turns, new = list[_Turn](), list[dict[str, Any]]()
    for group, scope in sorted(known.keys() | until.keys()):
        row, holds = known.get((group, scope)), until.get((group, scope))
        visit = row.visit if row is not None and row.visit > now else 0
        values: dict[str, Any] = {"held": holds is not None, "until": holds or 0, "visit": visit}
        if values["held"] != (row is not None and row.held):
            values["seq"] = place()
            turns.append(_Turn(scope, group, values["held"]))
        if row is None:
            new.append({"scope": scope, "group_id": group, **values})
        else:
            _change(connection, row, values)
    if new:
        connection.execute(member.insert(), new)
    return turns


def _until(
    connection: sa.Connection, rule: Judging, groups: list[str], known: Iterable[sa.Row], now: int
) -> dict[tuple[str, str], int]:
    """(group, scope) → until when it is held (0: until something changes), by the rule or by a visit."""
    ruled = {g: dict(of) for g, of in rule.holding.holders(connection, groups, now).items()}
    for row in known:
        if row.visit > now:
            ruled.setdefault(row.group_id, {}).setdefault(row.scope, row.visit)
    bound = rule.registry.bound(connection, groups)
    found: dict[tuple[str, str], int] = {}
    for group in groups:
        for one in bound.get(group, (group,)):
            for scope, until in ruled.get(one, {}).items():
                found[group, scope] = _longer(until, found.get((group, scope), until))
    return found


def _longer(one: int, other: int) -> int:
    return max(one, other) if one and other else 0


def _members(connection: sa.Connection, groups: Sequence[str]) -> list[sa.Row]:
    query = sa.select(member)
    return [
        row for some in batches(groups) for row in connection.execute(query.where(_member.group_id.in_(some)))
    ]


def take_turns(connection: sa.Connection, groups: Iterable[str]) -> bool:
    """Where several may write at once: who judges a group sees what those before him did with it.

    False where there cannot have been any.
    """
    return locks.take(connection, [f"group {group}" for group in groups])


def _change(connection: sa.Connection, row: sa.Row, values: dict[str, Any]) -> None:
    if any(row._mapping[name] != value for name, value in values.items()):  # noqa: SLF001 (its documented name)
        where = _member.scope == row.scope, _member.group_id == row.group_id
        connection.execute(member.update().where(*where).values(values))


def _counted(connection: sa.Connection, turns: list[_Turn]) -> dict[Key, Tally]:
    hashes = _hashes(connection, sorted({turn.group for turn in turns}))
    entered: dict[Key, list[int]] = {}
    left: dict[Key, list[int]] = {}
    for turn in turns:
        side = entered if turn.held else left
        for name, value in hashes.get(turn.group, ()):
            side.setdefault((turn.scope, name), []).append(value)
    return tally.by_how_much(entered, left)


def _hashes(connection: sa.Connection, groups: list[str]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for some in batches(groups):
        query = sa.select(_feed.group_id, _feed.collection, _feed.hash).where(
            _feed.group_id.in_(some), _feed.hash.is_not(None)
        )
        for group, name, value in connection.execute(query):
            found.setdefault(group, []).append((name, value))
    return found
