"""Scanners that type, listened to at the window: what they type is read, what fingers type is left alone."""

from time import monotonic_ns

from PySide6.QtCore import Q_ARG, QEvent, QMetaObject, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from clienteling.tablet.scan.burst import LONGEST_GAP_MS, Burst, Verdict

# Scanners without Enter end in silence; a tired Bluetooth link pauses longer than a key does.
_SILENCE_MS = LONGEST_GAP_MS + 40


class Wedge(QObject):
    """Watches one window's keys.

    The first keys of a burst reach the field that has the focus, for they could still be typing; once the
    burst is recognised they are taken out of it again and the rest is kept away.
    """

    scanned = Signal(str)

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._burst = Burst()
        self._field: QObject | None = None
        self._field_start = 0
        self._cleaned = False
        self._silence = QTimer(self, singleShot=True, interval=_SILENCE_MS)
        self._silence.timeout.connect(self._finish)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return self._pressed(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.text()
        if not key:
            return False  # Shift and its like come between the letters of a burst
        if event.isAutoRepeat():
            self._burst.reset()
            return False
        match self._burst.press(key, event.timestamp() or monotonic_ns() // 1_000_000):
            case Verdict.COMPLETE:
                self._finish()
            case Verdict.SCANNED:
                self._take_out_of_field()
                self._silence.start()
            case Verdict.TYPED:
                if self._burst.beginning:
                    self._remember_field()
                return False
        return True

    @Slot()
    def _finish(self) -> None:
        self._silence.stop()
        text, recognised = self._burst.text, self._burst.recognised
        self._burst.reset()
        self._cleaned = False
        if recognised:
            self.scanned.emit(text)

    def _remember_field(self) -> None:
        field = QGuiApplication.focusObject()
        cursor = field.property("cursorPosition") if field else None
        self._field = field if isinstance(cursor, int) else None
        self._field_start = cursor if isinstance(cursor, int) else 0
        self._cleaned = False

    def _take_out_of_field(self) -> None:
        if self._cleaned:
            return
        self._cleaned = True
        field, self._field = self._field, None
        if field is None or field is not QGuiApplication.focusObject():
            return
        end = field.property("cursorPosition")
        if isinstance(end, int) and end > self._field_start:
            # Setting the text would cut the field's bindings; removing is what a person does.
            QMetaObject.invokeMethod(
                field,
                "remove",
                Qt.ConnectionType.DirectConnection,
                Q_ARG(int, self._field_start),
                Q_ARG(int, end),
            )
