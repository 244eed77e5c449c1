"""Outlines: smooth curves through points, and what grows out of them."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QTransform

HANDLE = 0.36  # of a segment's length: rounder than a third, short enough not to overshoot


Stop = tuple[QPointF, bool]


def curve(points: str, *, closed: bool = False) -> QPainterPath:
    """A smooth line through `"x,y x,y! …"`; the mark `!` makes a corner of its point."""
    stops = [_stop(word) for word in points.split()]
    path = QPainterPath(stops[0][0])
    for here in range(len(stops) if closed else len(stops) - 1):
        after = (here + 1) % len(stops)
        start, end = stops[here][0], stops[after][0]
        reach = HANDLE * math.hypot(end.x() - start.x(), end.y() - start.y())
        leaving = _tangent(stops, here, closed) or _unit(end - start)
        arriving = _tangent(stops, after, closed) or _unit(end - start)
        path.cubicTo(start + leaving * reach, end - arriving * reach, end)
    if closed:
        path.closeSubpath()
    return path


def shape(points: str) -> QPainterPath:
    return curve(points, closed=True)


def _stop(word: str) -> Stop:
    x, y = word.rstrip("!").split(",")
    return QPointF(float(x), float(y)), word.endswith("!")


def _tangent(stops: list[Stop], here: int, closed: bool) -> QPointF | None:
    """The way the line runs through a stop; none at a corner or an end."""
    if stops[here][1] or (not closed and here in (0, len(stops) - 1)):
        return None
    return _unit(stops[(here + 1) % len(stops)][0] - stops[here - 1][0])


def _unit(way: QPointF) -> QPointF:
    return way / (math.hypot(way.x(), way.y()) or 1.0)


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), rx, rx if ry is None else ry)
    return path


def ring(outer: QPainterPath, inner: QPainterPath) -> QPainterPath:
    return outer.subtracted(inner)


def stroke(line: QPainterPath, width: float, dash: tuple[float, float] | None = None) -> QPainterPath:
    """The line as an area; `dash` is (mark, gap) in units."""
    pen = QPainterPathStroker()
    pen.setWidth(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if dash is None else Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash is not None:
        pen.setDashPattern([dash[0] / width, dash[1] / width])
    return pen.createStroke(line)


def joined(paths: list[QPainterPath]) -> QPainterPath:
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        whole.addPath(path)
    return whole


def mirrored(path: QPainterPath, axis: float = 320) -> QPainterPath:
    return QTransform(-1, 0, 0, 1, 2 * axis, 0).map(path)


def turned(path: QPainterPath, degrees: float, x: float = 320, y: float = 320) -> QPainterPath:
    return QTransform().translate(x, y).rotate(degrees).translate(-x, -y).map(path)


def moved(path: QPainterPath, dx: float, dy: float) -> QPainterPath:
    return path.translated(dx, dy)


def inset(path: QPainterPath, margin: float) -> QPainterPath:
    """The same outline drawn smaller by `margin` on each side."""
    bounds = path.boundingRect()
    middle = bounds.center()
    return (
        QTransform()
        .translate(middle.x(), middle.y())
        .scale(1 - 2 * margin / bounds.width(), 1 - 2 * margin / bounds.height())
        .translate(-middle.x(), -middle.y())
        .map(path)
    )
