"""Touches count in their order: what is done with what is in hand waits for what was reached for before."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor

T = TypeVar("T")


class InTurn:
    """An article and then *Sale*, faster than the tablet finds the article, is the sale of that article."""

    def __init__(self, floor: "Floor") -> None:
        self._floor = floor
        self._under_way = 0

    def reach(self, query: "Callable[[sa.Connection], T]", put: "Callable[[T], None]") -> None:
        """Read something and put it into the hand; whatever comes `then` waits, found or not."""
        self._floor.read(query, put)
        self._wait(lambda: None)

    def then(self, act: "Callable[[], None]") -> None:
        """Now, where nothing is still under way."""
        if self._under_way:
            self._wait(act)
        else:
            act()

    def _wait(self, act: "Callable[[], None]") -> None:
        """Jobs come back in the order in which they were given, so this one comes after what was read."""
        self._under_way += 1
        self._floor.jobs.run(lambda: None, lambda _: self._come(act))

    def _come(self, act: "Callable[[], None]") -> None:
        self._under_way -= 1
        act()
