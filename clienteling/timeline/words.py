"""What happened online, in the reader's words."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from clienteling.catalog.products import Named
from clienteling.marking import msgid
from clienteling.nouns import thing
from clienteling.timeline.values import EventDetail, EventKind, Media, Reached, detail_of
from clienteling.vocabulary import Channel, known
from clienteling.wording import Wording

LONGEST_QUOTE = 140
MINUTE_S = 60

CHANNELS = {
    Channel.ADVERT: msgid("advert"),
    Channel.WEB: msgid("website"),
    Channel.BASKET: msgid("online basket"),
    Channel.ORDER: msgid("online order"),
    Channel.MESSENGER: msgid("Messenger"),
    Channel.INSTAGRAM: msgid("Instagram"),
    Channel.WHATSAPP: msgid("WhatsApp"),
    Channel.SMS: msgid("text message"),
    Channel.EMAIL: msgid("e-mail"),
    Channel.CALL: msgid("telephone"),
    Channel.HELP_DESK: msgid("help desk"),
    Channel.SHOP: msgid("shop"),
}
CHATS = frozenset({Channel.MESSENGER, Channel.INSTAGRAM, Channel.WHATSAPP})
_ABOUT_ONE = {
    EventKind.PRODUCT_VIEWED: msgid("Looked at {what}"),
    EventKind.PRODUCT_SHARED: msgid("Showed {what} to somebody"),
    EventKind.REVIEWED: msgid("Reviewed {what}"),
    EventKind.BASKET_ADDED: msgid("Put {what} in the basket"),
    EventKind.BASKET_VIEWED: msgid("Looked at the basket: {what}"),
    EventKind.CHECKOUT_STARTED: msgid("Went to the checkout with {what}"),
    EventKind.BASKET_REMOVED: msgid("Took {what} out of the basket"),
    EventKind.WISH_ADDED: msgid("Put {what} on the wish list"),
    EventKind.WISH_REMOVED: msgid("Took {what} off the wish list"),
    EventKind.ORDERED: msgid("Online order: {what}"),
    EventKind.ORDER_SHIPPED: msgid("Sent to her: {what}"),
    EventKind.ORDER_CANCELLED: msgid("Order cancelled: {what}"),
    EventKind.REFUNDED: msgid("Refund: {what}"),
}
_PLAIN = {
    EventKind.PRODUCT_VIEWED: msgid("Looked at a product"),
    EventKind.PRODUCT_SHARED: msgid("Showed a product to somebody"),
    EventKind.REVIEWED: msgid("Reviewed a product"),
    EventKind.LIST_VIEWED: msgid("Browsed the website"),
    EventKind.PROMOTION_TAPPED: msgid("Tapped a promotion on the website"),
    EventKind.BASKET_ADDED: msgid("Put something in the basket"),
    EventKind.BASKET_VIEWED: msgid("Looked at the basket"),
    EventKind.CHECKOUT_STARTED: msgid("Went to the checkout"),
    EventKind.COUPON_USED: msgid("Used a coupon"),
    EventKind.COUPON_REFUSED: msgid("Tried a coupon that did not work"),
    EventKind.BASKET_REMOVED: msgid("Took something out of the basket"),
    EventKind.WISH_ADDED: msgid("Put something on the wish list"),
    EventKind.WISH_REMOVED: msgid("Took something off the wish list"),
    EventKind.ORDERED: msgid("Online order"),
    EventKind.ORDER_SHIPPED: msgid("Online order sent to her"),
    EventKind.ORDER_CANCELLED: msgid("Online order cancelled"),
    EventKind.REFUNDED: msgid("Refund"),
    EventKind.COMMENTED: msgid("Commented on a post"),
    EventKind.CALL_IN: msgid("Called us"),
    EventKind.CALL_OUT: msgid("We called"),
    EventKind.CALL_MISSED: msgid("Called us; nobody answered"),
    EventKind.TICKET_OPENED: msgid("Asked the help desk"),
    EventKind.TICKET_SOLVED: msgid("The help desk closed her request"),
    EventKind.PAGE_VIEWED: msgid("Visited the website"),
    EventKind.SIGNED_UP: msgid("Signed up on the website"),
    EventKind.EMAIL_SENT: msgid("Got an e-mail"),
    EventKind.EMAIL_OPENED: msgid("Opened an e-mail"),
    EventKind.EMAIL_CLICKED: msgid("Followed a link in an e-mail"),
    EventKind.EMAIL_BOUNCED: msgid("An e-mail did not reach her"),
    EventKind.PRODUCT_SEARCHED: msgid("Searched the website"),
    EventKind.ADVERT_TAPPED: msgid("Tapped an advert"),
    EventKind.OTHER: msgid("Online activity"),
}

_QUOTING = {
    EventKind.PRODUCT_SEARCHED: msgid("Searched for “{text}”"),
    EventKind.LIST_VIEWED: msgid("Browsed “{text}”"),
    EventKind.PROMOTION_TAPPED: msgid("Tapped the promotion “{text}”"),
    EventKind.COUPON_USED: msgid("Used the coupon “{text}”"),
    EventKind.COUPON_REFUSED: msgid("The coupon “{text}” did not work"),
    EventKind.REVIEWED: msgid("Reviewed: “{text}”"),
    EventKind.COMMENTED: msgid("Commented “{text}”"),
    EventKind.EMAIL_SENT: msgid("Got the e-mail “{text}”"),
    EventKind.EMAIL_OPENED: msgid("Opened the e-mail “{text}”"),
    EventKind.EMAIL_CLICKED: msgid("Followed a link in the e-mail “{text}”"),
    EventKind.EMAIL_BOUNCED: msgid("The e-mail “{text}” did not reach her"),
    EventKind.TICKET_OPENED: msgid("Asked the help desk: “{text}”"),
    EventKind.TICKET_SOLVED: msgid("The help desk closed “{text}”"),
}

_MEDIA = {
    Media.IMAGE: msgid("Picture"),
    Media.AUDIO: msgid("Voice message"),
    Media.VIDEO: msgid("Video"),
    Media.FILE: msgid("File"),
    Media.STICKER: msgid("Sticker"),
    Media.LOCATION: msgid("Place on the map"),
    Media.CONTACT: msgid("Contact"),
    Media.POST: msgid("Post"),
    Media.PRODUCTS: msgid("Products from the catalogue"),
    Media.FORM: msgid("Form filled in"),
    Media.OTHER: msgid("Message that cannot be shown here"),
}
_REACHED = {Reached.READ: msgid("read"), Reached.FAILED: msgid("did not arrive")}


def channel_name(channel: Channel, wording: Wording) -> str:
    return wording.say(CHANNELS[channel])


def title(row: sa.Row, products: Named, wording: Wording, *, times: int, not_bought: bool) -> str:
    kind, detail = known(EventKind, row.kind, EventKind.OTHER), detail_of(row.detail)
    what = things(detail, products, wording)
    if kind is EventKind.ORDERED and row.channel == Channel.SHOP:
        return _at_the_till(what, wording)
    about = _about(kind, what, detail, wording, times=times, not_bought=not_bought) if what else ""
    said = about or _quoting(kind, row.text, detail, wording)
    return said or wording.say(_PLAIN.get(kind, _PLAIN[EventKind.OTHER]))


def _at_the_till(what: str, wording: Wording) -> str:
    return wording.say("Bought at the till: {what}", what=what) if what else wording.say("Bought at the till")


def _quoting(kind: EventKind, text: str, detail: EventDetail, wording: Wording) -> str:
    if kind is EventKind.ADVERT_TAPPED and detail.advert_title:
        return wording.say("Advert “{title}”", title=detail.advert_title)
    return wording.say(_QUOTING[kind], text=shortened(text)) if text and kind in _QUOTING else ""


def _about(
    kind: EventKind, what: str, detail: EventDetail, wording: Wording, *, times: int, not_bought: bool
) -> str:
    match kind:
        case EventKind.PRODUCT_VIEWED if times > 1:
            return wording.count("Looked at {what} {n} time", "Looked at {what} {n} times", times, what=what)
        case EventKind.BASKET_ADDED if not_bought:
            return wording.say("Put {what} in the basket and did not buy", what=what)
        case EventKind.ORDERED if detail.price_cents:
            total = wording.money(detail.price_cents)
            return wording.say("Online order: {what}, {total}", what=what, total=total)
        case EventKind.ORDERED if detail.elsewhere:
            return wording.say("Online order: {what}, {total}", what=what, total=detail.elsewhere)
    return wording.say(_ABOUT_ONE[kind], what=what) if kind in _ABOUT_ONE else ""


def subtitle(row: sa.Row, channel: Channel, wording: Wording) -> str:
    detail = detail_of(row.detail)
    match known(EventKind, row.kind, EventKind.OTHER):
        case EventKind() if detail.order_number:
            return wording.say("order {number}", number=detail.order_number)
        case EventKind.CALL_IN | EventKind.CALL_OUT if detail.by_name or detail.seconds >= MINUTE_S:
            return _talked(detail, wording)
        case EventKind.TICKET_OPENED | EventKind.TICKET_SOLVED if detail.ticket:
            return wording.say("ticket {number}", number=detail.ticket)
        case EventKind.ADVERT_TAPPED:
            return _advert_place(row.source, wording)
        case EventKind.OTHER | EventKind.REVIEWED if row.text:
            return quoted([row.text], wording)
    return channel_name(Channel.WEB if channel is Channel.BASKET else channel, wording)


def chat_title(details: Sequence[EventDetail], channel: Channel, products: Named, wording: Wording) -> str:
    """`Ha chiesto prezzo e nero, numero 39`, from what was asked in the whole conversation."""
    price = wording.named("asked for", "the price") if any(d.asked_price for d in details) else ""
    colour = next((d.asked_colour for d in details if d.asked_colour), "")
    size = next((d.asked_size for d in details if d.asked_size), "")
    asked = products.get(next((d.asked_product_id for d in details if d.asked_product_id), None))
    what = [word for word in (price, wording.colour(colour) if colour else "") if word]
    if asked and not what:
        what = [thing(asked.name, "", wording)]
    if what and size:
        return wording.say("Asked about {what}, size {size}", what=wording.all_of(what), size=size)
    if what:
        return wording.say("Asked about {what}", what=wording.all_of(what))
    if size:
        return wording.say("Asked for size {size}", size=size)
    return wrote(channel, wording)


def wrote(channel: Channel, wording: Wording) -> str:
    if channel is Channel.HELP_DESK:
        return wording.say("Wrote to the help desk")
    return wording.say("Wrote on {channel}", channel=channel_name(channel, wording))


def reply_title(channel: Channel, wording: Wording) -> str:
    if channel is Channel.HELP_DESK:
        return wording.say("The help desk wrote to her")
    return wording.say("We wrote on {channel}", channel=channel_name(channel, wording))


def chatted(messages: Iterable[tuple[str, EventDetail]], wording: Wording) -> str:
    """The first of them that says something: its words, or what it is instead of words."""
    for text, detail in messages:
        shown = _MEDIA.get(known(Media, detail.media, Media.OTHER)) if detail.media else None
        if text.strip():
            return quoted([text], wording)
        if shown is not None:
            return wording.say(shown)
    return ""


def reached(detail: EventDetail, wording: Wording) -> str:
    """Whether she has read what the shop wrote last, where that is known."""
    word = _REACHED.get(known(Reached, detail.reached, Reached.UNKNOWN))
    return wording.say(word) if word else ""


def quoted(texts: Iterable[str], wording: Wording) -> str:
    """The first words, shortened at a space."""
    text = next((shortened(text) for text in texts if text.strip()), "")
    return wording.say("“{text}”", text=text) if text else ""


def shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"


def things(detail: EventDetail, products: Named, wording: Wording) -> str:
    if detail.items:
        names = [_item_name(i.product_id, i.variant_id, i.product_name, products) for i in detail.items]
        return wording.all_of([name for name in names if name])
    product = products.get(detail.product_id, detail.variant_id)
    if product is None:
        return detail.product_name
    return thing(product.name, product.colour, wording)


def _item_name(product_id: str | None, variant_id: str | None, name: str, products: Named) -> str:
    product = products.get(product_id, variant_id)
    return product.name if product else name


def _talked(detail: EventDetail, wording: Wording) -> str:
    """How long and with whom, as far as the telephones said it."""
    minutes = round(detail.seconds / MINUTE_S)
    long = wording.count("{n} minute", "{n} minutes", minutes) if minutes else ""
    return " · ".join(part for part in (long, detail.by_name) if part)


def _advert_place(source: str, wording: Wording) -> str:
    """An advert that opens a chat is told to us by the chat."""
    platform = known(Channel, source.partition(":")[0], Channel.ADVERT)
    if platform not in CHATS:
        return channel_name(Channel.ADVERT, wording)
    name = channel_name(platform, wording)
    return wording.say("{platform} · opened the chat", platform=name)
