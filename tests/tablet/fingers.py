"""What a person does with a tablet: reads the words on it and touches them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from clienteling.demo.ease import Ease
from clienteling.demo.hands import live
from clienteling.tablet.scan.burst import LEAST_KEYS, LONGEST_GAP_MS

UNBROKEN = "\N{NO-BREAK SPACE}"
PATIENCE_MS = 60_000
"""For a machine that is busy with something else; nobody waits this long otherwise."""

AT_REST = 8
"""Looks, 10 ms apart, that must find something in one place: a sheet begins to move a moment late."""


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all that lies in it, as it is drawn."""
    yield item
    for child in item.childItems():
        yield from everything(child)


def drawn(item: QQuickItem) -> Iterator[QQuickItem]:
    """Of everything only what is shown; what lies in something hidden is not looked at."""
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if one.isVisible() and one.opacity() > 0:
            yield one
            waiting.extend(reversed(one.childItems()))


def visible(window: QQuickWindow, such: Callable[[QQuickItem], bool] = lambda _: True) -> list[QQuickItem]:
    """What is drawn inside the window, in the order of drawing; of it what is `such`."""
    whole = QRectF(QPointF(0, 0), window.size().toSizeF())
    return [i for i in drawn(window.contentItem()) if such(i) and whole.intersects(place_of(i))]


def is_shown(item: QQuickItem) -> bool:
    while item is not None:
        if not item.isVisible() or item.opacity() == 0:
            return False
        item = item.parentItem()
    return True


def place_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def words_of(item: QQuickItem) -> str:
    """What stands on it or, on a button with a picture, what it is called."""
    for name in ("label", "text", "title", "hint"):
        said = item.property(name)
        if isinstance(said, str) and said:
            return said
    return ""


def is_touchable(item: QQuickItem) -> bool:
    return any(item.inherits(kind) for kind in ("QQuickAbstractButton", "QQuickTextField", "QQuickTextArea"))


def has_words(item: QQuickItem) -> bool:
    return item.inherits("QQuickText") and bool(item.property("text"))


class Thing:
    """Something on the screen, followed by the eye before it is touched."""

    def __init__(self, find: Callable[[], QQuickItem | None]) -> None:
        self._find = find
        self._item: QQuickItem | None = None
        self.places: list[QPointF] = []

    def rests(self) -> bool:
        """Whether it lay in one place for a while, and still is what is looked for."""
        if self._item is None or not (isValid(self._item) and is_shown(self._item)):
            self._look()
        if self._item is None:
            return False
        self.places.append(place_of(self._item).center())
        last = self.places[-AT_REST:]
        return len(last) == AT_REST and all(one == last[0] for one in last) and self._same()

    def _look(self) -> None:
        self._item = self._find()
        self.places.clear()

    def _same(self) -> bool:
        before = self.places[-1]
        self._item = self._find()
        return self._item is not None and place_of(self._item).center() == before


class Fingers:
    def __init__(self, qtbot: QtBot, window: QQuickWindow) -> None:
        self._qtbot = qtbot
        self._window = window
        self._finger = QTest.createTouchDevice()
        self._ease = Ease()

    def read(self) -> str:
        """All the words on the screen, line by line; where a line may break is not read."""
        said = "\n".join(i.property("text") for i in visible(self._window, has_words))
        return said.replace(UNBROKEN, " ")

    def sees(self, words: str) -> bool:
        return words in self.read()

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: self.sees(words), timeout=PATIENCE_MS)

    def touch(self, words: str) -> None:
        """The button or field that is called so; waits until it is there and lies still."""
        self.touch_at(self.resting(lambda: self.find(words)), words)

    def find(self, words: str) -> QQuickItem | None:
        def called_so(item: QQuickItem) -> bool:
            return is_touchable(item) and item.isEnabled() and words_of(item) == words

        return next(reversed(visible(self._window, called_so)), None)

    def resting(self, find: Callable[[], QQuickItem | None]) -> QPoint:
        """Where the thing lies, once it is there and lies still."""
        thing = Thing(find)
        self._qtbot.waitUntil(lambda: thing.rests() and not self._fades(), timeout=PATIENCE_MS)
        return thing.places[-1].toPoint()

    def _fades(self) -> bool:
        """A sheet that fades away is still touched, instead of what lies beneath it."""
        whole = drawn(self._window.contentItem())
        return any(item.inherits("QQuickPopupItem") and item.opacity() < 1 for item in whole)

    def touch_item(self, item: QQuickItem) -> None:
        self.touch_at(place_of(item).center().toPoint())

    def touch_at(self, point: QPoint, what: str = "") -> None:
        """As somebody who looks first; `what` is the thing's name."""
        live(self._ease.waits_ms(point, what))
        self.touch_again(point, what)

    def touch_again(self, point: QPoint, what: str = "") -> None:
        """At once, whatever was touched before."""
        self._ease.touches(point, what)
        QTest.touchEvent(self._window, self._finger).press(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, point, self._window).commit()

    def type(self, text: str) -> None:
        """As somebody types who rests now and then: without any pause it would be a scanner's burst."""
        live(LONGEST_GAP_MS + 10)  # what was typed into the field before is no beginning of this
        for number, letter in enumerate(text, 1):
            self._qtbot.keyClick(self._window, letter)
            if number % (LEAST_KEYS - 1) == 0 and not text.isalpha():
                live(LONGEST_GAP_MS + 10)

    def press(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self._window, key)
