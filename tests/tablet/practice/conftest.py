from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from clienteling.practice.names import ScenarioName
from clienteling.tablet.app import App
from clienteling.tablet.practice.exercise import Exercise

Begins = Callable[[ScenarioName], Exercise]


@pytest.fixture
def begins(qtbot: QtBot, signed_in: App) -> Begins:
    """Sofia practises."""

    def begin(name: ScenarioName) -> Exercise:
        signed_in.root.shop.practise()
        signed_in.practice.begin(name.value)
        qtbot.waitUntil(lambda: signed_in.practice.exercise is not None)
        exercise = signed_in.practice.exercise
        assert isinstance(exercise, Exercise)
        return exercise

    return begin
