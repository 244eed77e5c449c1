"""A shop's figures: what a day is made of, so that days and shops can be added up, and what is read of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from clienteling.review.values import Receipts


class Kpi(StrEnum):
    VISITS = "visits"
    IDENTIFIED = "identified"
    """Of the visits."""
    INTERACTIONS = "interactions"
    PROMISES_KEPT = "promises_kept"
    FOLLOW_UP_RETURN = "follow_up_return"
    SUGGESTION_SALE = "suggestion_sale"
    LOST = "lost"
    SOLD = "sold"
    RECEIPT = "receipt"
    """The average; of identified customers, and of the others, likewise."""
    RECEIPT_IDENTIFIED = "receipt_identified"
    RECEIPT_UNKNOWN = "receipt_unknown"
    PIECES = "pieces"
    """In one receipt."""
    PIECES_IDENTIFIED = "pieces_identified"
    PIECES_UNKNOWN = "pieces_unknown"
    CONSENTS = "consents"
    TWO_CHANNELS = "two_channels"
    ARRIVED = "arrived"
    """In time: how whole the figures are."""


class Unit(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    CENTS = "cents"
    PIECES = "pieces"


class Better(StrEnum):
    MORE = "more"
    LESS = "less"
    NEITHER = "neither"


class AddsUp(StrEnum):
    """What several days, or several shops, make of it."""

    SUM = "sum"
    """What it is on each, added."""
    RATIO = "ratio"
    """Parts by parts: never the average of what it is on each."""


class Step(StrEnum):
    DAY = "day"
    WEEK = "week"
    """From Monday."""
    MONTH = "month"


Period = Step
"""A target is for one."""


class Led(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What something that was tried with customers led to."""

    tried: int = 0
    useful: int = 0
    """Somebody said that it was, or whoever was asked said yes."""
    returned: int = 0
    """She came to a shop within the time that counts."""
    sold: int = 0
    """And bought: of a suggestion what was suggested, of a rule anything."""

    def plus(self, other: "Led") -> "Led":
        return _sum((self, other))


class Parts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`kpi_day.parts`: numbers of one day of one shop, or the sum of several."""

    visits: int = 0
    identified: int = 0
    interactions: int = 0
    known: Receipts = Receipts()
    """Receipts of identified customers."""
    unknown: Receipts = Receipts()
    returned: Receipts = Receipts()
    """What was brought back to this shop on this day, wherever it was bought; it is taken off nothing."""
    promises_due: int = 0
    promises_kept: int = 0
    lost: Mapping[str, int] = {}
    """Reason → times; empty where nobody said why."""
    suggestions: Mapping[str, Led] = {}
    """SuggestionKind → those that somebody said something of."""
    rules: Mapping[str, Led] = {}
    """TaskRule → follow-ups that were done; empty for those that a person made."""
    consents: Mapping[str, int] = {}
    """Purpose → how many said yes to it."""
    refusals: Mapping[str, int] = {}
    customers: int = 0
    """Different ones who were identified in the shop on that day."""
    two_channels: int = 0
    """Of them, those who were also met by another channel shortly before."""
    recorded: int = 0
    """Interactions written down on that day, corrected ones too."""
    late: int = 0
    """Of them, those that had not arrived when the day ended."""

    @property
    def receipts(self) -> Receipts:
        return _receipts((self.known, self.unknown))

    @property
    def follow_ups(self) -> Led:
        return _all(self.rules)

    @property
    def suggested(self) -> Led:
        return _all(self.suggestions)

    def plus(self, other: "Parts") -> "Parts":
        return added((self, other))

    def less(self, other: "Parts") -> "Parts":
        """What is left when the other is taken away; it may be negative."""
        return msgspec.convert(_taken(msgspec.to_builtins(self), msgspec.to_builtins(other)), Parts)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A day, a week or a month of one shop or several, or as much of it as was asked for."""

    begins: date
    ends: date
    """The last day of it."""
    parts: Parts = Parts()
    days: int = 0
    """On how many days something was counted in at least one shop: 0 where all were closed."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    store_id: str
    kpi: Kpi
    period: Period
    value: float
    """In the figure's unit."""
    since: date
    set_at: int = 0
    set_by: str = ""
    """The associate's id."""


NOTHING = Parts()
_NUMBERS = (
    "visits",
    "identified",
    "interactions",
    "promises_due",
    "promises_kept",
    "customers",
    "two_channels",
    "recorded",
    "late",
)


def parts_of(stored: object) -> Parts:
    """`kpi_day.parts`; what a newer hub wrote in another shape counts as nothing."""
    try:
        return msgspec.convert(stored or {}, Parts)
    except msgspec.ValidationError:
        return NOTHING


def _taken(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Only what is another number than none."""
    found: dict[str, Any] = {}
    for name in {**one, **other}:
        if isinstance(one.get(name, other.get(name)), Mapping):
            left: Any = _taken(one.get(name, {}), other.get(name, {}))
        else:
            left = one.get(name, 0) - other.get(name, 0)
        if left:
            found[name] = left
    return found


def added(some: Sequence[Parts]) -> Parts:
    """In one go: a year of a chain is some thousand days."""
    return Parts(
        known=_receipts([one.known for one in some]),
        unknown=_receipts([one.unknown for one in some]),
        returned=_receipts([one.returned for one in some]),
        lost=_times(one.lost for one in some),
        consents=_times(one.consents for one in some),
        refusals=_times(one.refusals for one in some),
        suggestions=_led(one.suggestions for one in some),
        rules=_led(one.rules for one in some),
        **{name: sum(getattr(one, name) for one in some) for name in _NUMBERS},
    )


def _receipts(some: Sequence[Receipts]) -> Receipts:
    return Receipts(
        count=sum(one.count for one in some),
        cents=sum(one.cents for one in some),
        pieces=sum(one.pieces for one in some),
    )


def _times(some: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for one in some:
        for name, times in one.items():
            found[name] = found.get(name, 0) + times
    return found


def _led(some: Iterable[Mapping[str, Led]]) -> Mapping[str, Led]:
    found: dict[str, list[Led]] = {}
    for one in some:
        for name, led in one.items():
            found.setdefault(name, []).append(led)
    return {name: _sum(every) for name, every in found.items()}


def _sum(every: Sequence[Led]) -> Led:
    return Led(
        tried=sum(one.tried for one in every),
        useful=sum(one.useful for one in every),
        returned=sum(one.returned for one in every),
        sold=sum(one.sold for one in every),
    )


def _all(some: Mapping[str, Led]) -> Led:
    return _sum(list(some.values()))
