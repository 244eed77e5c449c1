"""Amounts of money and numbers of pieces, as Italian and English programs write them."""

import re
from decimal import Decimal

from clienteling.hub.importing import cells
from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid

LARGEST_PRICE = Decimal(10_000_000)
MOST_PIECES = 1_000_000
_COMMA, _POINT = ",", "."
_GROUP = 3


def cents(written: str, decimal: str) -> int:
    """Money, with either sign before its cents; `decimal` settles what could be both: 1.250 or 1,250."""
    words = re.sub(r"[\s'\u2019]|€|eur(o)?", "", cells.text(written), flags=re.IGNORECASE)
    amount = _amount(words, decimal)
    if amount is None or not 0 <= amount <= LARGEST_PRICE:
        raise Unfit(msgid("“{value}” is no amount of money."), value=written.strip())
    return int((amount * 100).to_integral_value())


def pieces(written: str, decimal: str) -> int:
    amount = _amount(cells.text(written).replace(" ", ""), decimal)
    if amount is None or amount != int(amount) or not 0 <= amount <= MOST_PIECES:
        raise Unfit(msgid("“{value}” is no number of pieces."), value=written.strip())
    return int(amount)


def _amount(words: str, decimal: str) -> Decimal | None:
    sign, digits = ("-", words[1:]) if words.startswith("-") else ("", words)
    last = max(digits.rfind(_COMMA), digits.rfind(_POINT))
    mark = digits[last] if last >= 0 else ""
    grouping = mark and len(digits) - last - 1 == _GROUP and (mark != decimal or digits.count(mark) > 1)
    if mark and not grouping:
        other = _POINT if mark == _COMMA else _COMMA
        digits = digits[:last].replace(other, "") + _POINT + digits[last + 1 :]
    else:
        digits = digits.replace(_COMMA, "").replace(_POINT, "")
    return Decimal(sign + digits) if re.fullmatch(r"\d+(\.\d*)?|\.\d+", digits) else None
