"""Weeks and months of the calendar, and what a period is compared with."""

from collections.abc import Iterator
from datetime import date, timedelta

from clienteling.kpi.values import Step

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
_MONTHS = 12


def begin(step: Step, day: date) -> date:
    """The first day of the day, week or month in which that day lies."""
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day - timedelta(days=day.weekday())
        case Step.MONTH:
            return day.replace(day=1)


def end(step: Step, day: date) -> date:
    """The last day of it."""
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return begin(step, day) + WEEK - DAY
        case Step.MONTH:
            return months_later(day, 1) - DAY


def months_later(day: date, months: int) -> date:
    """The first of that month."""
    count = day.year * _MONTHS + day.month - 1 + months
    return date(count // _MONTHS, count % _MONTHS + 1, 1)


def stretches(since: date, until: date, step: Step) -> Iterator[tuple[date, date]]:
    """From `since` to `until`, both in it; what is cut off by them is as long as is left of it."""
    begins = since
    while begins <= until:
        ends = min(end(step, begins), until)
        yield begins, ends
        begins = ends + DAY


def before(step: Step | None, since: date, until: date) -> tuple[date, date]:
    """The same period before: of a day that day a week before, of a month as many days of the one before.

    Weekdays count in a shop, so days, weeks and ranges (None) move by whole weeks.
    """
    if step is Step.MONTH:
        first = months_later(since, -1)
        whole = until == end(Step.MONTH, since)
        last = end(Step.MONTH, first)
        return first, last if whole else min(first + (until - since), last)
    weeks = -(-((until - since).days + 1) // WEEK.days)
    return since - weeks * WEEK, until - weeks * WEEK
