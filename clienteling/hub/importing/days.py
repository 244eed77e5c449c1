"""Days and moments, as Italian and English programs write them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from clienteling.hub.importing import cells
from clienteling.hub.importing.values import Dates, Unfit
from clienteling.marking import msgid

_DAY = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_BEFORE_ZONE = re.compile(r" (?=[+-]\d{2}:?\d{2}$)")
_TWO_DIGITS = 100
_OF_THIS_CENTURY = 50
_YEAR_DIGITS = 4
_LEAP_YEAR = 2000


def day(written: str, order: Dates) -> date:
    found = _DAY.match(cells.text(written))
    if found is None:
        raise _no_day(written)
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) == _YEAR_DIGITS:
        year, month, that_day = first, second, third
    elif order is Dates.DAY_FIRST:
        that_day, month, year = first, second, third
    else:
        month, that_day, year = first, second, third
    try:
        return date(_century(year), month, that_day)
    except ValueError:
        raise _no_day(written) from None


def _century(year: int) -> int:
    """31/12/26 is meant of this century, 31/12/64 of the last."""
    if year >= _TWO_DIGITS:
        return year
    return year + (2000 if year < _OF_THIS_CENTURY else 1900)


def birthday(written: str, order: Dates, latest: date) -> str:
    """ISO 8601; year 0001 where the file names day and month only. Nobody is born after `latest`."""
    short = _DAY_AND_MONTH.fullmatch(cells.text(written))
    if short is None:
        born = day(written, order)
        return (born if born <= latest else _a_century_before(born, written)).isoformat()
    parts = (int(short[1]), int(short[2]))
    that_day, month = parts if order is Dates.DAY_FIRST else parts[::-1]
    try:
        date(_LEAP_YEAR, month, that_day)
    except ValueError:
        raise _no_day(written) from None
    return f"0001-{month:02}-{that_day:02}"


def _a_century_before(born: date, written: str) -> date:
    if str(born.year) in written:
        raise _no_day(written)
    return date(born.year - _TWO_DIGITS, born.month, born.day)


def moment(written: str, order: Dates, zone: str) -> int:
    """Milliseconds. Without a time of day it is noon, without a zone the shop's."""
    words = _BEFORE_ZONE.sub("", cells.text(written)).replace(" UTC", "+00:00")
    try:
        exact = datetime.fromisoformat(words) if len(words) > len("2026-12-31") else None
    except ValueError:
        exact = None
    if exact is None:
        that_day = day(words, order)
        clock = _CLOCK.fullmatch(words[words.find(" ") + 1 :].strip()) if " " in words else None
        hour, minute, second = (int(part or 0) for part in clock.groups()) if clock else (12, 0, 0)
        try:
            exact = datetime(that_day.year, that_day.month, that_day.day, hour, minute, second)  # noqa: DTZ001
        except ValueError:
            raise _no_day(written) from None
    return round((exact if exact.tzinfo else exact.replace(tzinfo=ZoneInfo(zone))).timestamp() * 1000)


def _no_day(written: str) -> Unfit:
    return Unfit(msgid("“{value}” is no date. Write it like 31/12/2026."), value=written.strip())
