"""PrestaShop's orders and credit slips."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Heard, HeardEvent, HeardItem
from clienteling.hub.connectors.prestashop.goods import variant_key
from clienteling.hub.connectors.prestashop.terms import PrestaTerms, associated, is_yes, worded
from clienteling.hub.connectors.shop import Money
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

_CANCELLED = ("order_canceled", "6")
_FAILED = ("payment_error", "8")
"""What marks a state: the letter that PrestaShop sends with it, or its id where the shop sends none."""


def order(said: Words, terms: PrestaTerms, received_at: int) -> Iterator[Heard]:
    """`said` has the order, and the state that it is in: {"order": …, "state": …}; or is the order alone."""
    one, state = words(said, "order") or said, words(said, "state")
    order_id, customer_id = text(one.get("id")), text(one.get("id_customer"))
    if not order_id or not customer_id.strip("0") or _is(one, state, _FAILED):
        return
    who = shop.hints(terms, customer_id, email="", registered=True)
    changed_at = terms.moment(one.get("date_upd"), received_at) or received_at
    at = terms.moment(one.get("date_add"), received_at) or changed_at
    cost = _cost(one.get("total_paid_tax_incl") or one.get("total_paid"), one, terms)
    yield Heard(
        key=f"order/{order_id}/ordered", hints=who, event=_event(one, EventKind.ORDERED, at, cost, terms)
    )
    if is_yes(state.get("shipped")):
        sent_at = terms.moment(one.get("delivery_date"), received_at) or changed_at
        event = _event(one, EventKind.ORDER_SHIPPED, sent_at, Money(), terms)
        yield Heard(key=f"order/{order_id}/shipped", hints=who, event=event)
    if _is(one, state, _CANCELLED):
        event = _event(one, EventKind.ORDER_CANCELLED, changed_at, Money(), terms)
        yield Heard(key=f"order/{order_id}/cancelled", hints=who, event=event)


def slip(said: Words, terms: PrestaTerms, received_at: int) -> Iterator[Heard]:
    """`order_slip`: what went back, for how much. It names the order's rows, not their products."""
    slip_id, customer_id = text(said.get("id")), text(said.get("id_customer"))
    at = terms.moment(said.get("date_add"), received_at)
    if not slip_id or not customer_id.strip("0") or not at:
        return
    goods = shop.money(said.get("total_products_tax_incl") or said.get("amount"), terms.currency)
    carriage = shop.money(
        said.get("total_shipping_tax_incl") or said.get("shipping_cost_amount"), terms.currency
    )
    cost = _at_rate(shop.total((goods, carriage)), said)
    yield Heard(
        key=f"order/{text(said.get('id_order'))}/refund/{slip_id}",
        hints=shop.hints(terms, customer_id, email="", registered=True),
        event=HeardEvent(
            channel=Channel.ORDER,
            kind=EventKind.REFUNDED,
            at=at,
            detail=EventDetail(price_cents=cost.cents, elsewhere=cost.elsewhere),
        ),
    )


def _is(order: Words, state: Words, marks: tuple[str, str]) -> bool:
    letter, number = marks
    return worded(state, "template", "") == letter or text(order.get("current_state")) == number


def _event(said: Words, kind: EventKind, at: int, cost: Money, terms: PrestaTerms) -> HeardEvent:
    return HeardEvent(
        channel=Channel.ORDER,
        kind=kind,
        at=at,
        detail=EventDetail(
            order_number=text(said.get("reference")), price_cents=cost.cents, elsewhere=cost.elsewhere
        ),
        items=tuple(_item(row, said, terms) for row in associated(said, "order_rows")),
    )


def _item(row: Words, order: Words, terms: PrestaTerms) -> HeardItem:
    product = text(row.get("product_id"))
    return HeardItem(
        sku=text(row.get("product_reference")),
        ean=text(row.get("product_ean13")).strip("0") and text(row.get("product_ean13")),
        product_id=product,
        variant_id=variant_key(product, text(row.get("product_attribute_id"))),
        name=text(row.get("product_name")),
        quantity=shop.quantity(row, "product_quantity"),
        price_cents=_cost(row.get("unit_price_tax_incl") or row.get("product_price"), order, terms).cents,
    )


def _cost(amount: object, said: Words, terms: PrestaTerms) -> Money:
    return _at_rate(shop.money(amount, terms.currency), said)


def _at_rate(cost: Money, said: Words) -> Money:
    """Amounts are in the order's currency; its rate to the shop's own stands beside."""
    try:
        rate = Decimal(text(said.get("conversion_rate")) or 1)
    except InvalidOperation:
        return cost
    if not rate.is_finite() or rate <= 0:
        return cost
    return Money(int((cost.amount / rate).to_integral_value()), cost.currency)
