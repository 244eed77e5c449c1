"""A selection on one sheet of A4, made to be looked at: her name, the associate's words, large pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from clienteling.tablet.paper import INK, QUIET, SANS, SERIF, a4, painted
from clienteling.tablet.pictures import decoded

if TYPE_CHECKING:
    from clienteling.catalog.products import Product
    from clienteling.selections.values import Selection
    from clienteling.wording import Wording

DOTS = 300
LINE, CARD = QColor("#E5DDD0"), QColor("#FFFDF9")
MARGIN_MM, GAP_MM, FOOT_MM, RADIUS_MM = 20, 8, 14, 3
COLUMNS = 2
Blob = Callable[[str], bytes | None]


def write_pdf(path: Path, selection: "Selection", blob: Blob, wording: "Wording") -> None:
    """`wording` is her language. Raises OSError where it cannot be written."""
    from clienteling.selections.words import heading

    path.parent.mkdir(parents=True, exist_ok=True)
    writer = a4(path, heading(selection, wording), dots=DOTS, margin_mm=0)
    writer.setCreator("clienteling")
    with painted(writer) as painter:
        _Sheet(painter, QRectF(0, 0, writer.width(), writer.height()), wording).draw(selection, blob)


class _Sheet:
    def __init__(self, painter: QPainter, page: QRectF, wording: "Wording") -> None:
        self._painter = painter
        self._wording = wording
        self._page = page
        self._inner = page.adjusted(_mm(MARGIN_MM), _mm(MARGIN_MM), -_mm(MARGIN_MM), -_mm(MARGIN_MM))
        self._y = self._inner.top()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def draw(self, selection: "Selection", blob: Blob) -> None:
        from clienteling.selections import words

        self._write(words.heading(selection, self._wording), SERIF, 30, INK)
        self._write(words.chosen_by(selection, self._wording), SANS, 11, QUIET)
        self._y += _mm(3)
        if selection.words:
            self._write(selection.words, SERIF, 15, INK)
        self._y += _mm(5)
        self._grid(selection, blob)
        self._foot(words.foot(selection, self._wording))

    def _grid(self, selection: "Selection", blob: Blob) -> None:
        """As large as the sheet lets them be: one, two or three rows of two."""
        rows = max(1, -(-len(selection.products) // COLUMNS))
        bottom = self._inner.bottom() - _mm(FOOT_MM)
        width = (self._inner.width() - _mm(GAP_MM) * (COLUMNS - 1)) / COLUMNS
        height = min((bottom - self._y - _mm(GAP_MM) * (rows - 1)) / rows, width * 1.15)
        for place, product in enumerate(selection.products):
            row, column = divmod(place, COLUMNS)
            left = self._inner.left() + column * (width + _mm(GAP_MM))
            self._tile(product, QRectF(left, self._y + row * (height + _mm(GAP_MM)), width, height), blob)

    def _tile(self, product: "Product", place: QRectF, blob: Blob) -> None:
        from clienteling.selections.words import label

        words_height = _mm(15)
        frame = place.adjusted(0, 0, 0, -words_height)
        self._painter.setPen(LINE)
        self._painter.setBrush(CARD)
        self._painter.drawRoundedRect(frame, _mm(RADIUS_MM), _mm(RADIUS_MM))
        image = decoded(blob(product.picture), round(frame.width())) if product.picture else None
        if image is not None and not image.isNull():
            inside = frame.adjusted(_mm(4), _mm(4), -_mm(4), -_mm(4))
            size = image.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(inside.center())
            self._painter.drawImage(target, image)
        price = self._wording.money(product.price_cents)
        line = " · ".join(part for part in (label(product, self._wording), price) if part)
        name_place = QRectF(place.left(), frame.bottom() + _mm(2), place.width(), _mm(7))
        self._line(product.name, SERIF, 14, INK, name_place)
        self._line(line, SANS, 10.5, QUIET, name_place.translated(0, _mm(6)))

    def _foot(self, words: str) -> None:
        top = self._inner.bottom() - _mm(FOOT_MM) + _mm(4)
        self._painter.setPen(LINE)
        self._painter.drawLine(self._inner.left(), top, self._inner.right(), top)
        self._line(
            words, SANS, 10.5, QUIET, QRectF(self._inner.left(), top + _mm(3), self._inner.width(), _mm(6))
        )

    def _write(self, words: str, family: str, points: float, colour: QColor) -> None:
        """As many lines as it takes, from where the page is written to."""
        self._painter.setFont(_font(family, points))
        self._painter.setPen(colour)
        flags = int(Qt.TextFlag.TextWordWrap)
        room = QRectF(self._inner.left(), self._y, self._inner.width(), self._inner.height())
        taken = self._painter.boundingRect(room, flags, words)
        self._painter.drawText(room, flags, words)
        self._y = taken.bottom() + _mm(1)

    def _line(self, words: str, family: str, points: float, colour: QColor, place: QRectF) -> None:
        """One line; what does not fit ends in dots."""
        self._painter.setFont(_font(family, points))
        self._painter.setPen(colour)
        shown = self._painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, round(place.width())
        )
        self._painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)


def _font(family: str, points: float) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points)
    return font


def _mm(millimetres: float) -> float:
    return millimetres / 25.4 * DOTS
