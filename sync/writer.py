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

    def update(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Change fields of a record (rule `fields`; `reference` on the hub). Only what is named changes."""
        ...
