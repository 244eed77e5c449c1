"""Which suggestion to make, and the one line that explains it with the figures it rests on."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from fractions import Fraction

import msgspec

LARGEST_DENOMINATOR = 5
_FEWEST_TOGETHER = 2


class SuggestionKind(StrEnum):
    GOES_WITH = "goes_with"
    STEP_UP = "step_up"


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two products as counted over all receipts."""

    product_id: str
    other_id: str
    kind: SuggestionKind
    together: int = 0
    receipts: int = 0
    argument: str = ""


def best(
    pairs: Iterable[Pair], kind: SuggestionKind, *, here: Collection[str], not_these: Collection[str]
) -> Pair | None:
    """In this shop first, then by how often the two were bought together."""
    eligible = [p for p in pairs if p.kind is kind and p.other_id not in not_these and _is_sound(p)]
    return max(eligible, key=lambda pair: _order(pair, here), default=None)


def share(together: int, receipts: int) -> tuple[int, int]:
    """So many of so many, in figures small enough to say: 31 of 94 is "1 of 3"; nearly all is not all."""
    exact = Fraction(together, receipts)
    if exact < Fraction(1, LARGEST_DENOMINATOR):
        return 1, round(1 / exact)
    spoken = exact.limit_denominator(LARGEST_DENOMINATOR)
    if spoken == 1 != exact:
        return 9, 10
    return spoken.numerator, spoken.denominator


def _is_sound(pair: Pair) -> bool:
    """Two receipts are a coincidence's limit; a better model rests on its argument instead."""
    if pair.kind is SuggestionKind.STEP_UP:
        return True
    return _FEWEST_TOGETHER <= pair.together <= pair.receipts


def _order(pair: Pair, here: Collection[str]) -> tuple[bool, Fraction, int, str]:
    often = Fraction(pair.together, pair.receipts) if pair.receipts else Fraction(0)
    return pair.other_id in here, often, pair.together, pair.other_id
