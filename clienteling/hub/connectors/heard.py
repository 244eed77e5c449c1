"""What a source told us, in our words: the one form that every connector translates into."""

import msgspec

from clienteling.customers.values import IdentifierKind
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel


class Hint(msgspec.Struct, frozen=True):
    """A name by which a source knows somebody, normalised, vouched for by the source."""

    kind: IdentifierKind
    source: str
    """The account that the value is scoped to, empty where it means the same everywhere."""
    value: str


class HeardItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A product as the source names it."""

    sku: str = ""
    ean: str = ""
    product_id: str = ""
    name: str = ""
    quantity: int = 1
    price_cents: int = 0


class HeardEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    channel: Channel
    kind: EventKind
    at: int
    text: str = ""
    detail: EventDetail = EventDetail()
    """What needs no catalogue: the products are in `items` until they are looked up."""
    items: tuple[HeardItem, ...] = ()


class Profile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an account says of its owner; normalised, empty where nothing usable was said."""

    email: str = ""
    phone: str = ""
    birthday_on: str = ""


class Heard(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One item of a payload. Its hints name one person, the strongest first."""

    key: str
    """The source's own id of the item: the same item has the same key whenever it is sent again."""
    hints: tuple[Hint, ...]
    event: HeardEvent | None = None
    profile: Profile | None = None
    ref: str = ""
    """What our own link carried: a customer's code or id, or a product's."""


class Translation(msgspec.Struct, frozen=True):
    """A whole payload. `set_aside` says in plain words what stays in the raw payload, not understood."""

    source: str
    heard: tuple[Heard, ...]
    set_aside: tuple[str, ...] = ()
