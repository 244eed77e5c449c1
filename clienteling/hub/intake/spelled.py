"""A name as a source may have spelled it: a telephone with its gaps, an address in capitals."""

import re
from collections.abc import Iterable

import phonenumbers

_GAP = rb"[\s./()-]{0,2}"
_FEWEST_DIGITS = 6


def spelled_in(names: Iterable[str]) -> re.Pattern[bytes]:
    """Finds any of these names in a payload's bytes; an empty name is found nowhere."""
    ways = [way for name in names if name for way in _ways(name)]
    return re.compile(b"|".join(ways) or rb"(?!)", re.IGNORECASE)


def _ways(name: str) -> list[bytes]:
    exactly = re.escape(name.encode())
    digits = _national(name)
    if len(digits) < _FEWEST_DIGITS:
        return [exactly]
    return [exactly, _GAP.join(digit.encode() for digit in digits)]


def _national(number: str) -> str:
    """The digits that every way of writing it has; empty for what is no telephone number."""
    if not number.startswith("+"):
        return ""
    try:
        return str(phonenumbers.parse(number).national_number)
    except phonenumbers.NumberParseException:
        return ""
