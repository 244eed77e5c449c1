"""Our catalogue as sources name it: by article number, bar code, id or name."""

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.connectors.asked import Named
from clienteling.hub.connectors.heard import HeardEvent, HeardItem
from clienteling.timeline.values import EventDetail, EventItem, EventKind

_ORDERS = frozenset({EventKind.ORDERED, EventKind.REFUNDED})
NEAR_COLOURS = {
    "blue": ("navy",),
    "navy": ("blue",),
    "green": ("forest",),
    "rose": ("pink",),
    "beige": ("sand", "cream", "camel"),
    "brown": ("tan", "camel"),
}
"""What people call a colour and what the label says, nearest first."""


class Shelf:
    """One moment of the catalogue, for the items of one payload."""

    def __init__(self, conn: sa.Connection) -> None:
        self._products = {row.id: row for row in conn.execute(sa.select(product))}
        self._names = {row.name.casefold(): row.id for row in self._products.values()}
        self._conn = conn

    def named(self) -> Sequence[Named]:
        return [Named(row.id, row.name, tuple(row.keywords or ())) for row in self._products.values()]

    def detail(self, event: HeardEvent) -> EventDetail:
        """The event's detail with its products looked up."""
        found = [self.item(item) for item in event.items]
        if len(found) != 1 or event.kind in _ORDERS:
            return msgspec.structs.replace(event.detail, items=tuple(found))
        only = found[0]
        return msgspec.structs.replace(
            event.detail,
            product_id=only.product_id,
            variant_id=only.variant_id,
            product_name=only.product_name,
            quantity=only.quantity,
            price_cents=only.price_cents,
        )

    def item(self, heard: HeardItem) -> EventItem:
        row = self._variant(heard)
        product_id = row.product_id if row else self._product_id(heard)
        ours = self._products.get(product_id) if product_id else None
        return EventItem(
            product_id=product_id,
            variant_id=row.id if row else None,
            product_name=ours.name if ours else heard.name,
            quantity=heard.quantity,
            price_cents=heard.price_cents or (ours.price_cents if ours else 0),
        )

    def variant_of(self, product_id: str, colour: str, size: str) -> str | None:
        """The variant of that colour and size, when there is exactly one."""
        rows = self._conn.execute(sa.select(variant).where(variant.c.product_id == product_id)).all()
        for name in (colour, *NEAR_COLOURS.get(colour, ())):
            fitting = [row for row in rows if (not name or row.colour == name) and _fits(row.size, size)]
            if fitting:
                return fitting[0].id if len(fitting) == 1 else None
        return None

    def _variant(self, heard: HeardItem) -> sa.Row[Any] | None:
        for column, value in (
            (variant.c.ean, heard.ean),
            (variant.c.sku, heard.sku),
            (variant.c.ean, heard.sku),
            (variant.c.sku, heard.sku.upper()),
            (variant.c.id, heard.product_id),
            (variant.c.sku, heard.product_id),
            (variant.c.ean, heard.product_id),
        ):
            row = self._conn.execute(sa.select(variant).where(column == value)).first() if value else None
            if row is not None:
                return row
        return None

    def _product_id(self, heard: HeardItem) -> str | None:
        for word in (heard.product_id, heard.sku, heard.sku.lower()):
            if word in self._products:
                return word
        return self._names.get(heard.name.casefold())


def _fits(label: str, size: str) -> bool:
    return not label or not size or label == size
