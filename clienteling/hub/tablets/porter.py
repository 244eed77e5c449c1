"""The one thread that looks after the tablets: how each stands is told to its shop."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.tablets.standing import tell
from sync.errors import SyncError
from sync.hub.store import HubStore
from sync.hub.trust.devices import Devices

EVERY_S = 20.0
_log = logging.getLogger(__name__)


class Porter:
    def __init__(self, store: HubStore, devices: Devices) -> None:
        self._store = store
        self._devices = devices
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="porter", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Returns when what is being told is told."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                tell(self._store, self._devices)
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("how the tablets stand was not told (%s)", type(error).__name__)
            self._closing.wait(EVERY_S)
