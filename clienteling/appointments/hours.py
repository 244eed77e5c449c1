"""Wall clock and instants of a shop: when it is open, and what a time of its day is on the two odd nights."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

HOUR = 60
DAY_MINUTES = 24 * HOUR
_WEEK = 7
_USUAL = (9 * HOUR, 20 * HOUR)


class Hours(NamedTuple):
    """Minutes of the day, from and to."""

    opens: int
    closes: int
    known: bool = True
    """Whether the shop said so; False also on a day on which it is closed."""


def hours(opening: object, day: date) -> Hours:
    """`store.opening` on that day; what it does not say, or says in a way not known here, is the usual."""
    try:
        week = msgspec.convert(opening or {}, Mapping[str, tuple[str, str]])
        opens, closes = (_minutes(text) for text in week[str(day.weekday())])
    except (msgspec.ValidationError, KeyError, ValueError):
        return Hours(*_USUAL, known=False)
    return Hours(opens, closes) if opens < closes else Hours(*_USUAL, known=False)


def says_closed(opening: object, day: date) -> bool:
    """The shop has said when it is open, and that day of the week is none of them."""
    week = (day + timedelta(days=n) for n in range(_WEEK))
    return not hours(opening, day).known and any(hours(opening, one).known for one in week)


def next_open(opening: object, day: date) -> date:
    """The next day on which the shop is open; simply the next one where it does not say, or never is."""
    ahead = [day + timedelta(days=n) for n in range(1, _WEEK + 1)]
    return next((one for one in ahead if hours(opening, one).known), ahead[0])


def instant(day: date, minute: int, zone: str) -> int:
    """When the clock on the wall says so. Milliseconds since 1970 UTC.

    A time that the spring night skips is as much later as the clock was put forward; of one that the autumn
    night has twice it is the first.
    """
    wall = datetime.combine(day, time(), ZoneInfo(zone)) + timedelta(minutes=minute)
    return round(wall.timestamp() * 1000)


def wall(at: int, zone: str) -> tuple[date, int]:
    """The day and the minute of it that the clock on the wall shows."""
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return local.date(), local.hour * HOUR + local.minute


def day_bounds(day: date, zone: str) -> tuple[int, int]:
    """The first instant of that day and of the next; on two days a year not 24 hours apart."""
    return instant(day, 0, zone), instant(day + timedelta(days=1), 0, zone)


def _minutes(text: str) -> int:
    hour, minute = (int(part) for part in text.split(":"))
    return hour * HOUR + minute
