"""What most who hold a tablet never look at is not there until somebody does."""

import pytest
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation

FOR_FEW = {"ReviewViewModel", "FiguresViewModel", "TeamViewModel", "OwnFiguresViewModel"}


def made(app: App) -> set[str]:
    assert app.root.shop is not None
    return {type(child).__name__ for child in app.root.shop.children()} & FOR_FEW


@pytest.mark.parametrize(
    ("place", "what"),
    [
        (Navigation.Place.Day, "ReviewViewModel"),
        (Navigation.Place.Figures, "FiguresViewModel"),
        (Navigation.Place.Team, "TeamViewModel"),
        (Navigation.Place.Person, "OwnFiguresViewModel"),
    ],
)
def test_a_place_is_made_when_somebody_turns_to_it(
    signed_in: App, qtbot: QtBot, place: Navigation.Place, what: str
) -> None:
    assert made(signed_in) == set()
    signed_in.navigation.go(place.value)
    assert made(signed_in) == {what}
    signed_in.navigation.go(Navigation.Place.Scan.value)
    signed_in.navigation.go(place.value)
    assert made(signed_in) == {what}
