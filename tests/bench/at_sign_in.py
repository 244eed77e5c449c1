"""The app as its users start it, ended when it lists who may sign in. Argument: the tablet's folder."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication

from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts


def main() -> None:
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    tablet = App(Path(sys.argv[1]))
    tablet.window.quick.frameSwapped.connect(tablet.open, Qt.ConnectionType.SingleShotConnection)

    def look() -> None:
        shop = tablet.root.shop
        if tablet.root.stage == tablet.root.Stage.SignIn.value and shop and not shop.sign_in.nobody:
            application.quit()

    watch = QTimer(interval=1)
    watch.timeout.connect(look)
    watch.start()
    application.exec()
    tablet.close()


main()
