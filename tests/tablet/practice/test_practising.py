"""Practice mode with the fingers: the shop's own screens over a shop that is none."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clienteling.interactions.tables import interaction
from clienteling.practice.names import ScenarioName
from clienteling.practice.people import GIULIA
from clienteling.practice.progress import ProgressFile, Reached
from clienteling.tablet.app import App
from clienteling.tablet.link import Link
from clienteling.tablet.practice import place
from clienteling.tablet.practice.practice_view_model import PracticeViewModel
from clienteling.tablet.root import Root
from sync.device.states import Kind, State
from tests.tablet import tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers
from tests.tablet.practice.conftest import Begins


@pytest.fixture
def counter(qtbot: QtBot, signed_in: App, fingers: Fingers) -> Counter:
    return Counter(qtbot, signed_in, fingers)


def theme(app: App) -> QObject:
    found = app.window._engine.singletonInstance("Clienteling.Theme", "Theme")
    assert isinstance(found, QObject)
    return found


def progress(folder: Path) -> ProgressFile:
    return ProgressFile(folder / place.FOLDER / place.PROGRESS)


def reached(folder: Path, name: ScenarioName) -> Reached:
    return progress(folder).of("sofia").get(name, Reached())


def test_whoever_has_no_pin_yet_practises_from_the_sign_in_page(app: App, fingers: Fingers) -> None:
    fingers.touch("Practise")
    fingers.wait_for("One customer, four channels")
    assert fingers.sees("Without, nothing is kept.")
    fingers.touch("Back to the shop")
    fingers.wait_for("Who is here?")
    assert app.root.stage == Root.Stage.SignIn.value


def test_practising_locks_the_shop_and_changes_the_ground(signed_in: App, fingers: Fingers) -> None:
    at_work = theme(signed_in).property("paper")
    fingers.touch("Sofia Marini")
    fingers.touch("Practise")
    fingers.wait_for("What would you like to practise, Sofia?")
    assert not signed_in.session.open
    assert theme(signed_in).property("paper") != at_work
    fingers.touch("Back to the shop")
    fingers.wait_for("Who is here?")
    assert theme(signed_in).property("paper") == at_work


def test_a_code_is_held_up_and_what_is_recorded_ticks_its_step_off(
    begins: Begins, counter: Counter, folder: Path
) -> None:
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    counter.fingers.wait_for("Giulia comes in and shows her code. Scan it.")
    counter.tap("exerciseProp")
    counter.fingers.wait_for("She tries on the Nora lace-ups")
    counter.fingers.wait_for("Giulia Ferraris")
    counter.tap("exerciseProp")
    counter.wait(lambda: len(exercise.shop.card.record.in_hand) == 1)
    counter.tap("record-fitting")
    counter.fingers.wait_for("They fit. Record the sale.")
    assert (exercise.done, exercise.number) == (2, 3)
    counter.wait(lambda: reached(folder, ScenarioName.FOUR_CHANNELS).steps == 2)
    print(f"a code and a fitting in practice: {counter.taps} taps")  # noqa: T201 - taps are counted for people


def test_nothing_of_it_reaches_the_tablet_s_own_records(
    begins: Begins, counter: Counter, signed_in: App
) -> None:
    own = tablets.replica_of(signed_in)
    before = own.pending()
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    counter.tap("exerciseProp")
    counter.wait(lambda: exercise.done == 1)
    counter.tap("record-advice")
    mine = sa.select(sa.func.count()).select_from(interaction).where(interaction.c.customer_id == GIULIA.id)

    def advised() -> int:
        with exercise.place.replica.read() as connection:
            return connection.scalar(mine) or 0

    counter.wait(lambda: advised() == 1)
    assert own.pending() == before
    with own.read() as connection:
        assert connection.scalar(mine) == 0
    assert exercise.place.replica.engine is not own.engine


def test_the_file_of_an_exercise_cannot_be_read_and_goes_with_it(
    begins: Begins, signed_in: App, folder: Path, qtbot: QtBot
) -> None:
    begins(ScenarioName.RUSH)
    file = folder / place.FOLDER / place.FILE
    assert b"SQLite format 3" not in file.read_bytes()
    signed_in.practice.leave()
    qtbot.waitUntil(lambda: not list(file.parent.glob(f"{place.FILE}*")))


def test_without_network_the_exercise_says_so_and_the_tablet_s_own_pill_is_not_touched(
    begins: Begins, counter: Counter, signed_in: App
) -> None:
    exercise = begins(ScenarioName.NO_NETWORK)
    counter.wait(lambda: exercise.shop.link.standing == Link.Standing.Offline.value)
    signed_in.practice.begin(ScenarioName.RUSH.value)
    counter.wait(lambda: signed_in.practice.exercise not in (None, exercise))
    again = signed_in.practice.exercise
    counter.wait(lambda: again.shop.link.standing == Link.Standing.Live.value)
    assert signed_in.link.standing != Link.Standing.Live.value


def test_the_self_check_says_what_is_right_and_keeps_the_result_for_her_alone(
    begins: Begins, counter: Counter, signed_in: App, folder: Path
) -> None:
    begins(ScenarioName.RETURN)
    signed_in.practice.take_check()
    fingers = counter.fingers
    fingers.wait_for("Which of these may stand in a note?")
    for place_of_answer in (0, 2, 0):
        counter.tap(f"answer-{place_of_answer}")
        counter.tap("goOn")
    fingers.wait_for("2 of 3 answers are right.")
    counter.wait(lambda: reached(folder, ScenarioName.RETURN).right == 2)
    assert progress(folder).of("marta") == {}
    counter.tap("otherExercises")
    fingers.wait_for("What would you like to practise, Sofia?")


def test_begun_anew_the_shop_is_as_it_was(begins: Begins, counter: Counter, signed_in: App) -> None:
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    counter.tap("exerciseProp")
    counter.wait(lambda: exercise.done == 1)
    counter.tap("exerciseSteps")
    counter.tap("beginAgain")
    counter.wait(lambda: signed_in.practice.exercise not in (None, exercise))
    counter.fingers.wait_for("0 of 7 done")
    counter.fingers.wait_for("Giulia comes in and shows her code. Scan it.")


def test_changing_hands_within_an_exercise_leads_to_the_exercises(
    begins: Begins, signed_in: App, fingers: Fingers
) -> None:
    exercise = begins(ScenarioName.RUSH)
    exercise.shop.session.lock()
    fingers.wait_for("What would you like to practise, Sofia?")
    assert signed_in.practice.exercise is None


def test_what_is_scanned_after_an_exercise_opens_nothing_in_it(
    begins: Begins, signed_in: App, fingers: Fingers
) -> None:
    exercise = begins(ScenarioName.FOUR_CHANNELS)
    giulias = exercise.place.scanned(exercise.scenario.steps[0].prop)
    signed_in.practice.choose()
    signed_in.scanner.offer(giulias)
    fingers.wait_for("What would you like to practise, Sofia?")
    assert not exercise.shop.session.open
    assert exercise.shop.scan.kind == "nothing"


def test_the_hub_taking_the_tablet_off_its_list_ends_practising(
    begins: Begins, signed_in: App, qtbot: QtBot
) -> None:
    begins(ScenarioName.RUSH)
    signed_in.link.tell(State(Kind.LOCKED))
    qtbot.waitUntil(lambda: signed_in.root.stage == Root.Stage.Closed.value)
    assert signed_in.practice.exercise is None
    assert signed_in.practice.stage == PracticeViewModel.Stage.Choosing.value
