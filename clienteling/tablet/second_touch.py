"""A hurried finger touches twice; its second touch is not meant for what has come to lie beneath it."""

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickWindow

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

WITHIN_MS = 350
"""Nobody has seen a page that is so new, and meant to touch it."""
NEAR = 24.0
"""Logical pixels between two touches of one finger in one place."""

_BEGINS = (QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_GOES_ON = (QEvent.Type.TouchUpdate, QEvent.Type.MouseMove)
_ENDS = (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel, QEvent.Type.MouseButtonRelease)


@QmlElement
@QmlSingleton
class SecondTouch(QObject):
    """Listens at the one window; leaves and pages say when they come and go.

    Where nothing has turned, two touches are two: a digit of the PIN, one more of an article.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last_ms = -WITHIN_MS
        self._last_at = QPointF()
        self._turned = False
        self._kept_away = False
        self._window: QQuickWindow | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._come_first)

    def listen(self, window: QQuickWindow) -> None:
        self._window = window
        self._come_first()

    def forget_window(self) -> None:
        self._window = None

    @Slot()
    def turned(self) -> None:
        """Something else lies beneath the finger now, or will in a moment."""
        self._turned = True
        self._come_first()
        self._soon.start()

    @Slot()
    def _come_first(self) -> None:
        """Qt's layer of leaves takes touches before the window does; whoever listens last is asked first."""
        if self._window is not None:
            self._window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _BEGINS:
            self._kept_away = self._is_second(event)
        elif kind not in _ENDS and kind not in _GOES_ON:
            return False
        kept_away = self._kept_away
        if kind in _ENDS:
            self._kept_away = False
        if kept_away:
            event.accept()  # or the system makes a click of it
        return kept_away

    def _is_second(self, event: QEvent) -> bool:
        at = _place(event)
        if at is None:
            return False
        now = event.timestamp() if isinstance(event, QMouseEvent | QTouchEvent) else 0
        moved = at - self._last_at
        second = (
            self._turned and now - self._last_ms < WITHIN_MS and max(abs(moved.x()), abs(moved.y())) < NEAR
        )
        self._last_ms, self._last_at = now, at
        if not second:
            self._turned = False
        return second


def _place(event: QEvent) -> QPointF | None:
    """Of a finger alone, or the mouse."""
    if isinstance(event, QTouchEvent):
        return event.points()[0].position() if event.pointCount() == 1 else None
    return event.position() if isinstance(event, QMouseEvent) else None
