"""Italian and English, light and dark: switched while the app runs, remembered when it starts again."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from pytestqt.qtbot import QtBot

from clienteling.tablet.app import App
from clienteling.tablet.language import Language
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.window import QML
from tests.tablet import tablets
from tests.tablet.fingers import Fingers

LIGHT_PAPER, DARK_PAPER = QColor("#F7F3EC"), QColor("#171512")


def test_a_touch_on_italiano_turns_every_word_at_once(signed_in: App, fingers: Fingers) -> None:
    signed_in.navigation.go(Navigation.Place.Person.value)
    fingers.touch("Italiano")
    fingers.wait_for("Questo tablet")
    assert fingers.find("Change hands") is None
    fingers.touch("English")
    fingers.wait_for("This tablet")


def test_the_words_of_data_turn_with_the_screen(signed_in: App, fingers: Fingers) -> None:
    signed_in.navigation.go(Navigation.Place.Ledger.value)
    tablets.write_note(signed_in)
    fingers.wait_for("today 10:46")
    signed_in.preferences.choose_language("it")
    fingers.wait_for("oggi 10:46")


def test_a_touch_on_dark_turns_the_paper_dark(signed_in: App, fingers: Fingers, qtbot: QtBot) -> None:
    window = signed_in.window.quick
    signed_in.navigation.go(Navigation.Place.Person.value)
    fingers.touch("Light")
    qtbot.waitUntil(lambda: window.color() == LIGHT_PAPER)
    fingers.touch("Dark")
    qtbot.waitUntil(lambda: window.color() == DARK_PAPER)


def test_the_choice_is_there_after_a_restart(folder: Path, qtbot: QtBot) -> None:
    with tablets.running(folder) as app:
        app.preferences.choose_language("it")
        app.preferences.choose_appearance("dark")
        app.preferences.choose_lock_after_minutes(10)
    with tablets.running(folder) as app:
        qtbot.waitUntil(lambda: app.root.shop is not None)
        assert app.window.quick.color() == DARK_PAPER
        assert app.preferences.language == "it"
        assert app.preferences.lock_after_minutes == 10


def test_the_names_of_days_turn_with_the_screen(qapp: QGuiApplication) -> None:
    language, engine = Language("en"), QQmlEngine()
    engine.addImportPath(str(QML))
    component = QQmlComponent(engine)
    component.setData(b"import QtQuick; import Clienteling.Words; Text { text: Words.weekday(1) }", QUrl())
    line = component.create()
    assert line is not None, component.errorString()
    english = line.property("text")
    language.switch("it")
    engine.retranslate()
    assert (english, line.property("text")) == ("Monday", "luned\u00ec")
    language.close()
    engine.deleteLater()
