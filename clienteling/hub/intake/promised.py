"""A message of the shop that promises to hold something becomes an open promise, in the shop's own words."""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.queries import customer_by_id
from clienteling.hub.connectors.asked import Asked
from clienteling.hub.connectors.heard import HeardEvent
from clienteling.hub.connectors.hold import Hold, hold_promised
from clienteling.hub.intake.shelf import Shelf
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.stores.tables import store
from sync.writer import Writer

HOME_ZONE = "Europe/Rome"


def note(
    writer: Writer, shelf: Shelf, customer_id: str, event: HeardEvent, *, about: Asked, by_name: str
) -> None:
    home = _home(writer.connection, customer_id)
    hold = hold_promised(event.text, _day(event.at, home.time_zone if home else HOME_ZONE))
    if hold is None or _stands(writer.connection, customer_id, about, hold):
        return
    product_id = about.product_id
    writer.insert(
        "promise",
        {
            "customer_id": customer_id,
            "kind": PromiseKind.HOLD,
            "what": f"“{hold.sentence}”",
            "product_id": product_id,
            "variant_id": shelf.variant_of(product_id, about.colour, about.size) if product_id else None,
            "due_on": hold.due_on.isoformat(),
            "state": PromiseState.OPEN,
            "channel": event.channel,
            "made_at": event.at,
            "made_by_name": by_name,
            "store_id": home.id if home else None,
        },
    )


def complete(writer: Writer, shelf: Shelf, customer_id: str, said: sa.Row, about: Asked) -> None:
    """What the message `said` promised, and named no product where that was told later than it."""
    conn, product_id = writer.connection, about.product_id
    if product_id is None:
        return
    blank = sa.select(promise.c.id, promise.c.product_id).where(
        promise.c.customer_id.in_(ids_of(conn, customer_id)),
        promise.c.kind == PromiseKind.HOLD,
        promise.c.state == PromiseState.OPEN,
        promise.c.channel == said.channel,
        promise.c.made_at == said.at,
        promise.c.variant_id.is_(None),
        sa.func.coalesce(promise.c.product_id, product_id) == product_id,
    )
    variant_id = shelf.variant_of(product_id, about.colour, about.size)
    for row in conn.execute(blank).all():
        if (row.product_id, None) != (product_id, variant_id):
            writer.update("promise", row.id, {"product_id": product_id, "variant_id": variant_id})


def _stands(conn: sa.Connection, customer_id: str, about: Asked, hold: Hold) -> bool:
    """The same promise said again is one promise."""
    same = sa.select(promise.c.id).where(
        promise.c.customer_id.in_(ids_of(conn, customer_id)),
        promise.c.kind == PromiseKind.HOLD,
        promise.c.state == PromiseState.OPEN,
        promise.c.due_on == hold.due_on.isoformat(),
        promise.c.product_id.is_not_distinct_from(about.product_id),
    )
    return conn.execute(same).first() is not None


def _home(conn: sa.Connection, customer_id: str) -> sa.Row[tuple[str, str]] | None:
    """The shop that has to keep what is promised to her."""
    her = customer_by_id(conn, customer_id)
    home = her.home_store_id if her else None
    return conn.execute(sa.select(store.c.id, store.c.time_zone).where(store.c.id == home)).first()


def _day(at: int, zone: str) -> date:
    try:
        where = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        where = ZoneInfo(HOME_ZONE)
    return datetime.fromtimestamp(at / 1000, where).date()
