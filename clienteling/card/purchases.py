"""What she bought and brought back, in every channel and shop."""

from collections.abc import Mapping, Sequence
from itertools import islice

from clienteling.baskets.queries import Receipt
from clienteling.baskets.returned import Line, lines
from clienteling.card.values import Purchase
from clienteling.catalog.products import Named

MOST = 60


def purchases(
    receipts: Sequence[Receipt], products: Named, store_names: Mapping[str, str]
) -> tuple[Purchase, ...]:
    """Both newest first; what was brought back is marked."""
    return tuple(_purchase(line, products, store_names) for line in islice(lines(receipts), MOST))


def _purchase(line: Line, products: Named, store_names: Mapping[str, str]) -> Purchase:
    receipt, item = line.receipt, line.item
    product = products.get(item.product_id, item.variant_id)
    return Purchase(
        record_id=receipt.record_id,
        product_id=product.product_id if product else item.product_id,
        variant_id=item.variant_id,
        name=product.name if product else item.product_name,
        colour=product.colour if product else "",
        size=product.size if product else "",
        price_cents=item.price_cents or (product.price_cents if product else 0),
        picture=product.picture if product else "",
        at=receipt.at,
        channel=receipt.channel,
        store_name=store_names.get(receipt.store_id or "", ""),
        returned=not line.kept,
    )
