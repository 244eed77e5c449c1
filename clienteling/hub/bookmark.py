"""How far a part of the hub that goes along the feed has come.

So it misses nothing and does nothing twice, wherever it was cut off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import sqlalchemy as sa

from clienteling.hub.schema import metadata
from sync.hub.databases.upsert import put
from sync.hub.history import History
from sync.hub.schema import feed
from sync.hub.writer import HubWriter

bookmark = sa.Table(
    "bookmark",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("epoch", sa.Text, nullable=False),
    sa.Column("seq", sa.BigInteger, nullable=False),
)


class Moved(NamedTuple):
    """A record that was written, or went."""

    collection: str
    record_id: str
    group_id: str
    """The customer to whom it belongs, empty where to nobody."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the feed, and everything that moved in it."""

    epoch: str
    after: int
    upto: int
    moved: Sequence[Moved]

    @property
    def begins(self) -> bool:
        """Nothing was read before it: this hub is new, or was put back from a backup."""
        return self.after == 0

    @property
    def ends(self) -> bool:
        """Nothing is ahead."""
        return self.upto == self.after


@dataclass(frozen=True, slots=True)
class Bookmark:
    name: str
    collections: Sequence[str]
    """Those that it is kept for."""
    at_once: int
    """Records in one passage."""

    def ahead(self, conn: sa.Connection, known: History) -> Passage:
        after = self._stands(conn, known.epoch)
        rows = conn.execute(
            sa.select(feed.c.seq, feed.c.collection, feed.c.record_id, feed.c.group_id)
            .where(feed.c.seq > after, feed.c.seq <= known.head, feed.c.collection.in_(self.collections))
            .order_by(feed.c.seq)
            .limit(self.at_once)
        ).all()
        upto = rows[-1].seq if len(rows) == self.at_once else max(known.head, after)
        return Passage(known.epoch, after, upto, [Moved(*row[1:]) for row in rows])

    def turn(self, writer: HubWriter, passage: Passage) -> bool:
        """Whether this passage is this transaction's to work through: not where another did meanwhile."""
        writer.alone(self.name)
        if self._stands(writer.connection, passage.epoch) != passage.after:
            return False
        put(writer.connection, bookmark, [{"name": self.name, "epoch": passage.epoch, "seq": passage.upto}])
        return True

    def _stands(self, conn: sa.Connection, epoch: str) -> int:
        """From the beginning, where the hub was put back from a backup."""
        query = sa.select(bookmark.c.seq).where(bookmark.c.name == self.name, bookmark.c.epoch == epoch)
        return conn.scalar(query) or 0
