"""From the catalogue into the hand."""

from typing import TYPE_CHECKING

from clienteling.tablet.labels import label
from clienteling.tablet.record.picks import Pick

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.catalog.products import Product
    from clienteling.wording import Wording


def pick_of(product: "Product", wording: "Wording") -> Pick:
    return Pick(
        key=product.variant_id or product.product_id,
        product_id=product.product_id,
        variant_id=product.variant_id or "",
        name=product.name,
        label=label(product.colour, product.size, wording),
        price=wording.money(product.price_cents),
        price_cents=product.price_cents,
        picture=product.picture,
    )


def looked_up(conn: "sa.Connection", *, product_id: str, variant_id: str, wording: "Wording") -> Pick | None:
    from clienteling.catalog.products import named

    product = named(conn, [product_id], [variant_id]).get(product_id, variant_id)
    return pick_of(product, wording) if product else None


def searched(conn: "sa.Connection", *, text: str, wording: "Wording", limit: int = 12) -> list[Pick]:
    """What the associate typed: an article number, an EAN, or words."""
    from clienteling.catalog.queries import find

    return [pick_of(product, wording) for product in find(conn, text)[:limit]]
