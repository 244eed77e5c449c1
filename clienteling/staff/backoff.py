"""How long to wait after wrong PINs: three tries are free, then each failure costs more."""

FREE_TRIES = 3
_SECOND = 1_000
WAITS = (5 * _SECOND, 15 * _SECOND, 60 * _SECOND, 300 * _SECOND)
LONGEST_WAIT = WAITS[-1]


def wait_after(failures: int) -> int:
    """Milliseconds to wait once so many tries in a row have failed."""
    if failures < FREE_TRIES:
        return 0
    return WAITS[min(failures - FREE_TRIES, len(WAITS) - 1)]


def tries_left(failures: int) -> int:
    """Tries before the next wait begins."""
    return max(1, FREE_TRIES - failures)


def still_waiting(wait_until: int, now: int) -> bool:
    """A clock that was set back must not lock anybody out for longer than the longest wait."""
    return 0 < wait_until - now <= LONGEST_WAIT
