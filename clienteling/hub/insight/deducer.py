"""The one thread that keeps what is deduced up with what is recorded."""

from clienteling.hub.insight.insight import Insight, Store
from clienteling.hub.routine import Routine

TURNS_TO_TELL = 180
"""What goes together is no news within the hour."""


class Deducer(Routine):
    name = "deducer"
    every_s = 20.0
    trouble = "what is deduced could not be kept up (%s); trying again"

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._insight = Insight(store)
        self._turns = 0

    def work(self) -> None:
        while not self.closing and self._insight.step():
            pass
        if self._turns % TURNS_TO_TELL == 0 and not self.closing:
            self._insight.tell()
        self._turns += 1
