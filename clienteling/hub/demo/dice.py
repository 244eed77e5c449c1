"""Chance that falls the same way at every load, and moments counted back from today."""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from typing import TypeVar
from zoneinfo import ZoneInfo

T = TypeVar("T")

ZONE = ZoneInfo("Europe/Rome")
DAY_MS = 86_400_000
OPENS, CLOSES = 10 * 60, 19 * 60 + 30
_VERSION_7, _VARIANT = 7 << 76, 2 << 62


class Weighted:
    """Words with how often each is drawn."""

    def __init__(self, entries: Sequence[tuple[T, float]]) -> None:
        self.words = [word for word, _ in entries]
        self.sums = list(accumulate(often for _, often in entries))


class Dice:
    def __init__(self, seed: int, now: int) -> None:
        self.now = now
        self.today = datetime.fromtimestamp(now / 1000, ZONE).date()
        self._random = random.Random(seed)  # noqa: S311 - chance that anybody may foresee

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def one(self, words: Sequence[T]) -> T:
        return words[int(self._random.random() * len(words))]

    def weighed(self, words: Weighted) -> T:  # type: ignore[type-var]
        return self._random.choices(words.words, cum_weights=words.sums)[0]

    def between(self, low: int, high: int) -> int:
        return low + int(self._random.random() * (high - low + 1))

    def early(self, low: int, high: int) -> int:
        """Between the two, the low ones more often."""
        return low + int(self._random.random() ** 2 * (high - low + 1))

    def days_ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def in_the_shop(self, day: date) -> int:
        """A moment of that day's opening hours, on a Monday of the Saturday before."""
        if day.weekday() == 0:
            day -= timedelta(days=2)
        return self.at(day, self.between(OPENS, CLOSES))

    def at_home(self, day: date) -> int:
        """A moment of that day when people look at their telephones."""
        return self.at(day, self.between(7 * 60, 23 * 60))

    def at(self, day: date, minute: int) -> int:
        moment = datetime.combine(day, time(minute // 60, minute % 60, self.between(0, 59)), ZONE)
        return min(int(moment.timestamp() * 1000), self.now)

    def id_at(self, at: int) -> str:
        """A UUIDv7 of that moment."""
        bits = self._random.getrandbits(74)
        number = at << 80 | _VERSION_7 | bits >> 62 << 64 | _VARIANT | bits & (1 << 62) - 1
        digits = f"{number:032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
