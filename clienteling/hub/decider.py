"""The one thread that answers what tablets ask of the hub: each kind of request with its own rules."""

import logging
import threading
from collections.abc import Callable, Mapping

import sqlalchemy as sa

from sync.changes import Changes
from sync.errors import SyncError
from sync.hub.store import HubStore

LOOK_AGAIN_S = 15.0
"""What came through another process of this hub, and days that end."""
_log = logging.getLogger(__name__)


Work = Callable[[HubStore], None]


class Decider:
    """`works`: collection → what answers all that waits there."""

    def __init__(self, store: HubStore, works: Mapping[str, Work]) -> None:
        self._store = store
        self._works = works
        self._more = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="decider", daemon=True)

    def start(self) -> None:
        self._store.listeners.append(self._heed)
        self._thread.start()

    def close(self) -> None:
        """Returns when the request at hand is answered; the others are taken up at the next start."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _heed(self, changes: Changes, _head: int) -> None:
        if changes.touches(*self._works):
            self._more.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            for kind in self._works:
                self._answer(kind)
            self._more.wait(LOOK_AGAIN_S)

    def _answer(self, kind: str) -> None:
        try:
            self._works[kind](self._store)
        except (sa.exc.DBAPIError, SyncError) as error:
            _log.error("%s: what is asked was not decided (%s)", kind, type(error).__name__)
