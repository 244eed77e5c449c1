"""Who came today and what is due, as rows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.tablet import shop_day
from clienteling.tablet.card.promised import DutyRow, duty_rows
from clienteling.tablet.card.who import initials
from clienteling.tablet.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from clienteling.appointments.values import Appointment
    from clienteling.interactions.today import Visitor
    from clienteling.wording import Wording


@dataclass(frozen=True)
class VisitorRow:
    key: str
    customer_id: str
    """Empty for somebody without a code."""
    name: str
    initials: str
    kind: str
    reason: str
    product: str
    time: str


@dataclass(frozen=True)
class ExpectedRow:
    key: str
    customer_id: str
    """Empty for somebody without a card."""
    name: str
    initials: str
    about: str
    note: str
    """What is to be prepared."""
    whose: str
    time: str
    late: bool
    """Her time has come."""


@dataclass(frozen=True)
class Day:
    """The shop's day so far."""

    visitors: tuple[VisitorRow, ...] = ()
    recognised: int = 0
    due: tuple[DutyRow, ...] = ()
    expected: tuple[ExpectedRow, ...] = ()


def read_day(conn: "sa.Connection", *, store_id: str, now: int, wording: "Wording") -> Day:
    from clienteling.appointments.queries import expected
    from clienteling.interactions.today import today
    from clienteling.tasks.todo import due_now

    begins, ends = shop_day.bounds(now, wording.time_zone)
    seen = today(conn, store_id, begins, ends)
    calendar_day = wording.day_of(now)
    return Day(
        visitors=tuple(visitor_rows(seen.visitors, wording)),
        recognised=seen.recognised,
        due=tuple(duty_rows(due_now(conn, store_id, calendar_day, now), calendar_day, wording)),
        expected=tuple(expected_row(one, now, wording) for one in expected(conn, store_id, begins, ends)),
    )


def expected_row(one: "Appointment", now: int, wording: "Wording") -> ExpectedRow:
    return ExpectedRow(
        key=one.id,
        customer_id=one.customer_id,
        name=one.name,
        initials=initials(one.name) or "?",
        about=one.title,
        note=one.note,
        whose=one.associate_name,
        time=wording.time(one.at),
        late=one.at < now,
    )


def visitor_rows(visitors: "Iterable[Visitor]", wording: "Wording") -> list[VisitorRow]:
    return [visitor_row(visitor, wording) for visitor in visitors]


def visitor_row(visitor: "Visitor", wording: "Wording") -> VisitorRow:
    words = (visitor.product_name, label(visitor.colour, visitor.size, wording))
    return VisitorRow(
        key=visitor.visit_id,
        customer_id=visitor.customer_id or "",
        name=visitor.name or (wording.say("Name not known yet") if visitor.customer_id else ""),
        initials=initials(visitor.name) or "?",
        kind=visitor.kind.value,
        reason=visitor.reason.value,
        product=" ".join(word for word in words if word),
        time=wording.time(visitor.at),
    )
