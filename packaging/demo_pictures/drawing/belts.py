"""Belts, closed and standing on their edge."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from .geometry import box, curve, ellipse, joined, ring, shape, stroke
from .parts import Ink, Part, floor, glow, shade, stitches

MIDDLE, HALF, DROP = 320, 250, 92


def belt(*, width: int, buckle: str, pattern: str = "plain") -> list[Part]:
    tall = width * 2.1
    top = 330 - tall / 2
    front, back = _front(top, tall), _back(top, tall)
    middle = top + DROP + tall / 2
    parts = [
        floor(90, 550, top + DROP + tall - 24, depth=16),
        Part(back, Ink.LINING, volume=tall * 0.25, bevel=3),
        shade(ellipse(MIDDLE, top - 6, 190, 30), back, blur=16, alpha=0.35),
        Part(front, volume=tall * 0.34, bevel=4),
        *_sides(front),
        glow(ellipse(190, middle - 6, 60, tall * 0.3), front, blur=16, alpha=0.3),
    ]
    if pattern == "braid":
        parts += _braid(front, top, tall)
    else:
        parts += [stitches(_arc(top + 7), within=front), stitches(_arc(top + tall - 7), within=front)]
    return [*parts, *_closing(buckle, middle, tall, front)]


def _arc(y: float) -> QPainterPath:
    path = QPainterPath(QPointF(MIDDLE - HALF, y))
    path.arcTo(_oval(y, DROP), 180, 180)
    return path


def _front(top: float, tall: float) -> QPainterPath:
    return _half(top, tall, DROP, 180)


def _back(top: float, tall: float) -> QPainterPath:
    return _half(top, tall, DROP * 0.62, -180)


def _half(top: float, tall: float, depth: float, sweep: float) -> QPainterPath:
    path = QPainterPath(QPointF(MIDDLE - HALF, top))
    path.arcTo(_oval(top, depth), 180, sweep)
    path.lineTo(MIDDLE + HALF, top + tall)
    path.arcTo(_oval(top + tall, depth), 0, -sweep)
    path.closeSubpath()
    return path


def _oval(y: float, depth: float) -> QRectF:
    return QRectF(MIDDLE - HALF, y - depth, 2 * HALF, 2 * depth)


def _sides(front: QPainterPath) -> list[Part]:
    return [shade(box(x, 100, 40, 500), front, blur=26, alpha=0.5) for x in (52, 548)]


def _braid(front: QPainterPath, top: float, tall: float) -> list[Part]:
    line, strands = _arc(top + tall / 2), []
    for n in range(44):
        spot = line.pointAtPercent((n + 0.5) / 44)
        up = 1 if n % 2 else -1
        x, y, h = spot.x(), spot.y(), tall * 0.5
        strands.append(stroke(curve(f"{x - 12},{y - up * h} {x},{y} {x + 12},{y + up * h}"), 13))
    return [Part(strand, within=front, volume=tall * 0.34, bevel=5) for strand in strands]


def _closing(kind: str, middle: float, tall: float, front: QPainterPath) -> list[Part]:
    holes = joined([ellipse(x, middle - (320 - x) ** 2 / 1360, 4) for x in (196, 228, 260)])
    loop = box(172, middle - tall / 2 - 20, 22, tall + 8, 5)
    parts = [
        Part(holes, Ink.SHADE, within=front, volume=0, bevel=0, line=0, alpha=0.8),
        shade(box(262, middle - tall / 2 - 12, 120, tall + 26, 12), front, blur=9, alpha=0.35),
        Part(loop, Ink.GOLD if kind == "double" else Ink.DEEP, volume=8, bevel=3),
    ]
    if kind in ("square", "double"):
        return [*parts, *_frame(middle, tall, Ink.STEEL if kind == "square" else Ink.GOLD)]
    if kind == "round":
        hoop = ring(ellipse(320, middle, tall * 0.72), ellipse(320, middle, tall * 0.72 - 15))
    else:
        outer = shape(_d(tall * 0.72, middle))
        hoop = ring(outer, shape(_d(tall * 0.72 - 12, middle)))
    pin = box(320 - tall * 0.66, middle - 5, tall * 1.3, 10, 5)
    return [*parts, Part(hoop, Ink.GOLD, volume=8, bevel=4), Part(pin, Ink.GOLD, volume=5, bevel=3)]


def _frame(y: float, tall: float, ink: Ink) -> list[Part]:
    outer = box(266, y - tall / 2 - 13, 108, tall + 26, 14)
    inner = box(281, y - tall / 2 + 2, 78, tall - 4, 6)
    pin = box(276, y - 6, 92, 12, 6)
    return [Part(ring(outer, inner), ink, volume=9, bevel=5), Part(pin, ink, volume=6, bevel=3)]


def _d(half: float, y: float) -> str:
    return (
        f"{320 + half * 0.7},{y - half}! {320 + half * 0.7},{y + half}! "
        f"{320 - half * 0.1},{y + half} {320 - half},{y} {320 - half * 0.1},{y - half}"
    )
