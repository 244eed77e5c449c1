"""Listens for the hub's doorbell on a thread of its own."""

import random
import threading
import time
from collections.abc import Callable

from sync.device.client import HttpHub
from sync.errors import SyncError

STEADY_S = 5.0
"""A stream that lasted this long was a good one."""
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 30.0


class LiveListener:
    """Calls `rung` at each bell, and once when a stream ends: the hub may have gone.

    It opens a new stream only after `resume`, which the engine calls when the hub answered; so there is one
    place that decides how often an absent hub is tried. Callbacks come on the listener's thread.
    """

    def __init__(self, open_hub: Callable[[], HttpHub], rung: Callable[[], None]) -> None:
        self._open_hub = open_hub
        self._rung = rung
        self._go = threading.Event()
        self._closed = threading.Event()
        self._hub: HttpHub | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="sync-live", daemon=True)
        self._thread.start()

    def resume(self) -> None:
        """The hub answers: listen, unless that is being done already."""
        self._go.set()

    def close(self) -> None:
        self._closed.set()
        self._go.set()
        with self._lock:
            if self._hub is not None:
                self._hub.abort()
        self._thread.join()

    def _run(self) -> None:
        pause = FIRST_PAUSE_S
        while self._awaited_go():
            began = time.monotonic()
            self._listen()
            self._rung()
            pause = FIRST_PAUSE_S if time.monotonic() - began > STEADY_S else min(pause * 2, LONGEST_PAUSE_S)
            self._closed.wait(pause * random.uniform(0.5, 1.0))  # noqa: S311 (jitter, no secret)

    def _awaited_go(self) -> bool:
        self._go.wait()
        self._go.clear()
        return not self._closed.is_set()

    def _listen(self) -> None:
        with self._lock:
            if self._closed.is_set():
                return
            hub = self._hub = self._open_hub()
        try:
            for _ in hub.bells():
                self._rung()
        except SyncError:
            return  # the engine finds out what is wrong when it tries the hub
        finally:
            with self._lock:
                self._hub = None
            hub.close()
