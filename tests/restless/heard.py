"""What goes wrong where nobody looks: QML's complaints, what a slot raised, what the log says."""

import logging
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

GRAVE = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
OF_THE_MACHINE = ("QRhiGles2", "PulseAudio", "pipewire", "QSoundEffect", "This plugin does not support")
"""No graphics, no loudspeaker, and no programs that files are handed to."""
HEALED = "sync.device.compare"
"""Whoever is forgotten on this tablet alone comes back with the next comparison, which says so."""

Tell = Callable[[str], None]


@contextmanager
def listening(tell: Tell) -> Iterator[None]:
    """Whatever complains meanwhile is told."""

    def by_qt(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind in GRAVE and not any(one in message for one in OF_THE_MACHINE):
            tell(f"Qt: {message}")

    def raised(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        tell("".join(traceback.format_exception(kind, error, where)))

    log = _Log(tell)
    before = qInstallMessageHandler(by_qt), sys.excepthook
    sys.excepthook = raised
    logging.getLogger().addHandler(log)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(log)
        sys.excepthook = before[1]
        qInstallMessageHandler(before[0])


class _Log(logging.Handler):
    def __init__(self, tell: Tell) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        if not record.name.startswith(HEALED):
            self._tell(f"log: {self.format(record)}")
