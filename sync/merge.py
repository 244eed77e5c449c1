"""How two writes to one record become one state. Pure: the hub and every device decide alike.

A watched field keeps the values of writers who had not seen each other. What a writer had seen is a
version vector (node → newest stamp): a value that lies within what another's writer had seen is replaced,
all others stand beside each other until somebody writes having seen them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sync.clock import node_of
from sync.collection import Rule

Seen = Mapping[str, str]


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

    def stamp(self, name: str) -> str:
        return self.stamps.get(name) or self.stamps.get("", "")

    def versions(self, name: str) -> tuple[Version, ...]:
        """The value that stands, then its rivals."""
        return (Version(self.fields[name], self.stamp(name)), *self.rivals.get(name, ()))

    def context(self, name: str) -> Seen:
        """What the values of a watched field rest on."""
        own = {node_of(v.stamp): v.stamp for v in self.versions(name)} if name in self.fields else {}
        return _newest(own, self.seen.get(name, {}))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The state after merging and the names of the fields whose value changed by it."""

    state: State
    changed: frozenset[str]


def decide(rule: Rule, watched: frozenset[str], local: State | None, incoming: State) -> Outcome:
    """Merge what arrives into what is here.

    `fact`: the first one stays. `reference`: what arrives replaces. `fields`: per field the newest stamp
    wins; of watched fields, values written without knowledge of each other stay as rivals.
    """
    if local is None:
        return Outcome(incoming, frozenset(incoming.fields))
    if rule is Rule.FACT:
        return Outcome(local, frozenset())
    after = incoming if rule is Rule.REFERENCE else _merge(watched, local, incoming)
    return Outcome(after, _changed(local, after))


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
