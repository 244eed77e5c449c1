"""Hybrid logical clock: stamps that follow cause, stay near the wall clock and sort as text.

A stamp reads `mmmmmmmmmmmm-cccc-node`: milliseconds since 1970 UTC (48 bits, hex), a counter (16 bits,
hex), the node that wrote. Both numbers have a fixed width, so comparing the texts compares the stamps.
The rules are functions on values; `Clock` only remembers the newest stamp.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from threading import Lock

from sync.instants import Now, wall_clock

COUNTER_LIMIT = 0xFFFF
FUTURE_LIMIT_MS = 60_000
"""How far ahead of the hub a stamp may lie before the hub brings it back."""

_TEXT = re.compile(r"([0-9a-f]{12})-([0-9a-f]{4})-([0-9a-z]{1,32})")


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """One moment of one node; compares by time, then counter, then node."""

    ms: int = 0
    counter: int = 0
    node: str = "0"

    def __str__(self) -> str:
        return f"{self.ms:012x}-{self.counter:04x}-{self.node}"

    @staticmethod
    @lru_cache(maxsize=4096)
    def parse(text: str) -> "Stamp":
        """Raises ValueError where the text is no stamp."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError("not a clock stamp")
        return Stamp(int(match[1], 16), int(match[2], 16), match[3])


def is_stamp(text: str) -> bool:
    """Whether `Stamp.parse` would take it."""
    return _TEXT.fullmatch(text) is not None


def instant_of(text: str) -> int:
    """Milliseconds since 1970 UTC of a stamp's text, 0 for the empty stamp."""
    return Stamp.parse(text).ms if text else 0


def node_of(text: str) -> str:
    """The node of a stamp's text, empty for the empty stamp."""
    return text[18:]


def at(text: str, node: str) -> str:
    """The same moment of another node."""
    return text[:18] + node


def next_stamp(last: Stamp, wall: int, node: str) -> Stamp:
    """The stamp of the next write: after `last`, not before the wall clock."""
    if wall > last.ms:
        return Stamp(wall, 0, node)
    if last.counter < COUNTER_LIMIT:
        return Stamp(last.ms, last.counter + 1, node)
    return Stamp(last.ms + 1, 0, node)


def observe(last: Stamp, seen: Stamp) -> Stamp:
    """What to remember after meeting another node's stamp: the next write lies after both."""
    return max(last, seen)


def too_far_ahead(stamp: Stamp, hub_now: int) -> bool:
    """Whether the hub must bring a stamp back (its writer's wall clock is wrong)."""
    return stamp.ms > hub_now + FUTURE_LIMIT_MS


def future(hub_now: int) -> str:
    """What no stamp lies before that the hub must bring back, as text."""
    return f"{hub_now + FUTURE_LIMIT_MS + 1:012x}"


class Clock:
    """The clock of one node. Safe to use from several threads."""

    def __init__(
        self, node: str, now: Now = wall_clock, *, offset: int = 0, last: Stamp | None = None
    ) -> None:
        self.node = node
        self._wall = now
        self._offset = offset
        self._last = last or Stamp()
        self._lock = Lock()

    @property
    def last(self) -> Stamp:
        return self._last

    @property
    def offset(self) -> int:
        """Milliseconds that the hub's clock is ahead of this machine's."""
        return self._offset

    def now(self) -> int:
        """Milliseconds since 1970 UTC, corrected by the hub's clock and never before a stamp given or met."""
        return max(self._wall() + self._offset, self._last.ms)

    def stamp(self) -> str:
        with self._lock:
            self._last = next_stamp(self._last, self._wall() + self._offset, self.node)
            return str(self._last)

    def observe(self, text: str) -> None:
        stamp = Stamp.parse(text)
        with self._lock:
            self._last = observe(self._last, stamp)

    def correct(self, hub_now: int) -> bool:
        """Follow the hub's clock. True when stamps given so far lay too far ahead and were left behind.

        It goes back no further than to what the hub takes: the next stamp lies after all that it has taken.
        """
        with self._lock:
            self._offset = hub_now - self._wall()
            ahead = too_far_ahead(self._last, hub_now)
            if ahead:
                self._last = replace(self._last, ms=hub_now + FUTURE_LIMIT_MS, counter=0)
            return ahead
