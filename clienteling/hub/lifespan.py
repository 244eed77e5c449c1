"""What runs beside the requests while the hub serves."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import sqlalchemy as sa
from anyio import to_thread

from clienteling.hub.house import Hub
from sync.wire import Bell

log = logging.getLogger(__name__)

LOOK_S = 1.0
"""Another process may write to the same database (such as `load-demo`): tablets hear of that too."""


@asynccontextmanager
async def running(hub: Hub) -> AsyncIterator[None]:
    for step in hub.starting:
        await to_thread.run_sync(step)
    watch = asyncio.create_task(_watch(hub))
    try:
        yield
    finally:
        watch.cancel()
        with suppress(asyncio.CancelledError):
            await watch
        for step in reversed(hub.stopping):
            await to_thread.run_sync(step)


async def _watch(hub: Hub) -> None:
    while True:
        await asyncio.sleep(LOOK_S)
        try:
            known = await to_thread.run_sync(hub.store.known)
        except sa.exc.OperationalError:
            log.exception("The database could not be read; looking again")
            continue
        if known.head >= hub.bells.bell.head:
            hub.bells.ring(Bell(epoch=known.epoch, head=known.head))
