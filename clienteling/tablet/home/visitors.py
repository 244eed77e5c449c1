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
class Day:
    """The shop's day so far."""

    visitors: tuple[VisitorRow, ...] = ()
    recognised: int = 0
    due: tuple[DutyRow, ...] = ()


def read_day(conn: "sa.Connection", *, store_id: str, now: int, wording: "Wording") -> Day:
    from clienteling.interactions.today import today
    from clienteling.tasks.todo import due_now

    seen = today(conn, store_id, *shop_day.bounds(now, wording.time_zone))
    calendar_day = wording.day_of(now)
    return Day(
        visitors=tuple(visitor_rows(seen.visitors, wording)),
        recognised=seen.recognised,
        due=tuple(duty_rows(due_now(conn, store_id, calendar_day, now), calendar_day, wording)),
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
