"""The page of a day as a file among the person's documents."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from clienteling.tablet.review import paper
from clienteling.tablet.review.lines import DayRows

if TYPE_CHECKING:
    from clienteling.wording import Wording


def documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def open_file(path: Path) -> None:
    """With what the device has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def write(folder: Path, kind: str, rows: DayRows, shop_name: str, wording: "Wording") -> Path:
    """As pdf or csv. Raises OSError where the folder takes nothing, ValueError without a day."""
    from clienteling.review.table import csv_of

    if rows.day is None:
        raise ValueError("no day has been read yet")
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{rows.day.store_id}-{rows.day.day.isoformat()}.{kind}"
    if kind == "csv":
        path.write_text(
            csv_of(rows.day, shop_name, wording, sums=not rows.too_few), encoding="utf-8", newline=""
        )
    else:
        paper.write(path, rows, shop_name, wording)
    return path
