"""Scanners that type, on a keyboard layout that is not theirs.

A scanner sends key positions, and the tablet's layout says which characters these are. Letters and digits
are the same on Italian and US keyboards; punctuation is not.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Layout(StrEnum):
    US = "us"
    ITALIAN = "it"
    GERMAN = "de"
    FRENCH = "fr"


# The keys that differ, plain and with Shift, in the same order on both.
_US = "`-=[]\\;'/~@#^&*()_+{}|:\"<>?"
_ITALIAN = "\\'ìè+ùòà-|\"£&/()=?^é*§ç°;:_"

SCANNER_US_ON_ITALIAN = str.maketrans(_ITALIAN, _US)
SCANNER_ITALIAN_ON_US = str.maketrans(_US, _ITALIAN)

# S E T U P lie where they lie on every layout of Latin letters.
_CALIBRATION_START = "SETUP"
_CALIBRATION_LETTERS = "aqwzymAQWZYM"
_CALIBRATION_DIGITS = "0123456789"
CALIBRATION_TEXT = _CALIBRATION_START + _CALIBRATION_LETTERS + _CALIBRATION_DIGITS + _US

Repair = tuple[tuple[str, str], ...]
"""What arrives → what is meant, sign by sign; only those that differ."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a scan of the calibration code says of scanner and tablet together."""

    tablet: Layout | None
    """The layout that the scanner, sending US keys, meets; None when it is none of those known here."""
    caps_lock: bool
    repair: Repair = field(default=(), compare=False)
    """By which what this scanner types here is put right; empty where nothing is, or it cannot be told."""

    @property
    def agree(self) -> bool:
        return self.tablet is Layout.US and not self.caps_lock


def calibration(text: str) -> Calibration | None:
    """Read back the calibration code; None when the text is something else."""
    start, rest = text[: len(_CALIBRATION_START)], text[len(_CALIBRATION_START) :]
    if start.upper() != _CALIBRATION_START or len(rest) < len(_CALIBRATION_LETTERS):
        return None
    caps_lock = start.islower()
    typed = rest.swapcase() if caps_lock else rest
    return Calibration(_layout_of(typed), caps_lock, _repair(typed))


def begins_calibration(text: str) -> bool:
    """Such a text shows how a scanner types: it is never put right itself."""
    return text[: len(_CALIBRATION_START)].upper() == _CALIBRATION_START


def _repair(typed: str) -> Repair:
    """Letters and digits stand in their places; behind them a dead key may have swallowed a sign."""
    plain = _CALIBRATION_LETTERS + _CALIBRATION_DIGITS
    meant = plain + _US if len(typed) == len(plain + _US) else plain
    if len(typed) < len(meant):
        return ()
    pairs = {(arrived, sign) for arrived, sign in zip(typed, meant, strict=False) if arrived != sign}
    told = dict(pairs)
    same = {arrived for arrived, sign in zip(typed, meant, strict=False) if arrived == sign}
    sure = len(told) == len(pairs) and not same & told.keys()
    return tuple(sorted(pairs)) if sure else ()


def _layout_of(typed: str) -> Layout | None:
    letters, symbols = typed[: len(_CALIBRATION_LETTERS)], typed[-len(_US) :]
    if letters == _CALIBRATION_LETTERS:
        # Caps Lock swapped the accented letters too.
        return {_US: Layout.US, _ITALIAN: Layout.ITALIAN}.get(symbols)
    if letters.startswith("aqwyz"):
        return Layout.GERMAN
    return Layout.FRENCH if letters.startswith("qazw") else None
