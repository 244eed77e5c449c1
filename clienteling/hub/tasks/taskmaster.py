"""The one thread that puts down what the shop's rules ask for."""

from typing import TYPE_CHECKING

from clienteling.hub.routine import Routine
from clienteling.hub.tasks.letting_go import ZONE
from clienteling.hub.tasks.proposal import shop_day
from clienteling.hub.tasks.rounds import HubStore, Rounds
from clienteling.hub.tasks.settings import TaskSettings
from sync.instants import Now

if TYPE_CHECKING:
    from datetime import date


class Taskmaster(Routine):
    name = "taskmaster"
    every_s = 30.0
    trouble = "the rules' tasks could not be put down (%s); trying again"

    def __init__(self, store: HubStore, settings: TaskSettings, now: Now) -> None:
        super().__init__()
        self._rounds = Rounds(store, settings, now)
        self._now = now
        self._day: date | None = None

    def work(self) -> None:
        while not self.closing and self._rounds.step():
            pass
        today = shop_day(self._now(), ZONE)
        if today != self._day and not self.closing:
            self._rounds.daily()
            self._day = today
