"""The one thread that looks, every minute, whether records that changed may be one person's."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.identity.matching.comparing import Comparing, Store
from sync.errors import SyncError

EVERY_S = 60.0
_log = logging.getLogger(__name__)


class Matcher:
    def __init__(self, store: Store) -> None:
        self._comparing = Comparing(store)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="matcher", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Returns when those at hand are compared."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                while not self._closing.is_set() and self._comparing.step() is not None:
                    pass
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("customers could not be compared (%s); trying again", type(error).__name__)
            self._closing.wait(EVERY_S)
