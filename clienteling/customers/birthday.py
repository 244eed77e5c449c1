"""Birthdays, of which often only day and month are known: "0001-12-04"."""

from datetime import date


def days_until(birthday_on: str | None, today: date) -> int | None:
    """None where no birthday is known. 29 February is kept on 1 March in the years without one."""
    parts = _month_and_day(birthday_on)
    if parts is None:
        return None
    coming = _in_year(today.year, parts)
    if coming < today:
        coming = _in_year(today.year + 1, parts)
    return (coming - today).days


def _month_and_day(birthday_on: str | None) -> tuple[int, int] | None:
    try:
        month, day = (int(part) for part in (birthday_on or "")[5:].split("-"))
        date(2000, month, day)  # a leap year, so that every real day passes
    except ValueError:
        return None
    return month, day


def _in_year(year: int, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 3, 1)
