"""The page of a day on paper: A4, upright, in the same order and types as on the screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from clienteling.tablet.review.lines import DayRows

if TYPE_CHECKING:
    from clienteling.wording import Wording

SANS, SERIF = "Hanken Grotesk", "Newsreader"
INK, QUIET, LINE, GREEN, RED = (
    QColor(name) for name in ("#1F1B16", "#6A6156", "#D8CFC0", "#1F4A3F", "#9A3B26")
)
DPI = 144
MARGIN_MM = 18
BARS = 90
"""The height of the chart, in 1/144 inch."""


def write(path: Path, rows: DayRows, shop_name: str, wording: "Wording") -> None:
    """Raises OSError where the file cannot be written."""
    path.write_bytes(b"")
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    page = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    page.setUnits(QPageLayout.Unit.Millimeter)
    page.setMargins(margins)
    writer.setPageLayout(page)
    writer.setTitle(f"{shop_name}, {rows.heading}")
    painter = QPainter(writer)
    if not painter.isActive():
        raise OSError(f"{path} cannot be written")
    try:
        _Sheet(painter, writer, wording).draw(rows, shop_name)
    finally:
        painter.end()


class _Sheet:
    """Draws downwards, and goes on with another page where this one ends."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, wording: "Wording") -> None:
        self._painter = painter
        self._writer = writer
        self._wording = wording
        self._width = float(writer.width())
        self._height = float(writer.height())
        self._y = 0.0

    def draw(self, rows: DayRows, shop_name: str) -> None:
        say = self._wording.say
        self._words(rows.heading, 24, face=SERIF)
        self._words(shop_name, 11, QUIET)
        self._gap(10)
        self._figures(rows)
        self._part(say("Waits for a decision"), [(one.what, one.words) for one in rows.decisions])
        self._chart(rows)
        self._part(say("Why not bought"), [(one.reason, str(one.times)) for one in rows.lost])
        self._part(say("Asked for and not bought"), [(one.what, one.words) for one in rows.wanted])
        self._part(say("Tomorrow"), [(one.what, one.words) for one in rows.ahead])
        owing = [(one.what, one.words) for one in rows.tablets if one.owing]
        self._part(say("Still to come from the tablets"), owing)
        self._gap(14)
        self._words(rows.reviewed or say("Not read by a manager yet"), 11, QUIET)
        if rows.changed:
            self._words(say("Changed since: {what}", what=rows.changed), 11, RED)

    def _figures(self, rows: DayRows) -> None:
        self._rule()
        width = self._width / max(1, len(rows.figures))
        top, lowest = self._y + 8, self._y
        for number, one in enumerate(rows.figures):
            self._y = top
            x = number * width + (14 if number else 0)
            self._words(one.value, 22, face=SERIF, x=x, width=width - 16)
            self._words(one.label, 10, x=x, width=width - 16)
            self._words(one.note, 9, RED if one.tone == "late" else QUIET, x=x, width=width - 16)
            lowest = max(lowest, self._y)
        self._y = lowest + 8
        self._rule()

    def _chart(self, rows: DayRows) -> None:
        if not rows.hours:
            return
        self._part_heading(self._wording.say("Who came"))
        self._need(BARS + 24)
        most = max(one.recognised + one.unknown for one in rows.hours) or 1
        slot = self._width / len(rows.hours)
        base = self._y + BARS
        for number, one in enumerate(rows.hours):
            x, wide = number * slot, min(slot - 6, 60.0)
            known = BARS * one.recognised / most
            unknown = BARS * one.unknown / most
            self._painter.fillRect(QRectF(x, base - known, wide, known), GREEN)
            self._painter.fillRect(QRectF(x, base - known - unknown, wide, unknown), LINE)
            self._y = base + 2
            self._words(str(one.hour), 9, QUIET, x=x, width=wide, align=Qt.AlignmentFlag.AlignHCenter)
        say = self._wording.say
        known_all = sum(one.recognised for one in rows.hours)
        unknown_all = sum(one.unknown for one in rows.hours)
        self._words(say("{known} recognised, {n} without a code", known=known_all, n=unknown_all), 9, QUIET)

    def _part(self, title: str, told: Sequence[tuple[str, str]]) -> None:
        if not told:
            return
        self._part_heading(title)
        for what, more in told:
            self._need(34)
            self._words(what, 11)
            if more:
                self._words(more, 9.5, QUIET)
            self._gap(3)
            self._rule()
            self._gap(3)

    def _part_heading(self, title: str) -> None:
        self._gap(16)
        self._need(60)
        self._words(title, 12, weight=QFont.Weight.DemiBold)
        self._gap(4)

    def _words(
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
        room = QRectF(x, self._y, self._width - x if width is None else width, self._height)
        taken = self._painter.boundingRect(room, flags, text)
        if self._y + taken.height() > self._height:
            self._next_page()
            room.moveTop(self._y)
        self._painter.drawText(room, flags, text)
        self._y += taken.height()

    def _rule(self) -> None:
        self._painter.fillRect(QRectF(0, self._y, self._width, 1), LINE)
        self._y += 1

    def _gap(self, height: float) -> None:
        self._y += height

    def _need(self, height: float) -> None:
        if self._y + height > self._height:
            self._next_page()

    def _next_page(self) -> None:
        self._writer.newPage()
        self._y = 0.0
