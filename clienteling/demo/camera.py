"""A code held before a tablet's camera: a frame for the page's video sink.

A camera delivers its frames into the same sink. From there on everything is the app's own.
"""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame

WIDTH, HEIGHT, SIDE = 1280, 720, 420


def held_up(code: Path) -> QVideoFrame:
    """One frame of 1280 by 720: the code in the picture, smaller than the frame, on the shop's grey air."""
    scene = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    scene.fill(QColor(122, 114, 104))
    painter = QPainter(scene)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = QRect((WIDTH - SIDE) // 2, (HEIGHT - SIDE) // 2, SIDE, SIDE)
    painter.drawImage(place, QImage(str(code)).scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    painter.end()
    return QVideoFrame(scene)
