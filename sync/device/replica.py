"""One device's copy of the records: reading, writing, and what of it the hub has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from sync.changes import Changes
from sync.clock import Clock, Stamp
from sync.collection import Registry
from sync.device import ledger, outbox, repair, schema, state
from sync.device.compare import lost
from sync.device.database import file_of
from sync.device.ledger import Ledger
from sync.device.outbox import RecordState
from sync.device.repair import Dropped
from sync.device.state import Cursor, Fact
from sync.device.told import blobs, companion, upgrade
from sync.device.told.companion import Disagreement
from sync.device.writer import DeviceWriter
from sync.errors import StorageFull
from sync.instants import Now, wall_clock
from sync.sqlite import immediate, is_full, repeatable, snapshot

OUTBOX = schema.outbox.name
"""Named in Changes when records moved on their way to the hub: what a ledger on the screen listens to."""


class Replica:
    """Safe to use from several threads: each call takes a connection of its own.

    The application's tables must exist; the replica makes its own. `listeners` are called after each
    commit, in the thread that committed (a writer's own, or the one that runs passes). `erasing` are
    called within the transaction that erases groups, for what the application keeps of them elsewhere.
    """

    def __init__(self, engine: sa.Engine, registry: Registry, now: Now = wall_clock) -> None:
        self.engine = engine
        self.registry = registry
        self.listeners: list[Callable[[Changes], None]] = []
        self.erasing: list[Callable[[sa.Connection, Sequence[str]], None]] = []
        self.file = file_of(engine)
        with immediate(engine) as connection:
            lost.watch(connection, registry, schema.make(connection))
            upgrade.take_up(connection, registry)
            self.clock = _clock(connection, now)

    @contextmanager
    def write(self) -> Iterator[DeviceWriter]:
        """A transaction that is on disk when the block has ended, and has left no trace when it raised.

        Raises StorageFull where the disk has no room for it.
        """
        with self.transaction() as connection:
            writer = DeviceWriter(connection, self.registry, self.clock)
            yield writer
        if writer.changes:
            ids = frozenset(i for part in writer.changes.records.values() for i in part)
            self.tell(Changes({**writer.changes.records, OUTBOX: ids}))

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Every query in the block sees the same moment."""
        with self.file.gate.entered(), snapshot(self.engine) as connection:
            yield connection

    def states(self, collection: str, ids: Sequence[str]) -> dict[str, RecordState]:
        with self.read() as connection:
            return ledger.states(connection, collection, ids)

    def ledger(self, since_ms: int = 0) -> Ledger:
        with self.read() as connection:
            return ledger.ledger(connection, since_ms, self.registry.quiet)

    def pending(self, *, quiet: bool = True) -> int:
        """How many writes the hub has not answered; without the program's own where not `quiet`."""
        with self.read() as connection:
            return outbox.pending_count(connection, () if quiet else self.registry.quiet)

    def set_aside(self) -> int:
        """How many records the hub refused, which a person has to look at."""
        with self.read() as connection:
            return outbox.set_aside_count(connection, self.registry.quiet)

    def retry_set_aside(self, collection: str | None = None, record_id: str | None = None) -> int:
        """Queue set-aside writes again: all, of one collection, or of one record. Returns how many."""
        box = schema.outbox.c
        wanted = ((box.collection, collection), (box.record_id, record_id))
        conditions = [column == value for column, value in wanted if value is not None]
        with self.transaction() as connection:
            count = outbox.retry(connection, *conditions)
        if count:
            self.tell(Changes({OUTBOX: frozenset()}))
        return count

    def drop_set_aside(self, collection: str, record_id: str) -> Dropped:
        """Give a refused record up. Raises LookupError where nothing of it was refused."""
        with self.transaction() as connection:
            dropped = repair.drop(connection, self.registry, collection, record_id)
        self._tell_repaired(dropped)
        return dropped

    def restore_set_aside(self, dropped: Dropped) -> None:
        with self.transaction() as connection:
            repair.restore(connection, self.registry, dropped)
        self._tell_repaired(dropped)

    def rewrite_set_aside(self, collection: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Put a refused record right that the hub has never had. Raises as `repair.rewrite`."""
        with self.transaction() as connection:
            repair.rewrite(connection, self.registry, collection, record_id, values)
        self._tell_touched(collection, record_id)

    def _tell_repaired(self, dropped: Dropped) -> None:
        self._tell_touched(dropped.collection, dropped.record_id)

    def _tell_touched(self, collection: str, record_id: str) -> None:
        ids = frozenset({record_id})
        self.tell(Changes({collection: ids, OUTBOX: ids}))

    def disagreements(self, collection: str, record_id: str) -> list[Disagreement]:
        """The watched fields of a record whose value a person still has to choose."""
        with self.read() as connection:
            return companion.disagreements(connection, self.registry[collection], record_id)

    def blob(self, digest: str) -> bytes | None:
        """The file with that SHA-256 (hex), None until it was fetched."""
        with self.read() as connection:
            return blobs.get(connection, digest)

    def cursor(self) -> Cursor:
        with self.read() as connection:
            return state.cursor(connection)

    def floor(self) -> int:
        """What the hub had forgotten when this replica began from zero."""
        with self.read() as connection:
            return state.get_number(connection, state.Fact.FLOOR)

    def complete_at(self) -> int | None:
        """When a pass last ran to its end, milliseconds since 1970 UTC by the hub's clock."""
        with self.read() as connection:
            return state.get_number(connection, Fact.COMPLETE_AT) or None

    def now(self) -> int:
        """Milliseconds since 1970 UTC, corrected by the hub's clock."""
        return self.clock.now()

    @contextmanager
    def transaction(self, *, durable: bool = True) -> Iterator[sa.Connection]:
        """A write transaction that also keeps the clock; for sync's own steps.

        Not `durable`: for steps that are done again by themselves when a loss of power undoes them.
        Raises StorageFull.
        """
        begin = immediate if durable else repeatable
        with self.file.gate.entered(), self.file.turn, _room(), begin(self.engine) as connection:
            known = _catch_up(connection, self.clock)
            yield connection
            last = str(self.clock.last)
            if last != known:
                state.put(connection, Fact.LAST_STAMP, last)

    def discard(self) -> None:
        """It is about to be deleted: whoever comes from now on gets ReplicaGone."""
        self.file.gate.shut()
        self.engine.dispose()

    def tell(self, changes: Changes) -> None:
        for listener in self.listeners:
            listener(changes)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sa.exc.OperationalError as error:
        if not is_full(error):
            raise
        raise StorageFull("this device's disk is full") from error


def _clock(connection: sa.Connection, now: Now) -> Clock:
    offset = state.get_number(connection, Fact.CLOCK_OFFSET)
    last = state.get(connection, Fact.LAST_STAMP)
    clock = Clock(state.node(connection), now, offset=offset, last=Stamp.parse(last) if last else None)
    if not last:
        state.put(connection, Fact.LAST_STAMP, str(clock.last))
    return clock


def _catch_up(connection: sa.Connection, clock: Clock) -> str:
    """Another process may have written to the same file. Returns the newest stamp that it knows."""
    known = state.get(connection, Fact.LAST_STAMP)
    clock.observe(known)
    return known
