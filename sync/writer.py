"""The one way to change replicated records, the same on a device and on the hub."""

from collections.abc import Mapping
from typing import Any, Protocol

import sqlalchemy as sa

from sync.changes import Changes


class Writer(Protocol):
    """An open write transaction. On a device each write also enters the outbox, on the hub the feed."""

    @property
    def connection(self) -> sa.Connection: ...

    @property
    def changes(self) -> Changes:
        """What this transaction has changed so far."""
        ...

    @property
    def now(self) -> int:
        """Milliseconds since 1970 UTC, corrected by the hub's clock and never running backwards."""
        ...

    def insert(self, collection: str, values: Mapping[str, Any]) -> str:
        """Add a record; without `id` it gets a UUIDv7. Returns the id."""
        ...

    def remove(self, collection: str, record_id: str) -> None:
        """Take an element out of a set (rule `set`; `reference` too on the hub)."""
        ...

    def cancel(self, collection: str, record_id: str) -> None:
        """Take a request back (rule `request`). Raises LookupError where it is decided."""
        ...

    def update(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Change fields of a record. Only what is named changes.

        Rule `fields` and `set`; on the hub also `reference`, and `request` to answer it.
        """
        ...
