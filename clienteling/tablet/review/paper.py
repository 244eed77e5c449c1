"""The page of a day on paper: one A4, upright, in the same order and types as on the screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPdfWriter

from clienteling.tablet.paper import GOLD, GREEN, INK, LINE, QUIET, RED, SANS, SERIF, a4, painted, printed_on
from clienteling.tablet.review.lines import DayRows

if TYPE_CHECKING:
    from clienteling.tablet.review.keeping import Page
    from clienteling.wording import Wording

BARS = 90
"""The height of the chart, in 1/144 inch."""
LEFT, BETWEEN = 0.55, 0.05
"""Parts of the page's width."""
FOOT = 96


def write(path: Path, page: "Page") -> None:
    """Raises OSError where the file cannot be written."""
    heading = _heading(page)
    writer = a4(path, f"{page.shop_name}, {heading}")
    with painted(writer) as painter:
        _Sheet(painter, writer, page.wording).draw(page, heading)


def _heading(page: "Page") -> str:
    """With its year: paper is read some other day."""
    day, wording = page.rows.day, page.wording
    if day is None:
        return page.rows.heading
    said = f"{wording.weekday(day.day)} {wording.full_date(day.day)}"
    return said[:1].upper() + said[1:]


class _Sheet:
    """One page in two columns, as on a wide screen; where a part has no room left it says how many more."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, wording: "Wording") -> None:
        self._painter = painter
        self._wording = wording
        self._whole = float(writer.width())
        self._height = float(writer.height())
        self._x, self._y, self._width = 0.0, 0.0, self._whole

    def draw(self, page: "Page", heading: str) -> None:
        rows, say = page.rows, self._wording.say
        self._words(page.shop_name, 11, QUIET)
        self._gap(4)
        self._words(heading, 26, face=SERIF)
        self._gap(12)
        self._figures(rows)
        top = self._y
        self._column(0.0, LEFT * self._whole, top)
        self._part(say("Waits for a decision"), [(one.what, one.words) for one in rows.decisions], 9)
        self._chart(rows)
        owing = [(one.what, one.words) for one in rows.tablets if one.owing]
        self._part(say("Still to come from the tablets"), owing, 4)
        self._column((LEFT + BETWEEN) * self._whole, (1 - LEFT - BETWEEN) * self._whole, top)
        self._lost(rows)
        self._part(say("Asked for and not bought"), [(one.what, one.words) for one in rows.wanted], 6)
        ahead = say("Tomorrow") if rows.ahead_until == "" else say("When the shop opens again")
        self._part(ahead, [(one.what, one.words) for one in rows.ahead], 6)
        self._close(rows, page.now)

    def _column(self, x: float, width: float, top: float) -> None:
        self._x, self._width, self._y = x, width, top

    def _close(self, rows: DayRows, now: int) -> None:
        """At the foot of the page: who has read it, and when this was printed."""
        self._column(0.0, self._whole, self._height - FOOT)
        self._rule(INK)
        self._gap(12)
        top = self._y
        self._gap(6)
        self._words(printed_on(now, self._wording), 9, QUIET, align=Qt.AlignmentFlag.AlignRight)
        self._y = top
        self._words(rows.reviewed or self._wording.say("Not read by a manager yet"), 14, face=SERIF)
        if rows.changed:
            self._words(self._wording.say("Changed since: {what}", what=rows.changed), 10, RED)

    def _figures(self, rows: DayRows) -> None:
        from clienteling.review import words

        if rows.too_few:
            self._words(words.too_few(self._wording), 11, QUIET)
            return
        self._rule(INK)
        width = self._whole / max(1, len(rows.figures))
        top, lowest = self._y + 14, self._y
        for number, one in enumerate(rows.figures):
            self._column(number * width, width - 20, top)
            self._words(one.value, 24, face=SERIF)
            self._words(one.label, 10)
            self._words(one.note, 9, RED if one.tone == "late" else QUIET)
            lowest = max(lowest, self._y)
        self._column(0.0, self._whole, lowest + 14)
        self._rule()

    def _chart(self, rows: DayRows) -> None:
        say = self._wording.say
        if not rows.visitors and not rows.decisions:
            self._heading(say("Who came"))
            self._words(say("Nothing was recorded in the shop on this day."), 10.5, QUIET)
        if not rows.hours or not self._has_room(BARS + 120):
            return
        known_all = sum(one.recognised for one in rows.hours)
        unknown_all = sum(one.unknown for one in rows.hours)
        self._heading(say("Who came"))
        self._words(say("{known} identified, {n} without a code", known=known_all, n=unknown_all), 9, QUIET)
        self._gap(8)
        most = max(one.recognised + one.unknown for one in rows.hours) or 1
        x, slot, base = self._x, min(64.0, self._width / len(rows.hours)), self._y + BARS
        for number, one in enumerate(rows.hours):
            self._column(x + number * slot, slot - 8, base + 2)
            known, unknown = BARS * one.recognised / most, BARS * one.unknown / most
            self._painter.fillRect(QRectF(self._x, base - known, self._width, known), GREEN)
            self._painter.fillRect(QRectF(self._x, base - known - unknown, self._width, unknown), LINE)
            self._words(str(one.hour), 9, QUIET, align=Qt.AlignmentFlag.AlignHCenter)
        self._column(x, LEFT * self._whole, self._y)

    def _lost(self, rows: DayRows) -> None:
        """A bar for each reason, as on the screen."""
        if not rows.lost:
            return
        self._heading(self._wording.say("Why not bought"))
        most = max(one.times for one in rows.lost)
        x, width = self._x, self._width
        for one in rows.lost:
            top = self._y
            self._words(one.reason, 10)
            bar = (width * 0.42 - 40) * one.times / most
            middle = (top + self._y) / 2
            self._painter.fillRect(QRectF(x + width * 0.58, middle - 4, bar, 8), GOLD)
            bottom, self._y = self._y, top
            self._words(str(one.times), 10, align=Qt.AlignmentFlag.AlignRight)
            self._y = bottom + 4

    def _part(self, title: str, told: Sequence[tuple[str, str]], most: int) -> None:
        if not told or not self._has_room(110):
            return
        self._heading(title, str(len(told)))
        shown = 0
        for what, more in told[:most]:
            if not self._has_room(90):
                break
            self._words(what, 10.5)
            self._words(more, 9, QUIET)
            self._gap(5)
            self._rule()
            self._gap(5)
            shown += 1
        if shown < len(told):
            self._words(self._wording.say("and {n} more", n=len(told) - shown), 9, QUIET)

    def _heading(self, title: str, aside: str = "") -> None:
        self._gap(26)
        top = self._y
        self._words(title, 12, weight=QFont.Weight.DemiBold)
        bottom, self._y = self._y, top + 4
        self._words(aside, 10, QUIET, align=Qt.AlignmentFlag.AlignRight)
        self._y = bottom + 6

    def _words(
        self,
        text: str,
        points: float,
        colour: QColor = INK,
        *,
        face: str = SANS,
        weight: QFont.Weight = QFont.Weight.Normal,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        if not text:
            return
        font = QFont(face)
        font.setPointSizeF(points)
        font.setWeight(weight)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        flags = int(Qt.TextFlag.TextWordWrap) | int(align)
        room = QRectF(self._x, self._y, self._width, self._height)
        taken = self._painter.boundingRect(room, flags, text)
        self._painter.drawText(room, flags, text)
        self._y += taken.height()

    def _rule(self, colour: QColor = LINE) -> None:
        self._painter.fillRect(QRectF(self._x, self._y, self._width, 1), colour)
        self._y += 1

    def _gap(self, height: float) -> None:
        self._y += height

    def _has_room(self, height: float) -> bool:
        """Above the foot."""
        return self._y + height <= self._height - FOOT
