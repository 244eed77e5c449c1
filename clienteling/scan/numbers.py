"""Numbers printed as bars: what they can be, and the ways they are written down."""

import re

from clienteling.catalog.ean import check_digit
from clienteling.scan.symbology import RETAIL, Symbology

_GTIN_LENGTHS = (8, 12, 13, 14)
# GS1 leaves these to each shop: weighed goods, vouchers, and the loyalty cards of this one.
_IN_STORE = ("02", "04", "2")
_EAN_13 = 13
_CARD_LENGTHS = range(8, 20)
# Boxes carry their GTIN-14 in ITF; a card in ITF has another length or no check digit.
_PRODUCTS_TOO = RETAIL | {Symbology.UNKNOWN, Symbology.ITF}
_CARD_NAME = re.compile(r"(?=(?:[^0-9]*[0-9]){2})[0-9A-Z][0-9A-Z._/-]{3,31}", re.IGNORECASE | re.ASCII)
_ELEMENT_STRING = re.compile(r"01([0-9]{14})(?=.)", re.DOTALL)


def check_digit_agrees(digits: str) -> bool:
    return len(digits) in _GTIN_LENGTHS and check_digit(digits[:-1]) == digits[-1]


def looks_like_card(digits: str, symbology: Symbology) -> bool:
    """A card rather than a product: an in-store number, or digits in a code that products do not use."""
    if symbology in _PRODUCTS_TOO and check_digit_agrees(digits):
        return len(digits) == _EAN_13 and digits.startswith(_IN_STORE)
    return symbology not in RETAIL and len(digits) in _CARD_LENGTHS


def names_card(text: str, symbology: Symbology) -> bool:
    """Whether a text that is no number may stand on a card of another system: printed, short, with digits."""
    return symbology is not Symbology.UNKNOWN and _CARD_NAME.fullmatch(text) is not None


def gtin_of(text: str) -> str | None:
    """The product's number at the start of a GS1 element string (AI 01), with batch or date behind it."""
    element = _ELEMENT_STRING.match(text)
    return element[1] if element and check_digit_agrees(element[1]) else None


def spellings(digits: str) -> tuple[str, ...]:
    """The same number with and without leading zeros, as EAN-13, UPC-A and GTIN-14 write it."""
    plain = digits.lstrip("0") or "0"
    return tuple(dict.fromkeys((digits, plain, *(plain.zfill(n) for n in _GTIN_LENGTHS if n >= len(plain)))))
