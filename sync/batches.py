"""A long list in parts, for statements that bind only so many values at once."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

MOST_BOUND = 500


def batches(items: Sequence[T], most: int = MOST_BOUND) -> Iterator[Sequence[T]]:
    """The items in their order, at most so many at a time."""
    return (items[start : start + most] for start in range(0, len(items), most))
