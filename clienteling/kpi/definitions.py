"""Each figure, defined once: how it is worked out, said in words beside it, and which way is better."""

from collections.abc import Callable, Mapping

import msgspec

from clienteling.kpi.values import AddsUp, Better, Kpi, Parts, Unit
from clienteling.marking import msgid
from clienteling.review.values import Receipts

RETURN_DAYS = 30
"""So long after a follow-up or a suggestion a visit or a purchase still counts for it."""
CHANNEL_DAYS = 90
"""So long before a visit another channel still counts as met."""
_PERCENT = 100


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    kpi: Kpi
    name: str
    formula: str
    """Both message ids: `words.name` and `words.formula` say them."""
    unit: Unit
    better: Better
    adds_up: AddsUp
    value: Callable[[Parts], float | None]


def value_of(kpi: Kpi, parts: Parts) -> float | None:
    """In the figure's unit: how many, a percentage (0 to 100), cents, pieces.

    None where there is nothing to divide by: no visits, no promises due.
    """
    return DEFINITIONS[kpi].value(parts)


def _share(part: int, whole: int) -> float | None:
    return _PERCENT * part / whole if whole else None


def _average(receipts: Receipts) -> float | None:
    return receipts.cents / receipts.count if receipts.count else None


def _pieces(receipts: Receipts) -> float | None:
    return receipts.pieces / receipts.count if receipts.count else None


def _count(kpi: Kpi, name: str, formula: str, value: Callable[[Parts], float], better: Better) -> Definition:
    return Definition(
        kpi=kpi,
        name=name,
        formula=formula,
        unit=Unit.COUNT,
        better=better,
        adds_up=AddsUp.SUM,
        value=value,
    )


def _ratio(
    kpi: Kpi, name: str, formula: str, value: Callable[[Parts], float | None], unit: Unit = Unit.PERCENT
) -> Definition:
    return Definition(
        kpi=kpi,
        name=name,
        formula=formula,
        unit=unit,
        better=Better.MORE,
        adds_up=AddsUp.RATIO,
        value=value,
    )


_ALL = (
    _count(
        Kpi.VISITS,
        msgid("Visits"),
        msgid(
            "What is recorded with one person at one time in the shop is one visit; calls and messages"
            " are none."
        ),
        lambda parts: parts.visits,
        Better.MORE,
    ),
    _ratio(
        Kpi.IDENTIFIED,
        msgid("Identified visits"),
        msgid("Visits with at least one record that names the customer, of all visits."),
        lambda parts: _share(parts.identified, parts.visits),
    ),
    _count(
        Kpi.INTERACTIONS,
        msgid("Interactions"),
        msgid("All that was recorded, without what was undone or corrected later."),
        lambda parts: parts.interactions,
        Better.MORE,
    ),
    _ratio(
        Kpi.PROMISES_KEPT,
        msgid("Promises kept in time"),
        msgid(
            "Promises that were kept by the day they were made for, of all that were made for these days."
            " What was cancelled does not count."
        ),
        lambda parts: _share(parts.promises_kept, parts.promises_due),
    ),
    _ratio(
        Kpi.FOLLOW_UP_RETURN,
        msgid("Back after a follow-up"),
        msgid(
            "Follow-ups done after which the customer came to a shop within 30 days, of all that were done."
            " Those of the last 30 days may still lead to a visit."
        ),
        lambda parts: _share(parts.follow_ups.returned, parts.follow_ups.tried),
    ),
    _ratio(
        Kpi.SUGGESTION_SALE,
        msgid("Suggestions that were bought"),
        msgid(
            "Suggestions of which an associate said whether they were useful, and of them those that the"
            " customer bought within 30 days, in a shop or online."
        ),
        lambda parts: _share(parts.suggested.sold, parts.suggested.tried),
    ),
    _count(
        Kpi.LOST,
        msgid("Lost sales"),
        msgid("Each thing that somebody wanted and did not buy, and visits that ended without a purchase."),
        lambda parts: sum(parts.lost.values()),
        Better.LESS,
    ),
    Definition(
        kpi=Kpi.SOLD,
        name=msgid("Sold"),
        formula=msgid(
            "What was sold in the shop, at the prices that were recorded. Returns are not taken off."
        ),
        unit=Unit.CENTS,
        better=Better.MORE,
        adds_up=AddsUp.SUM,
        value=lambda parts: parts.receipts.cents,
    ),
    _ratio(
        Kpi.RECEIPT,
        msgid("Average receipt"),
        msgid("What was sold, at the prices that were recorded, by the number of sales."),
        lambda parts: _average(parts.receipts),
        Unit.CENTS,
    ),
    _ratio(
        Kpi.RECEIPT_IDENTIFIED,
        msgid("Average receipt, identified"),
        msgid("What identified customers bought, by the number of their receipts."),
        lambda parts: _average(parts.known),
        Unit.CENTS,
    ),
    _ratio(
        Kpi.RECEIPT_UNKNOWN,
        msgid("Average receipt, not identified"),
        msgid("What was sold to nobody known, by the number of these receipts."),
        lambda parts: _average(parts.unknown),
        Unit.CENTS,
    ),
    _ratio(
        Kpi.PIECES,
        msgid("Pieces per receipt"),
        msgid("Pieces sold, by the number of sales."),
        lambda parts: _pieces(parts.receipts),
        Unit.PIECES,
    ),
    _ratio(
        Kpi.PIECES_IDENTIFIED,
        msgid("Pieces per receipt, identified"),
        msgid("Pieces that identified customers bought, by the number of their receipts."),
        lambda parts: _pieces(parts.known),
        Unit.PIECES,
    ),
    _ratio(
        Kpi.PIECES_UNKNOWN,
        msgid("Pieces per receipt, not identified"),
        msgid("Pieces sold to nobody known, by the number of these receipts."),
        lambda parts: _pieces(parts.unknown),
        Unit.PIECES,
    ),
    _count(
        Kpi.CONSENTS,
        msgid("Consents collected"),
        msgid("How often a customer said yes to a purpose in this shop; each purpose counts by itself."),
        lambda parts: sum(parts.consents.values()),
        Better.MORE,
    ),
    _ratio(
        Kpi.TWO_CHANNELS,
        msgid("Met in two or more channels"),
        msgid(
            "Identified customers in the shop who in the 90 days before were also met online, by message or"
            " by telephone, of all of them. Who comes on two days counts on both."
        ),
        lambda parts: _share(parts.two_channels, parts.customers),
    ),
    _ratio(
        Kpi.ARRIVED,
        msgid("Arrived in time"),
        msgid(
            "Records that had reached the hub when their day ended, of all of that day. What has not arrived"
            " is in no figure yet."
        ),
        lambda parts: _share(parts.recorded - parts.late, parts.recorded),
    ),
)
DEFINITIONS: Mapping[Kpi, Definition] = {one.kpi: one for one in _ALL}
