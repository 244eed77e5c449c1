"""How two writes to one record become one state. Pure: the hub and every device decide alike.

A watched field keeps the values of writers who had not seen each other. What a writer had seen is a
version vector (node → newest stamp): a value that lies within what another's writer had seen is replaced,
all others stand beside each other until somebody writes having seen them.

Whether an element is in a set is decided alike: each addition is a dot, the stamp of its write. A removal
takes away the dots that its writer had seen, so an addition that it had not seen stays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from sync.clock import at, node_of
from sync.collection import Rule

Seen = Mapping[str, str]
REMOVAL = ""
"""The name in `seen` under which stand the additions that a removal knew."""


@dataclass(frozen=True, slots=True)
class Version:
    """One value of one field."""

    value: Any
    stamp: str

    @property
    def rank(self) -> tuple[str, bytes]:
        """Newest first; equal stamps are settled by content, so that every replica picks the same."""
        return self.stamp, msgspec.json.encode(self.value, order="deterministic")


@dataclass(frozen=True, slots=True)
class State:
    """A record as far as merging is concerned; the shapes are those of `wire.FeedRecord`."""

    fields: Mapping[str, Any]
    stamps: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    rivals: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    dots: frozenset[str] = frozenset()
    """Rule `set`: the additions that no removal has taken away; without any the element is not in the set."""

    def stamp(self, name: str) -> str:
        return self.stamps.get(name) or self.stamps.get("", "")

    def versions(self, name: str) -> tuple[Version, ...]:
        """The value that stands, then its rivals."""
        return (Version(self.fields[name], self.stamp(name)), *self.rivals.get(name, ()))

    @property
    def covering(self) -> Seen:
        """What a removal of the element has to name."""
        return _newest(*({node_of(dot): dot} for dot in self.dots))

    def context(self, name: str) -> Seen:
        """What the values of a watched field rest on."""
        own = {node_of(v.stamp): v.stamp for v in self.versions(name)} if name in self.fields else {}
        return _newest(own, self.seen.get(name, {}))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state after merging and the names of the fields whose value changed by it."""

    state: State
    changed: frozenset[str]


def decide(
    rule: Rule, watched: frozenset[str], local: State | None, incoming: State, answer: str = ""
) -> Outcome:
    """Merge what arrives into what is here.

    `fact`: the first one stays. `reference`: what arrives replaces. `fields`: per field the newest stamp
    wins; of watched fields, values written without knowledge of each other stay as rivals. `set`: the same
    for an element's fields, and it is there while one addition was not taken away. `request`: the first
    answer stays, and with it everything.
    """
    if local is None:
        return Outcome(incoming, frozenset(incoming.fields))
    after = _decide(rule, watched, local, incoming, answer)
    return Outcome(after, _changed(local, after))


def _decide(rule: Rule, watched: frozenset[str], local: State, incoming: State, answer: str) -> State:
    match rule:
        case Rule.FACT:
            return local
        case Rule.REFERENCE:
            return incoming
        case Rule.FIELDS:
            return _merge(watched, local, incoming)
        case Rule.SET:
            return _merge_element(local, incoming)
    return local if local.fields.get(answer) else State({**local.fields, **incoming.fields})


def written(
    rule: Rule, fields: Mapping[str, Any], stamp: str, seen: Mapping[str, Seen], *, new: bool
) -> State:
    """A device's write as a state. `seen` with the empty name makes it a removal (rule `set`)."""
    match rule:
        case Rule.FIELDS:
            return write(fields, stamp, seen)
        case Rule.SET if REMOVAL in seen:
            return removal(seen[REMOVAL], stamp)
        case Rule.SET:
            return State(fields, {"": stamp}, dots=frozenset({stamp} if new else ()))
        case _:
            return State(fields)


def removal(known: Seen, stamp: str) -> State:
    """Takes away the dots that the remover knew. It cannot have known one that lies after it."""
    return State({}, seen={REMOVAL: {node: min(dot, at(stamp, node)) for node, dot in known.items()}})


def write(fields: Mapping[str, Any], stamp: str, seen: Mapping[str, Seen]) -> State:
    """One write as a state: what its writer had seen, and itself."""
    itself = {node_of(stamp): stamp}
    return State(fields, {"": stamp}, {name: {**known, **itself} for name, known in seen.items()})


def _merge(watched: frozenset[str], local: State, incoming: State) -> State:
    fields: dict[str, Any] = {}
    stamps: dict[str, str] = {}
    seen: dict[str, Seen] = {}
    rivals: dict[str, tuple[Version, ...]] = {}
    for name in sorted(local.fields.keys() | incoming.fields.keys()):
        holders = [s for s in (local, incoming) if name in s.fields]
        first, *others = _join(name, holders) if name in watched else _newest_of(name, holders)
        fields[name], stamps[name] = first.value, first.stamp
        if name in watched:
            context = _newest(*(s.context(name) for s in holders))
            if context != {node_of(v.stamp): v.stamp for v in (first, *others)}:
                seen[name] = context
        if others:
            rivals[name] = tuple(others)
    return State(fields, compact(stamps), seen, rivals)


def _merge_element(local: State, incoming: State) -> State:
    """The fields by their newest stamps, whether the element is there or not: order does not matter."""
    merged = _merge(frozenset(), local, incoming)
    gone = _newest(*(s.seen.get(REMOVAL, {}) for s in (local, incoming)))
    dots = (local.dots & incoming.dots) | {
        dot
        for one, other in ((local, incoming), (incoming, local))
        for dot in one.dots
        if other.seen.get(REMOVAL, {}).get(node_of(dot), "") < dot
    }
    return replace(merged, seen={REMOVAL: gone} if gone else {}, dots=frozenset(dots))


def _newest_of(name: str, holders: list[State]) -> list[Version]:
    return [max((s.versions(name)[0] for s in holders), key=lambda v: v.rank)]


def _join(name: str, holders: list[State]) -> list[Version]:
    """The versions that no other side has seen and replaced, newest first."""
    kept: dict[str, Version] = {}
    for state in holders:
        for version in state.versions(name):
            if all(_stands(version, name, other) for other in holders):
                kept[version.stamp] = max(version, kept.get(version.stamp, version), key=lambda v: v.rank)
    return sorted(kept.values(), key=lambda v: v.rank, reverse=True)


def _stands(version: Version, name: str, other: State) -> bool:
    covered = other.context(name).get(node_of(version.stamp), "") >= version.stamp
    return not covered or any(v.stamp == version.stamp for v in other.versions(name))


def _newest(*contexts: Seen) -> dict[str, str]:
    merged: dict[str, str] = {}
    for context in contexts:
        for node, stamp in context.items():
            merged[node] = max(stamp, merged.get(node, ""))
    return merged


def compact(stamps: Mapping[str, str]) -> dict[str, str]:
    """The same stamps, the most frequent one once under the empty name."""
    common = _most_frequent(stamps.values())
    if common is None:
        return dict(stamps)
    return {"": common} | {name: stamp for name, stamp in stamps.items() if stamp != common}


def _most_frequent(stamps: Iterable[str]) -> str | None:
    counted = Counter(stamps)
    best = max(counted, key=lambda s: (counted[s], s), default=None)
    return best if best is not None and counted[best] > 1 else None


def _changed(before: State, after: State) -> frozenset[str]:
    return frozenset(n for n, v in after.fields.items() if n not in before.fields or before.fields[n] != v)
