"""Keeps what comes in before it is answered: all that came meanwhile in one durable commit.

Fifty senders at once would otherwise wait for fifty commits one after another.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.raw import Coming
from sync.hub.writer import HubWriter

AT_ONCE = 200
_END = None


class Store(Protocol):
    def write(self) -> AbstractContextManager[HubWriter]: ...


class Promised(NamedTuple):
    coming: Coming
    kept: Future[None]


class Keeper:
    def __init__(self, store: Store, kept: Callable[[], None]) -> None:
        self._store = store
        self._kept = kept
        self._queue: queue.SimpleQueue[Promised | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def pressing(self) -> bool:
        """Somebody waits for an answer: who writes for long should let go."""
        return not self._queue.empty()

    def keep(self, coming: Coming) -> Future[None]:
        """Durable when it is done; raises what the database raised."""
        promised = Promised(coming, Future())
        with self._lock:
            if self._closed:
                raise RuntimeError("nothing is kept any more")
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
                self._thread.start()
            self._queue.put(promised)
        return promised.kept

    def close(self) -> None:
        """Returns when all that was promised is kept."""
        with self._lock:
            self._closed = True
            self._queue.put(_END)
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            some, ends = self._gathered()
            if some:
                self._keep(some)
            if ends:
                return

    def _gathered(self) -> tuple[list[Promised], bool]:
        """At least one, and whatever else is there already."""
        some: list[Promised] = []
        first = self._queue.get()
        while first is not _END:
            some.append(first)
            if len(some) == AT_ONCE or self._queue.empty():
                return some, False
            first = self._queue.get()
        return some, True

    def _keep(self, some: Sequence[Promised]) -> None:
        try:
            with self._store.write() as writer:
                raws.keep(writer, [one.coming for one in some])
        except Exception as error:  # noqa: BLE001 - each of them hears of it
            for one in some:
                one.kept.set_exception(error)
            return
        self._kept()
        for one in some:
            one.kept.set_result(None)
