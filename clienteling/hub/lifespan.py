"""What runs beside the requests while the hub serves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import to_thread

from clienteling.hub.house import Hub
from sync.hub.watch import Watch


@asynccontextmanager
async def running(hub: Hub) -> AsyncIterator[None]:
    watch = Watch(hub.store, hub.bells.ring)
    for step in (watch.start, *hub.starting):
        await to_thread.run_sync(step)
    try:
        yield
    finally:
        for step in (*reversed(hub.stopping), watch.close):
            await to_thread.run_sync(step)
