"""Small changes on their way into a bell, read once for all the devices that stand at the same place."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from anyio import to_thread

from sync.errors import SyncError

MOST_NEWS = 200
"""Records in a bell; beyond that a page of the feed serves better."""
MOST_BYTES = 64 << 10
MOST_AHEAD = 4
"""Places for which who rings reads the news himself."""


@dataclass(frozen=True, slots=True)
class News:
    """What lies between two positions of the feed, for devices that hold the same."""

    after: int
    next: int
    page: bytes | None
    """A `wire.Page` as JSON, None where it is too much for a bell."""
    silent: bool = False
    """Nothing of it concerns these devices."""


class _Outline(msgspec.Struct):
    """A page without its records' insides."""

    records: list[msgspec.Raw]
    next: int
    upto: int
    entered: list[str] = []
    left: list[str] = []


def news_of(page: bytes, after: int) -> News:
    outline = msgspec.json.decode(page, type=_Outline)
    if outline.next < outline.upto or len(page) > MOST_BYTES:
        return News(after, max(outline.upto, after), None)
    return News(after, outline.next, page, not (outline.records or outline.entered or outline.left))


Place = tuple[str, int]
"""What devices hold, and the position after which they lack what is new."""
Read = Callable[[str, int], News]
"""What the devices hold, and the position after which they lack what is new."""


class Newsroom:
    """For one event loop. A page is read in a worker thread, and again only when the feed has grown.

    Most often it was read before, on the thread that made the news: two turns of threads less to wait for.
    """

    def __init__(self, read: Read) -> None:
        self._read = read
        self._head = 0
        self._ahead: tuple[int, Mapping[Place, News]] = 0, {}
        self._reading: dict[Place, asyncio.Task[News]] = {}

    def read_ahead(self, places: Iterable[Place], head: int) -> None:
        """On the thread that rings. What cannot be read now is tried again by who needs it."""
        wanted = sorted(set(places))[:MOST_AHEAD]
        try:
            self._ahead = head, {place: self._read(*place) for place in wanted}
        except (SyncError, sa.exc.SQLAlchemyError, OSError):
            return

    def here(self, holds: str, after: int, head: int) -> News | None:
        """On a worker thread. None where it cannot be read now."""
        known, ahead = self._ahead
        if known == head and (holds, after) in ahead:
            return ahead[holds, after]
        try:
            return self._read(holds, after)
        except (SyncError, sa.exc.SQLAlchemyError, OSError):
            return None

    async def get(self, holds: str, after: int, head: int) -> News:
        if head != self._head:
            self._head = head
            self._reading.clear()
        key = holds, after
        known, ahead = self._ahead
        if known == head and key in ahead:
            return ahead[key]
        if key not in self._reading:
            work = to_thread.run_sync(self._read, holds, after)
            self._reading[key] = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(self._reading[key])
        except BaseException:
            self._reading.pop(key, None)
            raise
