"""Our catalogue as sources name it: by article number, bar code, id or name."""

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product, variant
from clienteling.hub.connectors.asked import Named
from clienteling.hub.connectors.heard import HeardEvent, HeardItem
from clienteling.hub.goods.tables import foreign_product, foreign_variant
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
Foreign = tuple[sa.Table, str, str]
"""Where articles of sources stand, the source, and its own id."""


class Shelf:
    """The catalogue of a moment, as far as it was asked for."""

    def __init__(self, conn: sa.Connection) -> None:
        self._conn = conn
        self._products = {row.id: row for row in conn.execute(sa.select(product))}
        self._names = {row.name.casefold(): row.id for row in self._products.values()}
        self._variants: dict[Code, sa.Row[Any] | None] = {}
        self._foreign: dict[Foreign, str | None] = {}
        self._items: dict[tuple[str, ...], sa.Row[Any] | None] = {}
        self._told: dict[tuple[str, HeardItem], EventItem] = {}
        self._read_at = time.monotonic()

    def over(self, conn: sa.Connection) -> "Shelf":
        """The same in the next transaction, or a fresh one where this is of some time ago."""
        many = max(len(self._variants), len(self._told)) > MOST_LOOKED_UP
        if many or time.monotonic() - self._read_at > KEPT_S:
            return Shelf(conn)
        self._conn = conn
        return self

    def named(self) -> Sequence[Named]:
        return [Named(row.id, row.name, tuple(row.keywords or ())) for row in self._products.values()]

    def detail(self, event: HeardEvent, source: str) -> EventDetail:
        """The event's detail with its products looked up."""
        if not event.items:
            return event.detail
        found = [self.item(item, source) for item in event.items]
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

    def item(self, heard: HeardItem, source: str = "") -> EventItem:
        """`source` is that of the ids in it, where its articles are known by them."""
        found = self._told.get((source, heard))
        if found is None:
            found = self._told[source, heard] = self._found(heard, source)
        return found

    def _found(self, heard: HeardItem, source: str) -> EventItem:
        row = self._variant(heard, source)
        product_id = row.product_id if row else self._product_id(heard, source)
        ours = self._products.get(product_id) if product_id else None
        return EventItem(
            product_id=product_id,
            variant_id=row.id if row else None,
            product_name=ours.name if ours else heard.name,
            quantity=heard.quantity,
            price_cents=heard.price_cents or (ours.price_cents if ours else 0),
        )

    def look_up(self, items: Iterable[tuple[str, HeardItem]]) -> None:
        """Read at once all that `item` will be asked for; each comes with its source."""
        fresh = {named: one for one in items if (named := _named(*one)) not in self._items}
        self._look_up_foreign({key for source, item in fresh.values() for key in _keys(source, item)})
        wanted = {code for source, item in fresh.values() for code in self._codes(source, item)}
        for name, column in _CODES.items():
            values = sorted(value for of, value in wanted - self._variants.keys() if of == name)
            self._variants |= dict.fromkeys((name, value) for value in values)
            for some in batches(values):
                for row in self._conn.execute(sa.select(variant).where(column.in_(some))).all():
                    self._variants[name, getattr(row, name)] = row

    def _look_up_foreign(self, wanted: set[Foreign]) -> None:
        """Which of ours a source's own ids are."""
        fresh = wanted - self._foreign.keys()
        self._foreign |= dict.fromkeys(fresh)
        for table, ours in ((foreign_variant, "variant_id"), (foreign_product, "product_id")):
            for source in {of for where, of, _ in fresh if where is table}:
                keys = sorted(key for where, of, key in fresh if where is table and of == source)
                for some in batches(keys):
                    at = sa.select(table.c.key, table.c[ours])
                    found = at.where(table.c.source == source, table.c.key.in_(some))
                    for key, our_id in self._conn.execute(found).all():
                        self._foreign[table, source, key] = our_id

    def variant_of(self, product_id: str, colour: str, size: str) -> str | None:
        """The variant of that colour and size, when there is exactly one."""
        rows = self._conn.execute(sa.select(variant).where(variant.c.product_id == product_id)).all()
        for name in (colour, *NEAR_COLOURS.get(colour, ())):
            fitting = [row for row in rows if (not name or row.colour == name) and _fits(row.size, size)]
            if fitting:
                return fitting[0].id if len(fitting) == 1 else None
        return None

    def _variant(self, heard: HeardItem, source: str) -> sa.Row[Any] | None:
        named = _named(source, heard)
        if named not in self._items:
            self.look_up([(source, heard)])
            found = (row for code in self._codes(source, heard) if (row := self._variants.get(code)))
            self._items[named] = next(found, None)
        return self._items[named]

    def _product_id(self, heard: HeardItem, source: str) -> str | None:
        known = self._foreign.get((foreign_product, source, heard.product_id))
        for word in (known, heard.product_id, heard.sku, heard.sku.lower()):
            if word in self._products:
                return word
        return self._names.get(heard.name.casefold())

    def _codes(self, source: str, heard: HeardItem) -> Iterator[Code]:
        """What a variant may be known by, the surest first."""
        known = self._foreign.get((foreign_variant, source, heard.variant_id or heard.product_id))
        for name, value in (
            ("id", known),
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


def _named(source: str, heard: HeardItem) -> tuple[str, ...]:
    """All that `_codes` goes by."""
    return source, heard.ean, heard.sku, heard.product_id, heard.variant_id


def _keys(source: str, heard: HeardItem) -> Iterator[Foreign]:
    """The source's own ids of it."""
    if source and (variant_key := heard.variant_id or heard.product_id):
        yield foreign_variant, source, variant_key
    if source and heard.product_id:
        yield foreign_product, source, heard.product_id


def _fits(label: str, size: str) -> bool:
    return not label or not size or label == size
