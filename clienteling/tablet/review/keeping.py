"""The page of a day as a file among the person's documents."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clienteling.tablet.review import paper
from clienteling.tablet.review.lines import DayRows

if TYPE_CHECKING:
    from clienteling.wording import Wording


@dataclass(frozen=True)
class Page:
    """What is on the screen, and in whose words."""

    rows: DayRows
    shop_name: str
    now: int
    wording: "Wording"


def write(folder: Path, kind: str, page: Page) -> Path:
    """As pdf or csv. Raises OSError where the folder takes nothing, ValueError without a day."""
    from clienteling.review.table import csv_of

    day = page.rows.day
    if day is None:
        raise ValueError("no day has been read yet")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{day.store_id}-{day.day.isoformat()}.{kind}"
    if kind == "csv":
        text = csv_of(day, page.shop_name, page.wording, sums=not page.rows.too_few)
        path.write_text(text, encoding="utf-8", newline="")
    else:
        paper.write(path, page)
    return path
