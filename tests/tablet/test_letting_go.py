"""A tablet that is on all day holds no more in the evening than in the morning."""

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from clienteling.practice.names import ScenarioName
from clienteling.tablet.app import App
from clienteling.tablet.practice.exercise import Exercise
from tests.tablet import tablets
from tests.tablet.practice.conftest import begins

__all__ = ["begins"]

pytestmark = pytest.mark.slow


def of_the_app() -> Counter[str]:
    """How many of each kind are there, after everything was looked through for garbage."""
    gc.unfreeze()
    gc.collect()
    kinds = (type(made) for made in shiboken6.getAllValidWrappers())
    return Counter(kind.__name__ for kind in kinds if kind.__module__.startswith("clienteling"))


def used(folder: Path, qtbot: QtBot) -> ref[App]:
    with tablets.running(folder) as app:
        qtbot.waitUntil(lambda: app.root.shop is not None and not app.root.shop.sign_in.nobody)
        tablets.sign_in(app, tablets.SOFIA)
        qtbot.waitUntil(lambda: app.session.open)
        return ref(app)


def test_nothing_holds_an_app_that_is_closed(qtbot: QtBot, folder: Path) -> None:
    app = used(folder, qtbot)
    of_the_app()
    assert app() is None


def test_one_exercise_after_another_leaves_nothing_behind(
    signed_in: App, begins: Callable[[ScenarioName], Exercise]
) -> None:
    begins(ScenarioName.RUSH)
    begins(ScenarioName.RUSH)
    before = of_the_app()
    begins(ScenarioName.RUSH)
    begins(ScenarioName.RUSH)
    more = of_the_app() - before
    assert [
        kind for kind, count in more.items() if count > 1
    ] == []  # once: what loads late, such as the camera
