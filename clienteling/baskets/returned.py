"""What of each purchase was kept: every piece brought back is taken off the last one bought before."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from clienteling.baskets.queries import Receipt
from clienteling.timeline.values import EventItem


class Line(msgspec.Struct, frozen=True):
    """One line of a receipt."""

    receipt: Receipt
    item: EventItem
    kept: int
    """Pieces; 0 where all were brought back."""


class _Back:
    """What a return is about, and how many pieces of it no purchase is found for yet."""

    def __init__(self, receipt: Receipt, item: EventItem) -> None:
        self.receipt = receipt
        self.item = item
        self.whole_order = not (item.product_id or item.variant_id or item.product_name)
        self.left = max(item.quantity, 1)


def lines(receipts: Sequence[Receipt]) -> Iterator[Line]:
    """Of the purchases among one person's receipts; these and the lines come newest first."""
    orders = {receipt.order_number for receipt in receipts if not receipt.back} - {""}
    back: list[_Back] = []
    for receipt in receipts:
        if receipt.back:
            back += [_Back(receipt, item) for item in receipt.items or (EventItem(),)]
        else:
            yield from (Line(receipt, item, _kept(back, receipt, item, orders)) for item in receipt.items)


def _kept(back: list[_Back], receipt: Receipt, item: EventItem, orders: Collection[str]) -> int:
    pieces = max(item.quantity, 1)
    for one in back:
        if not one.left or not _is_about(one, receipt, item, orders):
            continue
        if one.whole_order:
            return 0
        taken = min(pieces, one.left)
        one.left -= taken
        pieces -= taken
    return pieces


def _is_about(back: _Back, receipt: Receipt, item: EventItem, orders: Collection[str]) -> bool:
    """A refund that names nothing but its order is about all of that order."""
    number = back.receipt.order_number
    if back.whole_order:
        return bool(number) and number == receipt.order_number
    if number in orders and number != receipt.order_number:
        return False
    return _is_same(back.item, item)


def _is_same(one: EventItem, other: EventItem) -> bool:
    if one.variant_id and other.variant_id:
        return one.variant_id == other.variant_id
    if one.product_id and other.product_id:
        return one.product_id == other.product_id
    return bool(one.product_name) and one.product_name == other.product_name
