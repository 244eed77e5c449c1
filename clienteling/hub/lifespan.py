"""What runs beside the requests while the hub serves."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import sqlalchemy as sa
from anyio import to_thread

from clienteling.hub.house import Hub
from sync.errors import SyncError
from sync.hub.databases.watch import Watch

log = logging.getLogger(__name__)

TIDY_S = 3600.0
ERASED_S = 2.0
"""How long a tablet that is here may hold somebody whom a command has erased."""
_TROUBLE = (sa.exc.SQLAlchemyError, SyncError)
"""Whatever becomes of the database, it will be back."""


@asynccontextmanager
async def running(hub: Hub) -> AsyncIterator[None]:
    watch = Watch(hub.store, hub.bells.ring)
    for step in (watch.start, *hub.starting):
        await to_thread.run_sync(step)
    tasks = [asyncio.create_task(task(hub)) for task in (_tidy, _call_to_erase)]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for step in (*reversed(hub.stopping), watch.close):
            await to_thread.run_sync(step)


async def _tidy(hub: Hub) -> None:
    """At once too: a hub that is switched off every evening would otherwise never come to it."""
    while True:
        try:
            await to_thread.run_sync(hub.store.tidy, hub.now())
        except _TROUBLE:
            log.exception("What is not needed any more could not be dropped; trying again in an hour")
        await asyncio.sleep(TIDY_S)


async def _call_to_erase(hub: Hub) -> None:
    """Tablets that are here hear at once of an erasure, or that they are to be wiped."""
    known, wiping, away = "", set[str](), False
    while True:
        try:
            newest = await to_thread.run_sync(hub.store.erasing.newest)
            if newest != known:
                hub.bells.want(*await to_thread.run_sync(hub.store.erasing.unconfirmed))
            known = newest
            asked = set(await to_thread.run_sync(hub.devices.to_wipe))
            if asked - wiping:
                hub.bells.want(*asked - wiping)
            wiping, away = asked, False
        except _TROUBLE:
            if not away:
                log.exception("The database could not be read; looking again")
            away = True
        await asyncio.sleep(ERASED_S)
