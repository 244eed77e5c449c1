"""Our catalogue as sources name it: by article number, bar code, id or name."""

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.connectors.asked import Named
from clienteling.hub.connectors.heard import HeardEvent, HeardItem
from clienteling.timeline.values import EventDetail, EventItem, EventKind
from sync.batches import batches

KEPT_S = 5.0
"""Another hub process may have changed the catalogue."""
MOST_LOOKED_UP = 20_000
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
_CODES = {"ean": variant.c.ean, "sku": variant.c.sku, "id": variant.c.id}
Code = tuple[str, str]
"""Column and value."""


class Shelf:
    """The catalogue of a moment, as far as it was asked for."""

    def __init__(self, conn: sa.Connection) -> None:
        self._conn = conn
        self._products = {row.id: row for row in conn.execute(sa.select(product))}
        self._names = {row.name.casefold(): row.id for row in self._products.values()}
        self._variants: dict[Code, sa.Row[Any] | None] = {}
        self._items: dict[tuple[str, ...], sa.Row[Any] | None] = {}
        self._read_at = time.monotonic()

    def over(self, conn: sa.Connection) -> "Shelf":
        """The same in the next transaction, or a fresh one where this is of some time ago."""
        old = time.monotonic() - self._read_at > KEPT_S or len(self._variants) > MOST_LOOKED_UP
        if old:
            return Shelf(conn)
        self._conn = conn
        return self

    def named(self) -> Sequence[Named]:
        return [Named(row.id, row.name, tuple(row.keywords or ())) for row in self._products.values()]

    def detail(self, event: HeardEvent) -> EventDetail:
        """The event's detail with its products looked up."""
        if not event.items:
            return event.detail
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

    def look_up(self, items: Iterable[HeardItem]) -> None:
        """Read at once all that `item` will be asked for."""
        fresh = {named: item for item in items if (named := _named(item)) not in self._items}
        wanted = {code for item in fresh.values() for code in _codes(item)} - self._variants.keys()
        for name, column in _CODES.items():
            values = sorted(value for of, value in wanted if of == name)
            self._variants |= dict.fromkeys((name, value) for value in values)
            for some in batches(values):
                for row in self._conn.execute(sa.select(variant).where(column.in_(some))).all():
                    self._variants[name, getattr(row, name)] = row

    def variant_of(self, product_id: str, colour: str, size: str) -> str | None:
        """The variant of that colour and size, when there is exactly one."""
        rows = self._conn.execute(sa.select(variant).where(variant.c.product_id == product_id)).all()
        for name in (colour, *NEAR_COLOURS.get(colour, ())):
            fitting = [row for row in rows if (not name or row.colour == name) and _fits(row.size, size)]
            if fitting:
                return fitting[0].id if len(fitting) == 1 else None
        return None

    def _variant(self, heard: HeardItem) -> sa.Row[Any] | None:
        named = _named(heard)
        if named not in self._items:
            self.look_up([heard])
            found = (row for code in _codes(heard) if (row := self._variants[code]) is not None)
            self._items[named] = next(found, None)
        return self._items[named]

    def _product_id(self, heard: HeardItem) -> str | None:
        for word in (heard.product_id, heard.sku, heard.sku.lower()):
            if word in self._products:
                return word
        return self._names.get(heard.name.casefold())


def _named(heard: HeardItem) -> tuple[str, str, str]:
    """All that `_codes` goes by."""
    return heard.ean, heard.sku, heard.product_id


def _codes(heard: HeardItem) -> Iterator[Code]:
    """What a variant may be known by, the surest first."""
    for name, value in (
        ("ean", heard.ean),
        ("sku", heard.sku),
        ("ean", heard.sku),
        ("sku", heard.sku.upper()),
        ("id", heard.product_id),
        ("sku", heard.product_id),
        ("ean", heard.product_id),
    ):
        if value:
            yield name, value


def _fits(label: str, size: str) -> bool:
    return not label or not size or label == size
