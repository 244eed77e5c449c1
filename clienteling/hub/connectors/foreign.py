"""Foreign JSON, where any field may hold anything: what is usable of it, or nothing."""

from decimal import Decimal, InvalidOperation
from typing import Any

LONGEST_TEXT = 500
LARGEST_PRICE = Decimal(10_000_000)

Words = dict[str, Any]


def text(value: object) -> str:
    """Text as it is, whole numbers as text: some sources number their products."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return str(value)
    return value.strip()[:LONGEST_TEXT] if isinstance(value, str) else ""


def words(outer: Words | None, key: str) -> Words:
    inner = (outer or {}).get(key)
    return inner if isinstance(inner, dict) else {}


def cents(amount: object) -> int:
    """Money as a source writes it (18.99, "18.99", none) in cents; 0 where it is no amount."""
    if isinstance(amount, bool) or not isinstance(amount, int | float | str):
        return 0
    try:
        value = Decimal(str(amount))
    except InvalidOperation:
        return 0
    if not value.is_finite() or not 0 <= value <= LARGEST_PRICE:
        return 0
    return int((value * 100).to_integral_value())
