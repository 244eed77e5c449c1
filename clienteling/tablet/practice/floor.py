"""The shop floor of an exercise: the same screens as every day, over the practice shop's replica."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clienteling.practice.book import STORE, YOU
from clienteling.practice.premises import DEVICE
from clienteling.staff.values import Associate
from clienteling.tablet.asked import Answer
from clienteling.tablet.changes import ChangeSignal
from clienteling.tablet.floor import Floor
from clienteling.tablet.link import Link
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.practice.exercise import Exercise
from clienteling.tablet.session import Session, SignedIn
from clienteling.tablet.shop import Shop
from clienteling.tablet.toasts import Toasts

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.practice.shop import PracticeShop
    from clienteling.practice.values import Scenario
    from clienteling.tablet.practice.practice_view_model import Means, PracticeViewModel
    from clienteling.tablet.practice.trainee import Trainee


def lay_out(
    means: "Means",
    scenario: "Scenario",
    place: "PracticeShop",
    trainee: "Trainee",
    practice: "PracticeViewModel",
) -> Exercise:
    floor = Floor(
        jobs=means.jobs,
        replica=place.replica,
        changes=ChangeSignal(),
        language=means.language,
        session=Session(),
        navigation=Navigation(),
        toasts=Toasts(),
        now=place.replica.now,
        device_id=DEVICE,
        device=QCoreApplication.translate("Practice", "Practice"),
    )
    place.replica.listeners.append(floor.changes.announce)
    link = Link(means.jobs, means.language, means.now)
    link.follow(place.replica, floor.changes)
    link.name_hub(QCoreApplication.translate("Practice", "the hub, which this exercise plays"))
    shop = Shop(
        floor, STORE, preferences=means.preferences, link=link, scanner=means.scanner, ask_hub=nobody_knows
    )
    sign_in(floor, trainee)
    floor.session.changed.connect(practice.choose)
    shop.practised.connect(practice.choose)
    exercise = Exercise(scenario, place, floor, shop=shop, link=link, scanner=means.scanner)
    shop.nudged.connect(exercise.say_no_network)
    return exercise


def sign_in(floor: Floor, trainee: "Trainee") -> None:
    given_name, family_name = trainee.full_name
    you = Associate(id=YOU, store_id=STORE, given_name=given_name, family_name=family_name)
    store = QCoreApplication.translate("Practice", "Practice shop")
    floor.session.begin(SignedIn(you, STORE, store))


def nobody_knows(_: str, tell: "Callable[[Answer], None]") -> None:
    tell(Answer.UNKNOWN)
