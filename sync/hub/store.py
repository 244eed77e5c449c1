"""The hub's records: typed tables, the feed that devices pull, and the writes that devices push."""

import logging
from contextlib import AbstractContextManager, suppress

import msgspec
import sqlalchemy as sa

from sync.collection import Registry
from sync.errors import Code, HubRefused
from sync.hub import feed, schema, tally, upkeep
from sync.hub.databases.notices import Notices
from sync.hub.databases.trouble import is_conflict, is_refused
from sync.hub.gone import cursors, erasures
from sync.hub.gone.cursors import Cursors
from sync.hub.gone.erasing import Erasing
from sync.hub.gone.remembered import Remembered
from sync.hub.history import History
from sync.hub.intake import received
from sync.hub.intake.arrival import Arrived, read_push
from sync.hub.intake.facts import readers
from sync.hub.intake.permission import EVERYBODY, Permission
from sync.hub.intake.taking import Intake, Overtaken
from sync.hub.news import News
from sync.hub.pages import Asked, Pages
from sync.hub.scopes import members
from sync.hub.scopes.holding import NO_SCOPES, Holding
from sync.hub.transactions import Transactions, room
from sync.hub.writer import HubWriter
from sync.instants import Now, wall_clock
from sync.own_group import is_own
from sync.wire import EVERYTHING, Buckets, Comparison, Fetched, Hello, Push, PushReply, Tally

_log = logging.getLogger(__name__)

ATTEMPTS = 5
"""For a push that meets others on the same records."""
VISIT_MS = 30 * 24 * 3_600_000
"""How long a group stays that was fetched into a scope."""


class HubStore:
    """Safe to use from several threads. The application's tables must exist; the store makes sync's.

    `listeners` are called after each commit with what changed and the newest feed position, in the thread
    that committed.
    """

    def __init__(
        self,
        engine: sa.Engine,
        registry: Registry,
        now: Now = wall_clock,
        holding: Holding = NO_SCOPES,
        remembered: Remembered | None = None,
        *,
        permission: Permission = EVERYBODY,
    ) -> None:
        """Without `remembered` nothing can be erased; without `permission` every device may write all."""
        self.engine = engine
        self.registry = registry
        self._transactions = Transactions(engine, registry, now, holding, remembered)
        self._positions = self._transactions.positions
        self.clock = self._transactions.clock
        self.listeners = self._transactions.listeners
        self.erasing = Erasing(self._transactions)
        self._permission = permission
        self._readers = {n: r for n, r in readers(registry).items() if n not in permission.judged}
        self._cursors = Cursors()
        self._pages = Pages(self._transactions)
        self._now = now

    @property
    def epoch(self) -> str:
        return self._transactions.epoch

    @property
    def head(self) -> int:
        """The newest feed position that may be told."""
        return self.known().head

    def known(self) -> History:
        """Epoch and newest position as they are now, another process's doing included."""
        return self._transactions.known()

    @property
    def in_order(self) -> bool:
        """Whether what a transaction wrote may be told as soon as it is committed."""
        return self._positions.in_order

    def newest(self) -> tuple[History, bool]:
        """As `known`, and whether nothing is committed that may not be told yet."""
        return self._transactions.newest()

    def notices(self) -> Notices:
        """By which this process hears of the others' commits, and tells them its own."""
        return self._positions.notices()

    def add_up(self) -> None:
        """Done from time to time by whoever serves, so that reading the tallies stays quick."""
        with room():
            self._positions.add_up()

    def write(self) -> AbstractContextManager[HubWriter]:
        """A transaction of the hub's own; on disk when the block has ended, no trace when it raised.

        Raises HubRefused (storage full) where the disk has no room.
        """
        return self._transactions.write()

    def read(self) -> AbstractContextManager[sa.Connection]:
        """Every query in the block sees the same moment.

        Raises HubUnreachable, and HubRefused where something is asked for that no column can hold.
        """
        return self._transactions.read()

    def holds(self, scope: str) -> str:
        """What a device of this scope holds: the scope, or everything."""
        return scope if self._transactions.holding is not NO_SCOPES and scope else EVERYTHING

    def hello(self, device_id: str) -> Hello:
        """Where the hub and this device stand; `greeting.py` adds what else there is to say."""
        with self.read() as connection:
            known = self._transactions.history(connection)
            last = received.last_dseq(connection, device_id)
            new = not cursors.known(connection, device_id)
            erase = erasures.to_tell(connection, device_id)
        if new:
            self._meet(device_id)
        return Hello(
            epoch=known.epoch,
            hub_now=self._now(),
            head=known.head,
            last_dseq=last,
            erase=erase,
        )

    def apply(self, device_id: str, push: Push | bytes) -> PushReply:
        """Apply each write once, in one transaction, durable when this returns.

        Takes the message or its JSON; of the JSON, a record that cannot be read is rejected by itself.
        Raises EpochChanged, HubRefused (malformed, sequence gap, storage full).
        """
        came = read_push(push if isinstance(push, bytes) else msgspec.json.encode(push), self._readers)
        one_by_one = False
        for _ in range(ATTEMPTS - 1):
            try:
                return self._take(device_id, came, one_by_one=one_by_one)
            except sa.exc.DBAPIError as error:
                if not is_refused(error) and not is_conflict(error):
                    raise
                one_by_one = one_by_one or is_refused(error)
                came = came.general() if one_by_one else came
            except Overtaken:
                continue
        return self._take(device_id, came, one_by_one=one_by_one)

    def page(
        self,
        epoch: str,
        after: int,
        limit: int = feed.MOST_RECORDS,
        holds: str = EVERYTHING,
        floor: int = 0,
        *,
        device_id: str = "",
    ) -> bytes:
        """A `wire.Page` as JSON; an empty epoch is from zero. Raises EpochChanged, HubRefused (resync).

        `floor` is what the page from zero said with which the reader began. Without `device_id` it has what
        devices share that hold the same.
        """
        with self.read() as connection:
            return self._pages.page(connection, Asked(epoch, after, limit, holds, floor, device_id))

    def note_pull(self, device_id: str, after: int) -> None:
        """This device has the feed up to there."""
        self._cursors.note(device_id, after, self._now())

    def news(self, holds: str, after: int) -> News:
        """What came after a position for devices that hold `holds`, as far as it fits into a bell.

        What is there for one device alone it pulls itself.
        """
        with self.read() as connection:
            return self._pages.news(connection, holds, after)

    def buckets(
        self, epoch: str, collection: str, holds: str = EVERYTHING, *, device_id: str = ""
    ) -> Buckets:
        """Where a device that holds something else has to look. Reads the whole collection.

        What is stored about the records is checked against them on the way, and put right. Raises
        EpochChanged.
        """
        with self.read() as connection:
            self._transactions.history(connection)
            self._transactions.same_epoch(epoch)
            counted = tally.count(connection, collection, members.within(holds, device_id))
            kept = self._pages.held(connection, holds, device_id).get(collection, Tally())
            right = not counted.wrong and kept == counted.tally
        if not right:
            self._repair(collection)
        return Buckets(epoch=epoch, tallies=counted.buckets)

    def compare(self, comparison: Comparison, holds: str = EVERYTHING, *, device_id: str = "") -> bytes:
        """A `wire.Difference` as JSON. Raises EpochChanged."""
        with self.read() as connection:
            self._transactions.history(connection)
            self._transactions.same_epoch(comparison.epoch)
            missed = tally.missed(connection, comparison, members.within(holds, device_id))
            frame = {"epoch": self.epoch, "hub_now": self._now(), "unknown": missed.unknown}
            frame |= {"outside": missed.outside, "erased": self._erased(connection, comparison, missed)}
            return feed.spliced(feed.bodies(connection, missed.positions), frame)

    def moved_since(self, seq: int, most: int) -> int:
        """How many records have moved after a position; counts no further than `most`."""
        with self.read() as connection:
            return feed.moved_since(connection, seq, most)

    def _erased(self, connection: sa.Connection, comparison: Comparison, missed: tally.Missed) -> list[str]:
        """A device may have missed it: the hub was restored from before it knew the device."""
        remembered = self._transactions.remembered
        if remembered is None or not missed.unknown:
            return []
        hashes = {remembered.hash_of(comparison.collection, i): i for i in missed.unknown}
        return sorted(hashes[value] for value in erasures.known(connection, hashes))

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
        return self._transactions.renew_epoch()

    def _take(self, device_id: str, came: Arrived, *, one_by_one: bool) -> PushReply:
        now = self._now()
        with self.write() as writer:
            self._transactions.same_epoch(came.epoch)
            taking = Intake(
                *(writer, self.registry, self.clock, device_id, now),
                one_by_one=one_by_one,
                remembered=self._transactions.remembered,
                permission=self._permission,
            )
            verdicts, last = taking.take(came.writes)
        return PushReply(epoch=self.epoch, hub_now=now, last_dseq=last, verdicts=verdicts)

    def review(self, now: int) -> None:
        """Let go what scopes held until now, unless the rule says otherwise."""
        upkeep.review(self._transactions, now)

    def tidy(self, now: int) -> None:
        """Let go what has run out or nobody needs to hear of any more; to be called every hour or so."""
        upkeep.tidy(self._transactions, self._cursors, now)

    def fetch(self, holds: str, group: str) -> Fetched:
        """Let a scope hold a group for a while though the rule does not.

        Raises HubRefused (not found, storage full).
        """
        with self.read() as connection:
            head = self._transactions.history(connection).head
            if not group or is_own(group) or not feed.holds(connection, group):
                raise HubRefused(Code.NOT_FOUND, "the hub holds nobody of that name")
        if holds == EVERYTHING:
            return Fetched(seq=head)
        with self.write() as writer:
            writer.fetch(holds, group, self._now() + VISIT_MS)
        return Fetched(seq=writer.head if writer.advanced else self.head)

    def _meet(self, device_id: str) -> None:
        """A full disk must not keep the device out."""
        with suppress(HubRefused, sa.exc.OperationalError), self.write() as writer:
            cursors.met(writer.connection, device_id, self._now())

    def _repair(self, collection: str) -> None:
        _log.error("What the hub had counted of %s was wrong; counted again", collection)
        with self.write() as writer:
            self._positions.exclude(writer.connection)
            counted = tally.count(writer.connection, collection)
            tally.correct(writer.connection, counted)
            self._transactions.count_again(writer.connection, collection)
