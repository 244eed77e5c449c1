"""A tablet in a process of its own that goes to a screen and stays there, to be killed.

Arguments: the tablet's folder, the screen's name in the registry and, where something is typed there, the
table that keeps it. Says `there` when it is, and what was typed lies on the disk.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from pathlib import Path

import sqlalchemy as sa
from PySide6.QtGui import QGuiApplication

from clienteling.schema import metadata
from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts
from tests.screens.registry import SCREENS
from tests.screens.visit import Visit
from tests.screens.visits import rest
from tests.tablet import tablets


def kept(app: App, table: str) -> bool:
    with tablets.replica_of(app).read() as connection:
        return connection.execute(sa.select(metadata.tables[table])).first() is not None


def main(folder: str, name: str, typed: str = "") -> None:
    qt = QGuiApplication(sys.argv[:1])
    load_fonts()
    app = App(Path(folder), now=lambda: tablets.NOW, device_name="Tablet 1")
    app.open()
    visit = Visit(app)
    visit.until(lambda: app.root.stage != app.root.Stage.Opening.value)
    rest(app)
    next(screen for screen in SCREENS if screen.name == name).reach(visit)
    if typed:
        visit.until(lambda: kept(app, typed))
    print("there", flush=True)  # noqa: T201 - the parent reads it
    qt.exec()


main(*sys.argv[1:])
