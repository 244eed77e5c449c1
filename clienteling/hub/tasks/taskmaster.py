"""The one thread that puts down what the shop's rules ask for."""

import logging
import threading
from typing import TYPE_CHECKING

import sqlalchemy as sa

from clienteling.hub.tasks.letting_go import ZONE
from clienteling.hub.tasks.proposal import shop_day
from clienteling.hub.tasks.rounds import HubStore, Rounds
from clienteling.hub.tasks.settings import TaskSettings
from sync.errors import SyncError
from sync.instants import Now

if TYPE_CHECKING:
    from datetime import date

EVERY_S = 30.0
_log = logging.getLogger(__name__)


class Taskmaster:
    def __init__(self, store: HubStore, settings: TaskSettings, now: Now) -> None:
        self._rounds = Rounds(store, settings, now)
        self._now = now
        self._closing = threading.Event()
        self._day: date | None = None
        self._thread = threading.Thread(target=self._run, name="taskmaster", daemon=True)

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
                _log.error("the rules' tasks could not be put down (%s); trying again", type(error).__name__)
            self._closing.wait(EVERY_S)

    def _work(self) -> None:
        while not self._closing.is_set() and self._rounds.step():
            pass
        today = shop_day(self._now(), ZONE)
        if today != self._day and not self._closing.is_set():
            self._rounds.daily()
            self._day = today
