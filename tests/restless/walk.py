"""One walk through the app, in a process of its own: `python -m tests.restless.walk FOLDER SEED STEPS`.

FOLDER holds a tablet and its hub in the middle of a day. Each line of its output is something that went
wrong, with what was done before it.
"""

import os
import random
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from clienteling.demo.hands import live
from clienteling.replicated import REGISTRY
from clienteling.tablet.app import App
from clienteling.tablet.opening.device import open_device
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from tests.restless.elsewhere import Elsewhere
from tests.restless.hands import Hands
from tests.restless.heard import listening
from tests.restless.late import answers_late
from tests.screens.registry import SCREENS, Where
from tests.screens.variants import SIZES
from tests.screens.visit import Visit
from tests.screens.visits import rest
from tests.tablet import tablets
from tests.tablet.by_keyboard import overlay

TABLET, HUB = "paired", "hub"
"""Where they lie in the folder."""
PINS = dict.fromkeys((tablets.SOFIA, tablets.MARTA, tablets.PAOLO), tablets.PIN)
PAUSES_MS = (1, 5, 10, 30, 80, 150)
ELSEWHERE = 0.05
"""How often something comes from elsewhere."""
TOLD_BEFORE = 12
CLOSED = frozenset({"wiped", "locked", "revoked"})
FROM = [screen for screen in SCREENS if screen.where is Where.PAIRED and screen.name not in CLOSED]
MOST_LEAVES = 15
SETTLED_MS = 300


class Found(msgspec.Struct):
    """What went wrong, and the last things that were done before."""

    what: str
    before: list[str]


@dataclass
class Diary:
    done: deque[str] = field(default_factory=lambda: deque(maxlen=TOLD_BEFORE))

    def tell(self, what: str) -> None:
        print(msgspec.json.encode(Found(what, list(self.done))).decode(), flush=True)


def walk(folder: Path, seed: int, steps: int) -> None:
    """From a screen of the registry, wherever the seed leads."""
    dice = random.Random(seed)
    answers_late(random.Random(seed))
    diary = Diary()
    with TemporaryDirectory(prefix="restless-") as own, listening(diary.tell):
        here = Path(own)
        for part in (TABLET, HUB):
            shutil.copytree(folder / part, here / part)
        clock = tablets.Hands()
        hub = HubStore(open_hub(here / HUB / tablets.HUB_FILE), REGISTRY, now=clock)
        with tablets.running(here / TABLET, clock) as app:
            _begin(app, dice, diary)
            hands, elsewhere = Hands(app, dice, PINS, clock), Elsewhere(app, hub, dice)
            acts = (elsewhere.happens() if dice.random() < ELSEWHERE else hands.do() for _ in range(steps))
            _go(app, acts, dice, diary)
        hub.engine.dispose()
        _look_after(here / TABLET, diary)


def _begin(app: App, dice: random.Random, diary: Diary) -> None:
    visit = Visit(app)
    visit.until(lambda: app.root.stage != app.root.Stage.Opening.value)
    rest(app)
    app.preferences.choose_reduced_motion(dice.random() < 0.5)
    app.preferences.choose_language(dice.choice(("it", "en")))
    app.preferences.choose_text_percent(dice.choice((100, 100, 100, 150, 200)))
    app.window.quick.resize(*dice.choice(SIZES))
    screen = dice.choice(FROM)
    diary.done.append(f"begins at {screen.name}")
    try:
        screen.reach(visit)
    except (TimeoutError, LookupError, StopIteration):
        diary.done.append("is not there in time")  # what is shown now is as good a beginning


def _go(app: App, acts: Iterator[str], dice: random.Random, diary: Diary) -> None:
    for act in acts:
        diary.done.append(act)
        live(dice.choice(PAUSES_MS))
    live(SETTLED_MS)
    put_away(app, diary)


def unseen(home: Path) -> dict[str, str]:
    """The environment of a process whose windows nobody sees; `home` is where it saves files to."""
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    return {**quiet, **os.environ, "HOME": str(home)}


def put_away(app: App, diary: Diary) -> None:
    """Whatever leaf is open."""
    window = app.window.quick
    for _ in range(MOST_LEAVES):
        if overlay(window) is None or app.practice.exercise is not None:
            return
        QTest.keyClick(window, Qt.Key.Key_Escape)
        live(SETTLED_MS)
    diary.tell("a leaf is not put away by Escape")


def _look_after(folder: Path, diary: Diary) -> None:
    """The file must be sound, whatever was done."""
    opened = open_device(folder, lambda: tablets.NOW)
    try:
        with opened.replica.read() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            if said != "ok":
                diary.tell(f"damaged: {said}")
    finally:
        opened.replica.engine.dispose()


def main() -> int:
    folder, seed, steps = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    application = QGuiApplication(sys.argv[:1])
    walk(folder, seed, steps)
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main())
