"""What of each purchase was kept: every piece brought back is taken off the last one bought before."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from clienteling.baskets.queries import Receipt
from clienteling.timeline.values import EventItem


class Brought(msgspec.Struct, frozen=True):
    """Pieces of one line of a purchase that came back with one receipt."""

    receipt: Receipt
    pieces: int


class Line(msgspec.Struct, frozen=True):
    """One line of a receipt."""

    receipt: Receipt
    item: EventItem
    brought: tuple[Brought, ...] = ()
    """What of it came back, the newest first."""

    @property
    def pieces(self) -> int:
        return max(self.item.quantity, 1)

    @property
    def kept(self) -> int:
        """Pieces; 0 where all were brought back."""
        return self.pieces - sum(one.pieces for one in self.brought)


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
            yield from (
                Line(receipt, item, tuple(_brought(back, receipt, item, orders))) for item in receipt.items
            )


def _brought(
    back: list[_Back], receipt: Receipt, item: EventItem, orders: Collection[str]
) -> Iterator[Brought]:
    pieces = max(item.quantity, 1)
    for one in back:
        if not one.left or not _is_about(one, receipt, item, orders):
            continue
        taken = pieces if one.whole_order else min(pieces, one.left)
        if taken:
            yield Brought(one.receipt, taken)
        pieces -= taken
        if not one.whole_order:
            one.left -= taken


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
