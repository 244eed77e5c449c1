"""What is asked for a request: the article in hand, its sizes where none is chosen, and where it is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.stock.age import doubt
from clienteling.tablet.labels import label

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.wording import Wording


@dataclass(frozen=True)
class ShopRow:
    """Another shop, with what was counted there."""

    key: str
    name: str
    pieces: int
    counted: str
    """When, in words; empty where it never was."""
    days: int
    """`clienteling.stock.age.doubt`."""


@dataclass(frozen=True)
class SizeChoice:
    key: str
    """The variant."""
    words: str


@dataclass(frozen=True)
class Places:
    """Of one article: how many are here, and where else it is."""

    here: int = 0
    shops: tuple[ShopRow, ...] = ()
    sizes: tuple[SizeChoice, ...] = ()


def read_places(
    conn: "sa.Connection", *, product_id: str, variant_id: str, store_id: str, now: int, wording: "Wording"
) -> Places:
    """The fullest shops first; those that were never counted are left out."""
    from clienteling.catalog.queries import variants_of
    from clienteling.stock.queries import levels

    if not variant_id:
        variants = variants_of(conn, product_id)
        return Places(
            sizes=tuple(SizeChoice(v.variant_id or "", label(v.colour, v.size, wording)) for v in variants)
        )
    found = levels(conn, variant_id)
    return Places(
        here=next((level.quantity for level in found if level.store_id == store_id), 0),
        shops=tuple(
            ShopRow(
                key=level.store_id,
                name=level.store_name,
                pieces=level.quantity,
                counted=wording.moment(level.counted_at, now) if level.counted_at else "",
                days=doubt(level.counted_at, now),
            )
            for level in found
            if level.store_id != store_id
        ),
    )
