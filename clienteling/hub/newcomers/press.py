"""The one thread that keeps every tablet's reserve of signed codes full."""

import logging
import threading

import sqlalchemy as sa

from clienteling.errors import ClientelingError
from clienteling.hub.house import Hub
from clienteling.hub.newcomers.reserve import keep_full
from sync.errors import SyncError

EVERY_S = 10.0
_log = logging.getLogger(__name__)


class Press:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="press", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._work()
            except (sa.exc.DBAPIError, SyncError, ClientelingError, OSError) as error:
                _log.error("no codes could be made for newcomers (%s); trying again", type(error).__name__)
            self._closing.wait(EVERY_S)

    def _work(self) -> None:
        hub = self._hub
        trusted = {d.id for d in hub.devices.all() if d.revoked_at is None and d.wipe_asked_at is None}
        keep_full(hub.settings.data, hub.store, trusted, hub.now())
