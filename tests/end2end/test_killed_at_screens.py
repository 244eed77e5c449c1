"""The power goes while any of these screens is shown: everything that was saved is there afterwards."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note
from clienteling.tablet.opening.device import open_device
from tests.screens.registry import Where
from tests.screens.visits import furnished
from tests.tablet import tablets

ROOT = Path(__file__).resolve().parents[2]
SCREENS = (
    "sign-in-pin",
    "scan-without-code",
    "card-in-hand",
    "record-note-guarded",
    "record-saved",
    "ledger-conflict",
)


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
    line = [sys.executable, "-m", "tests.end2end.at_screen", str(folder), screen]
    with subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "there\n"
        app.send_signal(signal.SIGKILL)
    assert recorded(folder) >= before


def recorded(folder: Path) -> set[str]:
    """What stands in the replica, which opens and is whole."""
    opened = open_device(folder, lambda: tablets.NOW)
    try:
        with opened.replica.read() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            tables = (interaction, note)
            return {i for table in tables for i in connection.scalars(sa.select(table.c.id))}
    finally:
        opened.replica.engine.dispose()
