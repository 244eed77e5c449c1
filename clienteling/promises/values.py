from enum import StrEnum

import msgspec


class PromiseKind(StrEnum):
    HOLD = "hold"
    CALL = "call"
    ORDER = "order"
    SEND = "send"
    """To the shop where she asked for it."""
    OTHER = "other"


class PromiseState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    CANCELLED = "cancelled"


class PromiseView(msgspec.Struct, frozen=True, kw_only=True):
    """A promise with the names it needs on a screen."""

    id: str
    customer_id: str
    customer_name: str = ""
    kind: PromiseKind
    what: str = ""
    product_id: str | None = None
    variant_id: str | None = None
    quantity: int = 1
    product_name: str = ""
    colour: str = ""
    size: str = ""
    due_on: str | None = None
    overdue: bool = False
    state: PromiseState = PromiseState.OPEN
    channel: str = ""
    made_at: int = 0
    made_by: str = ""
    """An associate of ours; empty where it was somebody else."""
    taken_by: str | None = None
    """Who has it in hand instead of its maker; empty for the whole shop."""
    made_by_name: str = ""
    closed_at: int = 0
