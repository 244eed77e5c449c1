"""The days a promise is usually made for, as chips: today, tomorrow, then the next days by name."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class DayWord(StrEnum):
    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEKDAY = "weekday"


@dataclass(frozen=True)
class DayChoice:
    key: str
    """ISO 8601."""
    word: str
    weekday: int
    """1 is Monday, as Qt and ISO count."""


def _word(ahead: int) -> DayWord:
    match ahead:
        case 0:
            return DayWord.TODAY
        case 1:
            return DayWord.TOMORROW
        case _:
            return DayWord.WEEKDAY


def day_choices(today: date, days: int = 7) -> tuple[DayChoice, ...]:
    """One choice per day up to a week; a weekday's name says which without a calendar."""
    return tuple(
        DayChoice(key=day.isoformat(), word=_word(ahead).value, weekday=day.isoweekday())
        for ahead in range(days)
        for day in (today + timedelta(days=ahead),)
    )
