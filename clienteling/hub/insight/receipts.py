"""People's receipts, read for many at once, and which products of them they kept."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clienteling.baskets.queries import Receipt, online_receipt, shop_receipt
from clienteling.baskets.returned import lines
from clienteling.customers.aliases import Her
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind, detail_of
from clienteling.vocabulary import Channel
from sync.batches import batches

BOUGHT_ONLINE, BOUGHT_IN_SHOP = EventKind.ORDERED.value, InteractionKind.SALE.value
_ONLINE = (BOUGHT_ONLINE, EventKind.REFUNDED.value, EventKind.ORDER_CANCELLED.value)
_IN_SHOP = (BOUGHT_IN_SHOP, InteractionKind.RETURN.value)
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_EVENTS = sa.select(event).where(event.c.customer_id.in_(_IDS), event.c.kind.in_(_ONLINE))
_INTERACTIONS = sa.select(interaction).where(
    interaction.c.customer_id.in_(_IDS), interaction.c.kind.in_(_IN_SHOP), uncorrected(interaction)
)


def of_people(conn: sa.Connection, people: Iterable[Her]) -> dict[str, list[Receipt]]:
    """By the id that stands for each: all receipts of all her records, newest first; cancelled orders too."""
    found: dict[str, list[Receipt]] = {}
    stands = {i: she.id for she in people for i in she.ids}
    for ids in batches(sorted(stands)):
        for row in conn.execute(_EVENTS, {"ids": ids}):
            found.setdefault(stands[row.customer_id], []).append(_online(row))
        for row in conn.execute(_INTERACTIONS, {"ids": ids}):
            found.setdefault(stands[row.customer_id], []).append(shop_receipt(row))
    return {i: sorted(hers, key=_when, reverse=True) for i, hers in found.items()}


def kept(receipts: Sequence[Receipt]) -> dict[str, frozenset[str]]:
    """Of one person's: the id of each purchase → the products of it that were not brought back."""
    found: dict[str, set[str]] = {}
    for line in lines(receipts):
        if line.kept and line.item.product_id:
            found.setdefault(line.receipt.record_id, set()).add(line.item.product_id)
    return {record_id: frozenset(products) for record_id, products in found.items()}


def _online(row: sa.Row) -> Receipt:
    """A cancelled order takes everything back that was ordered by its number."""
    if row.kind != EventKind.ORDER_CANCELLED:
        return online_receipt(row)
    return Receipt(
        record_id=row.id,
        at=row.at or 0,
        back=True,
        channel=Channel.ORDER,
        customer_id=row.customer_id or "",
        order_number=detail_of(row.detail).order_number,
    )


def _when(receipt: Receipt) -> tuple[int, str]:
    return receipt.at, receipt.record_id
