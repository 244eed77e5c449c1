"""Instants as sources write them: milliseconds UTC, 0 where nothing usable is said."""

import math
from datetime import UTC, datetime

MILLIS_FROM = 100_000_000_000
"""Unix time in seconds reaches this in the year 5138, in milliseconds it did in 1973."""


def written(moment: object) -> int:
    """ISO 8601 in any of its usual spellings; without a zone it is UTC."""
    if not isinstance(moment, str):
        return 0
    try:
        read = datetime.fromisoformat(moment.strip())
        return max(0, math.floor((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp() * 1000))
    except (ValueError, OverflowError):
        return 0


def counted(moment: object) -> int:
    """Unix time, in seconds or milliseconds: some sources mix them up from one event to the next."""
    if isinstance(moment, str) and moment.strip().isdigit():
        moment = int(moment)
    if isinstance(moment, bool) or not isinstance(moment, int | float) or not 0 < moment < math.inf:
        return 0
    return int(moment if moment >= MILLIS_FROM else moment * 1000)


def bounded(at: int, received_at: int) -> int:
    """Never later than received; what says no time happened when we heard of it."""
    return min(at or received_at, received_at)


def iso(at: int) -> str:
    """As most sources want to be asked: "2026-11-22T10:00:00Z"."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
