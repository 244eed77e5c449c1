"""WooCommerce's orders, with the refunds that stand in them."""

from collections.abc import Iterator

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, cents, listed, text
from clienteling.hub.connectors.heard import Heard, HeardEvent, HeardItem, Hint
from clienteling.hub.connectors.shop import Money, Terms, moment
from clienteling.hub.connectors.woocommerce.people import buyer, buyers_profile, meta
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

_UNFINISHED = frozenset({"pending", "failed", "checkout-draft", "auto-draft", "draft", "trash"})
"""Not an order yet, or not one that is to be counted."""
_CANCELLED, _COMPLETED = "cancelled", "completed"
_ATTRIBUTED = "_wc_order_attribution_utm_"


def order(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """All that has happened to it so far, whichever of its states was told and which were passed over."""
    order_id, status, who = text(said.get("id")), text(said.get("status")), buyer(said, terms)
    if not order_id or not who:
        return
    changed_at = moment(said.get("date_modified_gmt"), received_at) or received_at
    paid_at = moment(said.get("date_paid_gmt"), received_at)
    if status not in _UNFINISHED and (status != _CANCELLED or paid_at):
        yield Heard(
            key=f"order/{order_id}/ordered",
            hints=who,
            event=_ordered(said, moment(said.get("date_created_gmt"), received_at) or changed_at),
            profile=buyers_profile(said),
            founds=True,
        )
    if status == _CANCELLED:
        event = _event(said, EventKind.ORDER_CANCELLED, changed_at)
        yield Heard(key=f"order/{order_id}/cancelled", hints=who, event=event, founds=bool(paid_at))
    sent_at = moment(said.get("date_completed_gmt"), received_at)
    if status == _COMPLETED and sent_at and listed(said, "shipping_lines"):
        event = _event(said, EventKind.ORDER_SHIPPED, sent_at)
        yield Heard(key=f"order/{order_id}/shipped", hints=who, event=event, founds=True)
    yield from _refunds(said, who, f"order/{order_id}/refund", changed_at)


def _refunds(said: Words, who: tuple[Hint, ...], key: str, at: int) -> Iterator[Heard]:
    """Without a day of their own: each is told when the order changed by it."""
    for refund in listed(said, "refunds"):
        if not (refund_id := text(refund.get("id"))):
            continue
        back = shop.money(text(refund.get("total")).lstrip("-"), said.get("currency"))
        event = HeardEvent(
            channel=Channel.ORDER,
            kind=EventKind.REFUNDED,
            at=at,
            text=text(refund.get("reason")),
            detail=_detail(said, back),
        )
        yield Heard(key=f"{key}/{refund_id}", hints=who, event=event, founds=True)


def _ordered(said: Words, at: int) -> HeardEvent:
    """With the campaign that brought her, where WooCommerce's own attribution names one."""
    detail = EventDetail(
        order_number=_number(said),
        price_cents=_total(said).cents,
        elsewhere=_total(said).elsewhere,
        advert_title=meta(said, f"{_ATTRIBUTED}campaign", f"{_ATTRIBUTED}source"),
        advert_id=meta(said, f"{_ATTRIBUTED}id", f"{_ATTRIBUTED}content"),
    )
    return HeardEvent(
        channel=Channel.ORDER,
        kind=EventKind.ORDERED,
        at=at,
        text=text(said.get("customer_note")),
        detail=detail,
        items=_items(said),
    )


def _event(said: Words, kind: EventKind, at: int) -> HeardEvent:
    detail = _detail(said, Money())
    return HeardEvent(channel=Channel.ORDER, kind=kind, at=at, detail=detail, items=_items(said))


def _detail(said: Words, cost: Money) -> EventDetail:
    return EventDetail(order_number=_number(said), price_cents=cost.cents, elsewhere=cost.elsewhere)


def _number(said: Words) -> str:
    """As it is printed; plugins number orders by themselves."""
    return text(said.get("number")) or text(said.get("id"))


def _total(said: Words) -> Money:
    return shop.money(said.get("total"), said.get("currency"))


def _items(said: Words) -> tuple[HeardItem, ...]:
    home = shop.money("1", said.get("currency")).cents > 0
    return tuple(_item(line, home=home) for line in listed(said, "line_items"))


def _item(line: Words, *, home: bool) -> HeardItem:
    pieces = shop.quantity(line, "quantity")
    paid = cents(line.get("total")) + cents(line.get("total_tax"))
    variation = text(line.get("variation_id")).strip("0")
    return HeardItem(
        sku=text(line.get("sku")),
        ean=text(line.get("global_unique_id")),
        product_id=text(line.get("product_id")),
        variant_id=text(line.get("variation_id")) if variation else "",
        name=text(line.get("parent_name")) or text(line.get("name")),
        quantity=pieces,
        price_cents=paid // pieces if home else 0,
    )
