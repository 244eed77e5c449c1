"""Small changes on their way into a bell, read once for all the devices that stand at the same place."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from anyio import to_thread

MOST_NEWS = 200
"""Records in a bell; beyond that a page of the feed serves better."""
MOST_BYTES = 64 << 10


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


Read = Callable[[str, int], News]
"""What the devices hold, and the position after which they lack what is new."""


class Newsroom:
    """For one event loop. A page is read in a worker thread, and again only when the feed has grown."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._head = 0
        self._reading: dict[tuple[str, int], asyncio.Task[News]] = {}

    async def get(self, holds: str, after: int, head: int) -> News:
        if head != self._head:
            self._head = head
            self._reading.clear()
        key = holds, after
        if key not in self._reading:
            work = to_thread.run_sync(self._read, holds, after)
            self._reading[key] = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(self._reading[key])
        except BaseException:
            self._reading.pop(key, None)
            raise
