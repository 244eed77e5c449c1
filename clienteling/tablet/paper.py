"""A4 paper that is written on downwards, in the types and inks of the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

if TYPE_CHECKING:
    from clienteling.wording import Wording

SANS, SERIF = "Hanken Grotesk", "Newsreader"
INK, QUIET, LINE, GREEN, GOLD, RED = (
    QColor(name) for name in ("#1F1B16", "#6A6156", "#D8CFC0", "#1F4A3F", "#7E5A20", "#9A3B26")
)
DPI = 144
MARGIN_MM = 18


def a4(path: Path, title: str, *, dots: int = DPI, margin_mm: float = MARGIN_MM) -> QPdfWriter:
    """An upright sheet that was not written on yet. Raises OSError where the file cannot be written."""
    path.write_bytes(b"")  # a full or closed disk is heard of here, not from the painter
    writer = QPdfWriter(str(path))
    writer.setResolution(dots)
    margins = QMarginsF(margin_mm, margin_mm, margin_mm, margin_mm)
    upright = QPageLayout.Orientation.Portrait
    millimetres = QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, margins, millimetres))
    writer.setTitle(title)
    return writer


def printed_on(now: int, wording: "Wording") -> str:
    """Beside what is said of today and yesterday: paper is read some other day."""
    date = wording.full_date(wording.day_of(now))
    return wording.say("Printed on {date}, {time}", date=date, time=wording.time(now))


@contextmanager
def painted(writer: QPdfWriter) -> Iterator[QPainter]:
    """Raises OSError where the file cannot be written."""
    painter = QPainter(writer)
    if not painter.isActive():
        raise OSError("the sheet cannot be written")
    try:
        yield painter
    finally:
        painter.end()


@contextmanager
def paper(path: Path, title: str) -> Iterator["Paper"]:
    """A PDF of as many pages as it takes. Raises OSError where the file cannot be written."""
    writer = a4(path, title)
    with painted(writer) as painter:
        yield Paper(painter, writer)


class Paper:
    """`y` is where the next thing stands; what does not fit goes to another page."""

    def __init__(self, painter: QPainter, writer: QPdfWriter) -> None:
        self._painter = painter
        self._writer = writer
        self.width = float(writer.width())
        self.height = float(writer.height())
        self.y = 0.0

    def words(
        self,
        text: str,
        points: float,
        colour: QColor = INK,
        *,
        face: str = SANS,
        weight: QFont.Weight = QFont.Weight.Normal,
        x: float = 0.0,
        width: float | None = None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = QFont(face)
        font.setPointSizeF(points)
        font.setWeight(weight)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        flags = int(Qt.TextFlag.TextWordWrap) | int(align)
        room = QRectF(x, self.y, self.width - x if width is None else width, self.height)
        taken = self._painter.boundingRect(room, flags, text)
        if self.y + taken.height() > self.height:
            self.next_page()
            room.moveTop(self.y)
        self._painter.drawText(room, flags, text)
        self.y += taken.height()

    def bar(self, x: float, y: float, width: float, height: float, colour: QColor) -> None:
        self._painter.fillRect(QRectF(x, y, width, height), colour)

    def rule(self, colour: QColor = LINE) -> None:
        self.bar(0, self.y, self.width, 1, colour)
        self.y += 1

    def gap(self, height: float) -> None:
        self.y += height

    def need(self, height: float) -> None:
        if self.y + height > self.height:
            self.next_page()

    def next_page(self) -> None:
        self._writer.newPage()
        self.y = 0.0
