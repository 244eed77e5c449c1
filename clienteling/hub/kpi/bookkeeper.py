"""The one thread that keeps the shops' figures up with what is recorded."""

from clienteling.hub.insight.insight import Store
from clienteling.hub.kpi.figures import DayFigures
from clienteling.hub.routine import Routine


class Bookkeeper(Routine):
    """Every tablet hears of each day that changes; of its own shop's it counts today itself."""

    name = "bookkeeper"
    every_s = 60.0
    trouble = "the figures could not be kept up (%s); trying again"

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._figures = DayFigures(store)

    def work(self) -> None:
        while not self.closing and self._figures.step():
            pass
