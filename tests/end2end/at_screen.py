"""A tablet in a process of its own that goes to a screen and stays there, to be killed.

Arguments: the tablet's folder, the screen's name in the registry. Says `there` when it is.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts
from tests.screens.registry import SCREENS
from tests.screens.visit import Visit
from tests.screens.visits import rest
from tests.tablet import tablets


def main(folder: str, name: str) -> None:
    qt = QGuiApplication(sys.argv[:1])
    load_fonts()
    app = App(Path(folder), now=lambda: tablets.NOW, device_name="Tablet 1")
    app.open()
    visit = Visit(app)
    visit.until(lambda: app.root.stage != app.root.Stage.Opening.value)
    rest(app)
    next(screen for screen in SCREENS if screen.name == name).reach(visit)
    print("there", flush=True)  # noqa: T201 - the parent reads it
    qt.exec()


main(*sys.argv[1:])
