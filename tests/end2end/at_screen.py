"""A tablet in a process of its own that goes from screen to screen and stays at each until it may go on.

Arguments: the tablet's folder and the names of the screens in the registry. At each it writes down what the
app holds as saved, into `SAVED` beside the folder, and says its name; what was typed there lies on the disk
by then. A line from outside lets it go on.
"""

import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from pathlib import Path

import msgspec
import sqlalchemy as sa
from PySide6.QtGui import QGuiApplication

from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.tablet.app import App
from clienteling.tablet.window import load_fonts
from tests.screens.registry import SCREENS, Typed
from tests.screens.variants import Variant
from tests.screens.visit import Visit
from tests.screens.visits import dress, rest, turn_away
from tests.tablet import tablets

SAVED = "saved.json"
WAY = Variant("it", "light", 1280, 800)


def kept(conn: sa.Connection, typed: Typed) -> bool:
    rows = conn.execute(sa.select(metadata.tables[typed.table])).all()
    return any(typed.words.lower() in str(row.said).lower() for row in rows)


def saved(conn: sa.Connection) -> set[str]:
    """Every record, of whatever kind."""
    return {f"{one.name}/{i}" for one in REGISTRY for i in conn.scalars(sa.select(one.table.c.id))}


def main(folder: str, *names: str) -> None:
    QGuiApplication(sys.argv[:1])
    load_fonts()
    app = App(Path(folder), now=lambda: tablets.NOW, device_name="Tablet 1")
    app.open()
    visit = Visit(app)
    visit.until(lambda: app.root.stage != app.root.Stage.Opening.value)
    rest(app)
    by_name = {screen.name: screen for screen in SCREENS}
    for name in names:
        turn_away(app)
        dress(app, WAY)
        screen = by_name[name]
        screen.reach(visit)
        typed = screen.typed
        if typed is not None:
            visit.until(lambda typed=typed: asked(app, lambda conn: kept(conn, typed)))
        Path(folder).with_name(SAVED).write_bytes(msgspec.json.encode(sorted(asked(app, saved))))
        print(name, flush=True)  # noqa: T201 - the parent reads it
        sys.stdin.readline()


def asked(app, question):
    with tablets.replica_of(app).read() as connection:
        return question(connection)


if __name__ == "__main__":
    main(*sys.argv[1:])
