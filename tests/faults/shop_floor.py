"""A hub and its tablets as processes, and what must hold when a fault is over."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sqlalchemy as sa

from tests.faults.lan import Lan, NamespacedHub
from tests.faults.tablet_process import TabletProcess
from tests.hub.serving.hub_process import until

DEADLINE_S = 40.0
"""For the queue to drain and everybody to agree after the last fault; a few seconds on a quiet machine."""


@dataclass
class ShopFloor:
    lan: Lan
    hub: NamespacedHub
    tablets: list[TabletProcess]

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Both tablets record visits all the while; afterwards nobody writes any more."""
        for tablet in self.tablets:
            tablet.keep_writing()
        yield
        for tablet in self.tablets:
            tablet.stop_writing()

    def at_the_hub(self) -> Counter[str]:
        """Visit → positions in the feed that hold it."""
        with self.hub.house.store.read() as connection:
            query = sa.text("select record_id from sync_feed where collection = 'interaction'")
            return Counter(connection.execute(query).scalars())

    def saved(self) -> set[str]:
        return set().union(*(tablet.saved for tablet in self.tablets))

    def agrees(self, within_s: float = DEADLINE_S) -> None:
        """Without a further write: nothing waits, nothing is lost, nothing is there twice."""
        until(self._agree, within_s)
        everything = self.at_the_hub()
        assert self.saved() <= everything.keys()
        assert set(everything.values()) <= {1}

    def _agree(self) -> bool:
        told = [tablet.told() for tablet in self.tablets]
        settled = all(each["pending"] == 0 and each["set_aside"] == 0 for each in told)
        return settled and all(set(each["here"]) == self.at_the_hub().keys() for each in told)
