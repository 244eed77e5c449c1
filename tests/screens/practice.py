"""The pages of practice mode: choosing, an exercise on the shop's own screens, the self-check."""

from collections.abc import Callable

from clienteling.demo.hands import live
from clienteling.practice.names import ScenarioName
from clienteling.tablet.practice.exercise import Exercise
from clienteling.tablet.practice.practice_view_model import PracticeViewModel
from clienteling.tablet.root import Root
from tests.screens.counter import press
from tests.screens.visit import Visit

Reach = Callable[[Visit], None]
PUT_AWAY_MS = 50
"""The pages of the exercise before are gone by then."""


def choosing(visit: Visit) -> None:
    if visit.app.root.stage != Root.Stage.Practice.value:
        visit.sign_in()
        visit.app.root.shop.practise()
    visit.app.practice.choose()
    live(PUT_AWAY_MS)
    visit.until(lambda: visit.app.practice.scenarios.count > 0)


def exercise(visit: Visit, name: ScenarioName) -> Exercise:
    choosing(visit)
    visit.app.practice.begin(name.value)
    visit.until(lambda: visit.app.practice.stage == PracticeViewModel.Stage.Exercising.value)
    under_way = visit.app.practice.exercise
    assert isinstance(under_way, Exercise)
    return under_way


def begun(name: ScenarioName, *pressed: str) -> Reach:
    def reach(visit: Visit) -> None:
        exercise(visit, name)
        for button in pressed:
            press(visit, button)

    return reach


def on_the_card(*pressed: str) -> Reach:
    """Giulia has shown her code."""

    def reach(visit: Visit) -> None:
        under_way = exercise(visit, ScenarioName.FOUR_CHANNELS)
        press(visit, "exerciseProp")
        visit.until(lambda: under_way.done == 1 and not under_way.shop.card.card.loading)
        for button in pressed:
            press(visit, button)

    return reach


def checking(*answers: int) -> Reach:
    """The first answers given; -1 goes on to the next question."""

    def reach(visit: Visit) -> None:
        exercise(visit, ScenarioName.FOUR_CHANNELS)
        visit.app.practice.take_check()
        for answer in answers:
            if answer < 0:
                visit.app.practice.check.go_on()
            else:
                visit.app.practice.check.answer(answer)

    return reach
