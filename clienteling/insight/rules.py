"""Which suggestion to make, and the one line that explains it with the figures it rests on."""

from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum, StrEnum
from fractions import Fraction

import msgspec

LARGEST_DENOMINATOR = 5
_FEWEST_TOGETHER = 2
NO_LASTS = 180 * 86_400_000
"""Milliseconds. What was no use to her is not suggested to her again for so long."""
_BEFORE_ANYBODY_SAID = 4
"""Judgements that weigh as much as nobody's: two of two say less than forty of fifty."""


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
    argument: Mapping[str, str] = {}
    """Language → what makes the other one the better, in the shop's words."""
    useful: int = 0
    judged: int = 0
    """How often somebody said whether it was, over all shops and customers."""

    @property
    def worth(self) -> Fraction:
        """Between 0 and 1; a half where nobody has said anything."""
        return Fraction(2 * self.useful + _BEFORE_ANYBODY_SAID, 2 * (self.judged + _BEFORE_ANYBODY_SAID))


class Interest(IntEnum):
    """How near a product is to what she wants today."""

    BOUGHT = 0
    CHOSEN = 1
    """In the basket, on the wish list, or looked at."""
    ASKED = 2


def best(
    pairs: Iterable[Pair],
    kind: SuggestionKind,
    *,
    interest: Mapping[str, Interest],
    here: Collection[str],
    not_these: Collection[str],
) -> Pair | None:
    """By what she wants today, then what is in this shop, then how often the two were bought together.

    That counts for as much as associates found it useful to say.
    """
    eligible = [
        pair
        for pair in pairs
        if pair.kind is kind and pair.other_id not in not_these and _is_sound(pair, interest)
    ]
    return max(eligible, key=lambda pair: _order(pair, interest, here), default=None)


def share(together: int, receipts: int) -> tuple[int, int]:
    """So many of so many, in figures small enough to say: 31 of 94 is "1 of 3"; nearly all is not all."""
    exact = Fraction(together, receipts)
    if exact < Fraction(1, LARGEST_DENOMINATOR):
        return 1, round(1 / exact)
    spoken = exact.limit_denominator(LARGEST_DENOMINATOR)
    if spoken == 1 != exact:
        return 9, 10
    return spoken.numerator, spoken.denominator


def _is_sound(pair: Pair, interest: Mapping[str, Interest]) -> bool:
    """A single receipt is a coincidence; a step up makes sense only before she has bought."""
    if pair.kind is SuggestionKind.STEP_UP:
        return interest.get(pair.product_id, Interest.BOUGHT) > Interest.BOUGHT
    return _FEWEST_TOGETHER <= pair.together <= pair.receipts


def _order(
    pair: Pair, interest: Mapping[str, Interest], here: Collection[str]
) -> tuple[Interest, bool, Fraction, int, str]:
    often = Fraction(pair.together, pair.receipts) if pair.receipts else Fraction(1)
    wanted = interest.get(pair.product_id, Interest.BOUGHT)
    return wanted, pair.other_id in here, often * pair.worth, pair.together, pair.other_id
