"""How often somebody may fail before having to wait."""

from collections import OrderedDict, deque
from threading import Lock

MOST_REMEMBERED = 10_000


class Attempts:
    """Failures within a sliding window, by who failed. Kept in memory: a restart forgives."""

    def __init__(self, *, limit: int, window_ms: int) -> None:
        self._limit = limit
        self._window_ms = window_ms
        self._failures: OrderedDict[str, deque[int]] = OrderedDict()
        self._lock = Lock()

    def exhausted(self, who: str, now: int) -> bool:
        with self._lock:
            return len(self._recent(who, now)) >= self._limit

    def failed(self, who: str, now: int) -> None:
        with self._lock:
            recent = self._recent(who, now)
            recent.append(now)
            self._failures[who] = recent
            self._failures.move_to_end(who)
            if len(self._failures) > MOST_REMEMBERED:
                self._failures.popitem(last=False)

    def _recent(self, who: str, now: int) -> deque[int]:
        failures = self._failures.get(who, deque())
        while failures and now - failures[0] >= self._window_ms:
            failures.popleft()
        return failures
