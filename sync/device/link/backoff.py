"""How long to wait before the hub is tried again: a rule without clock or chance of its own."""

FIRST_S = 0.2
QUICK_CAP_S = 1.0
QUICK_FOR_S = 300.0
CALM_CAP_S = 15.0
JITTER = 0.25


def delay_s(failures: int, away_s: float, chance: float, *, pending: bool) -> float:
    """Seconds to wait after so many failures in a row; `chance` is from 0 to 1.

    A try costs next to nothing on a shop's network, so the hub is looked for every second while something
    waits for it or while it has not been away for long, and calmly after that.
    """
    cap = QUICK_CAP_S if pending or away_s < QUICK_FOR_S else CALM_CAP_S
    grown = min(cap, FIRST_S * 2 ** min(failures - 1, 10))
    return grown * (1 - JITTER * chance)
