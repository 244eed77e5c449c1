"""The page of the figures as a file among the person's documents."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.kpi.values import Kpi
    from clienteling.tablet.figures.reading import Read
    from clienteling.wording import Wording


@dataclass(frozen=True)
class Page:
    """What is on the screen, and in whose words."""

    read: "Read"
    kpi: "Kpi"
    whose: str
    now: int
    wording: "Wording"


def write(folder: Path, kind: str, page: Page) -> Path:
    """As pdf or csv. Raises OSError where the folder takes nothing."""
    from clienteling.tablet.figures import paper
    from clienteling.tablet.figures.table import csv_of

    folder.mkdir(parents=True, exist_ok=True)
    span = page.read.span
    shop = re.sub(r"\W+", "-", page.whose.casefold()).strip("-")
    path = folder / f"{shop}-{span.since.isoformat()}-{span.until.isoformat()}.{kind}"
    if kind == "csv":
        path.write_text(csv_of(page), encoding="utf-8", newline="")
    else:
        paper.write(path, page)
    return path
