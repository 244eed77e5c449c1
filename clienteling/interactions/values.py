from enum import StrEnum

import msgspec


class InteractionKind(StrEnum):
    VISIT = "visit"
    ADVICE = "advice"
    FITTING = "fitting"
    SALE = "sale"
    NOT_BOUGHT = "not_bought"
    RESERVED = "reserved"
    RETURN = "return"
    COMPLAINT = "complaint"
    CALL = "call"
    MESSAGE = "message"
    APPOINTMENT = "appointment"


class Outcome(StrEnum):
    NONE = ""
    BOUGHT = "bought"
    NOT_BOUGHT = "not_bought"
    THINKING = "thinking"
    COMES_BACK = "comes_back"


class Reason(StrEnum):
    """Why not bought."""

    NONE = ""
    SIZE = "size"
    COLOUR = "colour"
    PRICE = "price"
    FIT = "fit"
    NOT_IN_STOCK = "not_in_stock"
    THINKING = "thinking"
    OTHER = "other"


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A product in an interaction, as stored in `interaction.items`."""

    product_id: str
    variant_id: str | None = None
    quantity: int = 1
    price_cents: int = 0
    bought: bool = False
    reason: Reason = Reason.NONE


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What an associate is about to record."""

    kind: InteractionKind
    customer_id: str | None = None
    outcome: Outcome = Outcome.NONE
    items: tuple[Item, ...] = ()
    summary: str = ""
    visit_id: str = ""


def items_of(stored: object) -> tuple[Item, ...]:
    """`interaction.items`; what a newer version wrote in another shape is left to it."""
    if not stored:
        return ()
    try:
        return msgspec.convert({"items": stored}, _Stored).items
    except msgspec.ValidationError:
        return ()


class _Stored(msgspec.Struct):
    """Read three times as quickly as the tuple by itself, whose type msgspec looks through each time."""

    items: tuple[Item, ...]
