from enum import StrEnum

import msgspec


class Wish(StrEnum):
    """What she would like to be done with the piece."""

    HOLD = "hold"
    """Put aside in this shop."""
    COLLECT = "collect"
    """Put aside in another shop, where she goes for it."""
    ORDER = "order"
    """Sent from another shop to this one."""


class Answer(StrEnum):
    """How far it is. What was granted goes on as a promise, which says how it ended."""

    ASKED = ""
    GRANTED = "granted"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    """Taken back before the hub had answered."""
    EXPIRED = "expired"
    """It was granted, its last day has gone by, and the piece is free again."""


class Refusal(StrEnum):
    NONE = ""
    NONE_LEFT = "none_left"
    HELD = "held"
    """What is there is put aside for somebody else."""
    NOT_COUNTED = "not_counted"
    """Nobody has counted it in that shop."""
    UNKNOWN_ITEM = "unknown_item"
    TOO_LATE = "too_late"
    """The last day was over before the hub heard of it."""


class Decision(msgspec.Struct, frozen=True):
    answer: Answer
    why: Refusal = Refusal.NONE
    elsewhere: str | None = None
    """A shop that has one."""


class Free(msgspec.Struct, frozen=True):
    """The pieces of one variant in one shop."""

    there: int = 0
    """Counted, less what was recorded as sold or sent since."""
    held: int = 0
    """Of these, put aside for somebody else."""
    counted: bool = True

    @property
    def left(self) -> int:
        return max(0, self.there - self.held)


class ReservationView(msgspec.Struct, frozen=True, kw_only=True):
    """A request with the names that it needs on a screen."""

    id: str
    customer_id: str
    customer_name: str = ""
    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    colour: str = ""
    size: str = ""
    quantity: int = 1
    wish: Wish = Wish.HOLD
    from_store: str = ""
    until_on: str | None = None
    at: int = 0
    store_id: str = ""
    associate_id: str = ""
    associate_name: str = ""
    answer: Answer = Answer.ASKED
    why: Refusal = Refusal.NONE
    elsewhere_id: str = ""
    elsewhere: str = ""
    """The name of a shop that has one."""
