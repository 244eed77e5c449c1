"""A dry run happens on a copy of the database, which is gone afterwards: tablets notice nothing of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from clienteling.hub.house import Hub
from clienteling.replicated import REGISTRY
from sync.hub.database import open_hub
from sync.hub.store import HubStore


@contextmanager
def rehearsal(hub: Hub) -> Iterator[HubStore]:
    """The copy lies in the hub's own directory, which is for its user only. Raises OSError."""
    with TemporaryDirectory(prefix=".dry-run-", dir=hub.settings.data) as directory:
        copy = Path(directory) / "hub.sqlite"
        engine = open_hub(copy)
        try:
            with (
                closing(sqlite3.connect(hub.settings.database)) as original,
                closing(sqlite3.connect(copy)) as to,
            ):
                original.backup(to)
            yield HubStore(engine, REGISTRY, hub.now)
        finally:
            engine.dispose()
