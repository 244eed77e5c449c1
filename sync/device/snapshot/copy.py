"""A replica that belongs to no device: the hub keeps it, so that devices can take it over as a file."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from sync.collection import Registry
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.device.state import Fact
from sync.device.told import held
from sync.device.told.apply import apply_page
from sync.snapshot.pages import make_empty
from sync.snapshot.schema import schema_of
from sync.wire import Page, Tally

TRAVELS = (Fact.EPOCH, Fact.CURSOR, Fact.SHAPE, Fact.LAST_STAMP)
"""What a snapshot says of itself; the other facts are a device's own."""


class ReplicaCopy:
    """A `sync.hub.snapshot.build.Copy`. `create_tables` makes the application's tables in an empty file."""

    def __init__(self, path: Path, registry: Registry, create_tables: Callable[[sa.Engine], object]) -> None:
        if not path.exists():
            make_empty(path)
        self._engine = open_plain(path)
        create_tables(self._engine)
        self._replica = Replica(self._engine, registry)
        with self._replica.read() as connection:
            self.schema = schema_of(connection, registry)

    @property
    def position(self) -> tuple[str, int, int]:
        cursor = self._replica.cursor()
        return cursor.epoch, cursor.seq, self._replica.floor()

    def take(self, page: Page) -> None:
        with self._replica.transaction() as connection:
            apply_page(connection, self._replica.registry, page, self._replica.clock)

    def tallies(self) -> Mapping[str, Tally]:
        with self._replica.read() as connection:
            return held.tallies(connection)

    def write_to(self, target: Path) -> None:
        """The whole as it stands, in one plain file without what would be a device's own."""
        with closing(self._engine.raw_connection()) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
        own = [(fact.value,) for fact in Fact if fact not in TRAVELS]
        with closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.executemany("DELETE FROM sync_state WHERE name = ?", own)

    def close(self) -> None:
        self._engine.dispose()
