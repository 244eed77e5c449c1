"""Each exercise from its first step to its last, as its own words say, by touch alone."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from clienteling.practice.names import ScenarioName
from clienteling.practice.people import CHIARA, MARCO
from clienteling.tablet.app import App
from clienteling.tablet.practice.exercise import Exercise
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers
from tests.tablet.practice.conftest import Begins


class Trainee(Counter):
    """In front of an exercise."""

    def __init__(self, qtbot: QtBot, app: App, exercise: Exercise) -> None:
        super().__init__(qtbot, app, Fingers(qtbot, app.window.quick))
        self.exercise = exercise

    def prop(self) -> None:
        self.tap("exerciseProp")

    def prop_in_hand(self) -> None:
        before = len(self.exercise.shop.card.record.in_hand)
        self.prop()
        self.wait(lambda: len(self.exercise.shop.card.record.in_hand) > before)

    def typed(self, field: str, text: str) -> None:
        self.tap(field)
        self.fingers.type(text)

    def promises_a_call(self) -> None:
        self.tap("record-promise")
        self.tap("promise-call")
        self.tap("savePromise")

    def until_done(self, steps: int) -> None:
        self.wait(lambda: self.exercise.done >= steps)


Takes = Callable[[ScenarioName], Trainee]


@pytest.fixture
def takes(qtbot: QtBot, signed_in: App, begins: Begins) -> Takes:
    return lambda name: Trainee(qtbot, signed_in, begins(name))


def over(trainee: Trainee) -> None:
    trainee.fingers.wait_for("Every step is done.")
    print(f"\n  {trainee.exercise.scenario.name}: {trainee.taps} taps")  # noqa: T201 - taps are counted for people


def test_one_customer_four_channels(takes: Takes) -> None:
    trainee = takes(ScenarioName.FOUR_CHANNELS)
    trainee.prop()
    trainee.until_done(1)
    trainee.prop_in_hand()
    trainee.tap("record-fitting")
    trainee.until_done(2)
    trainee.prop_in_hand()
    trainee.tap("record-sale")
    trainee.until_done(3)
    trainee.prop_in_hand()
    trainee.tap("record-not_bought")
    trainee.tap("reason-colour")
    trainee.until_done(4)
    trainee.tap("fact-shoe_size")
    trainee.typed("preferenceField", "39")
    trainee.tap("savePreference")
    trainee.until_done(5)
    trainee.tap("consent-marketing")
    trainee.tap("grant-marketing_email")
    trainee.until_done(6)
    trainee.fingers.touch("Close")
    trainee.promises_a_call()
    over(trainee)


def test_a_return_with_a_complaint(takes: Takes) -> None:
    trainee = takes(ScenarioName.RETURN)
    trainee.typed("search", "lo bia")
    trainee.tap(f"hit-{MARCO.id}")
    trainee.until_done(1)
    trainee.prop_in_hand()
    trainee.tap("record-more")
    trainee.tap("record-complaint")
    trainee.until_done(2)
    trainee.prop_in_hand()
    trainee.tap("record-more")
    trainee.tap("record-return")
    trainee.until_done(3)
    trainee.tap("record-note")
    trainee.typed("noteBody", "sole came off")
    trainee.tap("saveNote")
    trainee.until_done(4)
    trainee.promises_a_call()
    over(trainee)


def test_a_customer_who_asks_to_be_forgotten(takes: Takes) -> None:
    trainee = takes(ScenarioName.FORGOTTEN)
    trainee.prop()
    trainee.until_done(1)
    trainee.tap("consent-marketing")
    trainee.tap("withdraw-marketing_email")
    trainee.until_done(2)
    trainee.fingers.touch("Close")
    trainee.tap("handoverAction")
    trainee.until_done(3)
    trainee.tap("herData")
    trainee.tap("askErasure")
    trainee.tap("forgetHer")
    over(trainee)


def test_a_rush_of_walk_ins_without_codes(takes: Takes) -> None:
    trainee = takes(ScenarioName.RUSH)

    def in_hand(words: str, variant_id: str) -> None:
        trainee.tap("withoutCode")
        trainee.typed("productField", words)
        trainee.tap(f"found-{variant_id}")

    in_hand("nora", "nora-black-41")
    trainee.tap("reason-size")
    trainee.until_done(1)
    in_hand("lia", "lia-black-85")
    trainee.tap("anonymous-sale")
    trainee.until_done(2)
    trainee.tap("savedUndo")
    trainee.until_done(3)
    in_hand("irma", "irma-black-38")
    trainee.tap("reason-price")
    trainee.until_done(4)
    trainee.typed("search", "bianchi")
    trainee.tap(f"hit-{CHIARA.id}")
    trainee.until_done(5)
    trainee.prop_in_hand()
    trainee.tap("record-fitting")
    trainee.until_done(6)
    trainee.fingers.touch("Scan")
    trainee.tap("newCustomer")
    trainee.fingers.type("Giorgia\tNeri\t399 000 0099")
    trainee.tap("yes-service")
    trainee.tap("saveNewcomer")
    over(trainee)


def test_a_day_with_the_network_down(takes: Takes) -> None:
    trainee = takes(ScenarioName.NO_NETWORK)
    trainee.fingers.wait_for("Offline")
    trainee.prop()
    trainee.until_done(1)
    trainee.prop_in_hand()
    trainee.tap("record-sale")
    trainee.until_done(2)
    trainee.tap("record-note")
    trainee.typed("noteBody", "wool without seams")
    trainee.tap("saveNote")
    trainee.until_done(3)
    trainee.prop_in_hand()
    trainee.tap("record-more")
    trainee.tap("act-reserve")
    trainee.tap("saveReservation")
    trainee.until_done(4)
    trainee.fingers.touch("Ledger")
    trainee.prop()
    over(trainee)
    assert trainee.exercise.place.replica.pending() == 0
