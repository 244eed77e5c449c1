"""Which PINs somebody may be given: what a colleague could guess at the second try is none."""

from enum import StrEnum
from itertools import pairwise

SHORTEST, LONGEST = 4, 12


class PinProblem(StrEnum):
    NONE = ""
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NOT_DIGITS = "not_digits"
    EASY = "easy"
    """One digit all along, or digits that follow each other."""


def problem(pin: str) -> PinProblem:
    if not (pin.isascii() and pin.isdigit()) and pin:
        return PinProblem.NOT_DIGITS
    if len(pin) < SHORTEST:
        return PinProblem.TOO_SHORT
    if len(pin) > LONGEST:
        return PinProblem.TOO_LONG
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return PinProblem.EASY if len(steps) == 1 and steps <= {-1, 0, 1} else PinProblem.NONE
