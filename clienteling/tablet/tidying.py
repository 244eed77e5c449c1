"""What the app holds in memory: what is kept, what goes back, and when it is looked for.

When the interpreter looks through everything for what nobody needs any more: not while somebody waits. With
the app's modules loaded that takes a sixth of a second, in which nothing else runs. And only on the thread of
the window: what the collector finds it also ends, and Qt's objects may end nowhere else.
"""

import gc
import linecache
import os
import sys
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

YOUNG, MIDDLE, OLD = 0, 1, 2
"""The interpreter's generations."""
LOOK_EVERY_MS = 500
ROUNDS_UNTIL_OLD = 20
"""So many rounds through the middle generation until what is older is looked through as well."""
LARGE_BYTES = 128 * 1024
_M_MMAP_THRESHOLD = -3
"""glibc, malloc.h."""


def read_no_sources() -> None:
    """For every module that is imported from now on, and what was kept of those before is let go.

    PySide looks into the source of each, whether it spells Qt in another way, and what it looked into stays
    there: 23 MB with what the app imports. Nothing here spells Qt in another way.
    """
    feature = import_module("shibokensupport.feature")
    feature._mod_uses_pyside = lambda _: True  # noqa: SLF001 - there is no other switch
    linecache.clearcache()


def look_through_at_once() -> None:
    """For every QML engine that is made from now on: it looks through all its objects in one go.

    In steps, as Qt does it by itself, it loses the functions of a component that is made in between: QML says
    "Cannot find member data", and a sign or a page is half made. Whoever runs the app may say otherwise.
    """
    os.environ.setdefault("QV4_GC_TIMELIMIT", "0")


def give_back() -> None:
    """Large pieces of memory go back to the system as soon as they are let go.

    glibc begins so, but takes the largest piece that it saw returned for its measure: once a window was made
    larger, each picture leaves a hole where it lay.
    """
    if sys.platform == "linux":
        import ctypes

        options = getattr(ctypes.CDLL(None), "mallopt", None)
        if options is not None:
            options(_M_MMAP_THRESHOLD, LARGE_BYTES)


class Collector(QObject):
    """Looks for what nobody needs on the thread of the window, and keeps the interpreter from it on others.

    It would begin on whatever thread makes the next object. A page that was put away then ended on the thread
    of the database or of the network, while the window's was about to reach it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on nothing is looked through anywhere else, also after the app is closed."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        made, rounds, older = gc.get_count()
        often = gc.get_threshold()
        if older > ROUNDS_UNTIL_OLD:
            gc.collect(OLD)
        elif rounds > often[MIDDLE]:
            gc.collect(MIDDLE)
        elif made > often[YOUNG]:
            gc.collect(YOUNG)


def settle() -> None:
    """What is here now stays: it is not looked through again until `tidy`. Costs nothing."""
    gc.freeze()


def tidy() -> None:
    """Look through everything once, while nobody is at the tablet."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def as_found() -> None:
    """Whatever was left out is looked through again as the interpreter sees fit."""
    gc.unfreeze()
