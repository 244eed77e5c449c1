from enum import StrEnum

import msgspec

from clienteling.vocabulary import Channel


class EventKind(StrEnum):
    """What a source told us."""

    ADVERT_TAPPED = "advert_tapped"
    MESSAGE_IN = "message_in"
    MESSAGE_OUT = "message_out"
    PAGE_VIEWED = "page_viewed"
    PRODUCT_VIEWED = "product_viewed"
    PRODUCT_SEARCHED = "product_searched"
    PRODUCT_SHARED = "product_shared"
    LIST_VIEWED = "list_viewed"
    PROMOTION_TAPPED = "promotion_tapped"
    REVIEWED = "reviewed"
    BASKET_VIEWED = "basket_viewed"
    BASKET_ADDED = "basket_added"
    BASKET_REMOVED = "basket_removed"
    CHECKOUT_STARTED = "checkout_started"
    COUPON_USED = "coupon_used"
    COUPON_REFUSED = "coupon_refused"
    WISH_ADDED = "wish_added"
    WISH_REMOVED = "wish_removed"
    ORDERED = "ordered"
    ORDER_SHIPPED = "order_shipped"
    ORDER_CANCELLED = "order_cancelled"
    REFUNDED = "refunded"
    COMMENTED = "commented"
    EMAIL_SENT = "email_sent"
    EMAIL_OPENED = "email_opened"
    EMAIL_CLICKED = "email_clicked"
    EMAIL_BOUNCED = "email_bounced"
    CALL_IN = "call_in"
    CALL_OUT = "call_out"
    CALL_MISSED = "call_missed"
    TICKET_OPENED = "ticket_opened"
    TICKET_SOLVED = "ticket_solved"
    SIGNED_UP = "signed_up"
    OTHER = "other"


class Media(StrEnum):
    """What a message is, or has with it, besides words."""

    NONE = ""
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    POST = "post"
    PRODUCTS = "products"
    FORM = "form"
    REACTION = "reaction"
    OTHER = "other"


class Reached(StrEnum):
    UNKNOWN = ""
    READ = "read"
    FAILED = "failed"


class EventDetail(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """`event.detail`: only what is there. Product and variant ids are ours when the source's were known."""

    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    quantity: int = 1
    price_cents: int = 0
    advert_title: str = ""
    advert_id: str = ""
    order_number: str = ""
    elsewhere: str = ""
    """What an order cost in another currency than the shops': "120.00 USD". `price_cents` is 0 then."""
    items: tuple["EventItem", ...] = ()
    url: str = ""
    media: str = ""
    """Media: of a message that is more than text."""
    reached: str = ""
    """Reached: what became of a message of the shop."""
    seconds: int = 0
    """How long a call was."""
    ticket: str = ""
    """The number of the help desk's ticket."""
    by_name: str = ""
    """Who wrote for the shop, on a message out."""
    asked_product_id: str | None = None
    asked_colour: str = ""
    asked_size: str = ""
    asked_price: bool = False


class EventItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    quantity: int = 1
    price_cents: int = 0


class EntryKind(StrEnum):
    EVENT = "event"
    INTERACTION = "interaction"
    NOTE = "note"
    PROMISE = "promise"
    RESERVATION = "reservation"
    TASK = "task"
    """One that was done."""
    APPOINTMENT = "appointment"
    CONSENT = "consent"
    OUTREACH = "outreach"
    SELECTION = "selection"
    CARD = "card_link"


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline, already in words of the reader's language."""

    id: str
    kind: EntryKind
    channel: Channel
    at: int
    title: str
    subtitle: str = ""
    picture: str = ""
    collection: str = ""
    """Where the record lives, for its state in the ledger and for correcting it."""
    undone: bool = False
    changed: bool = False
    mine: bool = False
    """Recorded by the associate who reads."""


def detail_of(stored: object) -> EventDetail:
    """`event.detail`; what a newer version wrote in another shape is left to it."""
    try:
        return msgspec.convert(stored or {}, EventDetail)
    except msgspec.ValidationError:
        return EventDetail()
