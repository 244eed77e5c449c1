"""Hands and eyes on a window: taps, types and reads what is really painted there."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from clienteling.demo.ease import Ease

PATIENCE_S = 90.0
"""For a machine that is busy with something else; nobody waits this long otherwise."""

AT_REST = 5
"""Looks that find something in one place: a sheet begins to move a moment late."""

UNBROKEN = "\N{NO-BREAK SPACE}"
PUSH, PUSH_MS = 20, 16
"""Pixels and time of one move of a finger that scrolls."""


class NotThere(Exception):
    """Something that a person would look for was not on the screen in time."""


class Hands:
    """One person's hands on one window. Positions are logical pixels of the window."""

    def __init__(self, window: QQuickWindow, patience_s: float = PATIENCE_S) -> None:
        self._window = window
        self._patience_s = patience_s
        self._finger = QTest.createTouchDevice()
        self._ease = Ease()
        self.taps = 0

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Let the window live until something is true. Raises NotThere with `what` when it never is."""
        deadline = time.monotonic() + self._patience_s
        while not true():
            if time.monotonic() > deadline:
                raise NotThere(f"{what} — on the screen: {' | '.join(self.words())[:1500]}")
            live(5)

    def see(self, *texts: str) -> None:
        """Wait until each text stands somewhere on the screen."""
        for text in texts:
            self.until(lambda text=text: any(text in word for word in self.words()), f"“{text}” is not shown")

    def wait_away(self, name: str) -> None:
        """Wait until nothing of that name is to be seen, such as a sheet that is being put away."""
        self.until(lambda: self._find(name) is None, f"“{name}” does not go away")

    def words(self) -> list[str]:
        """Every text that is painted now; where a line may break is not read."""
        found = (str(item.property("text") or "").replace(UNBROKEN, " ") for item in self._visible())
        return [word for word in found if word.strip()]

    def text_of(self, name: str) -> str:
        """The longest text within the item of that object name."""
        self.until(lambda: self._find(name) is not None, f"there is no “{name}”")
        item = self._find(name)
        inside = [str(i.property("text") or "") for i in _within(item)] if item else []
        return max(inside, key=len, default="")

    def tap(self, name: str) -> None:
        """Touch the item of that object name, or else the one that shows exactly that text."""
        places: list[QPoint] = []

        def at_rest() -> bool:
            item = self._find(name)
            if item is not None:
                places.append(item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint())
            last = places[-AT_REST:]
            still = len(last) == AT_REST and len(set(map(QPoint.toTuple, last))) == 1
            return item is not None and still and not self._fades()

        self.until(at_rest, f"there is no “{name}” to tap")
        self.until(self._in_front, "the window does not come to the front")
        self.touch(places[-1], name)

    def touch(self, at: QPoint, what: str = "") -> None:
        live(self._ease.waits_ms(at, what))
        self._ease.touches(at, what)
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()
        self.taps += 1
        QGuiApplication.processEvents()

    def push_up(self, distance: int) -> None:
        """Move what is scrolled so many pixels upwards, with one finger in the middle of the window."""
        at = QPoint(self._window.width() * 2 // 3, self._window.height() * 3 // 4)
        QTest.touchEvent(self._window, self._finger).press(0, at, self._window).commit()
        for _ in range(distance // PUSH):
            at -= QPoint(0, PUSH)
            QTest.touchEvent(self._window, self._finger).move(0, at, self._window).commit()
            live(PUSH_MS)
        live(10 * PUSH_MS)  # a finger that rests before it is lifted throws nothing
        QTest.touchEvent(self._window, self._finger).release(0, at, self._window).commit()
        live(10 * PUSH_MS)

    def type(self, text: str) -> None:
        """Keys go to the window that is in front, as they do on a desk with two of them."""
        self.until(self._in_front, "the window does not come to the front")
        for character in text:
            QTest.keyClick(self._window, character)
        QGuiApplication.processEvents()

    def picture(self, path: Path) -> None:
        """Keep what is painted as a PNG."""
        live(350)  # motion ends within 200 ms
        self.until(lambda: not any(map(_is_loading, self._visible())), "a picture does not come")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self._window.grabWindow().save(str(path)):
            raise NotThere(f"the picture could not be kept at {path}")

    def _in_front(self) -> bool:
        if not self._window.isActive():
            self._window.requestActivate()
        return self._window.isActive()

    def _fades(self) -> bool:
        """A sheet that fades away is still touched, instead of what lies beneath it."""
        return any(item.inherits("QQuickPopupItem") and item.opacity() < 1 for item in self._visible())

    def _find(self, name: str) -> QQuickItem | None:
        visible = list(self._visible())
        named = [item for item in visible if item.objectName() == name]
        called = [item for item in visible if _touchable(item) and name in _names(item)]
        texts = [item for item in visible if item.property("text") == name]
        return next((item for item in (*named, *called, *texts) if item.isEnabled()), None)

    def _visible(self) -> Iterator[QQuickItem]:
        waiting = [self._window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if not item.isVisible() or item.opacity() == 0:
                continue
            if self._on_screen(item):
                yield item
            waiting.extend(sorted(item.childItems(), key=lambda child: child.z()))

    def _on_screen(self, item: QQuickItem) -> bool:
        corner = item.mapToScene(QPointF(0, 0))
        inside_x = -item.width() < corner.x() < self._window.width()
        return inside_x and -item.height() < corner.y() < self._window.height()


def _within(item: QQuickItem) -> Iterator[QQuickItem]:
    yield item
    for child in item.childItems():
        yield from _within(child)


def live(milliseconds: int) -> None:
    """Let Qt do its work for a while. An event loop lets other threads run, which QTest.qWait does not."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _is_loading(item: QQuickItem) -> bool:
    """A code is drawn on a thread of Qt's own."""
    if not item.inherits("QQuickImageBase") or item.property("source").isEmpty():
        return False
    return item.property("progress") < 1


def _touchable(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton") or item.inherits("QQuickTextField")


def _names(item: QQuickItem) -> set[object]:
    return {item.property("label"), item.property("text"), item.property("title")}
