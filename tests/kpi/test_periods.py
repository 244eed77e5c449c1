from datetime import date

import pytest

from clienteling.kpi.periods import before, begin, end, stretches
from clienteling.kpi.values import Step


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("step", "day", "first", "last"),
    [
        (Step.DAY, "2026-11-22", "2026-11-22", "2026-11-22"),
        (Step.WEEK, "2026-11-22", "2026-11-16", "2026-11-22"),
        (Step.WEEK, "2026-11-23", "2026-11-23", "2026-11-29"),
        (Step.MONTH, "2028-02-10", "2028-02-01", "2028-02-29"),
        (Step.MONTH, "2026-12-31", "2026-12-01", "2026-12-31"),
    ],
)
def test_a_week_is_from_monday_and_a_month_as_long_as_it_is(step, day, first, last):
    assert (begin(step, on(day)), end(step, on(day))) == (on(first), on(last))


def test_what_is_asked_for_is_cut_at_the_calendar_s_lines():
    weeks = stretches(on("2026-11-19"), on("2026-12-01"), Step.WEEK)
    assert [(str(begins), str(ends)) for begins, ends in weeks] == [
        ("2026-11-19", "2026-11-22"),
        ("2026-11-23", "2026-11-29"),
        ("2026-11-30", "2026-12-01"),
    ]
    assert list(stretches(on("2026-11-19"), on("2026-11-18"), Step.DAY)) == []


@pytest.mark.parametrize(
    ("step", "since", "until", "first", "last"),
    [
        (Step.DAY, "2026-11-22", "2026-11-22", "2026-11-15", "2026-11-15"),
        (Step.WEEK, "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"),
        (Step.MONTH, "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"),
        (Step.MONTH, "2026-11-01", "2026-11-22", "2026-10-01", "2026-10-22"),
        (Step.MONTH, "2026-03-01", "2026-03-30", "2026-02-01", "2026-02-28"),
        (Step.MONTH, "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"),
        (None, "2026-11-20", "2026-11-22", "2026-11-13", "2026-11-15"),
        (None, "2026-11-01", "2026-11-22", "2026-10-04", "2026-10-25"),
    ],
)
def test_the_same_period_before_has_the_same_weekdays_or_is_the_month_before(step, since, until, first, last):
    assert before(step, on(since), on(until)) == (on(first), on(last))
