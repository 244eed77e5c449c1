"""One message of WhatsApp, as an event."""

from collections.abc import Iterator

from clienteling.hub.connectors.commerce import MOST_ITEMS, QUANTITIES
from clienteling.hub.connectors.foreign import Words, cents, listed, text, words
from clienteling.hub.connectors.heard import HeardEvent, HeardItem
from clienteling.hub.connectors.meta.told import media, said
from clienteling.timeline.values import EventDetail, EventKind, Media
from clienteling.vocabulary import Channel

_PLAIN = frozenset({"text", "button"})
_ANSWERS = ("button_reply", "list_reply")
_FORM = "nfm_reply"


def event(item: Words, kind: str, at: int, *, by_us: bool) -> HeardEvent:
    """What cannot be shown is told too: that she wrote is what counts."""
    written = _written(item, kind)
    answered = kind == "interactive" and _FORM not in words(item, "interactive")
    of = Media.NONE if kind in _PLAIN or (answered and written) else _media(item, kind)
    product = text(words(words(item, "context"), "referred_product").get("product_retailer_id"))
    return HeardEvent(
        channel=Channel.WHATSAPP,
        kind=EventKind.MESSAGE_OUT if by_us else EventKind.MESSAGE_IN,
        at=at,
        text=written,
        detail=EventDetail(media=of.value),
        items=(HeardItem(product_id=product, sku=product),) if product else (),
    )


def ordered(item: Words, at: int) -> Iterator[HeardEvent]:
    """She sends the basket that she filled in the shop's catalogue there."""
    for wanted in listed(words(item, "order"), "product_items")[:MOST_ITEMS]:
        number, quantity = text(wanted.get("product_retailer_id")), wanted.get("quantity")
        if not number:
            continue
        product = HeardItem(
            product_id=number,
            sku=number,
            quantity=quantity if type(quantity) is int and quantity in QUANTITIES else 1,
            price_cents=cents(wanted.get("item_price")),
        )
        yield HeardEvent(channel=Channel.WHATSAPP, kind=EventKind.BASKET_ADDED, at=at, items=(product,))


def _written(item: Words, kind: str) -> str:
    content = words(item, kind)
    match kind:
        case "text":
            return said(content.get("body"))
        case "button" | "order":
            return said(content.get("text"))
        case "interactive":
            answer = next((words(content, key) for key in _ANSWERS if words(content, key)), {})
            return said(answer.get("title"))
        case "location":
            return ", ".join(filter(None, (said(content.get("name")), said(content.get("address")))))
        case _:
            return said(content.get("caption"))


def _media(item: Words, kind: str) -> Media:
    return Media.FORM if kind == "interactive" and words(item, kind).get(_FORM) else media(kind)
