"""What is bought with what, as tablets are told it: from what was counted over all receipts."""

from collections.abc import Iterator

import msgspec
import sqlalchemy as sa

from clienteling.hub.insight.counting import ALL
from clienteling.hub.insight.tables import pair_count, product_count
from clienteling.insight.rules import SuggestionKind
from clienteling.insight.tables import goes_with, suggestion_feedback
from clienteling.records import uncorrected
from sync.hub.writer import HubWriter

FEWEST_TOGETHER = 5
SMALLEST_SHARE = 0.08
"""Rarer than that is chance, and no reason that an associate could give."""
SMALLEST_LIFT = 1.2
"""So many times as often together as chance would have it. What everybody buys, like a shoe cream, is on
many receipts with everything and goes with nothing: its lift is 1. A fifth more is the least that is not
the unevenness of a few receipts."""
_FIGURES = 2
"""As many of a number are told, rounded down: "310 of 940" for 317 of 947. What an associate says is the
same, and not every receipt moves a row on every tablet."""

_ONE, _OTHER = product_count.alias("one"), product_count.alias("other")
_PAIRS = (
    sa.select(
        pair_count.c.product_id,
        pair_count.c.other_product_id,
        pair_count.c.receipts,
        _ONE.c.receipts.label("of_one"),
        _OTHER.c.receipts.label("of_other"),
    )
    .join_from(pair_count, _ONE, _ONE.c.id == pair_count.c.product_id)
    .join(_OTHER, _OTHER.c.id == pair_count.c.other_product_id)
    .where(pair_count.c.receipts >= FEWEST_TOGETHER)
)

_JUDGED = (
    sa.select(
        suggestion_feedback.c.product_id,
        suggestion_feedback.c.other_product_id,
        sa.func.count().label("judged"),
        sa.func.sum(sa.case((suggestion_feedback.c.useful, 1), else_=0)).label("useful"),
    )
    .where(uncorrected(suggestion_feedback))
    .group_by(suggestion_feedback.c.product_id, suggestion_feedback.c.other_product_id)
)


class Together(msgspec.Struct, frozen=True, kw_only=True):
    """A pair seen from one side."""

    product_id: str
    other_id: str
    together: int
    receipts: int
    """That hold the first product."""
    others: int
    """That hold the other."""

    @property
    def record_id(self) -> str:
        return f"{self.product_id}+{self.other_id}"

    def says_something(self, all_receipts: int) -> bool:
        often = self.together >= FEWEST_TOGETHER and self.together >= SMALLEST_SHARE * self.receipts
        return often and self.together * all_receipts >= SMALLEST_LIFT * self.receipts * self.others


def tell(writer: HubWriter) -> None:
    """Bring `goes_with` to what is counted now; step-ups are the shop's own words and stay."""
    conn = writer.connection
    query = sa.select(goes_with).where(goes_with.c.kind == SuggestionKind.GOES_WITH.value)
    known = {row.id: {"together": row.together, "receipts": row.receipts} for row in conn.execute(query)}
    told = {pair.record_id: pair for pair in found(conn)}
    for gone in sorted(known.keys() - told.keys()):
        writer.remove("goes_with", gone)
    for record_id, pair in sorted(told.items()):
        figures = {"together": rounded(pair.together), "receipts": rounded(pair.receipts)}
        if record_id not in known:
            names = {"product_id": pair.product_id, "other_product_id": pair.other_id}
            kind = SuggestionKind.GOES_WITH.value
            writer.insert("goes_with", {"id": record_id, "kind": kind, **names, **figures})
        elif known[record_id] != figures:
            writer.update("goes_with", record_id, figures)
    _tell_judged(writer)


def _tell_judged(writer: HubWriter) -> None:
    """How often which suggestion was found useful, by pair, so that every tablet ranks by all of it."""
    rows = writer.connection.execute(_JUDGED)
    said = {
        (row.product_id, row.other_product_id): (rounded(row.useful), rounded(row.judged)) for row in rows
    }
    query = sa.select(goes_with)
    for row in writer.connection.execute(query).all():
        useful, judged = said.get((row.product_id, row.other_product_id), (0, 0))
        if (row.useful, row.judged) != (useful, judged):
            writer.update("goes_with", row.id, {"useful": useful, "judged": judged})


def found(conn: sa.Connection) -> Iterator[Together]:
    """The pairs that say something, from either side."""
    everything = conn.scalar(sa.select(product_count.c.receipts).where(product_count.c.id == ALL)) or 0
    for row in conn.execute(_PAIRS):
        one, other = row.product_id, row.other_product_id
        for pair in (
            _pair(one, other, row.receipts, row.of_one, row.of_other),
            _pair(other, one, row.receipts, row.of_other, row.of_one),
        ):
            if pair.says_something(everything):
                yield pair


def rounded(number: int) -> int:
    step = 10 ** max(len(str(number)) - _FIGURES, 0)
    return number // step * step


def _pair(one: str, other: str, together: int, receipts: int, others: int) -> Together:
    return Together(product_id=one, other_id=other, together=together, receipts=receipts, others=others)
