"""Which days are looked at, and what they are held against."""

from datetime import date

import pytest

from clienteling.kpi.values import Step
from clienteling.tablet.figures import spans
from clienteling.tablet.figures.spans import Kind, Preset, Span

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("kind", "since", "until"),
    [
        (Kind.DAY, SUNDAY, SUNDAY),
        (Kind.WEEK, date(2026, 11, 16), SUNDAY),
        (Kind.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Kind.RANGE, date(2026, 10, 24), SUNDAY),
    ],
)
def test_a_kind_of_span_holds_the_day_it_was_asked_for(kind, since, until):
    assert spans.span_of(kind, SUNDAY) == Span(kind, since, until)


def test_turning_pages_goes_by_whole_months_and_by_as_many_days():
    assert spans.moved(spans.span_of(Kind.MONTH, date(2026, 3, 31)), -1).until == date(2026, 2, 28)
    week = spans.span_of(Kind.WEEK, SUNDAY)
    assert spans.moved(spans.moved(week, -3), 3) == week
    ten = Span(Kind.RANGE, date(2026, 11, 1), date(2026, 11, 10))
    assert spans.moved(ten, 1) == Span(Kind.RANGE, date(2026, 11, 11), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("span", "held_against"),
    [
        (Span(Kind.DAY, SUNDAY, SUNDAY), (date(2026, 11, 15), date(2026, 11, 15))),
        (Span(Kind.WEEK, date(2026, 11, 16), date(2026, 11, 18)), (date(2026, 11, 9), date(2026, 11, 11))),
        (Span(Kind.MONTH, date(2026, 11, 1), SUNDAY), (date(2026, 10, 1), date(2026, 10, 22))),
        (Span(Kind.RANGE, date(2025, 12, 1), SUNDAY), (date(2024, 12, 1), date(2025, 11, 22))),
        (Span(Kind.RANGE, date(2024, 1, 1), date(2024, 12, 31)), (date(2023, 1, 1), date(2023, 12, 31))),
        (Span(Kind.RANGE, date(2023, 3, 1), date(2024, 2, 29)), (date(2022, 3, 1), date(2023, 2, 28))),
    ],
)
def test_half_a_week_is_held_against_half_a_week_and_a_year_against_the_year_before(span, held_against):
    before = spans.before(span)
    assert (before.since, before.until) == held_against


def test_a_year_is_drawn_by_months_a_quarter_by_weeks_and_a_month_by_days():
    assert spans.preset(Preset.TWELVE_MONTHS, SUNDAY).step is Step.MONTH
    assert spans.preset(Preset.NINETY_DAYS, SUNDAY).step is Step.WEEK
    assert spans.span_of(Kind.MONTH, SUNDAY).step is Step.DAY
    assert spans.preset(Preset.THIS_YEAR, SUNDAY).since == date(2026, 1, 1)


def test_one_day_is_drawn_among_the_fortnight_that_ends_with_it():
    drawn = spans.drawn(spans.span_of(Kind.DAY, SUNDAY))
    assert (drawn.days, drawn.until) == (14, SUNDAY)


def test_two_days_are_a_range_whichever_was_touched_first():
    assert spans.between(SUNDAY, date(2026, 1, 1)) == spans.between(date(2026, 1, 1), SUNDAY)


def test_days_that_have_not_come_are_left_out():
    assert spans.up_to(spans.span_of(Kind.MONTH, SUNDAY), SUNDAY).until == SUNDAY
