"""How many pieces there are of each product that would fit her."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import sqlalchemy as sa

from clienteling.customers.values import Fact, PreferenceKind
from clienteling.insight.habits import size_kind
from clienteling.stock.queries import Pieces, SizedPieces, pieces_by_size

Sizes: TypeAlias = Mapping[PreferenceKind, frozenset[str]]
"""By kind, all sizes that stand: what she told, and what was deduced since."""


def sizes(facts: Iterable[Fact], asked: str = "") -> Sizes:
    """`asked`: the size that she asks for these days, which may be another than hers."""
    found: dict[PreferenceKind, frozenset[str]] = {}
    for fact in facts:
        if fact.kind in {PreferenceKind.SHOE_SIZE, PreferenceKind.CLOTHES_SIZE}:
            found[fact.kind] = found.get(fact.kind, frozenset()) | {_label(fact.value), _label(asked)}
    return found


def fitting(
    conn: sa.Connection, product_ids: Iterable[str], hers: Sizes, store_id: str
) -> Mapping[str, Pieces]:
    """By product. One of which nobody has counted anything is not in it."""
    found: dict[str, Pieces] = {}
    for sized in pieces_by_size(conn, product_ids, store_id):
        more = sized.pieces if _fits(sized, hers) else Pieces(counted_at=sized.pieces.counted_at)
        found[sized.product_id] = found.get(sized.product_id, Pieces()) + more
    return found


def _fits(sized: SizedPieces, hers: Sizes) -> bool:
    """What comes in one size fits her, and so may anything where hers is not known."""
    kind = size_kind(sized.family)
    wanted = hers.get(kind, frozenset()) if kind else frozenset()
    return not sized.size or not wanted or _label(sized.size) in wanted


def _label(size: str) -> str:
    """As one would compare labels: "39,5" is 39.5, "m" is M."""
    return size.strip().upper().replace(",", ".")
