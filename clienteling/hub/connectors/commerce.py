"""The e-commerce specification, version 2, which Segment and RudderStack share: names and products.

https://segment.com/docs/connections/spec/ecommerce/v2/ ; the names of version 1 are read as well.
"""

from clienteling.hub.connectors.foreign import Words, cents, text
from clienteling.hub.connectors.heard import HeardItem
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

QUANTITIES = range(1, 1_000)

_TRACKED: dict[str, tuple[EventKind, Channel]] = {
    "product viewed": (EventKind.PRODUCT_VIEWED, Channel.WEB),
    "viewed product": (EventKind.PRODUCT_VIEWED, Channel.WEB),
    "products searched": (EventKind.PRODUCT_SEARCHED, Channel.WEB),
    "searched products": (EventKind.PRODUCT_SEARCHED, Channel.WEB),
    "product added": (EventKind.BASKET_ADDED, Channel.BASKET),
    "added product": (EventKind.BASKET_ADDED, Channel.BASKET),
    "product removed": (EventKind.BASKET_REMOVED, Channel.BASKET),
    "removed product": (EventKind.BASKET_REMOVED, Channel.BASKET),
    "cart viewed": (EventKind.PAGE_VIEWED, Channel.BASKET),
    "viewed cart": (EventKind.PAGE_VIEWED, Channel.BASKET),
    "product added to wishlist": (EventKind.WISH_ADDED, Channel.WEB),
    "product removed from wishlist": (EventKind.WISH_REMOVED, Channel.WEB),
    "order completed": (EventKind.ORDERED, Channel.ORDER),
    "completed order": (EventKind.ORDERED, Channel.ORDER),
    "order refunded": (EventKind.REFUNDED, Channel.ORDER),
    "refunded order": (EventKind.REFUNDED, Channel.ORDER),
    "signed up": (EventKind.SIGNED_UP, Channel.WEB),
}


def meaning(event_name: str) -> tuple[EventKind, Channel] | None:
    """What an event of that name is to us; None for the many that say nothing of a customer's wishes."""
    return _TRACKED.get(" ".join(event_name.lower().split()))


def total(said: Words) -> int:
    return next((amount for key in ("total", "revenue", "value") if (amount := cents(said.get(key)))), 0)


def items(said: Words) -> tuple[HeardItem, ...]:
    products = said.get("products")
    if isinstance(products, list):
        return tuple(_item(one) for one in products if isinstance(one, dict))
    return (_item(said),) if any(said.get(key) for key in ("product_id", "sku", "id")) else ()


def _item(said: Words) -> HeardItem:
    quantity = said.get("quantity")
    return HeardItem(
        sku=text(said.get("sku")),
        ean=text(said.get("ean") or said.get("gtin") or said.get("barcode")),
        product_id=text(said.get("product_id") or said.get("id")),
        name=text(said.get("name")),
        quantity=quantity if type(quantity) is int and quantity in QUANTITIES else 1,
        price_cents=cents(said.get("price")),
    )
