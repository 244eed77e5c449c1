"""A product as it is shown: what there is of it, and what of that is chosen."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clienteling.stock.age import doubt

if TYPE_CHECKING:
    from collections.abc import Mapping

    import sqlalchemy as sa

    from clienteling.catalog.products import Product
    from clienteling.stock.queries import Pieces
    from clienteling.wording import Wording


@dataclass(frozen=True)
class ProductReading:
    product: "Product"
    description: str
    variants: "tuple[Product, ...]"
    pieces: "Mapping[str, Pieces]"


@dataclass(frozen=True)
class Choice:
    colour: str = ""
    product: "Product | None" = None
    """The variant, once a size is chosen (or there is only one)."""

    @staticmethod
    def of(variant_id: str, reading: ProductReading) -> "Choice":
        """That variant; without one the first colour, and the size when it comes in one only."""
        chosen = next((v for v in reading.variants if v.variant_id == variant_id), None)
        if chosen is not None:
            return Choice(colour=chosen.colour, product=chosen)
        first = reading.variants[0].colour if reading.variants else ""
        return Choice().in_colour(first, reading)

    def in_colour(self, colour: str, reading: ProductReading) -> "Choice":
        """The same size in another colour, where it is made."""
        size = self.product.size if self.product else ""
        inside = [v for v in reading.variants if v.colour == colour]
        same = next((v for v in inside if v.size == size), inside[0] if len(inside) == 1 else None)
        return replace(self, colour=colour, product=same)

    def key(self, reading: ProductReading | None) -> str:
        """As `Pick.key` has it."""
        if self.product and self.product.variant_id:
            return self.product.variant_id
        return reading.product.product_id if reading else ""


NOTHING_CHOSEN = Choice()


@dataclass(frozen=True)
class ColourRow:
    key: str
    words: str
    current: bool


@dataclass(frozen=True)
class SizeRow:
    key: str
    size: str
    here: int
    elsewhere: int
    current: bool


@dataclass(frozen=True)
class StockRow:
    key: str
    store: str
    here: bool
    """It is the shop where one stands."""
    quantity: int
    incoming: int
    counted: str
    days: int
    """`clienteling.stock.age.doubt`."""


def read_product(
    conn: "sa.Connection", *, product_id: str, store_id: str, language: str
) -> ProductReading | None:
    from clienteling.catalog.products import named
    from clienteling.catalog.queries import description, variants_of
    from clienteling.stock.queries import pieces_by_variant

    product = named(conn, [product_id]).get(product_id)
    if product is None:
        return None
    variants = tuple(variants_of(conn, product_id))
    ids = [v.variant_id for v in variants if v.variant_id]
    return ProductReading(
        product, description(conn, product_id, language), variants, pieces_by_variant(conn, ids, store_id)
    )


def read_stock(
    conn: "sa.Connection", *, variant_id: str, store_id: str, now: int, wording: "Wording"
) -> list[StockRow]:
    from clienteling.stock.queries import levels

    return [
        StockRow(
            key=level.store_id,
            store=level.store_name,
            here=level.store_id == store_id,
            quantity=level.quantity,
            incoming=level.incoming,
            counted=wording.moment(level.counted_at, now) if level.counted_at else "",
            days=doubt(level.counted_at, now),
        )
        for level in levels(conn, variant_id, store_id)
    ]


def colour_rows(reading: ProductReading, choice: Choice, wording: "Wording") -> list[ColourRow]:
    colours = dict.fromkeys(v.colour for v in reading.variants if v.colour)
    return [ColourRow(c, wording.colour(c), current=c == choice.colour) for c in colours]


def size_rows(reading: ProductReading, choice: Choice) -> list[SizeRow]:
    return [
        SizeRow(
            key=v.variant_id or "",
            size=v.size,
            here=pieces.here if (pieces := reading.pieces.get(v.variant_id or "")) else 0,
            elsewhere=pieces.elsewhere if pieces else 0,
            current=v == choice.product,
        )
        for v in reading.variants
        if v.colour == choice.colour and v.size
    ]
