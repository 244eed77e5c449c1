"""Which days are looked at: a day, a week, a month, or from one day to another."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec

from clienteling.kpi import periods
from clienteling.kpi.values import Step

FORTNIGHT = 14
MONTHS_OF_A_YEAR = 12
DAYS_DRAWN_ONE_BY_ONE, DAYS_DRAWN_BY_WEEKS = 35, 190
"""More bars than these are not told apart at a glance."""


class Kind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


class Preset(StrEnum):
    """Ranges that are asked for often; each ends today."""

    THIRTY_DAYS = "thirty_days"
    NINETY_DAYS = "ninety_days"
    THIS_YEAR = "this_year"
    TWELVE_MONTHS = "twelve_months"


class Span(msgspec.Struct, frozen=True):
    """From one day to another, both of them in it."""

    kind: Kind
    since: date
    until: date

    @property
    def days(self) -> int:
        return (self.until - self.since).days + 1

    @property
    def step(self) -> Step:
        """How much one bar of it stands for."""
        if self.kind is not Kind.RANGE or self.days <= DAYS_DRAWN_ONE_BY_ONE:
            return Step.DAY
        return Step.WEEK if self.days <= DAYS_DRAWN_BY_WEEKS else Step.MONTH

    @property
    def target_for(self) -> Step | None:
        """What a target must be for to be held against the whole; a range has none."""
        return None if self.kind is Kind.RANGE else Step(self.kind.value)


def span_of(kind: Kind, day: date) -> Span:
    """The day, week or month that this day is in; as a range, the thirty days that end with it."""
    if kind is Kind.RANGE:
        return preset(Preset.THIRTY_DAYS, day)
    step = Step(kind.value)
    return Span(kind, periods.begin(step, day), periods.end(step, day))


def preset(which: Preset, today: date) -> Span:
    match which:
        case Preset.THIRTY_DAYS:
            since = today - timedelta(days=29)
        case Preset.NINETY_DAYS:
            since = today - timedelta(days=89)
        case Preset.THIS_YEAR:
            since = date(today.year, 1, 1)
        case Preset.TWELVE_MONTHS:
            since = periods.months_later(today, 1 - MONTHS_OF_A_YEAR)
    return Span(Kind.RANGE, since, today)


def between(one: date, other: date) -> Span:
    """In whichever order they were touched."""
    return Span(Kind.RANGE, min(one, other), max(one, other))


def moved(span: Span, by: int) -> Span:
    """As many of its kind later, or earlier where `by` is negative."""
    if span.kind is Kind.MONTH:
        return span_of(Kind.MONTH, periods.months_later(span.since, by))
    on = timedelta(days=by * span.days)
    return Span(span.kind, span.since + on, span.until + on)


def up_to(span: Span, today: date) -> Span:
    """Without the days that have not come yet."""
    return Span(span.kind, span.since, max(span.since, min(span.until, today)))


def before(span: Span) -> Span:
    """The same period before; what is drawn by months is held against the same months a year before."""
    if span.step is Step.MONTH:
        return Span(span.kind, _year_before(span.since), _year_before(span.until))
    since, until = periods.before(span.target_for, span.since, span.until)
    return Span(span.kind, since, until)


def drawn(span: Span) -> Span:
    """What the chart shows of it: a day stands among the fortnight that ends with it."""
    if span.kind is Kind.DAY:
        return Span(span.kind, span.until - timedelta(days=FORTNIGHT - 1), span.until)
    return span


def _year_before(day: date) -> date:
    last = periods.end(Step.MONTH, periods.months_later(day, -MONTHS_OF_A_YEAR)).day
    return day.replace(year=day.year - 1, day=min(day.day, last))
