"""The hub's records: typed tables, the feed that devices pull, and the writes that devices push."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

import sqlalchemy as sa

from sync.changes import Changes
from sync.clock import Clock, Stamp
from sync.collection import Registry
from sync.errors import Code, EpochChanged, HubRefused
from sync.hub import feed, history, intake, schema, tally, upgrade
from sync.hub.arrival import Arrived, arrived, read_push
from sync.hub.intake import Intake
from sync.hub.writer import HubWriter
from sync.instants import Now, wall_clock
from sync.shape import shape_of
from sync.sqlite import immediate, is_full, snapshot
from sync.wire import Buckets, Comparison, Hello, Push, PushReply

_log = logging.getLogger(__name__)

NODE = "hub"
Listener = Callable[[Changes, int], None]


class HubStore:
    """Safe to use from several threads. The application's tables must exist; the store makes sync's.

    `listeners` are called after each commit with what changed and the newest feed position, in the thread
    that committed.
    """

    def __init__(self, engine: sa.Engine, registry: Registry, now: Now = wall_clock) -> None:
        self.engine = engine
        self.registry = registry
        self.listeners: list[Listener] = []
        self._writing = Lock()
        with immediate(engine) as connection:
            schema.metadata.create_all(connection)
            known = history.read(connection) or history.begin(connection, shape_of(registry))
            upgrade.take_up(connection, registry, known)
            last = Stamp.parse(known.last_stamp) if known.last_stamp else None
        self.clock = Clock(NODE, now, last=last)
        self._now = now
        self._epoch = known.epoch
        self._head = known.head

    @property
    def epoch(self) -> str:
        return self._epoch

    @property
    def head(self) -> int:
        """The newest feed position that is committed."""
        return self._head

    @contextmanager
    def write(self) -> Iterator[HubWriter]:
        """A transaction of the hub's own; on disk when the block has ended, no trace when it raised.

        Raises HubRefused (storage full) where the disk has no room.
        """
        with self._writing:
            with _room(), immediate(self.engine) as connection:
                known = history.read(connection) or history.begin(connection, shape_of(self.registry))
                writer = HubWriter(connection, self.registry, self.clock, known.head)
                yield writer
                writer.flush()
                if writer.changes:
                    history.change(connection, head=writer.head, last_stamp=str(self.clock.last))
            self._head = writer.head
        if writer.changes:
            for listener in self.listeners:
                listener(writer.changes, writer.head)

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Every query in the block sees the same moment."""
        with snapshot(self.engine) as connection:
            yield connection

    def hello(self, device_id: str) -> Hello:
        """Where the hub and this device stand; `greeting.py` adds what else there is to say."""
        with self.read() as connection:
            known = history.read(connection) or history.History(self._epoch, 0, "", "")
            last = intake.last_dseq(connection, device_id)
        return Hello(
            epoch=known.epoch,
            hub_now=self._now(),
            head=known.head,
            last_dseq=last,
        )

    def apply(self, device_id: str, push: Push | bytes) -> PushReply:
        """Apply each write once, in one transaction, durable when this returns.

        Takes the message or its JSON; of the JSON, a record that cannot be read is rejected by itself.
        Raises EpochChanged, HubRefused (malformed, sequence gap, storage full).
        """
        came = read_push(push) if isinstance(push, bytes) else arrived(push)
        self._same_epoch(came.epoch)
        try:
            return self._take(device_id, came, one_by_one=False)
        except sa.exc.IntegrityError:
            return self._take(device_id, came, one_by_one=True)

    def page(self, epoch: str, after: int, limit: int = feed.MOST_RECORDS) -> bytes:
        """A `wire.Page` as JSON. An empty epoch starts from zero. Raises EpochChanged."""
        if epoch:
            self._same_epoch(epoch)
        header = {"epoch": self._epoch, "hub_now": self._now()}
        with self.read() as connection:
            known = history.read(connection)
            head = known.head if known else 0
            return feed.page(connection, after if epoch else 0, limit, header, head)

    def buckets(self, epoch: str, collection: str) -> Buckets:
        """Where a device that holds something else has to look. Reads the whole collection.

        What is stored about the records is checked against them on the way, and put right. Raises
        EpochChanged.
        """
        self._same_epoch(epoch)
        with self.read() as connection:
            counted = tally.count(connection, collection)
            right = tally.is_right(connection, collection, counted)
        if not right:
            _log.error("What the hub had counted of %s was wrong; counted again", collection)
            with self.write() as writer:
                tally.repair(writer.connection, collection)
        return Buckets(epoch=epoch, tallies=counted.buckets)

    def compare(self, comparison: Comparison) -> bytes:
        """A `wire.Difference` as JSON. Raises EpochChanged."""
        self._same_epoch(comparison.epoch)
        with self.read() as connection:
            missed = tally.missed(connection, comparison)
            frame = {"epoch": self._epoch, "hub_now": self._now(), "unknown": missed.unknown}
            return feed.spliced(feed.bodies(connection, missed.positions), frame)

    def add_blob(self, body: bytes) -> str:
        """Keep a file; inside a `write` block use the writer's own. Returns its SHA-256 (hex)."""
        with self.write() as writer:
            return writer.add_blob(body)

    def blob(self, digest: str) -> bytes | None:
        with self.read() as connection:
            query = sa.select(schema.blob.c.body).where(schema.blob.c.digest == digest)
            return connection.execute(query).scalar()

    def renew_epoch(self) -> str:
        """Begin a new history: the database was restored, so what devices remember of it may be wrong."""
        fresh = history.new_epoch()
        with self._writing, _room(), immediate(self.engine) as connection:
            history.change(connection, epoch=fresh)
        self._epoch = fresh
        return fresh

    def _take(self, device_id: str, came: Arrived, *, one_by_one: bool) -> PushReply:
        now = self._now()
        with self.write() as writer:
            taking = Intake(writer, self.registry, self.clock, device_id, now, one_by_one=one_by_one)
            verdicts, last = taking.take(came.records)
        return PushReply(epoch=self._epoch, hub_now=now, last_dseq=last, verdicts=verdicts)

    def _same_epoch(self, epoch: str) -> None:
        if epoch != self._epoch:
            raise EpochChanged(self._epoch)


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sa.exc.OperationalError as error:
        if not is_full(error):
            raise
        raise HubRefused(Code.STORAGE_FULL, "the hub's disk is full") from error
