from enum import StrEnum

import msgspec


class TaskKind(StrEnum):
    FOLLOW_UP = "follow_up"
    CALL = "call"
    WRITE = "write"
    PREPARE = "prepare"
    OTHER = "other"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class TaskRule(StrEnum):
    """What made it; nothing where a person did."""

    NONE = ""
    AFTER_PURCHASE = "after_purchase"
    BACK_IN_STOCK = "back_in_stock"
    BIRTHDAY = "birthday"
    LAPSING = "lapsing"


class TaskOutcome(StrEnum):
    NONE = ""
    REACHED = "reached"
    NO_ANSWER = "no_answer"
    COMES = "comes"
    NOT_NOW = "not_now"
    NO_CONSENT = "no_consent"
    """Dropped by the hub: she took back what the rule rests on."""
    CAME = "came"
    """Dropped by the hub: it has come about by itself."""


class Because(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`task.because`: the data that a rule used, each rule its own; words are made of it by who reads."""

    on: str = ""
    """The day (ISO 8601) of the purchase, the wish, or the birthday: then "12-04", without a year."""
    pieces: int = 0
    every_weeks: int = 0
    weeks_ago: int = 0


class TaskView(msgspec.Struct, frozen=True, kw_only=True):
    """A task with the names it needs on a screen."""

    id: str
    customer_id: str = ""
    customer_name: str = ""
    kind: TaskKind = TaskKind.OTHER
    what: str = ""
    product_id: str | None = None
    variant_id: str | None = None
    product_name: str = ""
    colour: str = ""
    size: str = ""
    due_on: str | None = None
    overdue: bool = False
    associate_id: str = ""
    associate_name: str = ""
    state: TaskState = TaskState.OPEN
    rule: TaskRule = TaskRule.NONE
    because: Because = Because()
    made_at: int = 0
    made_by_name: str = ""
    closed_at: int = 0
    closed_by_name: str = ""
    outcome: TaskOutcome = TaskOutcome.NONE


def because_of(stored: object) -> Because:
    """`task.because`; what a newer version wrote in another shape is left to it."""
    try:
        return msgspec.convert(stored or {}, Because)
    except msgspec.ValidationError:
        return Because()
