"""The power goes while a screen is shown: what was saved is there, and what was typed.

One app goes from screen to screen. At each it is stopped as it stands and its files are copied: what a kill
leaves is what the system holds of the files at that moment, and that is what is copied. At the last, and at
some of their own, it is killed.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from clienteling.tablet.opening.device import open_device
from tests.end2end.at_screen import SAVED, kept, saved
from tests.screens.registry import SCREENS, Screen, Where
from tests.screens.visits import furnished
from tests.tablet import tablets

ROOT = Path(__file__).resolve().parents[2]
HER_LAST = "known-forgotten"
"""Whoever the other screens are about is gone after it."""
ON_A_TABLET = sorted(
    (screen for screen in SCREENS if screen.where is Where.PAIRED), key=lambda screen: screen.name == HER_LAST
)
KILLED = ("record-saved", "record-note-guarded", "turned-contact", "ledger-conflict")


@pytest.fixture(scope="module")
def tablet(tmp_path_factory) -> Iterator[Path]:
    with furnished(tmp_path_factory.mktemp("tablets")) as folders:
        yield folders[Where.PAIRED]


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_at_whatever_screen_it_stops_nothing_is_lost_and_nothing_damaged(tablet: Path, tmp_path: Path):
    waiting = list(ON_A_TABLET)
    wrong: list[str] = []
    while waiting:
        folder = shutil.copytree(tablet, tmp_path / f"{len(waiting)}" / "tablet")
        seen = walked(folder, waiting, wrong)
        assert seen, f"“{waiting[0].name}” is not reached"
        del waiting[:seen]
    assert wrong == []


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", KILLED)
def test_a_kill_at_a_screen_leaves_what_was_saved_and_what_was_typed(tablet: Path, tmp_path: Path, name: str):
    folder = shutil.copytree(tablet, tmp_path / "tablet")
    screen = next(screen for screen in SCREENS if screen.name == name)
    with going(folder, [screen]) as app:
        assert said(app) == name
        app.kill()
        app.wait()
    assert list(missing(folder, screen)) == []


def walked(folder: Path, screens: Sequence[Screen], wrong: list[str]) -> int:
    """How many came, one after the other; a screen from which no way leads on needs a tablet of its own."""
    with going(folder, screens) as app:
        for place, screen in enumerate(screens):
            if said(app) != screen.name:
                return place
            last = screen is screens[-1]
            app.send_signal(signal.SIGKILL if last else signal.SIGSTOP)
            os.waitpid(app.pid, 0 if last else os.WUNTRACED)
            left = shutil.copytree(folder, folder.with_name("left"))
            wrong += [f"{screen.name}: {problem}" for problem in missing(left, screen)]
            shutil.rmtree(left)
            if not last:
                app.send_signal(signal.SIGCONT)
                go_on(app)
    return len(screens)


@contextmanager
def going(folder: Path, screens: Sequence[Screen]) -> Iterator[subprocess.Popen[str]]:
    line = [sys.executable, "-m", "tests.end2end.at_screen", str(folder), *(one.name for one in screens)]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(line, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=nowhere, text=True) as app:
        try:
            yield app
        finally:
            app.kill()


def said(app: subprocess.Popen[str]) -> str:
    assert app.stdout is not None
    return app.stdout.readline().strip()


def go_on(app: subprocess.Popen[str]) -> None:
    assert app.stdin is not None
    app.stdin.write(os.linesep)
    app.stdin.flush()


def missing(folder: Path, screen: Screen) -> Iterator[str]:
    """Of a tablet that was stopped there."""
    before = set(msgspec.json.decode(folder.with_name(SAVED).read_bytes(), type=list[str]))
    opened = open_device(folder, lambda: tablets.NOW)
    try:
        with opened.replica.read() as connection:
            if (found := connection.exec_driver_sql("PRAGMA integrity_check").scalar()) != "ok":
                yield f"damaged: {found}"
            if lost := before - saved(connection):
                yield f"lost: {sorted(lost)}"
            if screen.typed is not None and not kept(connection, screen.typed):
                yield f"“{screen.typed.words}” was typed there and is gone"
    finally:
        opened.replica.engine.dispose()
