"""The only threads outside `sync`: work runs in order on one thread, its result comes back on Qt's.

Everything that touches the database or the network goes through `Jobs`. What goes wrong in a job and is
not expected by the caller ends in the one handler that the composition root gave. Whoever asked may be gone
before the answer is there: that ends on Qt's thread too.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol, TypeVar

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
        """Do `work` off the UI thread, then `done` (or `failed`) on it.

        `failed` raises what it got where that is none of its business: it ends in the one handler then.
        """
        ...

    def close(self) -> None: ...


class Job:
    """Carried to the other thread and back, filled there, emptied here.

    What is to be done and what follows hold whoever asked. The worker may let go of the job itself last, but
    never of them: it would end Qt's objects on its thread.
    """

    def __init__(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._steps: list[Callable[[], Any]] = [partial(outcome, work, done, failed)]

    def do(self) -> None:
        self._steps.append(self._steps[0]())

    def end(self) -> None:
        follows = self._steps[-1]
        self._steps.clear()
        follows()


def outcome(work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Callable[[], None]:
    """Do the work now; what has to follow, on the UI thread, is the answer."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - the boundary of a job: everything ends in a handler
        log.debug("job failed: %s", type(error).__name__)
        return partial(failed, error)
    return partial(done, result)


def _told(failed: Failed, unexpected: Failed, error: Exception) -> None:
    try:
        failed(error)
    except Exception as raised:
        if raised is not error:
            raise
        unexpected(error)


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
            told = partial(_told, failed, self._unexpected) if failed else self._unexpected
            self._thread.submit(self._do, Job(work, done, told))

    def close(self) -> None:
        """Finish what is being done and tell its result; drop what waits, and whatever is asked for later."""
        self._closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        QCoreApplication.sendPostedEvents(self)

    def _do(self, job: Job) -> None:
        job.do()
        self._finished.emit(job)

    @Slot(object)
    def _deliver(self, job: Job) -> None:
        job.end()
