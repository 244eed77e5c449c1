"""What nobody waits for begins when the frame that is being made is on the screen.

While a page is laid out and drawn, every other thread takes time from it: where it needs the interpreter, and
on a tablet of few cores in any case.
"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtQuick import QQuickWindow

from clienteling.tablet.jobs import Failed, Jobs, nothing

T = TypeVar("T")


class Painted(QObject):
    """Jobs that wait for the next frame of a window; without a window in sight they begin at once."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window: QQuickWindow | None = None
        self._waiting: list[Callable[[], None]] = []

    def watch(self, window: QQuickWindow) -> None:
        self._window = window

    def run(
        self, work: Callable[[], T], done: Callable[[T], None] = nothing, failed: Failed | None = None
    ) -> None:
        begin = partial(self._jobs.run, work, done, failed)
        if self._window is None or not self._window.isExposed():
            begin()
            return
        if not self._waiting:
            self._window.frameSwapped.connect(self._begin, Qt.ConnectionType.SingleShotConnection)
            self._window.update()
        self._waiting.append(begin)

    def close(self) -> None:
        """Its window goes: what waits is dropped, as jobs drop it."""
        self._window = None
        self._waiting.clear()

    @Slot()
    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        for begin in waiting:
            begin()
