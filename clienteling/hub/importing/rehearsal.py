"""A dry run happens on a copy of the database, which is gone afterwards: tablets notice nothing of it."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from clienteling.hub.house import Hub
from clienteling.hub.migrations import SCHEMAS, upgrade
from clienteling.replicated import REGISTRY
from sync.hub import schema
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from sync.sqlite import immediate

AT_ONCE = 5_000
PREFIX = ".dry-run-"
ABANDONED_S = 86_400


@contextmanager
def rehearsal(hub: Hub) -> Iterator[HubStore]:
    """The copy lies in the hub's own directory, which is for its user only. Raises OSError."""
    _clear(hub.settings.data)
    with TemporaryDirectory(prefix=PREFIX, dir=hub.settings.data) as directory:
        copy = Path(directory) / "hub.sqlite"
        engine = open_hub(copy)
        try:
            if hub.settings.postgresql:
                _copy_rows(hub.store, engine)
            else:
                _copy_file(hub.settings.file, copy)
            yield HubStore(engine, REGISTRY, hub.now)
        finally:
            engine.dispose()


def _clear(data: Path) -> None:
    """A dry run that was killed has left a copy of everything; one that is still going on is not that old."""
    for left in data.glob(f"{PREFIX}*"):
        if left.stat().st_mtime < time.time() - ABANDONED_S:
            shutil.rmtree(left)


def _copy_file(original: Path, copy: Path) -> None:
    with closing(sqlite3.connect(original)) as from_there, closing(sqlite3.connect(copy)) as to:
        from_there.backup(to)


def _copy_rows(store: HubStore, engine: sa.Engine) -> None:
    """PostgreSQL's tables, as they stand at one moment, in a file."""
    upgrade(engine)
    with store.read() as original, immediate(engine) as copy:
        for table in (table for tables in SCHEMAS for table in tables.sorted_tables):
            for rows in original.execute(sa.select(table)).mappings().partitions(AT_ONCE):
                copy.execute(table.insert(), [dict(row) for row in rows])
        newest = sa.select(sa.func.coalesce(sa.func.max(schema.feed.c.seq), 0)).scalar_subquery()
        copy.execute(schema.history.update().values(head=newest))
