"""The customer card, composed for one glance: what the tablet shows and nothing it has to work out."""

from enum import StrEnum

import msgspec

from clienteling.consents.values import ConsentState
from clienteling.customers.values import Customer, Fact
from clienteling.promises.values import PromiseView
from clienteling.tasks.values import TaskView
from clienteling.timeline.lines import Position
from clienteling.timeline.values import Entry
from clienteling.vocabulary import Channel


class ShelfTag(StrEnum):
    """Why a product stands in the row of products on the card."""

    BASKET = "basket"
    VIEWED = "viewed"
    WISHED = "wished"
    GOES_WITH = "goes_with"
    STEP_UP = "step_up"


class ShelfItem(msgspec.Struct, frozen=True, kw_only=True):
    tag: ShelfTag
    product_id: str
    variant_id: str | None = None
    name: str
    colour: str = ""
    size: str = ""
    price_cents: int = 0
    picture: str = ""
    times: int = 1
    """How often it was viewed."""
    last_at: int = 0
    here: int = 0
    """Pieces in this shop."""
    elsewhere: int = 0
    stock_at: int = 0
    """When that was counted; 0 where nobody did."""
    reason: str = ""
    """One line with the data a suggestion used; empty for what she chose herself."""
    because_id: str = ""
    """The product for whose sake it is suggested."""
    useful: bool = False
    """Somebody said so, with her."""


class Purchase(msgspec.Struct, frozen=True, kw_only=True):
    record_id: str
    product_id: str | None
    variant_id: str | None = None
    name: str
    colour: str = ""
    size: str = ""
    price_cents: int = 0
    picture: str = ""
    at: int = 0
    channel: Channel = Channel.SHOP
    store_name: str = ""
    returned: bool = False


class Handover(msgspec.Struct, frozen=True, kw_only=True):
    """Why she is here, in one or two sentences of the reader's language."""

    text: str
    channel: Channel
    at: int
    promise_id: str | None = None
    """The open promise that the one action of the block keeps."""
    product_id: str | None = None


class NextKind(StrEnum):
    SHOW = "show"
    """What she chose herself and is here."""
    SUGGEST = "suggest"
    CONFIRM = "confirm"
    """A fact that is deduced or old."""
    CONSENT = "consent"
    """That nobody has asked her for."""


class NextAction(msgspec.Struct, frozen=True, kw_only=True):
    """The next best thing to do with her and why, both in the reader's language."""

    kind: NextKind
    text: str
    reason: str
    product_id: str = ""
    variant_id: str = ""
    fact: str = ""
    """PreferenceKind of what is to be confirmed."""
    topic: str = ""
    """Purpose of the consent that is to be asked for."""


class AlertKind(StrEnum):
    PROMISE_OVERDUE = "promise_overdue"
    PROMISE_DUE = "promise_due"
    APPOINTMENT = "appointment"
    BIRTHDAY = "birthday"
    COMPLAINT_OPEN = "complaint_open"
    PROVISIONAL = "provisional"
    NO_SERVICE_CONSENT = "no_service_consent"
    LAPSING = "lapsing"


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    kind: AlertKind
    text: str


class Leaning(msgspec.Struct, frozen=True, kw_only=True):
    """What she leans towards, with what it is deduced from, both in the reader's language."""

    text: str
    reason: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    customer: Customer
    store_name: str = ""
    handover: Handover | None = None
    next: NextAction | None = None
    alerts: tuple[Alert, ...] = ()
    promises: tuple[PromiseView, ...] = ()
    tasks: tuple[TaskView, ...] = ()
    """What is to be done for her, those that are due first."""
    facts: tuple[Fact, ...] = ()
    leaning: Leaning | None = None
    consents: tuple[ConsentState, ...] = ()
    shelf: tuple[ShelfItem, ...] = ()
    """Basket, wish list, viewed, then suggestions, in the order to show them."""
    purchases: tuple[Purchase, ...] = ()
    timeline: tuple[Entry, ...] = ()
    """The newest entries."""
    older: Position | None = None
    """Where those before them begin, for `timeline.queries.stretch`."""
