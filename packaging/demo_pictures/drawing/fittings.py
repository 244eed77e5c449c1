"""What bags have in common: straps, chains, rings, buckles, zips."""

import math

from PySide6.QtGui import QPainterPath

from .geometry import box, ellipse, joined, moved, ring, stroke, turned
from .parts import Ink, Part, crease, shade, stitches

BROAD = 16
"""Units from which a strap shows its seam."""


def strap(line: QPainterPath, width: float = 18, ink: Ink = Ink.MAIN) -> list[Part]:
    band = stroke(line, width)
    parts = [Part(band, ink, volume=width * 0.5, bevel=3)]
    if width >= BROAD:
        edge = stroke(line, width - 7)
        parts.append(stitches(edge, within=band))
    return parts


def chain(line: QPainterPath) -> list[Part]:
    count = max(2, round(line.length() / 15))
    links = []
    for step in range(count + 1):
        share = line.percentAtLength(min(line.length(), step * line.length() / count))
        spot, lean = line.pointAtPercent(share), -line.angleAtPercent(share)
        link = ring(ellipse(0, 0, 11, 7 if step % 2 else 4.5), ellipse(0, 0, 6.5, 3 if step % 2 else 1))
        links.append(moved(turned(link, lean, 0, 0), spot.x(), spot.y()))
    return [Part(link, Ink.GOLD, volume=4, bevel=2, line=1) for link in links]


def eye(x: float, y: float, radius: float = 15, ink: Ink = Ink.GOLD) -> Part:
    return Part(ring(ellipse(x, y, radius), ellipse(x, y, radius - 5)), ink, volume=5, bevel=3)


def tab(x: float, y: float, width: float, height: float, ink: Ink = Ink.MAIN) -> list[Part]:
    outline = box(x - width / 2, y, width, height, 7)
    return [
        Part(outline, ink, volume=8, bevel=3),
        stitches(box(x - width / 2 + 5, y + 5, width - 10, height - 10, 4), within=outline),
    ]


def buckle(x: float, y: float, width: float, height: float, ink: Ink = Ink.GOLD) -> list[Part]:
    frame = ring(
        box(x - width / 2, y - height / 2, width, height, 7),
        box(x - width / 2 + 7, y - height / 2 + 7, width - 14, height - 14, 4),
    )
    pin = box(x - 3, y - height / 2 + 2, 6, height - 4, 3)
    return [Part(frame, ink, volume=6, bevel=3), Part(pin, ink, volume=4, bevel=2)]


def zipper(line: QPainterPath, within: QPainterPath | None = None) -> list[Part]:
    """Tape and teeth along the line; the puller hangs at its start."""
    start = line.pointAtPercent(0.06)
    puller = joined([box(start.x() - 5, start.y() + 4, 10, 34, 4), ellipse(start.x(), start.y() + 2, 9, 7)])
    return [
        Part(stroke(line, 18), Ink.DEEP, within=within, volume=8, bevel=3),
        crease(line, stroke(line, 16), width=6, alpha=0.55),
        Part(stroke(line, 5, (3, 2.6)), Ink.GOLD, volume=0, bevel=1, line=0),
        Part(puller, Ink.GOLD, volume=5, bevel=3),
    ]


def lock(x: float, y: float) -> list[Part]:
    """A turnlock."""
    plate = box(x - 26, y - 17, 52, 34, 10)
    bar = box(x - 5, y - 13, 10, 26, 5)
    return [Part(plate, Ink.GOLD, volume=8, bevel=3), Part(bar, Ink.GOLD, volume=5, bevel=3)]


def tassel(x: float, y: float, length: float = 60) -> list[Part]:
    skirt = [
        stroke(_line(x + spread * 0.35, y + 12, x + spread, y + length - abs(spread) * 0.4), 4.4)
        for spread in (-14, -9, -4.5, 0, 4.5, 9, 14)
    ]
    return [
        *(Part(strand, volume=3, bevel=2, line=0.8) for strand in skirt),
        Part(box(x - 8, y, 16, 18, 6), Ink.DEEP, volume=6, bevel=3),
    ]


def cast(
    part: QPainterPath, body: QPainterPath, *, dx: float = 5, dy: float = 9, alpha: float = 0.42
) -> Part:
    """The shadow a part throws on the body behind it."""
    return shade(moved(part, dx, dy), body, blur=8, alpha=alpha)


def _line(x1: float, y1: float, x2: float, y2: float) -> QPainterPath:
    path = QPainterPath()
    path.moveTo(x1, y1)
    path.cubicTo(x1, y1 + (y2 - y1) * 0.4, x2 + math.copysign(1, x2 - x1), y1 + (y2 - y1) * 0.6, x2, y2)
    return path
