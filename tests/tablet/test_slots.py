"""Whatever a signal reaches is a slot of its class: a running app is asked, its sources by test_architecture.

PySide makes an object that is connected otherwise a description of its own, which goes when it goes. QML
remembers such descriptions by where they lay: the next object whose description came to lie there had the
properties of another, and a page opened with nothing on it.
"""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from clienteling.practice.names import ScenarioName
from clienteling.tablet.app import App
from clienteling.tablet.practice.exercise import Exercise
from tests.tablet.practice.conftest import begins

__all__ = ["begins"]


@pytest.mark.slow
def test_no_object_of_the_app_has_a_description_of_its_own(
    qtbot: QtBot, signed_in: App, begins: Callable[[ScenarioName], Exercise]
) -> None:
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    made = [o for o in shiboken6.getAllValidWrappers() if type(o).__module__.startswith("clienteling")]
    assert exercise in made
    assert {type(o).__name__: added(o) for o in made if isinstance(o, QObject) and added(o)} == {}


def added(made: QObject) -> list[str]:
    """Which methods its description has beyond its class's, which then lies below it with the same name.

    Not asked of the class itself: what it holds of its description ends with one of its objects at times.
    """
    own = made.metaObject()
    below = own.superClass()
    if below is None or below.className() != own.className():
        return []
    return [
        own.method(i).methodSignature().toStdString() for i in range(own.methodOffset(), own.methodCount())
    ]


class Plain(QObject):
    told = Signal()

    def unmarked(self) -> None:
        """No slot."""


def test_one_that_has_such_a_description_is_found(qapp: QGuiApplication) -> None:
    one = Plain()
    assert added(one) == []
    one.told.connect(one.unmarked)
    assert added(one) == ["unmarked()"]
