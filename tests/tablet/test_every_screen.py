"""Walks every screen of the registry in Italian, by touch and by keyboard.

Large enough to touch and nothing cut off, at three sizes of screen and in words twice as large; what is said
for a moment lies on nothing that is touched; named, reached and marked without a finger. And QML has nothing
to say about it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow
from pytestqt.logging import Record

from clienteling.demo.hands import live
from clienteling.tablet.app import App
from tests.screens.registry import SCREENS, Screen, Where
from tests.screens.variants import in_large_words, variants
from tests.screens.visits import furnished, tour
from tests.tablet.by_keyboard import out_of_reach, silent, unmarked
from tests.tablet.fingers import is_touchable, place_of, visible, words_of
from tests.tablet.in_sight import out_of_sight, underneath
from tests.tablet.said_above import covered

TOUCH = 48
HALF_A_PIXEL = 0.5
A_WHILE_MS = 500

Look = Callable[[], Iterator[str]]
"""What is wrong, seen now."""


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> Iterator[dict[Where, Path]]:
    with furnished(tmp_path_factory.mktemp("tablets")) as folders:
        yield folders


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QRhiGles2")  # a machine without graphics; charts are drawn without
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_everything_can_be_touched_and_read(folders: dict[Where, Path], screen: Screen, qtlog) -> None:
    ways = [*variants(languages=("it",), appearances=("light",)), *in_large_words()]
    with closing(tour(folders, [screen], ways)) as seen:
        found = [
            f"{way}: {problem}"
            for _, way, app in seen
            for look in looks(app, last=way == ways[-1])
            for problem in seen_twice(look)
        ]
    assert found == []
    assert complaints(qtlog.records) == []


def complaints(records: Iterable[Record]) -> list[str]:
    """What QML found wrong: a binding without a value, a size below nothing, a member that is gone."""
    return [one.message for one in records if one.matches_level("WARNING") and not one.ignored]


def looks(app: App, *, last: bool) -> Iterator[Look]:
    yield partial(problems, app.window.quick)
    yield partial(covered, app)
    if last:
        yield partial(by_keyboard, app.window.quick)


def problems(window: QQuickWindow) -> Iterator[str]:
    whole = QRectF(0, 0, window.width(), window.height())
    items = visible(window)
    for item in items:
        if is_touchable(item) and item.isEnabled():
            yield from too_small(item)
        if item.inherits("QQuickText") and item.property("text"):
            yield from cut_off(item, whole)
    yield from out_of_sight(window)
    yield from underneath(window)


def seen_twice(look: Look) -> list[str]:
    """A machine that is busy lays a list out while one looks: what is wrong is still wrong a moment later."""
    if not list(look()):
        return []
    live(A_WHILE_MS)
    return list(look())


def by_keyboard(window: QQuickWindow) -> Iterator[str]:
    yield from silent(window)
    yield from out_of_reach(window)
    yield from unmarked(window)


def too_small(item: QQuickItem) -> Iterator[str]:
    if min(item.width(), item.height()) < TOUCH - HALF_A_PIXEL:
        yield f"“{words_of(item)}” is only {item.width():.0f} by {item.height():.0f}"


def cut_off(item: QQuickItem, whole: QRectF) -> Iterator[str]:
    words = item.property("text")
    if item.property("truncated"):
        yield f"“{words}” is elided"
    if item.property("contentWidth") > item.width() + HALF_A_PIXEL:
        yield f"“{words}” is wider than its place"
    if item.property("contentHeight") > item.height() + HALF_A_PIXEL:
        yield f"“{words}” is higher than its place"
    place = place_of(item)
    ground = touchable_under(item)
    if ground is not None and not grown(place_of(ground)).contains(place):
        yield f"“{words}” sticks out of what is touched"
    if place.right() > whole.right() + HALF_A_PIXEL and scrolls_sideways(item) is False:
        yield f"“{words}” leaves the window"


def touchable_under(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not is_touchable(parent):
        parent = parent.parentItem()
    return parent


def grown(place: QRectF) -> QRectF:
    return place.adjusted(-HALF_A_PIXEL, -HALF_A_PIXEL, HALF_A_PIXEL, HALF_A_PIXEL)


def scrolls_sideways(item: QQuickItem) -> bool:
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable") and parent.property("contentWidth") > parent.width():
            return True
        parent = parent.parentItem()
    return False
