"""The e-commerce specification, version 2, which Segment and RudderStack share: names and products.

https://segment.com/docs/connections/spec/ecommerce/v2/ ; the names of version 1 are read as well.
"""

import re

from clienteling.hub.connectors.foreign import Words, cents, text, words
from clienteling.hub.connectors.heard import HeardItem
from clienteling.hub.connectors.shop import HOME_CURRENCY, Money
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

QUANTITIES = range(1, 1_000)
MOST_ITEMS = 100
_CURRENCY = re.compile(r"[A-Z]{3}")

_TRACKED: dict[str, tuple[EventKind, Channel]] = {
    name: meant
    for names, meant in {
        ("product viewed", "viewed product"): (EventKind.PRODUCT_VIEWED, Channel.WEB),
        ("product shared", "shared product"): (EventKind.PRODUCT_SHARED, Channel.WEB),
        ("product reviewed", "reviewed product"): (EventKind.REVIEWED, Channel.WEB),
        ("products searched", "searched products"): (EventKind.PRODUCT_SEARCHED, Channel.WEB),
        ("product list viewed", "viewed product list"): (EventKind.LIST_VIEWED, Channel.WEB),
        ("product list filtered", "filtered product list"): (EventKind.LIST_VIEWED, Channel.WEB),
        ("product category viewed", "viewed product category"): (EventKind.LIST_VIEWED, Channel.WEB),
        ("promotion clicked", "clicked promotion"): (EventKind.PROMOTION_TAPPED, Channel.WEB),
        ("product added", "added product"): (EventKind.BASKET_ADDED, Channel.BASKET),
        ("wishlist product added to cart", "added wishlist product to cart"): (
            EventKind.BASKET_ADDED,
            Channel.BASKET,
        ),
        ("product removed", "removed product"): (EventKind.BASKET_REMOVED, Channel.BASKET),
        ("cart viewed", "viewed cart"): (EventKind.BASKET_VIEWED, Channel.BASKET),
        ("checkout started", "started checkout"): (EventKind.CHECKOUT_STARTED, Channel.BASKET),
        ("coupon applied", "applied coupon"): (EventKind.COUPON_USED, Channel.BASKET),
        ("coupon denied", "denied coupon"): (EventKind.COUPON_REFUSED, Channel.BASKET),
        ("product added to wishlist", "added product to wishlist"): (EventKind.WISH_ADDED, Channel.WEB),
        ("product removed from wishlist", "removed product from wishlist"): (
            EventKind.WISH_REMOVED,
            Channel.WEB,
        ),
        ("order completed", "completed order"): (EventKind.ORDERED, Channel.ORDER),
        ("order updated", "updated order"): (EventKind.ORDERED, Channel.ORDER),
        ("order shipped", "shipped order", "order fulfilled", "fulfilled order"): (
            EventKind.ORDER_SHIPPED,
            Channel.ORDER,
        ),
        ("order cancelled", "cancelled order", "order canceled"): (EventKind.ORDER_CANCELLED, Channel.ORDER),
        ("order refunded", "refunded order"): (EventKind.REFUNDED, Channel.ORDER),
        ("signed up",): (EventKind.SIGNED_UP, Channel.WEB),
    }.items()
    for name in names
}
"""An updated order is the order itself for whom no completed one was told: their keys are the same."""

_SILENT = frozenset(
    {
        *("promotion viewed", "viewed promotion", "product clicked", "clicked product"),
        *("checkout step viewed", "viewed checkout step", "checkout step completed"),
        *("completed checkout step", "payment info entered", "entered payment info"),
        *("coupon entered", "entered coupon", "coupon removed", "removed coupon"),
        *("cart shared", "shared cart", "signed in", "signed out"),
    }
)
"""Of the specification, and no wish of hers: what the site showed, steps on the way, tries."""

_SAYING = {
    EventKind.PRODUCT_SEARCHED: ("query",),
    EventKind.REVIEWED: ("review_body", "review_title"),
    EventKind.PROMOTION_TAPPED: ("name", "creative", "promotion_id"),
    EventKind.COUPON_USED: ("coupon_name", "coupon_id", "coupon"),
    EventKind.COUPON_REFUSED: ("coupon_name", "coupon_id", "coupon"),
}
"""Which property is her own word, or the thing's name; the first that says something."""

ONCE = frozenset({EventKind.ORDERED, EventKind.ORDER_SHIPPED, EventKind.ORDER_CANCELLED})
"""Of one order they happen once, however many of a site's scripts tell it."""


def meaning(event_name: str) -> tuple[EventKind, Channel] | None:
    """What an event of that name is to us; None for the many that say nothing of a customer's wishes."""
    return _TRACKED.get(plain(event_name))


def is_silent(event_name: str) -> bool:
    return plain(event_name) in _SILENT


def plain(event_name: str) -> str:
    return " ".join(event_name.lower().split())


def total(said: Words) -> Money:
    amount = next((paid for key in ("total", "revenue", "value") if (paid := cents(said.get(key)))), 0)
    return Money(amount, _currency(said))


def saying(kind: EventKind, said: Words) -> str:
    if kind is EventKind.LIST_VIEWED:
        return _browsed(said)
    keys = _SAYING.get(kind)
    return next((told for key in keys if (told := text(said.get(key)))), "") if keys else ""


def items(kind: EventKind, said: Words) -> tuple[HeardItem, ...]:
    """What the event is about. The products of a list that the site showed are no choice of hers."""
    if kind is EventKind.LIST_VIEWED:
        return ()
    products = said.get("products")
    if isinstance(products, list):
        return tuple(_item(one, _currency(said)) for one in products[:MOST_ITEMS] if isinstance(one, dict))
    named = said.get("product_id") or said.get("sku") or said.get("id")
    return (_item(said, _currency(said)),) if named else ()


def _browsed(said: Words) -> str:
    """The list, and what she narrowed it to: "Shoes: black, 39"."""
    of = text(said.get("category")) or text(said.get("list_id"))
    filters = said.get("filters")
    chosen = [words({"of": one}, "of") for one in filters[:MOST_ITEMS]] if isinstance(filters, list) else []
    values = ", ".join(value for one in chosen if (value := text(one.get("value"))))
    return f"{of}: {values}" if of and values else of or values


def _currency(said: Words) -> str:
    """ISO 4217, in whichever case; the shops' own where none is named."""
    if said.get("currency") == HOME_CURRENCY:
        return HOME_CURRENCY
    named = text(said.get("currency")).upper()
    return named if _CURRENCY.fullmatch(named) else HOME_CURRENCY


def _item(said: Words, currency: str) -> HeardItem:
    quantity = said.get("quantity")
    return HeardItem(
        sku=text(said.get("sku")),
        ean=text(said.get("ean") or said.get("gtin") or said.get("barcode")),
        product_id=text(said.get("product_id") or said.get("id")),
        name=text(said.get("name")),
        quantity=quantity if type(quantity) is int and quantity in QUANTITIES else 1,
        price_cents=Money(cents(said.get("price")), currency).cents,
    )
