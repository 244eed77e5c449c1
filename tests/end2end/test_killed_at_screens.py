"""The power goes while one of these screens is shown: what was saved is there, and what was typed."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.newcomers.tables import newcomer_draft
from clienteling.notes.tables import note, unfinished_words
from clienteling.tablet.opening.device import open_device
from tests.screens.registry import Where
from tests.screens.visits import furnished
from tests.tablet import tablets

ROOT = Path(__file__).resolve().parents[2]
SCREENS = (
    "sign-in-pin",
    "scan-without-code",
    "card-in-hand",
    "record-entry",
    "record-saved",
    "reserve-requested",
    "ledger-conflict",
)
TYPED = (
    ("record-note-guarded", unfinished_words, "la figlia Martina"),
    ("todo-task-resumed", unfinished_words, "come vanno le suole"),
    ("message-resumed", unfinished_words, "A presto, Sofia"),
    ("newcomer-alike", newcomer_draft, "Ferraris"),
    ("turned-contact", newcomer_draft, "333 7654321"),
)
"""Where somebody types, what keeps it, and some of it."""


@pytest.fixture(scope="module")
def tablet(tmp_path_factory) -> Iterator[Path]:
    with furnished(tmp_path_factory.mktemp("tablets")) as folders:
        yield folders[Where.PAIRED]


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("screen", SCREENS)
def test_a_kill_at_a_screen_loses_nothing_and_damages_nothing(tablet: Path, tmp_path: Path, screen: str):
    folder = shutil.copytree(tablet, tmp_path / "tablet")
    before = recorded(folder)
    kill_at(folder, screen)
    assert recorded(folder) >= before


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("screen", "table", "words"), TYPED)
def test_what_was_typed_and_not_saved_is_there_after_a_kill(tablet, tmp_path, screen, table, words):
    folder = shutil.copytree(tablet, tmp_path / "tablet")
    kill_at(folder, screen, table.name)
    with whole(folder) as connection:
        (row,) = connection.execute(sa.select(table)).all()
        assert words.lower() in str(row.said).lower()


def kill_at(folder: Path, screen: str, typed: str = "") -> None:
    line = [sys.executable, "-m", "tests.end2end.at_screen", str(folder), screen]
    with subprocess.Popen([*line, typed], cwd=ROOT, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "there\n"
        app.send_signal(signal.SIGKILL)


def recorded(folder: Path) -> set[str]:
    """What stands in the replica."""
    with whole(folder) as connection:
        return {i for table in (interaction, note) for i in connection.scalars(sa.select(table.c.id))}


@contextmanager
def whole(folder: Path) -> Iterator[sa.Connection]:
    """The replica, which opens and has no damage."""
    opened = open_device(folder, lambda: tablets.NOW)
    try:
        with opened.replica.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            yield connection
    finally:
        opened.replica.engine.dispose()
