"""The only threads outside `sync`: work runs in order on one thread, its result comes back on Qt's.

Everything that touches the database or the network goes through `Jobs`. What goes wrong in a job and is
not expected by the caller ends in the one handler that the composition root gave.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]

log = logging.getLogger(__name__)


def nothing(_: object) -> None:
    """The continuation of a job whose result nobody waits for."""


class Jobs(Protocol):
    def run(
        self, work: Callable[[], T], done: Callable[[T], None] = nothing, failed: Failed | None = None
    ) -> None:
        """Do `work` off the UI thread, then `done` (or `failed`) on it."""
        ...

    def close(self) -> None: ...


class SerialJobs(QObject):
    """One thread, first come first served."""

    _finished = Signal(object)

    def __init__(self, name: str, unexpected: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unexpected = unexpected
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._closed = False
        self._finished.connect(self._deliver)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None] = nothing, failed: Failed | None = None
    ) -> None:
        if not self._closed:
            self._thread.submit(self._work, work, done, failed or self._unexpected)

    def close(self) -> None:
        """Finish what is being done and tell its result; drop what waits, and whatever is asked for later."""
        self._closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        QCoreApplication.sendPostedEvents(self)

    def _work(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._finished.emit(outcome(work, done, failed))

    @Slot(object)
    def _deliver(self, continuation: Callable[[], None]) -> None:
        continuation()


def outcome(work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Callable[[], None]:
    """Do the work now; what has to follow, on the UI thread, is the answer."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - the boundary of a job: everything ends in a handler
        problem = error
        log.debug("job failed: %s", type(problem).__name__)
        return lambda: failed(problem)
    return lambda: done(result)
