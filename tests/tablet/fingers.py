"""What a person does with a tablet: reads the words on it and touches them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from clienteling.demo.hands import live
from clienteling.tablet.scan.burst import LEAST_KEYS, LONGEST_GAP_MS

PATIENCE_MS = 60_000
"""For a machine that is busy with something else; nobody waits this long otherwise."""


def everything(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all that lies in it, as it is drawn."""
    yield item
    for child in item.childItems():
        yield from everything(child)


def visible(window: QQuickWindow) -> list[QQuickItem]:
    """What is drawn inside the window."""
    whole = QRectF(QPointF(0, 0), window.size().toSizeF())
    return [i for i in everything(window.contentItem()) if is_shown(i) and whole.intersects(place_of(i))]


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


class Fingers:
    def __init__(self, qtbot: QtBot, window: QQuickWindow) -> None:
        self._qtbot = qtbot
        self._window = window
        self._finger = QTest.createTouchDevice()

    def read(self) -> str:
        """All the words on the screen, line by line."""
        texts = (i.property("text") for i in visible(self._window) if i.inherits("QQuickText"))
        return "\n".join(text for text in texts if text)

    def sees(self, words: str) -> bool:
        return words in self.read()

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: self.sees(words), timeout=PATIENCE_MS)

    def touch(self, words: str) -> None:
        """The button or field that is called so; waits until it is there."""
        self._qtbot.waitUntil(lambda: self.find(words) is not None, timeout=PATIENCE_MS)
        item = self.find(words)
        assert item is not None
        self.touch_item(item)

    def find(self, words: str) -> QQuickItem | None:
        return next(
            (
                i
                for i in reversed(visible(self._window))
                if is_touchable(i) and i.isEnabled() and words_of(i) == words
            ),
            None,
        )

    def touch_item(self, item: QQuickItem) -> None:
        self.touch_at(place_of(item).center().toPoint())

    def touch_at(self, point: QPoint) -> None:
        QTest.touchEvent(self._window, self._finger).press(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, point, self._window).commit()

    def type(self, text: str) -> None:
        """As somebody types who rests now and then: without any pause it would be a scanner's burst."""
        for number, letter in enumerate(text, 1):
            self._qtbot.keyClick(self._window, letter)
            if number % (LEAST_KEYS - 1) == 0 and not text.isalpha():
                live(LONGEST_GAP_MS + 10)

    def press(self, key: Qt.Key) -> None:
        self._qtbot.keyClick(self._window, key)
