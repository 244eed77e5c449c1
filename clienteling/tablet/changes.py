"""The one signal: what a transaction changed, here or by a pull, told on the UI thread."""

from PySide6.QtCore import QObject, Signal, Slot

from sync.changes import Changes


class ChangeSignal(QObject):
    """View models connect to `changed` and reload what `Changes.touches`."""

    changed = Signal(object)
    """Changes"""
    followed = Signal(object)
    """The same Changes, after everybody who shows records has asked for them: for counts and states."""

    _announced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._announced.connect(self._tell)

    def announce(self, changes: Changes) -> None:
        """From any thread; the replica's listeners and the sync engine call it."""
        if changes:
            self._announced.emit(changes)

    @Slot(object)
    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
        self.followed.emit(changes)
