"""Serves the hub's application over TLS until it is told to stop.

Where uvloop is installed (everywhere but on Windows) uvicorn takes it for its loop: TLS and wake-ups cost a
third less, and a change is on the other tablets in two thirds of the time.
"""

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from litestar import Litestar

from clienteling.hub.house import Hub
from clienteling.hub.patience import Connection, watch
from sync.hub.trust.certificates import server_context

GRACE_S = 1
"""For requests under way. A device repeats what was cut off."""
MOST_CONNECTIONS = 1_000
GOODBYE_S = 0.1
IDLE_S = 90
"""Longer than the pause between a device's passes, so that one connection serves them all."""
BACKLOG = 128


def listen(host: str, port: int) -> socket.socket:
    """A bound socket, so that a port in use is found before anything else begins. Raises OSError.

    Nagle's algorithm is off: asyncio turns it off only on sockets that name their protocol, and with it on
    each answer waits 40 ms for the device's acknowledgement.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(BACKLOG)
    except OSError:
        listening.close()
        raise
    return listening


def serve(hub: Hub, application: Litestar, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Returns after SIGTERM or SIGINT, when everything has stopped."""
    config = uvicorn.Config(
        application,
        http=Connection,
        log_config=None,
        access_log=False,
        server_header=False,
        ws="none",
        lifespan="on",
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=GRACE_S,
    )
    config.load()
    config.ssl = server_context(hub.identity)
    _Server(config, hub, ready).run(sockets=[listening])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, hub: Hub, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._hub = hub
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            gc.freeze()  # the program itself need not be looked through again and again for what nobody needs
            self._ready()

    async def main_loop(self) -> None:
        watching = asyncio.create_task(watch())
        try:
            await super().main_loop()
        finally:
            watching.cancel()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        parting = asyncio.create_task(self._part())
        try:
            await super().shutdown(sockets)
        finally:
            parting.cancel()

    async def _part(self) -> None:
        """TLS waits for the other side's goodbye, and a device with an idle connection says none."""
        while True:
            await asyncio.sleep(GOODBYE_S)
            for connection in list(self.server_state.connections):
                if connection.transport.is_closing():
                    connection.transport.abort()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Being told to stop is a normal end: the signal is not raised again afterwards."""
        before = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGTERM, signal.SIGINT)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Live streams never end by themselves."""
        self._hub.bells.close()
        super().handle_exit(sig, frame)
