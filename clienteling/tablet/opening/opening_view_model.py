"""Opening the replica at the start, and saying plainly when it does not open."""

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.jobs import Jobs
from clienteling.tablet.opening.device import NotOpened, Opened, Trouble

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class OpeningViewModel(QObject):
    changed = Signal()
    opened = Signal(object)
    """Opened"""

    def __init__(
        self,
        jobs: Jobs,
        open_device: Callable[[], Opened],
        set_aside: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._open_device = open_device
        self._set_aside = set_aside
        self._trouble = Trouble.NONE

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """A `Trouble`; empty while there is none."""
        return self._trouble.value

    @Slot()
    def open(self) -> None:
        self._jobs.run(self._open_device, self.opened.emit, self._not_opened)

    @Slot()
    def begin_anew(self) -> None:
        """With an empty replica; the file that does not open is kept beside it."""
        self._jobs.run(self._set_aside, lambda _: self.open(), self._not_opened)

    def _not_opened(self, error: Exception) -> None:
        if not isinstance(error, NotOpened | OSError):
            raise error
        self.fail(error.trouble if isinstance(error, NotOpened) else Trouble.NO_ROOM)

    def fail(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self.changed.emit()
