"""A small invented shop on the real parts: hub file, device files, a wall clock that tests turn."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from sync.changes import Changes
from sync.collection import Collection, Registry, Rule
from sync.device.compare.check import Healed
from sync.device.database import open_encrypted, open_plain
from sync.device.passes import run_pass
from sync.device.progress import Progress
from sync.device.replica import Replica
from sync.device.snapshot.copy import ReplicaCopy
from sync.errors import HubUnreachable
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import NO_SCOPES
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.wire import Push, PushReply

NOON = 1_790_000_000_000
KEY = bytes(range(32))

metadata = sa.MetaData()

person = sa.Table(
    "person",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, server_default=""),
    sa.Column("email", sa.Text, nullable=False, server_default=""),
    sa.Column("loyal", sa.Boolean(create_constraint=False), nullable=False, server_default=sa.false()),
    sa.Column("tags", sa.JSON, nullable=False, server_default="[]"),
    sa.Column("born_on", sa.Text, nullable=True),
)
visit = sa.Table(
    "visit",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("person_id", sa.Text, nullable=True),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("spent", sa.Float, nullable=True),
    sa.Column("receipt", sa.Text, nullable=True, unique=True),
)
product = sa.Table(
    "product",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False, server_default=""),
    sa.Column("picture", sa.Text, nullable=False, server_default=""),
)

tag = sa.Table(
    "tag",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("label", sa.Text, nullable=False),
    sa.Column("person_id", sa.Text, nullable=True),
    sa.Column("rank", sa.Integer, nullable=False, server_default="0"),
)
booking = sa.Table(
    "booking",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("person_id", sa.Text, nullable=True),
    sa.Column("answer", sa.Text, nullable=False, server_default=""),
    sa.Column("why", sa.Text, nullable=True),
)

REGISTRY = Registry(
    (
        Collection(product, Rule.REFERENCE, blob="picture"),
        Collection(person, Rule.FIELDS, watched=frozenset({"email"}), group="id"),
        Collection(visit, Rule.FACT, group="person_id"),
        Collection(tag, Rule.SET, group="person_id"),
        Collection(booking, Rule.REQUEST, answer="answer", answers=frozenset({"why"}), group="person_id"),
    )
)


class Wall:
    """A wall clock that moves when it is told to."""

    def __init__(self, now: int = NOON) -> None:
        self.ms = now

    def __call__(self) -> int:
        return self.ms


class Shop:
    """One hub and its devices in a directory. Whatever was opened is closed by `close`."""

    def __init__(
        self,
        directory: Path,
        registry: Registry = REGISTRY,
        tables: sa.MetaData = metadata,
        *,
        database: str = "",
    ) -> None:
        """The hub's `database` is a file of the directory, or one of a server, by its address."""
        self.directory = directory
        self.registry = registry
        self.tables = tables
        self.database = database
        self.holding = NO_SCOPES
        self.scopes: dict[str, str] = {}
        self.wall = Wall()
        self.walls: dict[str, Wall] = {}
        self.engines: dict[str, sa.Engine] = {}
        self.snapshots: Snapshots | None = None
        self.store = self.open_hub()

    def open_hub(self, registry: Registry | None = None, tables: sa.MetaData | None = None) -> HubStore:
        """The hub's process starts (again)."""
        self.snapshots = None
        engine = self._opened("hub", lambda path: open_hub(self.database or path), tables or self.tables)
        self.store = HubStore(
            engine, registry or self.registry, self.wall, self.holding, Remembered(self.directory)
        )
        return self.store

    def device(
        self, name: str, registry: Registry | None = None, tables: sa.MetaData | None = None
    ) -> Replica:
        """The device's process starts (again)."""
        engine = self._opened(name, open_plain, tables or self.tables)
        return Replica(engine, registry or self.registry, self.walls.setdefault(name, Wall()))

    def encrypted(self, name: str) -> Replica:
        engine = self._opened(name, lambda path: open_encrypted(path, KEY), self.tables)
        return Replica(engine, self.registry, self.walls.setdefault(name, Wall()))

    def hub(self, name: str) -> LocalHub:
        return LocalHub(self.store, name, self.scopes.get(name, ""), self.snapshots)

    def make_snapshot(self) -> Snapshots:
        """From now on the hub gives out a snapshot of now, however little there is."""
        self.snapshots = Snapshots(self.directory / "snapshots", self.store, self.copy, least_records=1)
        self.snapshots.refresh()
        return self.snapshots

    def copy(self, path: Path) -> ReplicaCopy:
        return ReplicaCopy(path, self.registry, self.tables.create_all)

    def path(self, name: str) -> Path:
        return self.directory / f"{name}.db"

    def close(self) -> None:
        for engine in self.engines.values():
            engine.dispose()

    def keep(self, name: str) -> Path | str:
        """A copy of a database as a backup tool takes it, while it is in use."""
        copy = self.directory / f"{name}.backup"
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.path(name))) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        return copy

    def remove(self, name: str) -> None:
        self.engines.pop(name).dispose()
        for end in ("", "-wal", "-shm"):
            self.directory.joinpath(f"{name}.db{end}").unlink(missing_ok=True)

    def restore(self, name: str, copy: Path | str) -> None:
        self.remove(name)
        shutil.copy(copy, self.path(name))

    def _opened(self, name: str, how: Callable[[Path], sa.Engine], tables: sa.MetaData) -> sa.Engine:
        if name in self.engines:
            self.engines.pop(name).dispose()
        engine = self.engines[name] = how(self.path(name))
        tables.create_all(engine)
        return engine


@contextmanager
def opened(directory: Path) -> Iterator[Shop]:
    shop = Shop(directory)
    try:
        yield shop
    finally:
        shop.close()


class Silent(LocalHub):
    """A hub that goes away when something is pushed."""

    def push(self, _push: Push) -> PushReply:
        raise HubUnreachable


def go(replica: Replica, api: Any) -> Changes:
    return run_pass(replica, api, lambda _: None).changes


def healed(replica: Replica, api: Any) -> tuple[Healed, ...]:
    """What a pass found different from the hub."""
    return run_pass(replica, api, lambda _: None).healed


def reported(replica: Replica, api: Any) -> list[Progress]:
    steps: list[Progress] = []
    run_pass(replica, api, steps.append)
    return steps


def rows(where: Replica | HubStore, table: sa.Table) -> dict[str, dict[str, Any]]:
    with where.read() as connection:
        return {row.id: dict(row._mapping) for row in connection.execute(sa.select(table))}


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
