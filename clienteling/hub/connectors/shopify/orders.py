"""Shopify's orders: each fact of one has a key of its own, so that repetition and sequence do not matter."""

from collections.abc import Iterator

import msgspec

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, HeardItem, Hint
from clienteling.hub.connectors.shop import Money, Terms, moment, once
from clienteling.hub.connectors.shopify import people
from clienteling.hub.connectors.shopify.shapes import amount, listed, number, tail
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

_TILL = "pos"


def order(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    order_id = number(said)
    who = _buyer(said, terms)
    if not order_id or not who:
        return
    refunds = listed(said, "refunds")
    at = moment(said.get("created_at"), received_at) or received_at
    buyer = words(said, "customer")
    if refunds:  # a refund told alone names its order, not her
        changed_at = moment(said.get("updated_at"), received_at) or received_at
        yield Heard(
            key=f"order/{order_id}/hers@{changed_at}",
            hints=(*who, _owned(terms, order_id)),
            profile=people.profile(buyer),
            founds=True,
        )
    yield Heard(
        key=f"order/{order_id}/ordered",
        hints=who,
        event=_event(said, EventKind.ORDERED, at, amount(said, "total_price", said.get("currency"))),
        profile=people.profile(buyer),
        founds=True,
        modified_at=moment(buyer.get("updated_at"), received_at),
    )
    yield from _shipped(said, order_id, who, received_at)
    if cancelled_at := moment(said.get("cancelled_at"), received_at):
        yield _fact(f"order/{order_id}/cancelled", who, _event(said, EventKind.ORDER_CANCELLED, cancelled_at))
    for one in refunds:
        yield from _refund(one, order_id, who, received_at, said)


def refund(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """`refunds/create`: names the order only; whose it is, the order's own update says."""
    order_id = tail(said.get("order_id"))
    if order_id:
        yield from _refund(said, order_id, (_owned(terms, order_id),), received_at, {})


def _owned(terms: Terms, order_id: str) -> Hint:
    return once(terms, f"order/{order_id}")


def _buyer(said: Words, terms: Terms) -> tuple[Hint, ...]:
    buyer = words(said, "customer")
    if number(buyer):
        return people.hints(buyer, terms)
    typed = text(said.get("email")) or text(said.get("contact_email"))
    return shop.hints(terms, "", email=typed, phone=text(said.get("phone")), registered=False)


def _fact(key: str, who: tuple[Hint, ...], event: HeardEvent) -> Heard:
    return Heard(key=key, hints=who, event=event, founds=True)


def _shipped(said: Words, order_id: str, who: tuple[Hint, ...], received_at: int) -> Iterator[Heard]:
    for parcel in listed(said, "fulfillments"):
        at = moment(parcel.get("created_at"), received_at)
        if at and text(parcel.get("status")).lower() == "success":
            event = _event(said, EventKind.ORDER_SHIPPED, at)
            if sent := tuple(map(item, listed(parcel, "line_items"))):
                event = msgspec.structs.replace(event, items=sent)
            yield _fact(f"order/{order_id}/shipped/{number(parcel)}", who, event)


def _event(said: Words, kind: EventKind, at: int, cost: Money | None = None) -> HeardEvent:
    cost = cost or Money()
    till = text(said.get("source_name")).lower() == _TILL
    return HeardEvent(
        channel=Channel.SHOP if till else Channel.ORDER,
        kind=kind,
        at=at,
        detail=EventDetail(
            order_number=text(said.get("name")).lstrip("#"), price_cents=cost.cents, elsewhere=cost.elsewhere
        ),
        items=tuple(map(item, listed(said, "line_items"))),
    )


def item(line: Words) -> HeardItem:
    variant, product = words(line, "variant"), words(line, "product")
    name = text(line.get("title"))
    return HeardItem(
        sku=text(line.get("sku")),
        ean=text(variant.get("barcode")),
        product_id=tail(line.get("product_id")) or number(product),
        variant_id=tail(line.get("variant_id")) or number(variant),
        name=name or text(line.get("name")),
        quantity=shop.quantity(line, "quantity"),
        price_cents=amount(line, "price").cents,
    )


def _refund(
    said: Words, order_id: str, who: tuple[Hint, ...], received_at: int, within: Words
) -> Iterator[Heard]:
    at = moment(said.get("created_at"), received_at) or moment(said.get("processed_at"), received_at)
    if not number(said) or not at:
        return
    back = listed(said, "refund_line_items")
    items = tuple(_given_back(line) for line in back)
    cost = _refunded(said, back, taxed=within.get("taxes_included") is False)
    event = HeardEvent(
        channel=Channel.ORDER,
        kind=EventKind.REFUNDED,
        at=at,
        detail=EventDetail(
            order_number=text(within.get("name")).lstrip("#"),
            price_cents=cost.cents,
            elsewhere=cost.elsewhere,
        ),
        items=items,
    )
    yield _fact(f"order/{order_id}/refund/{number(said)}", who, event)


def _given_back(line: Words) -> HeardItem:
    return msgspec.structs.replace(item(words(line, "line_item")), quantity=shop.quantity(line, "quantity"))


def _refunded(said: Words, back: list[Words], *, taxed: bool) -> Money:
    """What went back to her: the payments as far as they are told, otherwise the lines, with a tax beside."""
    whole = amount(said, "total_refunded")
    if whole != Money():
        return whole
    paid = [
        amount(one, "amount", one.get("currency"))
        for one in listed(said, "transactions")
        if text(one.get("kind")).lower() == "refund" and text(one.get("status")).lower() == "success"
    ]
    keys = ("subtotal", "total_tax") if taxed else ("subtotal",)
    parts = paid or [amount(line, key) for line in back for key in keys]
    return shop.total(parts)
