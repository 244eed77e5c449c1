"""The whole shop floor without a finger."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.keys.lone import APART_MS
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers, words_of

Place = Navigation.Place
NOT_ON_THE_RAIL = {Place.Customer, Place.Newcomer}
"""One gets there by whom it is about."""
MANAGERS_ONLY = {Place.Figures, Place.Team}


class Keys:
    """Hands on a keyboard: `strike` waits as long as a person does between two keys."""

    def __init__(self, qtbot: QtBot, app: App) -> None:
        self.qtbot = qtbot
        self.app = app
        self.window = app.window.quick
        self.time = 10_000

    def send(self, key: str, code: Qt.Key = Qt.Key.Key_unknown, gap: int = 10 * APART_MS) -> None:
        self.time += gap
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key)
        event.setTimestamp(self.time)
        QCoreApplication.sendEvent(self.window, event)

    def strike(self, key: str) -> None:
        self.send(key)

    def press(self, *codes: Qt.Key) -> None:
        for code in codes:
            self.qtbot.keyClick(self.window, code)

    def scan(self, text: str) -> None:
        for letter in text:
            self.send(letter, gap=8)
        self.send("\r", Qt.Key.Key_Return, gap=8)

    @property
    def place(self) -> Place:
        return Place(self.app.navigation.place)

    @property
    def here(self) -> QQuickItem:
        return self.window.activeFocusItem()

    def wait(self, true) -> None:
        self.qtbot.waitUntil(true)

    def let_settle(self) -> None:
        self.qtbot.wait(2 * APART_MS)  # that nothing happens cannot be waited for in another way


@pytest.fixture
def keys(qtbot: QtBot, signed_in: App, fingers: Fingers) -> Keys:
    return Keys(qtbot, signed_in)


@pytest.mark.parametrize(("digit", "place"), [("2", Place.Book), ("8", Place.Ledger), ("9", Place.Person)])
def test_a_digit_leads_to_its_place_and_escape_back_to_the_scan(keys: Keys, digit: str, place: Place) -> None:
    keys.strike(digit)
    keys.wait(lambda: keys.place is place)
    keys.press(Qt.Key.Key_Escape)
    assert keys.place is Place.Scan


def test_a_scanner_without_a_field_presses_no_keys(keys: Keys) -> None:
    visited: list[Place] = []
    keys.app.navigation.place_changed.connect(lambda: visited.append(keys.place))
    keys.scan("8928-1189?19")
    keys.wait(lambda: keys.app.root.shop.book.text == "8928-1189?19")
    keys.let_settle()
    assert visited == [Place.Book], "where a text that nobody knows is looked for"


def test_a_slash_leads_to_the_search_and_letters_go_into_it(keys: Keys) -> None:
    keys.strike("/")
    keys.wait(lambda: words_of(keys.here).startswith("Search"))
    keys.strike("2")
    keys.let_settle()
    assert keys.here.property("text") == "2"
    assert keys.place is Place.Book, "because it searches, not because of the digit"
    keys.press(Qt.Key.Key_Escape)
    keys.wait(lambda: keys.app.root.shop.book.text == "")


def test_a_command_of_the_system_is_no_stroke(keys: Keys) -> None:
    keys.qtbot.keyClick(keys.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    keys.let_settle()
    assert keys.place is Place.Scan


def test_a_question_mark_lists_the_keys_and_escape_puts_the_list_away(keys: Keys, fingers: Fingers) -> None:
    keys.strike("?")
    fingers.wait_for("With the keyboard")
    read = fingers.read().splitlines()
    assert {"1", "2", "8", "9", "/", "?"} <= set(read)
    keys.strike("2")
    keys.let_settle()
    assert keys.place is Place.Scan, "under the list nothing acts"
    keys.press(Qt.Key.Key_Escape)
    keys.wait(lambda: not fingers.sees("With the keyboard"))
    keys.strike("2")
    keys.wait(lambda: keys.place is Place.Book)


def test_the_list_of_keys_goes_with_the_page_that_they_are_of(keys: Keys, fingers: Fingers, qtlog) -> None:
    keys.app.navigation.go(Place.Todo.value)
    keys.strike("?")
    fingers.wait_for("On this page")
    keys.app.navigation.go(Place.Scan.value)
    keys.qtbot.waitUntil(lambda: not fingers.sees("On this page"))
    assert [one.message for one in qtlog.records if "TypeError" in one.message] == []


def test_arrows_walk_over_the_page_and_enter_presses(keys: Keys) -> None:
    keys.press(Qt.Key.Key_Tab)
    assert keys.here.property("visualFocus") is True
    keys.app.navigation.go(Place.Scan.value)
    rail = next(i for i in _all(keys.window.contentItem()) if i.property("label") == "Scan")
    rail.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    keys.press(Qt.Key.Key_Down)
    assert words_of(keys.here) == "Client book"
    keys.press(Qt.Key.Key_Return)
    assert keys.place is Place.Book


def test_what_has_the_focus_is_brought_into_sight(keys: Keys) -> None:
    keys.window.resize(1280, 600)
    keys.strike("9")
    keys.wait(lambda: keys.place is Place.Person)
    for _ in range(60):
        keys.press(Qt.Key.Key_Tab)
        if words_of(keys.here) == "30 minutes":
            break
    at = keys.here.mapToScene(keys.here.boundingRect().center())
    assert words_of(keys.here) == "30 minutes"
    assert 0 < at.y() < keys.window.height()


def test_home_and_end_lead_to_the_ends_of_a_page(keys: Keys) -> None:
    keys.window.resize(1280, 600)
    keys.strike("9")
    keys.wait(lambda: keys.place is Place.Person)
    keys.press(Qt.Key.Key_Tab)
    pane = next(i for i in _all(keys.window.contentItem()) if i.inherits("QQuickFlickable") and i.isVisible())

    def at_the_end() -> bool:
        """The page grows while the own figures are being read."""
        keys.press(Qt.Key.Key_End)
        return pane.property("atYEnd")

    keys.wait(at_the_end)
    keys.press(Qt.Key.Key_Home)
    assert pane.property("atYBeginning") is True


def _all(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(inner for child in item.childItems() for inner in _all(child))]


def strokes(keys: Keys) -> list[str]:
    return [str(stroke.property("key")) for stroke in keys.app.window.keyboard.strokes]


def test_a_letter_records_on_a_card_and_is_another_one_in_italian(keys: Keys, counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    keys.strike("f")
    counter.wait_saved("fitting")
    counter.saved.dismiss()
    keys.app.preferences.choose_language("it")
    keys.strike("p")
    counter.wait_saved("fitting")


@pytest.mark.parametrize("language", ["en", "it"])
def test_no_key_means_two_things_on_a_page(keys: Keys, counter: Counter, language: str) -> None:
    keys.app.preferences.choose_language(language)
    counter.open_card(giulia.GIULIA)
    for place in Place:
        keys.app.navigation.go(place.value)
        keys.wait(lambda: len(strokes(keys)) > 0)
        assert sorted(strokes(keys)) == sorted(set(strokes(keys))), place


@pytest.mark.parametrize(("who", "closed"), [(tablets.SOFIA, MANAGERS_ONLY), (tablets.MARTA, set())])
def test_each_place_of_the_rail_is_reached_by_touch_and_by_a_digit(
    keys: Keys, fingers: Fingers, who: str, closed: set[Place]
) -> None:
    keys.app.session.lock()
    tablets.sign_in(keys.app, who)
    keys.wait(lambda: keys.app.session.open)
    places = [
        i for i in _all(keys.window.contentItem()) if isinstance(i.property("place"), int) and i.isVisible()
    ]
    assert {Place(i.property("place")) for i in places} == set(Place) - NOT_ON_THE_RAIL - closed
    reached = set()
    for place in places:
        keys.app.navigation.go(Place.Scan.value)
        fingers.touch_item(place)
        keys.wait(lambda place=place: keys.app.navigation.place == place.property("place"))
    for digit in (key for key in strokes(keys) if key.isdigit()):
        keys.app.navigation.go(Place.Customer.value)
        keys.strike(digit)
        keys.wait(lambda: keys.place is not Place.Customer)
        reached.add(keys.place)
    assert reached == {Place(place.property("place")) for place in places}
