"""The doorbell: says how far the feed has come, and carries what is new when that is little.

Only the newest bell counts, so nothing is queued for a slow listener: what he missed is in the next one.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec

from sync.hub.news import Newsroom, Read
from sync.wire import EVERYTHING, NO_PAGE, Bell, PushReply

KEEP_ALIVE_S = 20.0
WAIT_S = 25.0
"""How long the hub keeps a device waiting that cannot hear a stream."""
AT_ONCE = 10
"""So many listeners are rung whenever there is news."""
GAP_S = 0.001
"""Between two rings, for each listener beyond: what comes meanwhile they hear together, which costs less."""
LONGEST_GAP_S = 0.2
_KEEP_ALIVE = b": still here\n\n"


@dataclass(eq=False, slots=True)
class Ear:
    """One device that listens: what it holds, and after which position it lacks what is new."""

    device_id: str
    holds: str = EVERYTHING
    epoch: str = ""
    after: int | None = None
    """None: it pulls, whatever rings."""
    replies: bool = False
    """Its device takes news from the answers to its pushes too."""
    kept_back: int = 0
    """So many of these answers are being made: what would ring meanwhile may be in them."""
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
        self._rung_at_s = -math.inf
        self._later: asyncio.TimerHandle | None = None
        self._closed = False

    @property
    def bell(self) -> Bell:
        return self._bell

    def ring(self, bell: Bell) -> None:
        if bell == self._bell:
            return
        if self._due_in_s() <= 0:
            standing = (e for e in self._ears if e.epoch == bell.epoch and e.after is not None)
            self._news.read_ahead(((e.holds, e.after) for e in standing if e.after < bell.head), bell.head)
        self._bell = bell
        self._on_loop(self._beat)

    def want(self, *device_ids: str) -> None:
        """These devices are to say hello: there is something that they hear only there."""
        if not self._wanted.issuperset(device_ids):
            self._wanted |= frozenset(device_ids)
            self._wake()

    def met(self, device_id: str) -> None:
        """It has said hello."""
        self._wanted -= {device_id}

    def answered(self, device_id: str, take: Callable[[], PushReply]) -> PushReply:
        """On a worker thread: take a device's push, and let the answer say what its stream would ring for it.

        So what it wrote itself comes back to it at once, and not once more by the stream.
        """
        ears = [ear for ear in self._ears if ear.device_id == device_id and ear.replies]
        if not ears:
            return take()
        news: Bell | None = None
        self._on_loop(_keep_back, ears)
        try:
            reply = take()
            news = self._news_at(max(ears, key=lambda ear: ear.after or 0))
        finally:
            self._on_loop(_go_on, ears, news)
        return msgspec.structs.replace(reply, news=news)

    def _news_at(self, ear: Ear) -> Bell | None:
        bell, after = self._bell, ear.after
        if after is None or ear.epoch != bell.epoch or after >= bell.head:
            return None
        news = self._news.here(ear.holds, after, bell.head)
        if news is None or news.page is None or news.silent:
            return None
        return Bell(epoch=bell.epoch, head=news.next, after=after, page=msgspec.Raw(news.page))

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
        if ear.kept_back:
            return None
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
        self._on_loop(self._wake_all)

    def _due_in_s(self) -> float:
        """When many listen, they are rung so much later."""
        gap_s = min((len(self._ears) - AT_ONCE) * GAP_S, LONGEST_GAP_S)
        return self._rung_at_s + gap_s - time.monotonic() if gap_s > 0 else 0.0

    def _beat(self) -> None:
        wait_s = self._due_in_s()
        if wait_s <= 0:
            self._ring_all()
        elif self._later is None:
            self._later = asyncio.get_running_loop().call_later(wait_s, self._ring_all)

    def _ring_all(self) -> None:
        if self._later is not None:
            self._later.cancel()
        self._later, self._rung_at_s = None, time.monotonic()
        self._wake_all()

    def _on_loop(self, work: Callable[..., None], *about: object) -> None:
        """There, in the order in which it was asked for."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(work, *about)

    def _wake_all(self) -> None:
        for ear in self._ears:
            ear.rung.set()


async def _rings(ear: Ear, within_s: float) -> bool:
    """True when it rang, False when the time has gone by."""
    try:
        async with asyncio.timeout(max(0.0, within_s)):
            await ear.rung.wait()
    except TimeoutError:
        return False
    return True


def _keep_back(ears: Iterable[Ear]) -> None:
    for ear in ears:
        ear.kept_back += 1


def _go_on(ears: Iterable[Ear], said: Bell | None) -> None:
    """Behind what was said otherwise, where that is what comes next."""
    for ear in ears:
        ear.kept_back -= 1
        if said is not None and (ear.epoch, ear.after) == (said.epoch, said.after):
            ear.after = said.head
        ear.rung.set()


def _event(bell: Bell) -> bytes:
    return b"event: bell\ndata: " + msgspec.json.encode(bell) + b"\n\n"
