"""The one thread that keeps what is deduced up with what is recorded."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.insight.insight import Insight, Store
from sync.errors import SyncError

EVERY_S = 20.0
TURNS_TO_TELL = 180
"""What goes together is no news within the hour."""
_log = logging.getLogger(__name__)


class Deducer:
    def __init__(self, store: Store) -> None:
        self._insight = Insight(store)
        self._closing = threading.Event()
        self._turns = 0
        self._thread = threading.Thread(target=self._run, name="deducer", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Returns when those at hand are done; the others are taken up at the next start."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._work()
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("what is deduced could not be kept up (%s); trying again", type(error).__name__)
            self._closing.wait(EVERY_S)

    def _work(self) -> None:
        while not self._closing.is_set() and self._insight.step():
            pass
        if self._turns % TURNS_TO_TELL == 0 and not self._closing.is_set():
            self._insight.tell()
        self._turns += 1
