"""The texts in a value as JSON has them: where somebody's name may stand, wherever that is."""

from collections.abc import Iterator
from typing import Any


def texts_in(value: Any) -> Iterator[str]:
    """Every text, number and key, however deep it is nested."""
    left = [value]
    while left:
        match left.pop():
            case str() as text:
                yield text
            case int() | float() as number:
                yield str(number)
            case list() as items:
                left += items
            case dict() as fields:
                left += [*fields.keys(), *fields.values()]
