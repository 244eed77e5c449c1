"""The one thread that looks, every minute, whether records that changed may be one person's."""

from clienteling.hub.identity.matching.comparing import Comparing, Store
from clienteling.hub.routine import Routine


class Matcher(Routine):
    name = "matcher"
    every_s = 60.0
    trouble = "customers could not be compared (%s); trying again"

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._comparing = Comparing(store)

    def work(self) -> None:
        while not self.closing and self._comparing.step() is not None:
            pass
