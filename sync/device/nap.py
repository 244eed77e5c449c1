"""Notices that this machine was stopped during a wait: suspended, or the process held."""

import time
from collections.abc import Callable

STOPPED_S = 15.0
"""More than a loaded machine keeps a thread waiting."""


class Nap:
    """Begins when it is made.

    The monotonic clock stands still on some systems while the machine sleeps, the wall clock never. A wall
    clock that somebody sets forward looks the same; all that follows is a look.
    """

    def __init__(
        self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = time.monotonic
    ) -> None:
        self._clocks = wall, steady
        self._began = wall(), steady()

    def longer_than(self, waited_s: float) -> bool:
        """Whether much more time has passed than was to be waited."""
        passed = (clock() - began for clock, began in zip(self._clocks, self._began, strict=True))
        return max(passed) > waited_s + STOPPED_S
