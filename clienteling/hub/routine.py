"""What the hub does again and again, each on a thread of its own, from its start until it closes."""

import logging
import threading
from abc import ABC, abstractmethod
from typing import ClassVar

import sqlalchemy as sa

from sync.errors import SyncError

_log = logging.getLogger(__name__)


class Routine(ABC):
    """Its work is done at the start, and again some seconds after it ended or when there is more.

    What goes wrong in the database is logged as `trouble`, and is tried again in its turn.
    """

    name: ClassVar[str]
    every_s: ClassVar[float]
    trouble: ClassVar[str]
    """For the log; `%s` is what kind of error it was."""
    expected: ClassVar[tuple[type[Exception], ...]] = (sa.exc.SQLAlchemyError, SyncError)

    def __init__(self) -> None:
        self._more = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)

    @abstractmethod
    def work(self) -> None:
        """All that is to be done now, in the caller's thread; looks at `closing` between its steps."""

    @property
    def closing(self) -> bool:
        return self._closing.is_set()

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There is more to do: not after the pause, but now."""
        self._more.set()

    def close(self) -> None:
        """Returns when what is at hand is done; the rest is taken up at the next start."""
        self._closing.set()
        self._more.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self.closing:
            self._more.clear()
            try:
                self.work()
            except self.expected as error:
                _log.error(self.trouble, type(error).__name__)
            if not self.closing:
                self._more.wait(self.every_s)
