"""How often a door may be asked for somebody's name: whoever holds the address could try every number."""

import threading
from collections import deque

MINUTE_MS = 60_000


class Pace:
    """So many in any minute, for each who asks."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._asked: dict[str, deque[int]] = {}
        self._lock = threading.Lock()

    def allows(self, who: str, at: int) -> bool:
        with self._lock:
            times = self._asked.setdefault(who, deque())
            while times and times[0] <= at - MINUTE_MS:
                times.popleft()
            if len(times) >= self._most:
                return False
            times.append(at)
            return True
