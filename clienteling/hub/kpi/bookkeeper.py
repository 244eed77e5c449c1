"""The one thread that keeps the shops' figures up with what is recorded."""

import logging
import threading

import sqlalchemy as sa

from clienteling.hub.insight.insight import Store
from clienteling.hub.kpi.figures import DayFigures
from sync.errors import SyncError

EVERY_S = 60.0
"""Every tablet hears of each day that changes; of its own shop's it counts today itself."""
_log = logging.getLogger(__name__)


class Bookkeeper:
    def __init__(self, store: Store) -> None:
        self._figures = DayFigures(store)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bookkeeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """Returns when the days at hand are counted; the others are taken up at the next start."""
        self._closing.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                while not self._closing.is_set() and self._figures.step():
                    pass
            except (sa.exc.DBAPIError, SyncError) as error:
                _log.error("the figures could not be kept up (%s); trying again", type(error).__name__)
            self._closing.wait(EVERY_S)
