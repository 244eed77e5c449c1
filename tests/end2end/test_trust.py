"""The app and a real hub: a tablet in somebody's hands is emptied, locked, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.closed.closed_view_model import Why
from clienteling.tablet.opening.device import FILE
from clienteling.tablet.root import Root
from sync.device.states import Kind
from sync.device.trusted.keys import DATABASE_KEY
from sync.device.trusted.pairing import Pairing, pair, recall, remember
from sync.instants import wall_clock
from tests.hub.serving.hub_process import HubProcess
from tests.tablet import tablets

PATIENCE_MS = 30_000
DAY = 24 * 3_600_000
pytestmark = pytest.mark.slow


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubProcess]:
    process = HubProcess(tmp_path / "hub")
    process.start()
    yield process
    process.close()


@pytest.fixture
def pairing(hub: HubProcess) -> Pairing:
    return pair(hub.code(), "Tablet 1")


@pytest.fixture
def folder(tmp_path: Path, pairing: Pairing) -> Path:
    folder = tmp_path / "tablet"
    remember(tablets.keys_in_a_file(folder), pairing)
    return folder


def settles(app: App, qtbot: QtBot, stage: Root.Stage) -> None:
    qtbot.waitUntil(lambda: app.root.stage == stage.value, timeout=PATIENCE_MS)


def test_a_stolen_tablet_is_emptied_and_can_be_paired_again(
    hub: HubProcess, pairing: Pairing, folder: Path, qtbot: QtBot
) -> None:
    keys = tablets.keys_in_a_file(folder)
    before = keys.get(DATABASE_KEY)
    with tablets.running(folder, wall_clock) as app:
        settles(app, qtbot, Root.Stage.SignIn)
        content = (folder / FILE).read_bytes()
        hub.house.devices.ask_to_wipe(pairing.device_id, hub.house.now())
        settles(app, qtbot, Root.Stage.Closed)
        assert app.closed.reason is Why.WIPED
        qtbot.waitUntil(lambda: hub.house.devices.to_wipe() == [], timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: recall(keys) is None, timeout=PATIENCE_MS)
        assert keys.get(DATABASE_KEY) != before
        assert (folder / FILE).read_bytes()[:4_096] != content[:4_096]
        app.closed.begin_pairing()
        settles(app, qtbot, Root.Stage.Pairing)
        app.pairing.submit(hub.code())
        settles(app, qtbot, Root.Stage.SignIn)
    kept = recall(keys)
    assert kept is not None
    assert kept.device_id != pairing.device_id


def test_a_tablet_that_was_away_too_long_opens_when_it_meets_its_hub(
    hub: HubProcess, folder: Path, qtbot: QtBot
) -> None:
    with tablets.running(folder, wall_clock) as app:
        settles(app, qtbot, Root.Stage.SignIn)
    hub.stop()
    with tablets.running(folder, lambda: wall_clock() + 31 * DAY) as app:
        settles(app, qtbot, Root.Stage.Closed)
        assert app.closed.reason is Why.LEASE
        hub.start()
        settles(app, qtbot, Root.Stage.SignIn)
        assert app.link.state.kind is not Kind.LOCKED
