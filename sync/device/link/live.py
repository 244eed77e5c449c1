"""Listens for the hub's bell on a thread of its own: a stream, or one wait after another."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sync.device.link.client import HttpHub, HubSilent
from sync.device.state import Cursor
from sync.errors import SyncError
from sync.wire import Bell

STEADY_S = 15.0
"""A stream that lasted this long was a good one."""
TRIES = 3
"""After so many in a row that were not, or one that fell silent, the device waits by single calls instead."""
STREAM_AGAIN_S = 600.0
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 30.0


class LiveListener:
    """Calls `rung` with each bell, and with None when it has to give up listening: the hub may have gone.

    It listens again only after `resume`, which the engine calls when the hub answered; so there is one
    place that decides how often an absent hub is tried. Callbacks come on the listener's thread.
    """

    def __init__(
        self,
        open_hub: Callable[[], HttpHub],
        cursor: Callable[[], Cursor],
        rung: Callable[[Bell | None], None],
    ) -> None:
        self._open_hub = open_hub
        self._cursor = cursor
        self._rung = rung
        self._habit = Habit()
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
            if self._closed.is_set():
                return
            self._rung(None)
            lasted = time.monotonic() - began
            pause = FIRST_PAUSE_S if lasted > STEADY_S else min(pause * 2, LONGEST_PAUSE_S)
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
            self._hear(hub)
        except SyncError:
            return  # the engine finds out what is wrong when it tries the hub
        finally:
            with self._lock:
                self._hub = None
            hub.close()

    def _hear(self, hub: HttpHub) -> None:
        at = self._cursor()
        if self._habit.streams(time.monotonic()):
            with self._habit.streaming():
                self._ring(hub.bells(at.epoch, at.seq), at)
        else:
            self._ring(self._waits(hub, at), at)

    def _ring(self, bells: Iterator[Bell], at: Cursor) -> None:
        for bell in bells:
            self._rung(bell)
            if bell.epoch != at.epoch:
                return  # from the start of the new history, when the engine has taken it up

    def _waits(self, hub: HttpHub, at: Cursor) -> Iterator[Bell]:
        """Until it is time to try a stream again. What was told is not asked for again."""
        seq = at.seq
        while not self._closed.is_set() and not self._habit.streams(time.monotonic()):
            bell = hub.wait(at.epoch, seq)
            yield bell
            seq = max(seq, bell.head)


class Habit:
    """Whether streams get through: somebody between the two may keep them back, or cut them off."""

    def __init__(self) -> None:
        self._short = 0
        self._again_at = 0.0

    def streams(self, now_s: float) -> bool:
        return now_s >= self._again_at

    @contextmanager
    def streaming(self) -> Iterator[None]:
        """Around one stream: remembers how it ended."""
        began, silent = time.monotonic(), False
        try:
            yield
        except HubSilent:
            silent = True
            raise
        finally:
            now = time.monotonic()
            self.ended(now - began, now, silent=silent)

    def ended(self, lasted_s: float, now_s: float, *, silent: bool) -> None:
        """A stream that falls silent was swallowed; one that is cut off at once may have met a bad moment."""
        self._short = 0 if lasted_s > STEADY_S else self._short + 1
        if silent or self._short >= TRIES:
            self._short = 0
            self._again_at = now_s + STREAM_AGAIN_S
