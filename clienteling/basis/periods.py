"""The stretches of days that a person's figures are asked for by."""

import re
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from clienteling.basis.values import Days


class Period(StrEnum):
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"


OVER = (Period.LAST_WEEK, Period.LAST_MONTH)
"""Those without today in them: what a manager may ask for."""
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_TYPED = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")


def days_of(period: Period, today: date) -> Days:
    """Weeks begin on Monday; of the one that runs it is what has passed, today among it."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    match period:
        case Period.THIS_WEEK:
            return Days(monday, today)
        case Period.LAST_WEEK:
            return Days(monday - _WEEK, monday - _DAY)
        case Period.THIS_MONTH:
            return Days(first, today)
        case Period.LAST_MONTH:
            last = first - _DAY
            return Days(last.replace(day=1), last)
        case _:
            assert_never(period)


def day_typed(said: str) -> date | None:
    """`7/1/2026`, as people write a day here; None where it is none."""
    found = _TYPED.fullmatch(said.strip())
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def as_typed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
