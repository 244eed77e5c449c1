"""How long the hub bears with a connection: one that comes too slowly, or is not read, is cut.

uvicorn has a limit for connections that are idle between two requests, and none for those that send their
request, or take their answer, a byte at a time; a few hundred of them would keep everybody else out.
"""

import asyncio
from typing import Any, ClassVar
from weakref import WeakSet

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SLOW_START_S = 20.0
"""From the first byte of a request, or from the beginning of the connection."""
SLOWEST_PER_S = 10_000
"""Bytes; a shop on a bad line sends ten times as many."""
MOST_BYTES = 10 << 20
"""Of one request, whatever becomes of it."""
UNREAD_S = 60.0
"""So long somebody may leave the answer standing before his door."""
MOST_PER_ADDRESS = 400
"""Connections; a whole chain of shops may come by one address."""
CLOSING_S = 2.0
"""So long a connection that the hub has closed may go on sending."""
LOOK_S = 1.0


class Connection(H11Protocol):
    """uvicorn's own, with an eye on the clock, until nothing comes over it any more."""

    alive: ClassVar[WeakSet["Connection"]] = WeakSet()
    """uvicorn forgets those that it has closed; TLS reads on until the other side has closed too."""
    _closing_since: float | None = None
    _since: float = 0.0
    _got: int = 0
    _unread_since: float | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._since = self.loop.time()
        self.alive.add(self)
        if self.client is not None and _as_many_as(self.client[0], self.connections):
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self.alive.discard(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]:
            self._since, self._got = self.loop.time(), 0
        self._got += len(data)
        super().data_received(data)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread_since = self.loop.time()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._unread_since = None

    def is_too_slow(self, now: float) -> bool:
        if self.transport.is_closing():
            return self._was_closed_for(now) > CLOSING_S
        if self._unread_since is not None and now - self._unread_since > UNREAD_S:
            return True
        if self._got > MOST_BYTES:
            return True
        waited_for = self.conn.their_state in (h11.IDLE, h11.SEND_BODY) and not self.flow.read_paused
        between_requests = self.timeout_keep_alive_task is not None
        allowed_s = SLOW_START_S + self._got / SLOWEST_PER_S
        return waited_for and not between_requests and now - self._since > allowed_s

    def _was_closed_for(self, now: float) -> float:
        """Seconds; an answer that is still on its way out is waited for."""
        if self._closing_since is None or self.transport.get_write_buffer_size():
            self._closing_since = now
        return now - self._closing_since


async def watch() -> None:
    """Cut those that are too slow, until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        await asyncio.sleep(LOOK_S)
        for connection in [each for each in Connection.alive if each.loop is loop]:
            if connection.is_too_slow(loop.time()):
                connection.transport.abort()


def _as_many_as(host: str, connections: set[Any]) -> bool:
    same = sum(each.client is not None and each.client[0] == host for each in connections)
    return same > MOST_PER_ADDRESS
