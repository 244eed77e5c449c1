"""What is bought with what, counted over all receipts of every shop and of the website."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import permutations

import msgspec
import sqlalchemy as sa

from clienteling.hub.privacy import anonymous
from clienteling.insight.rules import SuggestionKind
from clienteling.insight.tables import goes_with
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind, detail_of
from sync.writer import Writer

FEWEST_TOGETHER = 5
SMALLEST_SHARE = 0.08
"""Rarer than that is chance, and no reason that an associate could give."""


class Together(msgspec.Struct, frozen=True):
    product_id: str
    other_id: str
    together: int
    receipts: int

    @property
    def record_id(self) -> str:
        return f"{self.product_id}+{self.other_id}"


def count(receipts: Iterable[frozenset[str]]) -> list[Together]:
    """Pairs of products on one receipt, seen from either side."""
    alone: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for products in receipts:
        alone.update(products)
        pairs.update(permutations(sorted(products), 2))
    found = [Together(one, other, times, alone[one]) for (one, other), times in sorted(pairs.items())]
    return [pair for pair in found if _says_something(pair)]


def recount(writer: Writer) -> None:
    """Bring `goes_with` to what the receipts say today; step-ups are the shop's own words and stay."""
    query = sa.select(goes_with).where(goes_with.c.kind == SuggestionKind.GOES_WITH.value)
    known = {row.id: (row.together, row.receipts) for row in writer.connection.execute(query)}
    for pair in count(_receipts(writer.connection)):
        figures = {"together": pair.together, "receipts": pair.receipts}
        if pair.record_id not in known:
            names = {"product_id": pair.product_id, "other_product_id": pair.other_id}
            kind = SuggestionKind.GOES_WITH.value
            writer.insert("goes_with", {"id": pair.record_id, "kind": kind, **names, **figures})
        elif known[pair.record_id] != (pair.together, pair.receipts):
            writer.update("goes_with", pair.record_id, figures)


def _says_something(pair: Together) -> bool:
    return pair.together >= FEWEST_TOGETHER and pair.together >= SMALLEST_SHARE * pair.receipts


def _receipts(conn: sa.Connection) -> Iterator[frozenset[str]]:
    sales = sa.select(interaction.c["items"]).where(
        interaction.c.kind == InteractionKind.SALE.value, uncorrected(interaction)
    )
    for row in conn.execute(sales):
        yield frozenset(item.product_id for item in items_of(row[0]))
    orders = sa.select(event.c.detail).where(event.c.kind == EventKind.ORDERED.value)
    for row in conn.execute(orders):
        yield frozenset(item.product_id for item in detail_of(row.detail).items if item.product_id)
    yield from anonymous.receipts(conn)
