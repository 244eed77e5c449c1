"""A target as somebody writes it: `62`, `1.250,50`, `8.400`, `1,8`."""

import re
from typing import TYPE_CHECKING

from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.values import Kpi, Unit

if TYPE_CHECKING:
    from clienteling.wording import Wording

CENTS, WHOLE, MOST = 100, 100.0, 1e9
_WRITTEN = re.compile(r"(\d+|\d{1,3}(?:[.,\u202f\u00a0 ]\d{3})+)(?:[.,](\d{1,2}))?")


def amount(text: str, kpi: Kpi) -> float | None:
    """In the figure's unit; None where it is no number. Three digits after a point or comma are thousands."""
    found = _WRITTEN.fullmatch(text.strip().strip("€%").strip())
    if found is None:
        return None
    whole, part = found.groups(default="0")
    value = float(f"{re.sub(r'[^0-9]', '', whole)}.{part}")
    return value * CENTS if DEFINITIONS[kpi].unit is Unit.CENTS else value


def fits(value: float, kpi: Kpi) -> bool:
    return value <= (WHOLE if DEFINITIONS[kpi].unit is Unit.PERCENT else MOST)


def written(value: float | None, kpi: Kpi, wording: "Wording") -> str:
    """As it stands in the field before it is changed."""
    if value is None:
        return ""
    shown = value / CENTS if DEFINITIONS[kpi].unit is Unit.CENTS else value
    said = f"{shown:.2f}".rstrip("0").rstrip(".")
    return said.replace(".", "," if wording.language == "it" else ".")
