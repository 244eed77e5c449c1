"""The upright axis of a chart: round steps, so that a glance reads it."""

from math import ceil, floor, log10

STEPS = 4
"""Lines above the ground, at most."""
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(highest: float, *, whole: bool = False) -> tuple[float, ...]:
    """From nothing to the round figure at or above the highest; what is counted has no halves."""
    step = _round_up(highest / STEPS, whole=whole)
    last = max(1, ceil(round(highest / step, 9)))
    return tuple(step * n for n in range(last + 1))


def _round_up(step: float, *, whole: bool) -> float:
    if step <= 0:
        return 1.0
    tens = 10.0 ** floor(log10(step))
    found = next(tens * one for one in _ROUND if tens * one >= step * (1 - 1e-9))
    return float(ceil(found)) if whole else found
