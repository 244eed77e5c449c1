"""A person at a tablet that a benchmark opens: signs in, waits, rests between two touches."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts

SOFIA, PIN = "sofia-marchetti", "2580"
BETWEEN_TOUCHES_MS = 60


@contextmanager
def signed_in(folder: Path) -> Iterator[App]:
    """The app on that folder with Sofia signed in, its window 1280 by 800."""
    qt = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts()
    app = App(folder)
    try:
        app.open()
        wait_until(lambda: app.root.stage == app.root.Stage.SignIn.value)
        wait_until(lambda: not app.root.shop.sign_in.nobody)
        app.root.shop.sign_in.choose(SOFIA)
        app.root.shop.sign_in.submit(PIN)
        wait_until(lambda: app.session.open)
        yield app
    finally:
        app.close()
        qt.processEvents()


def rest() -> None:
    """What a hand needs at least from one touch to the next: pictures arrive, motion ends."""
    loop = QEventLoop()  # not by Qt's test module: that brings widgets, which the app does not hold
    QTimer.singleShot(BETWEEN_TOUCHES_MS, loop.quit)
    loop.exec()


def wait_until(true: Callable[[], bool], limit_s: float = 30.0) -> None:
    """Let Qt work until something is true. Raises TimeoutError."""
    if true():
        return
    loop = QEventLoop()
    look = QTimer(interval=1)  # leaves the interpreter to the threads that do the work
    look.timeout.connect(lambda: loop.quit() if true() else None)
    give_up = QTimer(interval=int(limit_s * 1000), singleShot=True)
    give_up.timeout.connect(lambda: loop.exit(1))
    look.start()
    give_up.start()
    if loop.exec():
        raise TimeoutError("it did not come true")
