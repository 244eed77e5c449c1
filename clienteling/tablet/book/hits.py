"""Customers as rows of the client book."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.tablet import shop_day
from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.customers.values import CustomerHit
    from clienteling.wording import Wording

SHOWN = 40
RECENT = 20


@dataclass(frozen=True)
class HitRow:
    key: str
    name: str
    initials: str
    phone: str
    email: str
    city: str
    seen: str
    """When she was last heard of, in words."""
    expected: str = ""
    """Why and when she is expected today; empty where she is not."""
    unseen: bool = False
    """When she was last heard of is still to be looked up."""


def find(
    conn: "sa.Connection",
    *,
    text: str,
    now: int,
    wording: "Wording",
    limit: int = SHOWN,
    store_id: str = "",
    hurried: bool = False,
) -> list[HitRow]:
    """Whom the text finds; without text who is expected in that shop today, then the cards opened last.

    `hurried`: where a text finds many, `seen` comes afterwards (`seen_too`).
    """
    from clienteling.customers.aliases import her
    from clienteling.customers.queries import hits_of, recent
    from clienteling.customers.search import search

    if text:
        return [hit_row(hit, now, wording) for hit in search(conn, text, limit, hurried=hurried)]
    waited_for = expected(conn, store_id, now, wording) if store_id else {}
    opened = [hit for hit in recent(conn, min(limit, RECENT)) if hit.id not in waited_for]
    coming = hits_of(conn, [her(conn, customer_id) for customer_id in waited_for])
    return [hit_row(hit, now, wording, waited_for.get(hit.id, "")) for hit in (*coming, *opened)]


def seen_too(
    conn: "sa.Connection", *, rows: Sequence[HitRow], now: int, wording: "Wording"
) -> dict[str, HitRow]:
    """By key the same rows, with when each was last heard of."""
    from clienteling.customers.aliases import together
    from clienteling.customers.queries import hits_of

    people = together(conn, [row.key for row in rows]).values()
    return {hit.id: hit_row(hit, now, wording) for hit in hits_of(conn, list(people))}


def expected(conn: "sa.Connection", store_id: str, now: int, wording: "Wording") -> dict[str, str]:
    """Who has an appointment here today, or comes for what is held for her until today → when, and why."""
    from clienteling.appointments.queries import expected as appointments
    from clienteling.promises.queries import due
    from clienteling.promises.values import PromiseKind

    day = wording.day_of(now)
    found = {
        one.customer_id: wording.say("Expected at {time}", time=wording.time(one.at))
        for one in appointments(conn, store_id, *shop_day.bounds(now, wording.time_zone))
        if one.customer_id
    }
    for promise in due(conn, store_id, day):
        if promise.kind is PromiseKind.HOLD and promise.due_on == day.isoformat():
            found.setdefault(promise.customer_id, wording.say("Something is held for her until today"))
    return found


def hit_row(hit: "CustomerHit", now: int, wording: "Wording", expected: str = "") -> HitRow:
    return HitRow(
        key=hit.id,
        name=hit.full_name or wording.say("Name not known yet"),
        initials=initials(hit.full_name),
        phone=wording.phone(hit.phone) if hit.phone else "",
        email=hit.email,
        city=hit.city,
        seen=wording.moment(hit.last_seen_at, now) if hit.last_seen_at else "",
        expected=expected,
        unseen=hit.last_seen_at is None,
    )
