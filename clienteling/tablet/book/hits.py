"""Customers as rows of the client book."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

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


def find(
    conn: "sa.Connection", *, text: str, now: int, wording: "Wording", limit: int = SHOWN
) -> list[HitRow]:
    """Whom the text finds; without text the cards opened last."""
    from clienteling.customers.queries import recent
    from clienteling.customers.search import search

    hits = search(conn, text, limit=limit) if text else recent(conn, min(limit, RECENT))
    return [hit_row(hit, now, wording) for hit in hits]


def hit_row(hit: "CustomerHit", now: int, wording: "Wording") -> HitRow:
    return HitRow(
        key=hit.id,
        name=hit.full_name or wording.say("Name not known yet"),
        initials=initials(hit.full_name),
        phone=wording.phone(hit.phone) if hit.phone else "",
        email=hit.email,
        city=hit.city,
        seen=wording.moment(hit.last_seen_at, now) if hit.last_seen_at else "",
    )
