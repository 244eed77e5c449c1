"""The one thread that follows what counters say of cards: whose they are, and who turned out to be known."""

import threading

from clienteling.hub.cards.arrived import settle
from clienteling.hub.cards.linking import catch_up
from clienteling.hub.routine import Routine
from sync.changes import Changes
from sync.hub.store import HubStore


class Linker(Routine):
    """It looks again for what came through another process of this hub."""

    name = "linker"
    every_s = 60.0
    trouble = "linked cards were not made names (%s)"

    def __init__(self, store: HubStore) -> None:
        super().__init__()
        self._store = store
        self._lock = threading.Lock()
        self._changed: set[str] | None = None
        """Customers whose record changed; None is everybody."""

    def start(self) -> None:
        self._store.listeners.append(self._heed)
        super().start()

    def work(self) -> None:
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
            self.wake()
