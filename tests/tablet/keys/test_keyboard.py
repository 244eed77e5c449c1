"""The whole shop floor without a finger."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.keys.lone import APART_MS
from clienteling.tablet.navigation import Navigation
from tests.tablet.fingers import Fingers, words_of

Place = Navigation.Place


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
    keys.press(Qt.Key.Key_Tab, Qt.Key.Key_End)
    pane = next(i for i in _all(keys.window.contentItem()) if i.inherits("QQuickFlickable") and i.isVisible())
    assert pane.property("atYEnd") is True
    keys.press(Qt.Key.Key_Home)
    assert pane.property("atYBeginning") is True


def _all(item: QQuickItem) -> list[QQuickItem]:
    return [item, *(inner for child in item.childItems() for inner in _all(child))]
