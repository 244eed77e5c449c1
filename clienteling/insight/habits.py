"""Her size and her colour, from what she bought and kept: only where it is nearly always the same."""

from collections.abc import Sequence

import msgspec

from clienteling.catalog.values import Family
from clienteling.customers.values import PreferenceKind
from clienteling.insight.interests import DAY_MS

FEWEST_PIECES = 2
SMALLEST_SHARE = 0.6
HALVES_IN = 365 * DAY_MS
"""Sizes change over years; what was bought a year ago counts half as much as what was bought today."""
_FAMILIES = {
    PreferenceKind.SHOE_SIZE: {Family.SHOES.value},
    PreferenceKind.CLOTHES_SIZE: {Family.CLOTHING.value, Family.KNITWEAR.value},
}
KINDS = (*_FAMILIES, PreferenceKind.COLOUR)


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Bought and not brought back."""

    at: int
    family: str
    size: str = ""
    colour: str = ""
    pieces: int = 1


class Habit(msgspec.Struct, frozen=True):
    kind: PreferenceKind
    value: str
    pieces: int
    percent: int
    """Its share of all, newer ones counting more: how sure it is."""
    last_at: int

    @property
    def evidence(self) -> str:
        return f"purchases={self.pieces} share={self.percent}"


def habits(kept: Sequence[Piece]) -> list[Habit]:
    return [habit for kind in KINDS if (habit := _habit(kind, kept)) is not None]


def size_kind(family: str) -> PreferenceKind | None:
    """Which of her sizes a product of this family has to have; None for what comes in none."""
    return next((kind for kind, families in _FAMILIES.items() if family in families), None)


def _habit(kind: PreferenceKind, kept: Sequence[Piece]) -> Habit | None:
    of = [(value, piece) for piece in kept if (value := _value(kind, piece))]
    weights: dict[str, float] = {}
    newest = max((piece.at for _, piece in of), default=0)
    for value, piece in of:
        weight = piece.pieces * 0.5 ** ((newest - piece.at) / HALVES_IN)
        weights[value] = weights.get(value, 0.0) + weight
    if not weights:
        return None
    best = max(sorted(weights), key=weights.__getitem__)
    share = weights[best] / sum(weights.values())
    hers = [piece for value, piece in of if value == best]
    pieces = sum(piece.pieces for piece in hers)
    if pieces < FEWEST_PIECES or share < SMALLEST_SHARE:
        return None
    return Habit(kind, best, pieces, int(share * 100), max(piece.at for piece in hers))


def _value(kind: PreferenceKind, piece: Piece) -> str:
    if kind is PreferenceKind.COLOUR:
        return piece.colour
    return piece.size if piece.family in _FAMILIES[kind] else ""
