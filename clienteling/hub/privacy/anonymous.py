"""What is left of a customer who goes: what was bought and done, nobody's, for the figures.

Kind, channel, shop, day, amount and goods: no name, no time of day, no order of arrival, and nothing that
says that two of them were the same person's.
"""

import uuid
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import her
from clienteling.hub.insight import receipts as bought
from clienteling.hub.privacy.tables import anonymous_record
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, Item, items_of
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventItem, EventKind, detail_of
from clienteling.vocabulary import Channel
from clienteling.wording import Wording

_ORDERS = (EventKind.ORDERED.value, EventKind.REFUNDED.value)
_BOUGHT = (InteractionKind.SALE.value, EventKind.ORDERED.value)
Kept: TypeAlias = Mapping[str, frozenset[str]]
"""The id of each purchase → the products of it that were not brought back."""
_SHOP_DAY = Wording()
"""Its calendar, for what happened in a shop or online: the day in Italy."""


def keep_figures(conn: sa.Connection, customer_id: str) -> None:
    """Within the transaction that erases her, before her records go."""
    hers = bought.of_people(conn, [her(conn, customer_id)])
    kept = {i: products for some in hers.values() for i, products in bought.kept(some).items()}
    rows = [*_in_shops(conn, customer_id, kept), *_online(conn, customer_id, kept)]
    if rows:
        conn.execute(sa.insert(anonymous_record), rows)


def receipts(conn: sa.Connection) -> Iterator[frozenset[str]]:
    """The products that were kept of each purchase."""
    query = sa.select(anonymous_record.c.kept).where(anonymous_record.c.kind.in_(_BOUGHT))
    for (stored,) in conn.execute(query):
        if products := frozenset(msgspec.convert(stored or (), tuple[str, ...])):
            yield products


def _in_shops(conn: sa.Connection, customer_id: str, kept: Kept) -> Iterator[dict[str, object]]:
    query = sa.select(interaction).where(interaction.c.customer_id == customer_id, uncorrected(interaction))
    for row in conn.execute(query):
        yield _row(
            row.kind,
            Channel.SHOP,
            row.store_id,
            row.at,
            [_item(each) for each in items_of(row.items)],
        ) | _kept(kept, row.id)


def _online(conn: sa.Connection, customer_id: str, kept: Kept) -> Iterator[dict[str, object]]:
    query = sa.select(event).where(event.c.customer_id == customer_id, event.c.kind.in_(_ORDERS))
    for row in conn.execute(query):
        items = list(detail_of(row.detail).items)
        yield _row(row.kind, Channel.ORDER, None, row.at, items) | _kept(kept, row.id)


def _kept(kept: Kept, record_id: str) -> dict[str, object]:
    return {"kept": sorted(kept.get(record_id, ()))}


def _item(item: Item) -> EventItem:
    return EventItem(
        product_id=item.product_id,
        variant_id=item.variant_id,
        quantity=item.quantity,
        price_cents=item.price_cents,
    )


def _row(
    kind: str,
    channel: Channel,
    store_id: str | None,
    at: int | None,
    items: list[EventItem],
) -> dict[str, object]:
    return {
        "id": uuid.uuid4().hex,
        "kind": kind,
        "channel": channel.value,
        "store_id": store_id,
        "happened_on": _SHOP_DAY.day_of(at).isoformat() if at else None,
        "amount_cents": sum(item.quantity * item.price_cents for item in items),
        "items": msgspec.to_builtins(items),
    }
