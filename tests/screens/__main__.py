"""Pictures of every screen: python -m tests.screens [--large] [NAME …], into build/screenshots/."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtGui import QGuiApplication

from tests.screens.registry import SCREENS
from tests.screens.variants import in_large_words, variants
from tests.screens.visits import furnished, tour

OUT = Path("build/screenshots")


def main(asked: list[str]) -> None:
    names = [a for a in asked if a != "--large"]
    ways = list(in_large_words() if "--large" in asked else variants())
    screens = [s for s in SCREENS if not names or s.name in names]
    qt = QGuiApplication(sys.argv[:1])
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, furnished(Path(folder)) as folders:
        for screen, way, app in tour(folders, screens, ways):
            picture = OUT / f"{screen.name}-{way}.png"
            app.window.quick.grabWindow().save(str(picture))
            print(picture, flush=True)  # noqa: T201
    qt.quit()


main(sys.argv[1:])
