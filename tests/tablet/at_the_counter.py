"""The fixtures of every place on the shop floor: the story's shop, and a person at its counter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from sync.hub.store import HubStore
from tests.tablet import giulia
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubStore]:
    """The shop with the story's customer in it."""
    yield from giulia.story_hub(tmp_path / "hub")


@pytest.fixture
def counter(qtbot: QtBot, signed_in: App, fingers: Fingers) -> Counter:
    return Counter(qtbot, signed_in, fingers)
