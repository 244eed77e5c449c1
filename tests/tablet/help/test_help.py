"""Help at the point of need: on each page and on each sheet, and a leaf behind each "?"."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from clienteling.practice.names import ScenarioName
from clienteling.tablet.app import App
from clienteling.tablet.help.leaf import Leaf, Topic
from clienteling.tablet.help.leaves import LEAVES
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.practice.practice_view_model import PracticeViewModel
from clienteling.tablet.window import QML
from clienteling.wording import Wording
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers

HELP_ITSELF = "HelpSheet.qml"
SHEETS = sorted(
    file
    for file in Path(QML).rglob("*.qml")
    if file.name != HELP_ITSELF and re.search(r"^Sheet \{", file.read_text("utf-8"), re.MULTILINE)
)
LONGEST = 125


def topics_in(file: Path) -> list[str]:
    return re.findall(r'^    +(?:help|topic): "(\w+)"', file.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.stem)
def test_every_sheet_says_what_it_is_for(file: Path) -> None:
    """`help: "topic"` at its top, a Topic in tablet/help/leaf.py, and its leaf in sheets.py."""
    assert len(topics_in(file)) == 1


def test_every_page_has_a_leaf_of_its_name() -> None:
    assert {place.name.lower() for place in Navigation.Place} <= {topic.value for topic in Topic}


def test_behind_every_question_mark_stands_a_leaf_and_no_leaf_is_out_of_reach() -> None:
    asked = {topic for file in Path(QML).rglob("*.qml") for topic in topics_in(file)}
    asked |= {place.name.lower() for place in Navigation.Place}
    assert asked == {topic.value for topic in LEAVES} == {topic.value for topic in Topic}


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("leaf", LEAVES.values(), ids=LEAVES)
def test_a_leaf_is_read_in_a_moment(leaf: Leaf, language: str) -> None:
    wording = Wording(language)
    lines = [wording.say(line) for line in leaf.lines]
    assert 2 <= len(lines) <= 6
    assert all(len(line) <= LONGEST and line.endswith(".") for line in lines)
    assert not wording.say(leaf.title).endswith(".")


def test_the_page_s_question_mark_opens_its_leaf_in_the_language_of_the_screens(
    signed_in: App, fingers: Fingers
) -> None:
    fingers.touch("Help about this page")
    fingers.wait_for("A customer's code or card opens her card.")
    signed_in.preferences.choose_language("it")
    fingers.wait_for("Il codice o la tessera di una cliente apre la sua scheda.")


def test_help_lies_over_a_sheet_and_leaves_it_as_it_was(signed_in: App, fingers: Fingers, qtbot) -> None:
    signed_in.navigation.go(Navigation.Place.Person.value)
    fingers.touch("About and licences")
    fingers.wait_for("It stands on the work of others")
    Counter(qtbot, signed_in, fingers).tap("help-about")
    fingers.wait_for("The version is the first thing you are asked for")
    fingers.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not fingers.sees("The version is the first thing"))
    assert fingers.sees("It stands on the work of others")


def test_what_was_told_about_a_place_goes_with_it(signed_in: App, fingers: Fingers, qtbot) -> None:
    fingers.touch("Help about this page")
    fingers.wait_for("A customer's code or card opens her card.")
    signed_in.navigation.go(Navigation.Place.Todo.value)
    qtbot.waitUntil(lambda: not fingers.sees("A customer's code or card opens her card."))


def test_the_exercise_that_shows_it_is_a_touch_away(signed_in: App, fingers: Fingers, qtbot) -> None:
    signed_in.navigation.go(Navigation.Place.Ledger.value)
    fingers.touch("Help about this page")
    Counter(qtbot, signed_in, fingers).tap("practiseIt")
    qtbot.waitUntil(lambda: signed_in.practice.exercise is not None)
    assert signed_in.practice.stage == PracticeViewModel.Stage.Exercising.value
    assert signed_in.practice.exercise.scenario.name is ScenarioName.NO_NETWORK
    fingers.wait_for("No network since this morning")
    fingers.touch("Help about this page")
    fingers.wait_for("A customer's code or card opens her card.")
    assert fingers.find("Practise it") is None
