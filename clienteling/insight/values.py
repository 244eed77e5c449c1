"""What is deduced of a customer, as the hub works it out and the tablet reads it."""

from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Deed(StrEnum):
    """What she did with a product."""

    VIEWED = "viewed"
    CHOSEN = "chosen"
    """Put in the basket, on the wish list, or shown to somebody."""
    ASKED = "asked"
    TRIED = "tried"
    BOUGHT = "bought"
    """And kept."""


class Liking(msgspec.Struct, frozen=True):
    name: str
    """A family's or a colour's key, or a product's id."""
    weight: float
    deeds: Mapping[str, int] = {}
    """How often which Deed."""


class Interests(msgspec.Struct, frozen=True):
    """The strongest first. Weights are as of her newest deed, and fall alike from then on."""

    at: int = 0
    families: tuple[Liking, ...] = ()
    colours: tuple[Liking, ...] = ()
    products: tuple[Liking, ...] = ()


class CustomerInsight(msgspec.Struct, frozen=True, kw_only=True):
    last_bought_at: int | None = None
    last_seen_at: int | None = None
    """When she was last in a shop, or ordered."""
    times: int = 0
    """Purchases of the last 12 months, and what was paid for what she kept of them."""
    spent_cents: int = 0
    rhythm_days: int = 0
    """The median of the days between one time and the next; 0 where there were too few to say."""
    lapsing_at: int | None = None
    """From then on she is overdue, if she does not come before."""
    interests: Interests = Interests()
    valid_until: int | None = None
    """When her consent to it ends by itself."""
