"""How much somebody may ask for: so much at once, and so much a second from then on."""

import math
from collections import OrderedDict
from threading import Lock

MOST_REMEMBERED = 10_000


class Rate:
    """A bucket of tokens for each who asks. Kept in memory: a restart fills them all."""

    def __init__(self, *, burst: float, per_second: float) -> None:
        self._burst = burst
        self._per_second = per_second
        self._buckets: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def spend(self, who: str, now: int, cost: float = 1.0) -> int:
        """Take tokens; seconds to wait where there are not enough, which takes none."""
        with self._lock:
            left, since = self._buckets.get(who, (self._burst, now))
            left = min(self._burst, left + max(0, now - since) / 1000 * self._per_second)
            missing = cost - left
            self._buckets[who] = (left if missing > 0 else left - cost, now)
            self._buckets.move_to_end(who)
            if len(self._buckets) > MOST_REMEMBERED:
                self._buckets.popitem(last=False)
        return max(0, math.ceil(missing / self._per_second))
