"""What wakes the engine, gathered until it looks: any number of bells leads to one look."""

import threading
from dataclasses import dataclass

import msgspec

from sync.wire import NO_PAGE, Bell

MOST_BELLS = 64
"""Beyond that a page of the feed serves better than their pages."""


@dataclass(frozen=True, slots=True)
class Work:
    hello: bool
    """A whole pass is asked for; otherwise what was written here is sent and the bells are heard."""
    bells: tuple[Bell, ...]


class Agenda:
    """Safe to use from several threads; one of them takes what the others put."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._woken = threading.Event()
        self._hello = True
        self._bells: list[Bell] = []

    def say_hello(self) -> None:
        with self._lock:
            self._hello = True
        self._woken.set()

    def look(self) -> None:
        """Something was written here."""
        self._woken.set()

    def hear(self, bell: Bell) -> None:
        with self._lock:
            self._hello |= bell.attend
            if len(self._bells) >= MOST_BELLS:
                self._bells.clear()
                bell = msgspec.structs.replace(bell, page=NO_PAGE)
            self._bells.append(bell)
        self._woken.set()

    def wait(self, within_s: float | None) -> bool:
        """False when nothing came within the time."""
        return self._woken.wait(within_s)

    def take(self) -> Work:
        """All there is; what comes from now on wakes again."""
        with self._lock:
            self._woken.clear()
            work = Work(self._hello, tuple(self._bells))
            self._hello = False
            self._bells.clear()
        return work
