"""What has just been done, said once, with the way back where there is one."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN_FOR_MS = 6000

Undo = Callable[[], None]


@QmlElement
@QmlUncreatable("made by the app")
class Toasts(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._undo: Undo | None = None
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_FOR_MS)
        self._clock.timeout.connect(self.dismiss)

    @Property(str, notify=changed)
    def text(self) -> str:
        return self._text

    @Property(bool, notify=changed)
    def undoable(self) -> bool:
        return self._undo is not None

    def show(self, text: str, undo: Undo | None = None) -> None:
        self._text, self._undo = text, undo
        self._clock.start()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    @Slot()
    def dismiss(self) -> None:
        self._clock.stop()
        self._text, self._undo = "", None
        self.changed.emit()
