"""Somebody who looks where she touches: two touches at once, in one place or on one thing, are not hers."""

import time
from collections import deque
from typing import NamedTuple

from PySide6.QtCore import QPoint

from clienteling.tablet.second_touch import NEAR

AT_EASE_S = 0.45
"""Between two touches that are both meant."""
MANY = 8
"""More than that nobody touches meanwhile."""


class _Touch(NamedTuple):
    at: QPoint
    what: str
    at_s: float


class Ease:
    def __init__(self) -> None:
        self._touched: deque[_Touch] = deque(maxlen=MANY)

    def waits_ms(self, at: QPoint, what: str = "") -> int:
        """How long she still looks before she touches there; `what` is the thing's name, where it has one."""
        now = time.monotonic()
        same = [one.at_s for one in self._touched if _is_same(one, at, what)]
        return max(0, round(1000 * (AT_EASE_S - (now - max(same))))) if same else 0

    def touches(self, at: QPoint, what: str = "") -> None:
        self._touched.append(_Touch(at, what, time.monotonic()))


def _is_same(before: _Touch, at: QPoint, what: str) -> bool:
    return (what != "" and before.what == what) or (before.at - at).manhattanLength() < 2 * NEAR
