from datetime import date

import pytest

from clienteling.basis.periods import OVER, Period, as_typed, day_typed, days_of
from clienteling.basis.values import Days

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period.THIS_WEEK, Days(date(2026, 11, 16), SUNDAY)),
        (Period.LAST_WEEK, Days(date(2026, 11, 9), date(2026, 11, 15))),
        (Period.THIS_MONTH, Days(date(2026, 11, 1), SUNDAY)),
        (Period.LAST_MONTH, Days(date(2026, 10, 1), date(2026, 10, 31))),
    ],
)
def test_the_days_of_a_period(period: Period, days: Days):
    assert days_of(period, SUNDAY) == days


def test_last_month_of_january_is_december_and_of_march_ends_with_february():
    assert days_of(Period.LAST_MONTH, date(2026, 1, 31)) == Days(date(2025, 12, 1), date(2025, 12, 31))
    assert days_of(Period.LAST_MONTH, date(2028, 3, 31)).last == date(2028, 2, 29)


@pytest.mark.parametrize("day", [date(2026, 11, 16), date(2026, 11, 1), date(2026, 3, 29), SUNDAY])
def test_what_a_manager_may_ask_for_never_holds_today(day: date):
    assert all(days_of(period, day).last < day for period in OVER)


@pytest.mark.parametrize("said", ["7/1/2026", " 07.01.2026 ", "7-1-2026"])
def test_a_day_is_read_as_people_write_it(said: str):
    assert day_typed(said) == date(2026, 1, 7)


@pytest.mark.parametrize("said", ["", "soon", "31/2/2026", "7/1", "2026-01-07", "7/1/26"])
def test_what_is_no_day_is_none(said: str):
    assert day_typed(said) is None


def test_a_day_is_shown_as_it_is_typed():
    assert day_typed(as_typed(SUNDAY)) == SUNDAY
