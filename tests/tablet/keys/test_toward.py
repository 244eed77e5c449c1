"""How the arrow keys find their way over a page."""

import pytest
from PySide6.QtCore import QRectF

from clienteling.tablet.keys.toward import Direction, toward

TILES = {
    "one": QRectF(0, 0, 100, 50),
    "two": QRectF(120, 0, 100, 50),
    "three": QRectF(240, 0, 100, 50),
    "below one": QRectF(0, 60, 100, 50),
    "below three": QRectF(240, 60, 100, 50),
    "far below two": QRectF(120, 400, 100, 50),
}


def led(start: str, direction: Direction) -> str:
    others = [name for name in TILES if name != start]
    number = toward(TILES[start], [TILES[name] for name in others], direction)
    return "" if number is None else others[number]


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("one", Direction.RIGHT, "two"),
        ("two", Direction.RIGHT, "three"),
        ("three", Direction.LEFT, "two"),
        ("one", Direction.DOWN, "below one"),
        ("below three", Direction.UP, "three"),
        ("below one", Direction.RIGHT, "below three"),
        ("two", Direction.DOWN, "far below two"),
        ("below one", Direction.DOWN, "far below two"),
    ],
)
def test_an_arrow_leads_to_what_lies_next(start: str, direction: Direction, end: str) -> None:
    assert led(start, direction) == end


@pytest.mark.parametrize(("start", "direction"), [("one", Direction.LEFT), ("two", Direction.UP)])
def test_at_the_edge_it_leads_nowhere(start: str, direction: Direction) -> None:
    assert led(start, direction) == ""


def test_neighbours_that_overlap_by_a_pixel_are_neighbours() -> None:
    assert toward(QRectF(0, 0, 100, 50), [QRectF(0, 49.2, 100, 50)], Direction.DOWN) == 0
