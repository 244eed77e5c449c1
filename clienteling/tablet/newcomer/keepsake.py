"""Her code to take away: a picture, or a card to print. Neither says whose it is."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from clienteling.codes.drawing import QUIET_ZONE, Drawn, Medium, draw

PIXELS_A_MODULE = 16
CARD_MM = QSizeF(53.98, 85.60)
"""A credit card (ISO/IEC 7810 ID-1), upright."""
CODE_MM = 46.0
MARGIN_MM = 4.0
DOTS_AN_INCH = 600
_MM_AN_INCH = 25.4


def save_picture(code: str, path: Path) -> bool:
    drawn = draw(code, Medium.PHONE)
    side = drawn.side * PIXELS_A_MODULE
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    _paint(painter, drawn, QRectF(0, 0, side, side))
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    return image.save(str(path))


def save_card(code: str, below: str, path: Path) -> bool:
    """`below` is the shop's name: whoever finds the card learns nothing of its owner."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QPdfWriter(str(path))
    writer.setResolution(DOTS_AN_INCH)
    writer.setPageSize(QPageSize(CARD_MM, QPageSize.Unit.Millimeter))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(writer):
        return False
    _paint(
        painter,
        draw(code, Medium.CARD),
        _mm(QRectF((CARD_MM.width() - CODE_MM) / 2, MARGIN_MM, CODE_MM, CODE_MM)),
    )
    font = QFont("Newsreader")
    font.setPixelSize(round(_dots(5)))
    painter.setFont(font)
    place = _mm(QRectF(MARGIN_MM, 2 * MARGIN_MM + CODE_MM, CARD_MM.width() - 2 * MARGIN_MM, 20))
    painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, below)
    return painter.end()


def _paint(painter: QPainter, drawn: Drawn, place: QRectF) -> None:
    module = place.width() / drawn.side
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for y, row in enumerate(drawn.modules):
        for x, dark in enumerate(row):
            if dark:
                left, top = place.x() + (x + QUIET_ZONE) * module, place.y() + (y + QUIET_ZONE) * module
                painter.fillRect(QRectF(left, top, module, module), QColor(Qt.GlobalColor.black))


def _mm(place: QRectF) -> QRectF:
    return QRectF(*(_dots(each) for each in (place.x(), place.y(), place.width(), place.height())))


def _dots(millimetres: float) -> float:
    return millimetres / _MM_AN_INCH * DOTS_AN_INCH
