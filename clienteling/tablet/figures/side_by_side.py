"""Several shops side by side: the figure that is looked at, of each of them, now and before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.kpi.definitions import DEFINITIONS, value_of
from clienteling.kpi.values import Kpi, Unit
from clienteling.tablet.figures import saying
from clienteling.tablet.figures.saying import PERCENT

if TYPE_CHECKING:
    from clienteling.kpi.values import Stretch
    from clienteling.tablet.figures.reading import Read
    from clienteling.tablet.figures.together import Apart
    from clienteling.wording import Wording


@dataclass(frozen=True)
class ShopBar:
    key: str
    name: str
    value: str
    before: str
    """Empty where nothing was counted then."""
    share: float
    """Of the whole width, 0 to 1."""
    mark: float
    """What it was before, likewise; below 0 where nothing was counted."""
    few: bool
    """So few work there that it has no figure of its own."""


def shop_bars(read: "Read", kpi: Kpi, wording: "Wording") -> list[ShopBar]:
    """The highest first, those without a figure last; empty for one shop."""
    values = {one.shop.key: (_value(kpi, one.now), _value(kpi, one.before)) for one in read.apart}
    highest = max((value for pair in values.values() for value in pair if value is not None), default=0.0)
    top = float(PERCENT) if DEFINITIONS[kpi].unit is Unit.PERCENT else highest or 1.0
    known = sorted(read.apart, key=lambda one: (-(values[one.shop.key][0] or -1.0), one.shop.name))
    return [_bar(one, kpi, values[one.shop.key], top, wording) for one in known]


def _value(kpi: Kpi, stretch: "Stretch | None") -> float | None:
    """A shop that was closed all the time has none."""
    return value_of(kpi, stretch.parts) if stretch is not None and stretch.days else None


def _bar(
    one: "Apart", kpi: Kpi, values: tuple[float | None, float | None], top: float, wording: "Wording"
) -> ShopBar:
    now, before = values
    return ShopBar(
        key=one.shop.key,
        name=one.shop.name,
        value="" if one.now is None else saying.figure(kpi, now, wording),
        before="" if before is None else saying.figure(kpi, before, wording),
        share=(now or 0.0) / top,
        mark=-1.0 if before is None else before / top,
        few=one.now is None,
    )
