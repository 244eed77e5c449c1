"""Magento's orders and credit memos."""

from collections.abc import Iterator

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, listed, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, HeardItem, Hint, Profile
from clienteling.hub.connectors.magento.people import lines
from clienteling.hub.connectors.magento.shapes import amount, is_yes
from clienteling.hub.connectors.shop import Money, Terms, moment
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

_UNPAID, _CANCELLED, _COMPLETE = "pending_payment", "canceled", "complete"
_PARCEL = "shipment"


def order(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    order_id, state = text(said.get("entity_id")), text(said.get("state"))
    who = _buyer(said, terms)
    if not order_id or not who or state == _UNPAID:
        return
    changed_at = moment(said.get("updated_at"), received_at) or received_at
    if _is_refunded(said):  # a credit memo names its order, not her
        yield Heard(
            key=f"order/{order_id}/hers@{changed_at}",
            hints=who,
            same=(_owned(terms, order_id),),
            profile=_profile(said),
            founds=True,
        )
    at = moment(said.get("created_at"), received_at) or changed_at
    yield Heard(
        key=f"order/{order_id}/ordered",
        hints=who,
        event=_event(said, EventKind.ORDERED, at, amount(said, "grand_total", said)),
        profile=_profile(said),
        founds=True,
    )
    if sent_at := _sent_at(said, state, changed_at, received_at):
        event = _event(said, EventKind.ORDER_SHIPPED, sent_at, Money())
        yield Heard(key=f"order/{order_id}/shipped", hints=who, event=event, founds=True)
    if state == _CANCELLED:
        event = _event(said, EventKind.ORDER_CANCELLED, changed_at, Money())
        yield Heard(key=f"order/{order_id}/cancelled", hints=who, event=event, founds=True)


def _is_refunded(said: Words) -> bool:
    back = said.get("base_total_refunded") or said.get("total_refunded")
    return bool(shop.money(back, "").amount)


def credit(said: Words, terms: Terms, received_at: int) -> Iterator[Heard]:
    """A credit memo: whose it is, its order says."""
    order_id, memo_id = text(said.get("order_id")), text(said.get("entity_id"))
    at = moment(said.get("created_at"), received_at)
    if not order_id or not memo_id or not at:
        return
    cost = amount(said, "grand_total", said)
    yield Heard(
        key=f"order/{order_id}/refund/{memo_id}",
        hints=(_owned(terms, order_id),),
        event=HeardEvent(
            channel=Channel.ORDER,
            kind=EventKind.REFUNDED,
            at=at,
            detail=EventDetail(price_cents=cost.cents, elsewhere=cost.elsewhere),
            items=_items(said, "qty"),
        ),
    )


def _owned(terms: Terms, order_id: str) -> Hint:
    return Hint(IdentifierKind.USER, terms.source, f"order/{order_id}")


def _buyer(said: Words, terms: Terms) -> tuple[Hint, ...]:
    customer_id = text(said.get("customer_id"))
    if customer_id.strip("0") and not is_yes(said.get("customer_is_guest")):
        return shop.hints(terms, customer_id, email="", registered=True)
    phone = text(words(said, "billing_address").get("telephone"))
    return shop.hints(terms, "", email=text(said.get("customer_email")), phone=phone, registered=False)


def _profile(said: Words) -> Profile | None:
    lives = words(said, "billing_address")
    return shop.profile(
        given=said.get("customer_firstname") or lives.get("firstname"),
        family=said.get("customer_lastname") or lives.get("lastname"),
        email=said.get("customer_email"),
        phones=(lives.get("telephone"),),
        birthday=said.get("customer_dob"),
        address=lines(lives),
        postcode=lives.get("postcode"),
        city=lives.get("city"),
    )


def _sent_at(said: Words, state: str, changed_at: int, received_at: int) -> int:
    """By the order's history where it tells of a parcel; 0 while none was sent."""
    noted = [
        at
        for one in listed(said, "status_histories")
        if text(one.get("entity_name")) == _PARCEL and (at := moment(one.get("created_at"), received_at))
    ]
    return min(noted, default=changed_at if state == _COMPLETE else 0)


def _event(said: Words, kind: EventKind, at: int, cost: Money) -> HeardEvent:
    return HeardEvent(
        channel=Channel.ORDER,
        kind=kind,
        at=at,
        detail=EventDetail(
            order_number=text(said.get("increment_id")), price_cents=cost.cents, elsewhere=cost.elsewhere
        ),
        items=_items(said, "qty_ordered"),
    )


def _items(said: Words, pieces: str) -> tuple[HeardItem, ...]:
    """Of a configurable product its row has the price and the chosen one's number; the row below none."""
    rows = [row for row in listed(said, "items") if not text(row.get("parent_item_id"))]
    paid = {text(row.get("sku")) for row in rows if _price(row, said)}
    return tuple(
        HeardItem(
            sku=text(row.get("sku")),
            product_id=text(row.get("product_id")),
            variant_id=text(row.get("sku")),
            name=text(row.get("name")),
            quantity=shop.quantity(row, pieces),
            price_cents=_price(row, said),
        )
        for row in rows
        if _price(row, said) or text(row.get("sku")) not in paid
    )


def _price(row: Words, order: Words) -> int:
    return amount(row, "price_incl_tax", order).cents or amount(row, "price", order).cents
