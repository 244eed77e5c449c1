from enum import StrEnum

import msgspec


class Tier(StrEnum):
    NONE = ""
    SILVER = "silver"
    GOLD = "gold"


class PreferenceKind(StrEnum):
    SHOE_SIZE = "shoe_size"
    CLOTHES_SIZE = "clothes_size"
    COLOUR = "colour"
    MATERIAL = "material"
    STYLE = "style"
    FIT = "fit"
    OTHER = "other"


class Provenance(StrEnum):
    TOLD = "told"
    DEDUCED = "deduced"
    ONLINE = "online"


class IdentifierKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    CARD = "card"
    PAGE_SCOPED = "page_scoped"
    USER = "user"
    ANONYMOUS = "anonymous"


class Customer(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    given_name: str = ""
    family_name: str = ""
    language: str = "it"
    email: str = ""
    phone: str = ""
    card_number: str = ""
    tier: Tier = Tier.NONE
    home_store_id: str | None = None
    since_on: str | None = None
    birthday_on: str | None = None
    provisional: bool = False
    records: int = 1
    """How many were joined, because they turned out to be about her."""

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Something known of a customer, with where it comes from and how old it is."""

    id: str
    kind: PreferenceKind
    value: str
    source: Provenance
    evidence: str = ""
    said_at: int = 0
    store_name: str = ""
    associate_name: str = ""
    to_confirm: bool = False
    """Deduced, or told so long ago that it asks to be confirmed."""


class CustomerHit(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the search results."""

    id: str
    full_name: str
    given_name: str = ""
    family_name: str = ""
    phone: str = ""
    email: str = ""
    card_number: str = ""
    city: str = ""
    last_seen_at: int | None = 0
    """When anything was heard of her last, 0 for never; None where it was not looked up."""
