from enum import StrEnum

import msgspec

from clienteling.customers.values import CustomerHit


class Whose(StrEnum):
    """Which customers a list of the book shows."""

    MINE = "mine"
    SHOP = "shop"


class Occasion(StrEnum):
    """Why there is something to do about her on a day."""

    NONE = ""
    PROMISE = "promise"
    APPOINTMENT = "appointment"
    BIRTHDAY = "birthday"


class Attention(StrEnum):
    """How soon, in the order in which a book is read."""

    NOW = "now"
    SOON = "soon"
    CALM = "calm"


class BookLine(msgspec.Struct, frozen=True, kw_only=True):
    """A customer of a book, with what an associate wants to know before she calls her."""

    customer: CustomerHit
    owners: tuple[str, ...] = ()
    """The names of those in whose books she stands; none where she is the shop's."""
    overdue: int = 0
    """Promises whose day is over."""
    occasion: Occasion = Occasion.NONE
    next_on: str | None = None
    attention: Attention = Attention.CALM


class Owner(msgspec.Struct, frozen=True, kw_only=True):
    associate_id: str
    name: str
    store_id: str | None = None
