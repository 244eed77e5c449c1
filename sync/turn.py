"""Who writes next, among the threads of one process: whoever asked first.

SQLite's own lock knows no order. Who finds it taken looks again now and then, up to a tenth of a second
later; a thread that writes all the time is there first each time, and the other one gives up at last. Nor
does a lock of `threading`: of fifty tablets at a busy hub one waited for five seconds, most for one at most.
"""

import threading
from collections import deque


class Turn:
    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Lock] = deque()

    def __enter__(self) -> None:
        mine = threading.Lock()
        mine.acquire()
        with self._lock:
            if not self._taken:
                self._taken = True
                return
            self._waiting.append(mine)
        mine.acquire()  # until whoever is before hands over

    def __exit__(self, *_: object) -> None:
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False
