"""The one thread that answers what shops ask to be put aside, and frees what nobody came for."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.reservations.deciding import AT_ONCE, answer_waiting, any_late, any_waiting, let_go
from sync.changes import Changes
from sync.errors import SyncError
from sync.hub.store import HubStore

LOOK_AGAIN_S = 15.0
"""What came through another process of this hub, and days that end."""
_log = logging.getLogger(__name__)


class Decider:
    def __init__(self, store: HubStore) -> None:
        self._store = store
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
        if changes.touches("reservation"):
            self._more.set()

    def _run(self) -> None:
        while not self._closing.is_set():
            self._more.clear()
            try:
                work(self._store)
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("what is to be put aside was not decided (%s)", type(error).__name__)
            self._more.wait(LOOK_AGAIN_S)


def work(store: HubStore) -> None:
    """All that is to be decided now, in the caller's thread."""
    now = store.clock.now()
    with store.read() as conn:
        waiting, late = any_waiting(conn), any_late(conn, now)
    while waiting:
        with store.write() as writer:
            waiting = answer_waiting(writer) == AT_ONCE
    if late:
        with store.write() as writer:
            let_go(writer)
