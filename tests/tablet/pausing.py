"""Letting time pass on the UI thread while the other threads work."""

from PySide6.QtCore import QEventLoop, QTimer


def pause(ms: int) -> None:
    """Not QTest.qWait: that one keeps the interpreter to itself, and every job waits."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
