"""Locks a tablet that nobody has touched for a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

from clienteling.tablet.preferences import Preferences

MINUTE_MS = 60_000
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
    }
)


class IdleLock(QObject):
    """Filters the events of the window it is installed on."""

    def __init__(
        self, preferences: Preferences, lock: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lock)
        preferences.changed.connect(self._begin)
        self._begin()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE:
            self._timer.start()
        return False

    @Slot()
    def _begin(self) -> None:
        self._timer.start(self._preferences.lock_after_minutes * MINUTE_MS)
