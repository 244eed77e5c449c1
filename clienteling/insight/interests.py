"""What she leans towards: everything she did with products, the nearer to buying and the newer the more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clienteling.insight.values import Deed, Interests, Liking

DAY_MS = 86_400_000
HALVES_IN = 60 * DAY_MS
WEIGHTS: Mapping[Deed, int] = {
    Deed.VIEWED: 1,
    Deed.CHOSEN: 2,
    Deed.ASKED: 3,
    Deed.TRIED: 4,
    Deed.BOUGHT: 6,
}
MOST = 5
"""Of each that are kept."""
ALIVE = 1.0
"""As much as one look today. What weighs less is over."""


class Did(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that she did with a product, or said of a colour."""

    at: int
    deed: Deed
    product_id: str = ""
    family: str = ""
    colour: str = ""


def faded(weight: float, ms: int) -> float:
    return weight * 0.5 ** (ms / HALVES_IN)


def interests(done: Sequence[Did]) -> Interests:
    """As of the newest of them: all weights fall alike, so their order stays until she does something."""
    at = max((one.at for one in done), default=0)
    return Interests(
        at=at,
        families=_likings(((one.family, one) for one in done), at),
        colours=_likings(((one.colour, one) for one in done), at),
        products=_likings(((one.product_id, one) for one in done), at),
    )


def alive(likings: Iterable[Liking], at: int, now: int, most: int) -> list[Liking]:
    """Those that still weigh something now."""
    return [liking for liking in likings if faded(liking.weight, max(now - at, 0)) >= ALIVE][:most]


def _likings(named: Iterable[tuple[str, Did]], at: int) -> tuple[Liking, ...]:
    weights: dict[str, float] = {}
    deeds: dict[str, Counter[str]] = {}
    for name, one in named:
        if name:
            weights[name] = weights.get(name, 0.0) + faded(WEIGHTS[one.deed], at - one.at)
            deeds.setdefault(name, Counter())[one.deed.value] += 1
    strongest = sorted(weights, key=lambda name: (-round(weights[name], 3), name))[:MOST]
    return tuple(
        Liking(name, round(weights[name], 3), dict(sorted(deeds[name].items()))) for name in strongest
    )
