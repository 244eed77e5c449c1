"""What is chosen from by a tap: days ahead, and who works in the shop."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording

_DAYS_BY_NAME = 7
_TWO_WEEKS, _FOUR_WEEKS = 14, 28


@dataclass(frozen=True)
class Choice:
    key: str
    """A day (ISO 8601), or an associate's id; empty for nobody in particular."""
    text: str


def days_ahead(today: date, wording: "Wording", chosen: str = "") -> list[Choice]:
    """A week by its names, then in two and in four weeks; what was chosen before is among them."""
    near = [today + timedelta(days=ahead) for ahead in range(_DAYS_BY_NAME)]
    choices = [Choice(day.isoformat(), _name(day, today, wording)) for day in near]
    for ahead, words in (
        (_TWO_WEEKS, wording.say("in two weeks")),
        (_FOUR_WEEKS, wording.say("in four weeks")),
    ):
        choices.append(Choice((today + timedelta(days=ahead)).isoformat(), words))
    if chosen and chosen not in {choice.key for choice in choices}:
        choices.append(Choice(chosen, wording.short_date(date.fromisoformat(chosen), today)))
    return sorted(choices, key=lambda choice: choice.key)


def people(conn: "sa.Connection", *, store_id: str, me: str, wording: "Wording") -> list[Choice]:
    """I first, then whoever has time, then the others by name."""
    from clienteling.staff.queries import associates

    here = associates(conn, store_id)
    mine = [Choice(me, wording.say("me"))]
    others = [Choice(one.id, one.given_name) for one in here if one.id != me]
    return [*mine, Choice("", wording.say("whoever has time")), *others]


def _name(day: date, today: date, wording: "Wording") -> str:
    match (day - today).days:
        case 0:
            return wording.say("today")
        case 1:
            return wording.say("tomorrow")
    return wording.weekday(day)
