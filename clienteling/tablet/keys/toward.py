"""What lies next in a direction: how the arrow keys find their way over a page."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt


class Direction(Enum):
    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}

TOUCHING = 1.0
"""Neighbours whose edges meet may overlap by a pixel."""


def toward(here: QRectF, places: Sequence[QRectF], direction: Direction) -> int | None:
    """The position of the place that comes next; None at the edge.

    What lies straight ahead goes before what lies nearer but aside: a row is followed to its end.
    """
    ahead = [
        (
            gap_aside(here, place, direction),
            gap_along(here, place, direction),
            off_centre(here, place),
            number,
        )
        for number, place in enumerate(places)
        if gap_along(here, place, direction) >= -TOUCHING
    ]
    return min(ahead)[3] if ahead else None


def off_centre(here: QRectF, place: QRectF) -> float:
    """Decides between two that are equally far."""
    between = place.center() - here.center()
    return between.manhattanLength()


def gap_along(here: QRectF, place: QRectF, direction: Direction) -> float:
    match direction:
        case Direction.LEFT:
            return here.left() - place.right()
        case Direction.RIGHT:
            return place.left() - here.right()
        case Direction.UP:
            return here.top() - place.bottom()
        case Direction.DOWN:
            return place.top() - here.bottom()


def gap_aside(here: QRectF, place: QRectF, direction: Direction) -> float:
    """0 when the two overlap across the way."""
    if direction in (Direction.LEFT, Direction.RIGHT):
        return max(0.0, place.top() - here.bottom(), here.top() - place.bottom())
    return max(0.0, place.left() - here.right(), here.left() - place.right())
