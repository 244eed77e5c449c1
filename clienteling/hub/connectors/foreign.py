"""Foreign JSON, where any field may hold anything: what is usable of it, or nothing."""

import hashlib
import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

import msgspec

LONGEST_TEXT = 500
LARGEST_PRICE = Decimal(10_000_000)
_TOPIC = re.compile(r"[\w$ :./-]{1,60}")
_FIGURES = re.compile(r"\d{4}")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control signs; those that turn a whole line round; halves of letters, which no database takes."""

Words = dict[str, Any]


def decoded(body: bytes) -> Words | None:
    """A body that is one JSON object; None where it is none."""
    try:
        return msgspec.json.decode(body, type=Words)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def mark(*parts: str) -> str:
    """The same parts, the same mark: a key for what its source gives no id, from which nobody is read."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def text(value: object) -> str:
    """Text without signs that nobody sees; whole numbers as text: some sources number their products."""
    if isinstance(value, str):
        plain = value if value.isprintable() else seen(value)
        return plain.strip()[:LONGEST_TEXT]
    if value is None:  # the most frequent by far
        return ""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def seen(words: str) -> str:
    """Without the signs that nobody sees."""
    return words if words.isprintable() else _UNSEEN.sub("", words)


def words(outer: Words | None, key: str) -> Words:
    inner = outer.get(key) if outer else None
    return inner if isinstance(inner, dict) else {}


def listed(outer: Words | None, key: str) -> list[Words]:
    """The objects of a list."""
    inner = (outer or {}).get(key)
    return [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []


def topic(name: str) -> str:
    """What a source calls a kind of item, for counting: a name that somebody made up may hold anything."""
    usable = _TOPIC.fullmatch(name) is not None and _FIGURES.search(name) is None
    return name if usable else "of an unknown name"


def cents(amount: object) -> int:
    """Money as a source writes it (18.99, "18.99", none) in cents; 0 where it is no amount."""
    if isinstance(amount, bool) or not isinstance(amount, int | float | str):
        return 0
    return _cents(amount)


@lru_cache(maxsize=4096, typed=True)
def _cents(amount: float | str) -> int:
    """A shop has so many prices."""
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return 0
    if not value.is_finite() or not 0 <= value <= LARGEST_PRICE:
        return 0
    return int((value * 100).to_integral_value())
