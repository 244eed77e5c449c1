"""The app as its users start it, ended by its first painted frame. Argument: the tablet's folder."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts


def main() -> None:
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    tablet = App(Path(sys.argv[1]))
    tablet.window.quick.frameSwapped.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    application.exec()
    tablet.close()


main()
