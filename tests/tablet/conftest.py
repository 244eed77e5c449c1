"""The app on real replicas, with nobody looking."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from sync.hub.store import HubStore
from tests.tablet import tablets
from tests.tablet.fingers import Fingers

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def words() -> None:
    """The compiled Italian, made from what the translators wrote last."""
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py"], check=True)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubStore]:
    store = tablets.copied_hub(tmp_path / "hub", tablets.three_people)
    yield store
    store.engine.dispose()


@pytest.fixture
def folder(tmp_path: Path, hub: HubStore) -> Path:
    return tablets.paired_folder(tmp_path / "tablet", hub)


@pytest.fixture
def clock() -> tablets.Hands:
    return tablets.Hands()


@pytest.fixture
def app(qtbot: QtBot, folder: Path, clock: tablets.Hands) -> Iterator[App]:
    """A paired tablet at its sign-in page, in English."""
    with tablets.running(folder, clock) as app:
        app.preferences.choose_language("en")
        qtbot.waitUntil(lambda: app.root.shop is not None and not app.root.shop.sign_in.nobody)
        yield app


@pytest.fixture
def fingers(qtbot: QtBot, app: App) -> Fingers:
    return Fingers(qtbot, app.window.quick)


@pytest.fixture
def signed_in(qtbot: QtBot, app: App) -> App:
    """The same, with Sofia at the counter."""
    tablets.sign_in(app, tablets.SOFIA)
    qtbot.waitUntil(lambda: app.session.open)
    return app
