"""The one thread that follows what counters say of cards: whose they are, and who turned out to be known."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.cards.arrived import settle
from clienteling.hub.cards.linking import catch_up
from sync.changes import Changes
from sync.errors import SyncError
from sync.hub.store import HubStore

LOOK_AGAIN_S = 60.0
"""What came through another process of this hub."""
_log = logging.getLogger(__name__)


class Linker:
    def __init__(self, store: HubStore) -> None:
        self._store = store
        self._more = threading.Event()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._changed: set[str] | None = None
        """Customers whose record changed; None is everybody."""
        self._thread = threading.Thread(target=self._run, name="linker", daemon=True)

    def start(self) -> None:
        self._store.listeners.append(self._heed)
        self._thread.start()

    def close(self) -> None:
        """Returns when the cards at hand are done; the others are taken up at the next start."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()

    def work(self) -> None:
        """All that is to be done now, in the caller's thread."""
        catch_up(self._store)
        with self._lock:
            changed, self._changed = self._changed, set()
        if changed is None or changed:
            settle(self._store, changed)

    def _heed(self, changes: Changes, _head: int) -> None:
        ids = changes.records.get("customer", frozenset())
        with self._lock:
            if self._changed is not None:
                self._changed |= ids
        if ids or changes.touches("card_link"):
            self._more.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            try:
                self.work()
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("linked cards were not made names (%s)", type(error).__name__)
            self._more.wait(LOOK_AGAIN_S)
