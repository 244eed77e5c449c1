"""The wall clock, in the one unit that travels. It dates things for people; it never decides order."""

import time
from collections.abc import Callable

Now = Callable[[], int]


def wall_clock() -> int:
    """Milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000
