"""What a conversation is about: the product, colour and size last asked for, or the advert that began it."""

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.hub.connectors.asked import Asked
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventKind

LOOK_BACK_MS = 30 * 86_400_000
LOOK_BACK_ENTRIES = 30
SAYING = (EventKind.MESSAGE_IN, EventKind.ADVERT_TAPPED)


def so_far(conn: sa.Connection, customer_id: str, source: str, before: int) -> Asked:
    """Newest words first; a colour or size said of one product is not carried to another."""
    rows = conn.execute(
        sa.select(event.c.detail)
        .where(
            event.c.customer_id.in_(ids_of(conn, customer_id)),
            event.c.source == source,
            event.c.kind.in_(SAYING),
            event.c.at.between(before - LOOK_BACK_MS, before),
        )
        .order_by(event.c.at.desc(), event.c.id.desc())
        .limit(LOOK_BACK_ENTRIES)
    )
    about = Asked()
    for row in rows:
        detail = msgspec.convert(row.detail, EventDetail)
        about = _with_earlier(about, detail)
        if about.product_id is not None:
            break
    return about


def continued(said: Asked, about: Asked) -> Asked:
    """A question without a product is about the conversation's: "do you have black in 39?"."""
    if said.product_id is not None or not (said.colour or said.size or said.price):
        return said
    return msgspec.structs.replace(said, product_id=about.product_id)


def with_question(detail: EventDetail, said: Asked) -> EventDetail:
    return msgspec.structs.replace(
        detail,
        asked_product_id=said.product_id,
        asked_colour=said.colour,
        asked_size=said.size,
        asked_price=said.price,
    )


def _with_earlier(about: Asked, detail: EventDetail) -> Asked:
    return Asked(
        about.product_id or detail.asked_product_id or detail.product_id,
        about.colour or detail.asked_colour,
        about.size or detail.asked_size,
    )
