"""A page of the feed as one device is told it, and the news in a bell, which are told to many."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from sync.errors import Code, HubRefused
from sync.hub import feed, tally
from sync.hub.news import MOST_NEWS, News, news_of
from sync.hub.scopes import scoped_feed
from sync.hub.scopes.members import SHARED
from sync.hub.transactions import Transactions
from sync.wire import EVERYTHING, Tally


@dataclass(frozen=True, slots=True)
class Asked:
    """What comes after a position, for a device that holds so much."""

    epoch: str
    """Empty: from zero."""
    after: int
    limit: int
    holds: str
    floor: int = 0
    """What the page from zero said with which the reader began."""
    device_id: str = ""
    """Empty: only what devices share that hold the same."""
    compares: bool = True
    """The reader compares what it has with what the page says of it."""

    @property
    def start(self) -> int:
        return self.after if self.epoch else 0


class Pages:
    """Read within a transaction that sees one moment."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions
        self._positions = transactions.positions

    def page(self, connection: sa.Connection, asked: Asked) -> bytes:
        """A `wire.Page` as JSON. Raises EpochChanged, HubRefused (resync)."""
        known = self._transactions.history(connection)
        if asked.epoch:
            self._transactions.same_epoch(asked.epoch)
        if 0 < asked.start < known.floor and asked.floor < known.floor:
            raise HubRefused(Code.RESYNC, "what came after this position is not told any more")
        part = _part(connection, asked, known.head)
        own = feed.own(connection, asked.device_id, asked.start, part.next) if asked.device_id else []
        frame: dict[str, Any] = {"epoch": known.epoch, "hub_now": self._transactions.now()}
        frame |= {"next": part.next, "upto": known.head}
        frame |= {"entered": part.entered, "left": part.left} if part.entered or part.left else {}
        frame |= {"floor": known.floor} if known.floor and not asked.start else {}
        if asked.compares and part.next >= known.head and self._positions.settled(connection, known):
            frame["digest"] = self.held(connection, asked.holds, asked.device_id)
        return feed.spliced([*part.bodies, *own], frame)

    def news(self, connection: sa.Connection, holds: str, after: int) -> News:
        """What came after a position, as far as it fits into a bell.

        What is there for one device alone it pulls itself.
        """
        asked = Asked(self._transactions.epoch, after, MOST_NEWS, holds, compares=False)
        found = news_of(self.page(connection, asked), after)
        if found.page is None or not feed.any_own(connection, after, found.next):
            return found
        return News(after, found.next, None)

    def held(self, connection: sa.Connection, holds: str, device_id: str) -> dict[str, Tally]:
        """What such a device has when it has everything."""
        known = self._positions.tallies(connection, (SHARED, holds))
        return tally.held({**known, **tally.of_device(connection, device_id)} if device_id else known)


def _part(connection: sa.Connection, asked: Asked, head: int) -> feed.Part:
    if asked.holds == EVERYTHING:
        return feed.part(connection, asked.start, asked.limit, head)
    return scoped_feed.part(connection, asked.holds, asked.start, asked.limit, head)
