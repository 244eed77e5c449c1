import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow

from clienteling.tablet.scan.wedge import Wedge
from tests.tablet.scan.drawn import CODE

PAGE = """
import QtQuick
Item {
    property int confirmed: 0
    width: 400; height: 300
    TextInput { objectName: "note"; onAccepted: parent.confirmed += 1 }
}
"""
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Desk:
    """A window with one field, and hands and a scanner to type into it."""

    def __init__(self, window: QQuickWindow, page) -> None:
        self.window = window
        self.page = page
        self.field = page.findChild(QQuickItem, "note")
        self.time = 10_000
        self.scans: list[str] = []
        self.wedge = Wedge(window)
        self.wedge.scanned.connect(self.scans.append)

    def types(self, text: str, gap: int = 120) -> None:
        for character in text:
            self.press(character, gap)

    def scans_in(self, text: str) -> None:
        self.types(text, gap=6)

    def press(self, character: str, gap: int = 120, *, repeated: bool = False) -> None:
        self.time += gap
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, NO_MODIFIER, character, repeated)
        event.setTimestamp(self.time)
        QCoreApplication.sendEvent(self.window, event)

    @property
    def text(self) -> str:
        return self.field.property("text")


@pytest.fixture
def desk(qtbot):
    engine = QQmlEngine()
    component = QQmlComponent(engine)
    component.setData(PAGE.encode(), QUrl())
    page = component.create()
    assert page is not None, component.errorString()
    window = QQuickWindow()
    page.setParentItem(window.contentItem())
    window.show()
    window.requestActivate()
    qtbot.waitUntil(window.isActive, timeout=5000)
    desk = Desk(window, page)
    desk.field.forceActiveFocus()
    yield desk
    window.close()
    page.deleteLater()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    engine.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_fingers_type_stays_in_the_field(desk):
    desk.types("chiamare il 3331234567\r")
    assert desk.text == "chiamare il 3331234567"
    assert desk.page.property("confirmed") == 1
    assert desk.scans == []


def test_a_scan_into_a_field_is_read_and_leaves_the_field_as_it_was(desk):
    desk.types("le piace il nero")
    desk.field.setProperty("cursorPosition", 3)
    desk.time += 500
    desk.scans_in(CODE + "\r")
    assert desk.scans == [CODE]
    assert desk.text == "le piace il nero"
    assert desk.page.property("confirmed") == 0


def test_a_scan_without_a_field_is_read(desk):
    desk.field.setProperty("focus", False)
    desk.scans_in("8032089000017\r")
    assert desk.scans == ["8032089000017"]


def test_a_scanner_without_enter_is_read_when_it_falls_silent(desk, qtbot):
    with qtbot.waitSignal(desk.wedge.scanned, timeout=5000):
        desk.scans_in(CODE)
    assert desk.scans == [CODE]
    assert desk.text == ""


def test_shift_between_the_letters_does_not_break_a_burst(desk):
    for character in "8032089000017":
        desk.press("", 0)
        desk.press(character, 6)
    desk.press("\r", 6)
    assert desk.scans == ["8032089000017"]


def test_a_key_held_down_is_no_scanner(desk):
    for _ in range(30):
        desk.press("7", 30, repeated=True)
    desk.press("\r", 30)
    assert desk.scans == []
    assert desk.text == "7" * 30


def test_two_scans_in_a_row_are_two_scans(desk):
    desk.scans_in("8032089000017\r4006381333931\r")
    assert desk.scans == ["8032089000017", "4006381333931"]
    assert desk.text == ""
