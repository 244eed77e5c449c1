"""How often she comes, by her own habit, and when she is overdue by it."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import msgspec

FEWEST_DAYS = 4
"""Three gaps are the least of which one may be the usual one."""
LATE = 1.5
"""So many times her usual gap is late."""
NEVER_BEFORE = 30
"""Days. Who comes every week may be on holiday."""


class Rhythm(msgspec.Struct, frozen=True):
    days: int
    overdue_on: date


def rhythm(came: Iterable[date]) -> Rhythm | None:
    """From the days on which she bought or was in a shop; None where they are too few."""
    days = sorted(set(came))
    if len(days) < FEWEST_DAYS:
        return None
    usual = round(median((later - earlier).days for earlier, later in pairwise(days)))
    late = max(round(LATE * usual), NEVER_BEFORE)
    return Rhythm(usual, days[-1] + timedelta(days=late))
