"""The power goes right after the screen said *saved*: it is there, and reaches the hub once."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.tablet.opening.device import Opened, open_device
from sync.device.outbox import RecordState
from sync.hub.store import HubStore
from tests.tablet import tablets

ROOT = Path(__file__).resolve().parents[2]
SAVED_BEFORE_THE_KILL = (1, 4)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubStore]:
    store = tablets.little_hub(tmp_path / "hub")
    with store.write() as writer:
        writer.insert("customer", {"id": "giulia", "given_name": "Giulia", "family_name": "Ferraris"})
    yield store
    store.engine.dispose()


def work_until_killed(folder: Path, saved: int) -> list[str]:
    """The ids that the screen had called saved when the tablet was killed."""
    clerk = [sys.executable, "-m", "tests.end2end.clerk", str(folder), tablets.SOFIA, tablets.PIN, "giulia"]
    with subprocess.Popen(
        clerk, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as app:
        assert app.stdout is not None
        told = [app.stdout.readline().split() for _ in range(saved)]
        app.send_signal(signal.SIGKILL)
        told += [line.split() for line in app.stdout]
    return [words[1] for words in told if words[:1] == ["saved"]]


@contextmanager
def opened_again(folder: Path) -> Iterator[Opened]:
    opened = open_device(folder, lambda: tablets.NOW)
    try:
        yield opened
    finally:
        opened.replica.engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("saved", SAVED_BEFORE_THE_KILL)
def test_what_was_called_saved_survives_the_kill_and_reaches_the_hub_once(tmp_path, hub, saved):
    folder = tablets.paired_folder(tmp_path / "tablet", hub)
    said = work_until_killed(folder, saved)
    assert len(said) >= saved

    with opened_again(folder) as opened:
        states = opened.replica.states("interaction", said)
        assert set(states.values()) == {RecordState.SAVED_HERE}
        tablets.meet(opened.replica, hub)
        tablets.meet(opened.replica, hub)
        assert opened.replica.pending() == 0
        with opened.replica.read() as connection:
            here = recorded(connection)

    with hub.read() as connection:
        there = recorded(connection)
    assert set(said) <= set(there)
    assert there == here


def recorded(connection: sa.Connection) -> list[str]:
    return list(connection.execute(sa.select(interaction.c.id).order_by(interaction.c.id)).scalars())
