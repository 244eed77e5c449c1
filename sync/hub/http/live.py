"""The doorbell: says how far the feed has come, and carries what is new when that is little.

Only the newest bell counts, so nothing is queued for a slow listener: what he missed is in the next one.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec

from sync.hub.news import Newsroom, Read
from sync.wire import EVERYTHING, NO_PAGE, Bell

KEEP_ALIVE_S = 20.0
WAIT_S = 25.0
"""How long the hub keeps a device waiting that cannot hear a stream."""
_KEEP_ALIVE = b": still here\n\n"


@dataclass(eq=False, slots=True)
class Ear:
    """One device that listens: what it holds, and after which position it lacks what is new."""

    device_id: str
    holds: str = EVERYTHING
    epoch: str = ""
    after: int | None = None
    """None: it pulls, whatever rings."""
    rung: asyncio.Event = field(default_factory=asyncio.Event)


class Bells:
    """Rung from any thread; listened to on the event loop that serves the streams."""

    def __init__(self, bell: Bell, read: Read, keep_alive_s: float | None = None) -> None:
        self._bell = bell
        self._keep_alive_s = KEEP_ALIVE_S if keep_alive_s is None else keep_alive_s
        self._news = Newsroom(read)
        self._ears: frozenset[Ear] = frozenset()
        self._wanted: frozenset[str] = frozenset()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    @property
    def bell(self) -> Bell:
        return self._bell

    def ring(self, bell: Bell) -> None:
        if bell == self._bell:
            return
        standing = (e for e in self._ears if e.epoch == bell.epoch and e.after is not None)
        self._news.read_ahead(((e.holds, e.after) for e in standing if e.after < bell.head), bell.head)
        self._bell = bell
        self._wake()

    def want(self, *device_ids: str) -> None:
        """These devices are to say hello: there is something that they hear only there."""
        if not self._wanted.issuperset(device_ids):
            self._wanted |= frozenset(device_ids)
            self._wake()

    def met(self, device_id: str) -> None:
        """It has said hello."""
        self._wanted -= {device_id}

    def close(self) -> None:
        """Every stream and every wait ends, so that the server can stop."""
        self._closed = True
        self._wake()

    async def stream(self, ear: Ear, trusted: Callable[[], Awaitable[bool]]) -> AsyncIterator[bytes]:
        """Server-sent events: where the feed stands at once, then each news, until no longer trusted."""
        now = asyncio.get_running_loop().time
        with self._listening(ear):
            yield _event(await self._heard(ear) or self._bell)
            checked = now()
            while not self._closed:
                rings = await _rings(ear, self._keep_alive_s)
                if now() - checked >= self._keep_alive_s:
                    if not await trusted():
                        return
                    checked = now()
                if self._closed:
                    return
                bell = await self._heard(ear) if rings else None
                if bell is not None or not rings:
                    yield _KEEP_ALIVE if bell is None else _event(bell)

    async def wait(self, ear: Ear, within_s: float | None = None) -> Bell:
        """The next bell with something new; one that says nothing new when there was none so long."""
        now = asyncio.get_running_loop().time
        until = now() + (WAIT_S if within_s is None else within_s)
        with self._listening(ear):
            while True:
                bell = await self._heard(ear)
                if bell is not None:
                    return bell
                if self._closed or not await _rings(ear, until - now()):
                    return Bell(epoch=self._bell.epoch, head=ear.after or 0)

    async def _heard(self, ear: Ear) -> Bell | None:
        """What the newest bell means for this one, None when it is nothing new."""
        ear.rung.clear()  # first of all: what rings meanwhile is heard next
        bell, attend = self._bell, ear.device_id in self._wanted
        if ear.after is None or ear.epoch != bell.epoch:
            return msgspec.structs.replace(bell, attend=attend)
        after, news = ear.after, None
        if bell.head > after:
            news = await self._news.get(ear.holds, after, bell.head)
        if news is None or news.silent:
            return Bell(epoch=bell.epoch, head=after, attend=True) if attend else None
        ear.after = news.next
        page = NO_PAGE if news.page is None else msgspec.Raw(news.page)
        return Bell(epoch=bell.epoch, head=news.next, after=after, page=page, attend=attend)

    @contextmanager
    def _listening(self, ear: Ear) -> Iterator[None]:
        self._loop = asyncio.get_running_loop()
        self._ears |= {ear}
        try:
            yield
        finally:
            self._ears -= {ear}

    def _wake(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._wake_all)

    def _wake_all(self) -> None:
        for ear in self._ears:
            ear.rung.set()


async def _rings(ear: Ear, within_s: float) -> bool:
    """True when it rang, False when the time has gone by."""
    try:
        await asyncio.wait_for(ear.rung.wait(), max(0.0, within_s))
    except TimeoutError:
        return False
    return True


def _event(bell: Bell) -> bytes:
    return b"event: bell\ndata: " + msgspec.json.encode(bell) + b"\n\n"
