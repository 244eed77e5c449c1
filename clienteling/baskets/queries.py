"""What she did with products, from the events of every channel and the sales of every shop."""

from collections.abc import Iterable, Iterator

import msgspec
import sqlalchemy as sa

from clienteling.baskets.rules import INTEREST_LASTS, Touch
from clienteling.customers.aliases import Whom, ids_of
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.prepared import Prepared
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventItem, EventKind, detail_of
from clienteling.vocabulary import Channel

_MOST_EVENTS = 400
_MOST_RECEIPTS = 100
_WHOLE_BASKET = (EventKind.CHECKOUT_STARTED.value, EventKind.BASKET_VIEWED.value)
"""Each names everything that lay in the basket then: a site may tell no more than that."""
_INTEREST = (
    *_WHOLE_BASKET,
    EventKind.BASKET_ADDED.value,
    EventKind.BASKET_REMOVED.value,
    EventKind.WISH_ADDED.value,
    EventKind.WISH_REMOVED.value,
    EventKind.PRODUCT_VIEWED.value,
)
_RECEIPTS = (EventKind.ORDERED.value, EventKind.REFUNDED.value)
_SHOP_RECEIPTS = (InteractionKind.SALE.value, InteractionKind.RETURN.value)

_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_SINCE, _BEFORE = sa.bindparam("since", type_=sa.BigInteger), sa.bindparam("before", type_=sa.BigInteger)
_TOUCHES = Prepared(
    sa.select(event.c.kind, event.c.at, event.c.detail)
    .where(event.c.customer_id.in_(_IDS), event.c.at > _SINCE, event.c.kind.in_(_INTEREST))
    .order_by(event.c.at.desc(), event.c.id.desc())
    .limit(_MOST_EVENTS)
)
_ONLINE = (
    sa.select(event)
    .where(event.c.customer_id.in_(_IDS), event.c.kind.in_(_RECEIPTS))
    .order_by(event.c.at.desc())
)
_IN_SHOP = (
    sa.select(interaction)
    .where(
        interaction.c.customer_id.in_(_IDS),
        interaction.c.kind.in_(_SHOP_RECEIPTS),
        uncorrected(interaction),
    )
    .order_by(interaction.c.at.desc())
)
_NEWEST_ONLINE = Prepared(_ONLINE.limit(_MOST_RECEIPTS))
_NEWEST_IN_SHOP = Prepared(_IN_SHOP.limit(_MOST_RECEIPTS))
_ONLINE_BETWEEN = Prepared(_ONLINE.where(event.c.at >= _SINCE, event.c.at < _BEFORE))
_IN_SHOP_BETWEEN = Prepared(_IN_SHOP.where(interaction.c.at >= _SINCE, interaction.c.at < _BEFORE))


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Something bought or brought back, in one piece of paper."""

    record_id: str
    at: int
    back: bool
    """A return or a refund."""
    channel: Channel
    customer_id: str = ""
    """As the record says, which may be another of hers."""
    store_id: str | None = None
    order_number: str = ""
    items: tuple[EventItem, ...] = ()


def touches(conn: sa.Connection, whom: Whom, now: int) -> list[Touch]:
    """Oldest first: interest of the last two months."""
    rows = _TOUCHES.rows(conn, {"ids": ids_of(conn, whom), "since": now - INTEREST_LASTS})
    return [touch for row in reversed(rows) for touch in _touched(row, detail_of(row.detail))]


def receipts(conn: sa.Connection, whom: Whom) -> list[Receipt]:
    """The newest ones from every channel and shop, newest first."""
    asked = {"ids": ids_of(conn, whom)}
    return _newest_first(_NEWEST_ONLINE.rows(conn, asked), _NEWEST_IN_SHOP.rows(conn, asked))


def receipts_between(conn: sa.Connection, whom: Whom, since: int, before: int) -> list[Receipt]:
    """All of them from `since` up to, not including, `before`, newest first."""
    asked = {"ids": ids_of(conn, whom), "since": since, "before": before}
    return _newest_first(_ONLINE_BETWEEN.rows(conn, asked), _IN_SHOP_BETWEEN.rows(conn, asked))


def bought(found: list[Receipt]) -> Iterator[Touch]:
    """The purchases among them, as touches."""
    for receipt in found:
        if not receipt.back:
            yield from (_bought(receipt, item) for item in receipt.items)


def _bought(receipt: Receipt, item: EventItem) -> Touch:
    return Touch(
        kind=EventKind.ORDERED,
        at=receipt.at,
        product_id=item.product_id,
        variant_id=item.variant_id,
        name=item.product_name,
        price_cents=item.price_cents,
    )


def _touched(row: sa.Row, detail: EventDetail) -> Iterator[Touch]:
    one = EventItem(
        product_id=detail.product_id,
        variant_id=detail.variant_id,
        product_name=detail.product_name,
        price_cents=detail.price_cents,
    )
    whole = row.kind in _WHOLE_BASKET
    several = whole and not one.product_id and not one.product_name
    for item in detail.items if several else (one,):
        yield Touch(
            kind=EventKind.BASKET_ADDED if whole else EventKind(row.kind),
            at=row.at,
            product_id=item.product_id,
            variant_id=item.variant_id,
            name=item.product_name,
            price_cents=item.price_cents,
        )


def _newest_first(online: Iterable[sa.Row], in_shop: Iterable[sa.Row]) -> list[Receipt]:
    both = [*map(online_receipt, online), *map(shop_receipt, in_shop)]
    return sorted(both, key=lambda receipt: (receipt.at, receipt.record_id), reverse=True)


def online_receipt(row: sa.Row) -> Receipt:
    detail = detail_of(row.detail)
    return Receipt(
        record_id=row.id,
        at=row.at or 0,
        back=row.kind == EventKind.REFUNDED,
        channel=Channel.ORDER,
        customer_id=row.customer_id or "",
        order_number=detail.order_number,
        items=detail.items or _only_item(detail),
    )


def _only_item(detail: EventDetail) -> tuple[EventItem, ...]:
    if detail.product_id is None and not detail.product_name:
        return ()
    return (
        EventItem(
            product_id=detail.product_id,
            variant_id=detail.variant_id,
            product_name=detail.product_name,
            quantity=detail.quantity,
            price_cents=detail.price_cents,
        ),
    )


def shop_receipt(row: sa.Row) -> Receipt:
    back = row.kind == InteractionKind.RETURN
    return Receipt(
        record_id=row.id,
        at=row.at or 0,
        back=back,
        channel=Channel.SHOP,
        customer_id=row.customer_id or "",
        store_id=row.store_id,
        items=tuple(
            EventItem(
                product_id=item.product_id,
                variant_id=item.variant_id,
                quantity=item.quantity,
                price_cents=item.price_cents,
            )
            for item in items_of(row.items)
            if item.bought or back
        ),
    )
