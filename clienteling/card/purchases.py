"""What she bought and brought back, in every channel and shop."""

from collections.abc import Iterable, Mapping, Sequence

from clienteling.baskets.queries import Receipt
from clienteling.card.values import Purchase
from clienteling.catalog.products import Named
from clienteling.timeline.values import EventItem

MOST = 60


def purchases(
    receipts: Sequence[Receipt], products: Named, store_names: Mapping[str, str]
) -> tuple[Purchase, ...]:
    """Both newest first; each thing brought back marks the last one bought before it."""
    back: list[tuple[Receipt, EventItem]] = []
    found: list[Purchase] = []
    for receipt in receipts:
        if receipt.back:
            back.extend((receipt, item) for item in _pieces(receipt))
            continue
        for item in receipt.items:
            returned = _take_back(back, receipt, item)
            found.append(_purchase(receipt, item, products, store_names, returned))
    return tuple(found[:MOST])


def _pieces(receipt: Receipt) -> Iterable[EventItem]:
    """A refund that names nothing but its order is about all of that order."""
    return receipt.items or (EventItem(),)


def _take_back(back: list[tuple[Receipt, EventItem]], receipt: Receipt, item: EventItem) -> bool:
    for place, (returned, piece) in enumerate(back):
        if _is_whole_order(returned, piece, receipt):
            return True
        if _is_same(piece, item):
            del back[place]
            return True
    return False


def _is_whole_order(returned: Receipt, piece: EventItem, receipt: Receipt) -> bool:
    nothing_named = not (piece.product_id or piece.variant_id or piece.product_name)
    return nothing_named and bool(receipt.order_number) and returned.order_number == receipt.order_number


def _is_same(one: EventItem, other: EventItem) -> bool:
    if one.variant_id and other.variant_id:
        return one.variant_id == other.variant_id
    if one.product_id and other.product_id:
        return one.product_id == other.product_id
    return bool(one.product_name) and one.product_name == other.product_name


def _purchase(
    receipt: Receipt, item: EventItem, products: Named, store_names: Mapping[str, str], returned: bool
) -> Purchase:
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
        returned=returned,
    )
