"""Which pushed writes take a right: the application says whose, by what stands in the record."""

from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from sync.wire import Fields

Refusal = Callable[[sa.Connection, str, Fields | None, Fields], str]
"""Collection, the record as it stands (None where it is new) and as the write would have it → why not, in
plain words; empty where it may. Called in the transaction that takes the write."""


def _anything(_conn: sa.Connection, _collection: str, _before: Fields | None, _after: Fields) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Permission:
    judged: frozenset[str] = frozenset()
    """The collections that take a right; all others are every device's to write."""
    refusal: Refusal = _anything


EVERYBODY = Permission()
