"""What a source told us, in our words: the one form that every connector translates into."""

from enum import StrEnum

import msgspec

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.privacy.values import PrivacyWish
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel


class Hint(msgspec.Struct, frozen=True, gc=False):
    """A name by which a source knows somebody, normalised."""

    kind: IdentifierKind
    source: str
    """The account that the value is scoped to, empty where it means the same everywhere."""
    value: str
    verified: bool = True
    """The source vouches for it. What somebody only typed (a guest's e-mail) never joins two people."""


class HeardItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A product as the source names it."""

    sku: str = ""
    ean: str = ""
    product_id: str = ""
    variant_id: str = ""
    """Both are the source's own ids."""
    name: str = ""
    quantity: int = 1
    price_cents: int = 0


class HeardEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    channel: Channel
    kind: EventKind
    at: int
    text: str = ""
    detail: EventDetail = EventDetail()
    """What needs no catalogue: the products are in `items` until they are looked up."""
    items: tuple[HeardItem, ...] = ()


class HeardConsent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    purpose: Purpose
    granted: bool
    at: int
    proof: str
    """Where it stands in the source, in its own words: "list 5f2a, unsubscribe"."""


class Amendment(StrEnum):
    """What became of an earlier item."""

    EDITED = "edited"
    DELETED = "deleted"
    """Its words are taken away, wherever they are."""
    READ = "read"
    FAILED = "failed"
    """A message of the shop that did not reach her."""


class Amends(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    how: Amendment
    at: int
    of: str = ""
    """The key of the earlier item, in whatever order the two come. Empty: the shop's last message by then."""


class Profile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What an account says of its owner; normalised, empty where nothing usable was said."""

    given_name: str = ""
    family_name: str = ""
    language: str = ""
    email: str = ""
    phone: str = ""
    birthday_on: str = ""
    address: str = ""
    """Street and number."""
    postcode: str = ""
    city: str = ""


class Heard(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """One item of a payload. Its hints name one person, the strongest first."""

    key: str
    """The source's own id of the item: the same item has the same key whenever it is sent again."""
    hints: tuple[Hint, ...]
    event: HeardEvent | None = None
    profile: Profile | None = None
    consents: tuple[HeardConsent, ...] = ()
    wish: PrivacyWish | None = None
    ref: str = ""
    """What our own link carried: a customer's code or id, or a product's."""
    same: tuple[Hint, ...] = ()
    """Other names that the source itself says are hers: two of its accounts that it made one."""
    founds: bool = False
    """The shop's own system has her as a customer: who is not known yet becomes one."""
    amends: Amends | None = None
    """It says something of an earlier item; edited, `event` takes that one's place."""
    modified_at: int = 0
    """When the source last changed what `profile` says; an earlier one told later changes nothing."""
    part: str = ""
    """Of an account that tells its profile in parts, which this is ("address/4"): each changes by itself."""


class HeardVariant(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    key: str
    """The source's own id of the variant."""
    sku: str = ""
    ean: str = ""
    colour: str = ""
    size: str = ""
    price_cents: int = 0
    picture: str = ""
    """Where its picture is fetched from."""
    counted_as: str = ""
    """The id by which its stock is told, where that is not `key`."""


class HeardProduct(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """A product as its shop system has it, with all its variants: at least one."""

    key: str
    modified_at: int
    name: str = ""
    family: str = ""
    """Its category, in the source's words."""
    description: str = ""
    price_cents: int = 0
    picture: str = ""
    variants: tuple[HeardVariant, ...] = ()
    gone: bool = False
    """Not sold any more."""


class HeardLevel(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """How many pieces there are in one place."""

    variant: str
    """The source's own id of the variant: its `key` or what it is `counted_as`."""
    quantity: int
    counted_at: int
    place: str = ""
    """The source's own id of the shop or warehouse; empty: what the online shop sells from."""
    place_name: str = ""
    incoming: int = 0


class Translation(msgspec.Struct, frozen=True, gc=False):
    """A whole payload. `set_aside` says in plain words what stays in the raw payload, not understood."""

    source: str
    heard: tuple[Heard, ...]
    set_aside: tuple[str, ...] = ()
    products: tuple[HeardProduct, ...] = ()
    levels: tuple[HeardLevel, ...] = ()
    forget: bool = False
    """The shop has left the source: everything that it ever told is to go."""
