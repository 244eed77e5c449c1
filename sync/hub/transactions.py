"""Reading and writing the hub's database: each block one transaction, within the hub's own history."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from sync.changes import Changes
from sync.clock import Clock, Stamp
from sync.collection import Registry
from sync.errors import Code, EpochChanged, HubRefused, HubUnreachable
from sync.hub import history, schema, tally, upgrade
from sync.hub.databases.database import opening
from sync.hub.databases.positions import positions_of
from sync.hub.databases.trouble import is_away, is_full
from sync.hub.gone.remembered import Remembered
from sync.hub.history import History
from sync.hub.scopes.holding import Holding, every_group
from sync.hub.writer import HubWriter
from sync.instants import Now
from sync.shape import shape_of

Listener = Callable[[Changes, int], None]


class Transactions:
    """Safe to use from several threads. The application's tables must exist; those of sync are made here.

    `listeners` are called after each commit with what changed and the newest feed position, in the thread
    that committed.
    """

    def __init__(
        self, engine: sa.Engine, registry: Registry, now: Now, holding: Holding, remembered: Remembered | None
    ) -> None:
        self.engine = engine
        self.registry = registry
        self.holding = holding
        self.remembered = remembered
        self.positions = positions_of(engine)
        self.now = now
        self.listeners: list[Listener] = []
        self._epoch = ""
        self.clock = self._open()
        if self.known().holding != holding.name:
            self._follow()

    @property
    def epoch(self) -> str:
        return self._epoch

    def known(self) -> History:
        """Epoch and newest position as they are now, another process's doing included."""
        with self.read() as connection:
            return self.history(connection)

    @contextmanager
    def write(self) -> Iterator[HubWriter]:
        """On disk when the block has ended, no trace when it raised.

        Raises HubRefused (storage full) where the disk has no room.
        """
        with room(), self.positions.writing() as connection:
            self.clock.node = self.positions.node
            start = self._begin(connection)
            writer = HubWriter(
                *(connection, self.registry, self.clock, self.positions),
                start=start,
                holding=self.holding,
                remembered=self.remembered,
            )
            yield writer
            counted = writer.flush()
            if writer.advanced:
                self.positions.count(connection, writer.head, counted)
                self.positions.finish(connection, start, writer.head, str(self.clock.last))
        if writer.advanced:
            for listener in self.listeners:
                listener(writer.changes, writer.head)

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Every query in the block sees the same moment.

        Raises HubUnreachable, and HubRefused where something is asked for that no column can hold.
        """
        with room(), self.positions.reading() as connection:
            try:
                yield connection
            except sa.exc.DataError as error:
                raise HubRefused(Code.MALFORMED, "no database can look for that") from error

    def history(self, connection: sa.Connection) -> History:
        """To be read first in a transaction: `epoch` is then what it says."""
        return self._follows(self.positions.history(connection))

    def newest(self) -> tuple[History, bool]:
        """As `known`, and whether nothing is committed that may not be told yet."""
        with room():
            known, settled = self.positions.newest() or (None, False)
        return self._follows(known), settled

    def same_epoch(self, epoch: str) -> None:
        """Raises EpochChanged."""
        if epoch != self._epoch:
            raise EpochChanged(self._epoch)

    def renew_epoch(self) -> str:
        """Begin a new history: the database was restored, so what devices remember of it may be wrong."""
        fresh = history.new_epoch()
        with room(), self.positions.writing() as connection:
            history.change(connection, epoch=fresh)
            return self.history(connection).epoch

    def count_again(self, connection: sa.Connection, collection: str) -> None:
        for key, counted in tally.by_scope(connection, collection).items():
            self.positions.set_tally(connection, key, counted)

    def _begin(self, connection: sa.Connection) -> int:
        """Returns the position after which this transaction's own follow."""
        known, start = self.positions.begin(connection) or (None, 0)
        self._follows(known)
        return start

    def _follows(self, known: History | None) -> History:
        if known is None:
            raise LookupError("the hub's own row is gone")
        self._epoch = known.epoch
        return known

    def _open(self) -> Clock:
        with opening(self.engine) as connection:
            schema.metadata.create_all(connection)
            if self.positions.history(connection) is None:
                history.begin(connection, shape_of(self.registry))
            self.positions.open(connection)
            known = self.history(connection)
            for name in upgrade.take_up(connection, self.registry, known):
                self.count_again(connection, name)
        last = Stamp.parse(known.last_stamp) if known.last_stamp else None
        return Clock(self.positions.node, self.now, last=last)

    def _follow(self) -> None:
        """The rule is another one than before: every group is judged by it."""
        with self.write() as writer:
            writer.judge(every_group(writer.connection))
            history.change(writer.connection, holding=self.holding.name)


@contextmanager
def room() -> Iterator[None]:
    """What a database says that is full, or away, as the hub says it."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        if is_full(error):
            raise HubRefused(Code.STORAGE_FULL, "the hub's disk is full") from error
        if is_away(error):
            raise HubUnreachable("the hub's database gives no answer") from error
        raise
    except sa.exc.TimeoutError as error:
        raise HubUnreachable("the hub has no connection to its database free") from error
