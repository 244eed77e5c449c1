"""Rings when the feed has grown, whoever wrote: a thread of this process, or another process."""

import logging
import threading
import time
from collections.abc import Callable

import sqlalchemy as sa

from sync.changes import Changes
from sync.errors import SyncError
from sync.hub.store import HubStore
from sync.wire import Bell

LOOK_S = 1.0
"""How long a commit of a process that told nobody (a command beside the hub) may go unheard."""
SOON_S = 0.005
"""While something is committed that may not be told yet: looked for again after this, then twice as long."""
SLOWEST_S = 0.25
RETRY_S = 0.5
"""Until the database is asked again that gave no answer."""
ADD_UP_S = 5.0
_log = logging.getLogger(__name__)


class Watch:
    """A thread from `start` to `close`. `ring` is called by it, and by whoever commits in this process."""

    def __init__(self, store: HubStore, ring: Callable[[Bell], None], look_s: float = LOOK_S) -> None:
        self._store = store
        self._look_s = look_s
        self._ring = ring
        self._rung = Bell(epoch="", head=0)
        self._ringing = threading.Lock()
        self._added_up = (0, time.monotonic())
        self._notices = store.notices()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def start(self) -> None:
        self._store.listeners.append(self._committed)
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        self._notices.tell()
        if self._thread.ident is not None:
            self._thread.join()
            self._store.listeners.remove(self._committed)
        self._notices.close()

    def _committed(self, _changes: Changes, head: int) -> None:
        """Where one writes after the other, what is committed may be told at once."""
        if self._store.in_order:
            self._tell(Bell(epoch=self._store.epoch, head=head))
        else:
            self._notices.tell()

    def _run(self) -> None:
        pause, away = 0.0, False
        while not self._closing.is_set():
            try:
                self._notices.wait(pause)
                pause = self._look(pause)
                self._add_up()
            except (sa.exc.SQLAlchemyError, SyncError):
                if not away:
                    _log.warning("The database could not be read; looking again", exc_info=True)
                away = True
                self._closing.wait(RETRY_S)
            else:
                if away:
                    _log.warning("The database can be read again")
                away = False

    def _add_up(self) -> None:
        head, at = self._added_up
        if self._rung.head != head and time.monotonic() - at >= ADD_UP_S:
            self._store.add_up()
            self._added_up = (self._rung.head, time.monotonic())

    def _look(self, pause: float) -> float:
        """Ring for what is new. Returns how long to wait before looking again."""
        known, settled = self._store.newest()
        self._tell(Bell(epoch=known.epoch, head=known.head))
        if settled:
            return self._look_s
        return SOON_S if pause >= self._look_s else min(max(SOON_S, pause * 2), SLOWEST_S)

    def _tell(self, bell: Bell) -> None:
        """Never an older one after a newer one, whoever of two threads comes first."""
        with self._ringing:
            if bell.epoch != self._rung.epoch or bell.head > self._rung.head:
                self._rung = bell
                self._ring(bell)
