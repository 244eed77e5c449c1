"""The doorbell: a stream that says how far the feed has come, so that devices know when to pull.

A ring carries no data and only the newest one counts, so nothing is queued for a slow listener.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec

from sync.wire import Bell

KEEP_ALIVE_S = 20.0
_KEEP_ALIVE = b": still here\n\n"


class Bells:
    """Rung from any thread; listened to on the event loop that serves the streams."""

    def __init__(self, bell: Bell, keep_alive_s: float = KEEP_ALIVE_S) -> None:
        self._bell = bell
        self._keep_alive_s = keep_alive_s
        self._listeners: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    @property
    def bell(self) -> Bell:
        return self._bell

    def ring(self, bell: Bell) -> None:
        if bell == self._bell:
            return
        self._bell = bell
        self._wake()

    def close(self) -> None:
        """Every stream ends, so that the server can stop."""
        self._closed = True
        self._wake()

    async def stream(self, trusted: Callable[[], Awaitable[bool]]) -> AsyncIterator[bytes]:
        """Server-sent events: the newest position at once, then each newer one, until no longer trusted."""
        self._loop = asyncio.get_running_loop()
        rung = asyncio.Event()
        rung.set()
        self._listeners.add(rung)
        try:
            while await self._waited(rung) or await trusted():
                if self._closed:
                    return
                news = _event(self._bell) if rung.is_set() else _KEEP_ALIVE
                rung.clear()  # before it is sent: what rings meanwhile is heard next
                yield news
        finally:
            self._listeners.discard(rung)

    async def _waited(self, rung: asyncio.Event) -> bool:
        """True when it rang, False when it is time for a sign of life."""
        try:
            await asyncio.wait_for(rung.wait(), self._keep_alive_s)
        except TimeoutError:
            return False
        return True

    def _wake(self) -> None:
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._wake_all)

    def _wake_all(self) -> None:
        for rung in self._listeners:
            rung.set()


def _event(bell: Bell) -> bytes:
    return b"event: bell\ndata: " + msgspec.json.encode(bell) + b"\n\n"
