"""Who has not come for longer than she usually stays away."""

import msgspec

from clienteling.insight.interests import DAY_MS
from clienteling.insight.values import CustomerInsight

_WEEK = 7


class Lapsing(msgspec.Struct, frozen=True):
    every_weeks: int
    """Her own rhythm, at least one."""
    weeks_ago: int
    """Since she was last seen."""


def lapsing(insight: CustomerInsight, seen_at: int, now: int) -> Lapsing | None:
    """`seen_at`: the newest that this tablet knows of her, which the hub may not have heard of yet."""
    if insight.lapsing_at is None or insight.last_seen_at is None or not insight.rhythm_days:
        return None
    if now < insight.lapsing_at or seen_at > insight.last_seen_at:
        return None
    ago = (now - insight.last_seen_at) // DAY_MS
    return Lapsing(max(round(insight.rhythm_days / _WEEK), 1), round(ago / _WEEK))
