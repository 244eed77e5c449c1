"""What is said for a moment lies on nothing that is acted on, and not on what the page says itself."""

import pytest

from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia
from tests.tablet.counter import Counter
from tests.tablet.fingers import place_of

SIZES = pytest.mark.parametrize(
    ("width", "height", "percent"), [(1280, 800, 100), (800, 1280, 100), (800, 1280, 200), (1440, 900, 100)]
)
SAID = "Not saved. Your words wait there until the evening."


def dress(counter: Counter, width: int, height: int, percent: int) -> None:
    counter.app.window.quick.resize(width, height)
    counter.app.preferences.choose_text_percent(percent)


def apart(counter: Counter, *names: str) -> None:
    counter.fingers.wait_for(SAID)
    counter.fingers.resting(lambda: counter.item("toast"))
    said = place_of(counter.item("toast"))
    for name in names:
        thing = counter.item(name)
        assert thing is not None, name
        assert not said.intersects(place_of(thing)), name


@SIZES
def test_beside_what_was_saved_and_above_what_is_in_hand(counter: Counter, width, height, percent) -> None:
    dress(counter, width, height, percent)
    counter.open_card(giulia.GIULIA)
    counter.record.take(giulia.NORA, giulia.NORA_39)
    counter.wait(lambda: counter.item(f"in-hand-{giulia.NORA_39}") is not None)
    counter.record.note("Preferisce il blu", "store")
    counter.wait_saved("note")
    counter.app.toasts.show(SAID)
    apart(counter, "savedToast", "savedUndo", f"in-hand-{giulia.NORA_39}", "record-fitting", "record-sale")


@SIZES
def test_above_what_saves_somebody_new(counter: Counter, width, height, percent) -> None:
    dress(counter, width, height, percent)
    counter.app.navigation.go(Navigation.Place.Newcomer.value)
    counter.app.toasts.show(SAID)
    counter.wait(lambda: counter.item("turn") is not None)
    apart(counter, "turn")


@SIZES
def test_above_what_is_done_first_on_a_page(counter: Counter, width, height, percent) -> None:
    dress(counter, width, height, percent)
    for place, name in (("Scan", "newCustomer"), ("Todo", "newTask"), ("Calendar", "newAppointment")):
        counter.app.navigation.go(Navigation.Place[place].value)
        counter.wait(lambda name=name: counter.item(name) is not None)
        counter.app.toasts.show(SAID)
        apart(counter, name)
