"""What comes first in a client book, and why."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from clienteling.clientbook.values import Attention, BookLine, Occasion
from clienteling.customers.birthday import days_until
from clienteling.folding import folded

SOON_DAYS = 14
_ORDER = tuple(Attention)


class Ahead(msgspec.Struct, frozen=True):
    """What is known of a customer's next days."""

    overdue: int = 0
    promised_on: str | None = None
    """The next promise that is not late."""
    birthday_on: str | None = None
    expected_on: str | None = None
    """The next appointment."""


def next_occasion(ahead: Ahead, today: date) -> tuple[Occasion, str | None]:
    """Whichever comes first; of one day an appointment, then a promise, then a birthday."""
    days = days_until(ahead.birthday_on, today)
    birthday = (today + timedelta(days=days)).isoformat() if days is not None else None
    coming = (
        (Occasion.APPOINTMENT, ahead.expected_on),
        (Occasion.PROMISE, ahead.promised_on),
        (Occasion.BIRTHDAY, birthday),
    )
    return min(
        ((occasion, day) for occasion, day in coming if day),
        key=lambda one: one[1] or "",
        default=(Occasion.NONE, None),
    )


def attention(overdue: int, next_on: str | None, today: date) -> Attention:
    if overdue or next_on == today.isoformat():
        return Attention.NOW
    soon = next_on is not None and next_on <= (today + timedelta(days=SOON_DAYS)).isoformat()
    return Attention.SOON if soon else Attention.CALM


def in_order(lines: Iterable[BookLine]) -> list[BookLine]:
    """First who waits for us, then whose day is near, then everybody by name."""
    return sorted(lines, key=_place)


def _place(line: BookLine) -> tuple[int, int, str, str]:
    near = line.next_on or "" if line.attention is not Attention.CALM else ""
    name = folded(f"{line.customer.family_name} {line.customer.given_name}")
    return _ORDER.index(line.attention), -line.overdue, near, name
