"""Who uses the replica's file, so that the file can be exchanged for another one under the same name."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sync.errors import ReplicaGone


class GateBusy(Exception):
    """Somebody was still in after the time that was given."""


class Gate:
    """Many may be in at once; whoever closes it is alone. One that is in may enter again."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._inside = 0
        self._closed = False
        self._shut = False
        self._own = threading.local()

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Waits while the gate is closed."""
        depth = getattr(self._own, "depth", 0)
        if not depth:
            self._enter()
        self._own.depth = depth + 1
        try:
            yield
        finally:
            self._own.depth = depth
            if not depth:
                self._leave()

    @contextmanager
    def closed(self, within_s: float) -> Iterator[None]:
        """Wait until everybody is out, and keep them out. Raises GateBusy, and the gate is open again."""
        with self._moved:
            self._closed = True
            alone = self._moved.wait_for(lambda: not self._inside, within_s)
        try:
            if not alone:
                raise GateBusy("the replica is in use")
            yield
        finally:
            with self._moved:
                self._closed = False
                self._moved.notify_all()

    def shut(self) -> None:
        """For good: wait until everybody is out, and turn away whoever comes."""
        with self._moved:
            self._shut = True
            self._moved.wait_for(lambda: not self._inside)

    def _enter(self) -> None:
        with self._moved:
            self._moved.wait_for(lambda: not self._closed)
            if self._shut:
                raise ReplicaGone("the replica was given up")
            self._inside += 1

    def _leave(self) -> None:
        with self._moved:
            self._inside -= 1
            self._moved.notify_all()
