"""The manager's figures, by touch and by keyboard: looked at, held against a target, kept as files."""

import csv
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtPdf import QPdfDocument
from PySide6.QtQuick import QQuickItem

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind
from clienteling.kpi.targets import target_of
from clienteling.kpi.values import Kpi, Step
from clienteling.notes.tables import unfinished_words
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from sync.hub.store import HubStore
from tests.screens import shop_figures as furnished
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import Fingers, place_of

MARTA = Author(tablets.MARTA, tablets.STORE)
ACCENT = QColor("#1F4A3F")


@pytest.fixture
def marta(app: App, qtbot, fingers: Fingers) -> Counter:
    """At the figures, one tap after she signed in."""
    tablets.sign_in(app, tablets.MARTA)
    counter = Counter(qtbot, app, fingers)
    counter.tap("place-Figures")
    qtbot.waitUntil(lambda: page(app).chart.slots.count > 0)
    return counter


def page(app: App):
    return app.root.shop.figures


def row(app: App, kpi: Kpi):
    found = page(app).figures.find(kpi.value)
    assert found is not None
    return found


def named(app: App, name: str) -> QQuickItem:
    found = app.window.quick.findChild(QQuickItem, name)
    assert found is not None, name
    return found


def test_every_figure_is_there_and_a_tap_shows_its_course(marta: Counter, app, qtbot):
    assert [one.key for one in page(app).figures.rows] == [kpi.value for kpi in Kpi]
    marta.tap(f"kpi-{Kpi.VISITS}")
    qtbot.waitUntil(lambda: page(app).chart.name == "Visits")
    assert page(app).chart.value == row(app, Kpi.VISITS).value
    assert marta.taps == 2


def test_the_formula_is_a_tap_away(marta: Counter, fingers: Fingers):
    marta.tap("formula")
    fingers.wait_for("Visits with at least one record that names the customer, of all visits.")


def test_the_bars_are_painted_also_without_a_graphics_card(marta: Counter, app, qtbot):
    plot = named(app, "plot")

    def painted() -> bool:
        picture = app.window.quick.grabWindow()
        there = place_of(plot).toRect()
        middles = range(there.left(), there.right(), 4)
        return any(picture.pixelColor(x, there.bottom() - 20) == ACCENT for x in middles)

    qtbot.waitUntil(painted)


def test_a_bar_is_read_by_a_finger_and_by_the_arrows(marta: Counter, app, fingers: Fingers, qtbot):
    chart = page(app).chart
    fingers.touch_at(place_of(named(app, "plot")).center().toPoint())
    qtbot.waitUntil(lambda: chart.read == 3)
    fingers.press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: chart.read == 2)
    fingers.wait_for(f"{chart.read_name}: {chart.read_value}, before {chart.read_before}")


def test_what_is_recorded_now_counts_at_once_with_no_hub(marta: Counter, app, qtbot):
    before = int(row(app, Kpi.VISITS).value)
    with tablets.replica_of(app).write() as writer:
        interactions.record(writer, Draft(kind=InteractionKind.VISIT), author=MARTA)
    qtbot.waitUntil(lambda: int(row(app, Kpi.VISITS).value) == before + 1)


def test_a_target_is_set_in_three_taps_and_taken_back_in_one(marta: Counter, app, fingers: Fingers, qtbot):
    marta.taps = 0
    marta.tap("setTarget")
    qtbot.waitUntil(lambda: page(app).target.week == "65")
    marta.tap("targetWeek")
    qtbot.waitUntil(lambda: named(app, "targetWeek").hasActiveFocus() or marta.item("targetWeek") is not None)
    fingers.type("0")  # behind the 65 that stand there: more than all of them
    fingers.wait_for("This is no figure that it can reach")
    fingers.press(Qt.Key.Key_Backspace)
    fingers.press(Qt.Key.Key_Backspace)
    fingers.type("9")
    marta.tap("saveTarget")
    qtbot.waitUntil(lambda: row(app, Kpi.IDENTIFIED).note == "target 69%")
    assert marta.taps == 3
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: row(app, Kpi.IDENTIFIED).note == "target 65%")


def test_a_target_that_was_typed_waits_with_its_figure_until_it_is_set(marta: Counter, app, fingers: Fingers):
    marta.tap("setTarget")
    marta.wait(lambda: page(app).target.unfinished.begun)
    marta.write_in("targetDay")
    fingers.press(Qt.Key.Key_Backspace)
    fingers.type("9")
    fingers.touch("Close")
    fingers.wait_for("Not saved. Your words wait there until the evening.")
    marta.wait(lambda: marta.item("saveTarget") is None)
    for kpi, said, resumed in ((Kpi.VISITS, "", False), (Kpi.IDENTIFIED, "69", True)):
        marta.tap(f"kpi-{kpi}")
        marta.wait(lambda kpi=kpi: page(app).chart.name == row(app, kpi).name)
        marta.tap("setTarget")
        marta.wait(lambda: page(app).target.unfinished.begun)
        marta.wait(lambda resumed=resumed: page(app).target.unfinished.resumed == resumed)
        assert named(app, "targetDay").property("text") == said
        fingers.touch("Close")
        marta.wait(lambda: marta.item("saveTarget") is None)
    marta.tap("setTarget")
    marta.wait(lambda: page(app).target.unfinished.resumed)
    marta.tap("saveTarget")
    marta.wait(lambda: app.root.shop.toasts.text == "The target holds from today")
    assert marta.rows(unfinished_words) == []


def test_a_target_that_is_typed_as_it_stands_leaves_nothing_waiting(marta: Counter, app):
    target = page(app).target
    page(app).begin_target()
    marta.wait(lambda: target.unfinished.begun)
    target.type("day", "65,0")
    marta.wait(lambda: len(marta.rows(unfinished_words)) == 1)
    target.save("65,0", target.week, target.month)
    marta.wait(lambda: marta.rows(unfinished_words) == [])


def test_a_target_that_is_emptied_is_none_from_today_and_was_one_before(marta: Counter, app, qtbot):
    target = page(app).target
    page(app).begin_target()
    qtbot.waitUntil(lambda: target.day == "65")
    target.save("", target.week, target.month)
    with tablets.replica_of(app).read() as connection:
        of = (connection, tablets.STORE, Kpi.IDENTIFIED, Step.DAY)
        qtbot.waitUntil(lambda: app.root.shop.toasts.text != "")
        assert target_of(*of, furnished.TODAY) is None
        yesterday = target_of(*of, date(2026, 11, 21))
    assert yesterday is not None
    assert yesterday.value == 65


def test_from_one_day_to_another_takes_two_touches_and_a_tap(marta: Counter, app, fingers: Fingers, qtbot):
    marta.tap("kind-range")
    marta.tap("day-2026-11-13")
    marta.tap("day-2026-11-03")
    marta.tap("takeDays")
    qtbot.waitUntil(lambda: page(app).heading == "3 Nov \u2013 13 Nov")
    assert page(app).chart.slots.count == 11


def test_days_before_the_shop_are_said_to_be_empty(marta: Counter, app, fingers: Fingers, qtbot):
    page(app).move(-60)
    fingers.wait_for("Nothing was counted on these days")
    fingers.touch("To this week")
    qtbot.waitUntil(lambda: not page(app).empty)


def test_the_week_after_this_one_is_not_gone_to(marta: Counter, app):
    here = page(app).heading
    page(app).move(1)
    assert page(app).heading == here
    assert not named(app, "figuresOn").isEnabled()


def test_who_answers_for_an_area_sees_the_shops_of_it_alone(app, hub: HubStore, fingers: Fingers, qtbot):
    with hub.write() as writer:
        writer.update("store", tablets.STORE, {"area": "north"})
        writer.update("store", giulia.ELSEWHERE, {"area": "south"})
        writer.update("associate", furnished.CHIARA, {"store_id": tablets.STORE})
    tablets.meet(tablets.replica_of(app), hub)
    tablets.sign_in(app, furnished.CHIARA)
    qtbot.waitUntil(lambda: app.session.open and app.session.who.shops == {tablets.STORE})
    Counter(qtbot, app, fingers).tap("place-Figures")
    qtbot.waitUntil(lambda: page(app).whose == "Milano Brera")
    assert page(app).scope.count == 0


def test_who_answers_for_several_shops_sees_each_and_all_of_them(app, fingers: Fingers, qtbot):
    tablets.sign_in(app, furnished.CHIARA)
    counter = Counter(qtbot, app, fingers)
    counter.tap("place-Figures")
    qtbot.waitUntil(lambda: page(app).whose == "Milano Brera")
    milan = int(row(app, Kpi.VISITS).value)
    counter.tap(f"shop-{giulia.ELSEWHERE}")
    qtbot.waitUntil(lambda: page(app).whose == "Torino Po")
    turin = int(row(app, Kpi.VISITS).value)
    counter.tap("shop-")
    qtbot.waitUntil(lambda: page(app).whose == "All shops together")
    assert int(row(app, Kpi.VISITS).value) == milan + turin
    assert not page(app).may_set
    page(app).choose(Kpi.VISITS.value)
    assert {one.key: int(one.value) for one in page(app).side_by_side.rows} == {
        tablets.STORE: milan,
        giulia.ELSEWHERE: turin,
    }
    page(app).choose_shop(giulia.ELSEWHERE)
    qtbot.waitUntil(lambda: page(app).whose == "Torino Po")
    assert page(app).side_by_side.count == 0


def test_an_associate_has_no_such_place(app, fingers: Fingers, qtbot):
    tablets.sign_in(app, tablets.SOFIA)
    qtbot.waitUntil(lambda: app.session.open)
    qtbot.waitUntil(lambda: not named(app, "place-Figures").isVisible())
    fingers.press(Qt.Key.Key_6)
    qtbot.waitUntil(lambda: app.navigation.place == Navigation.Place.Scan.value)


def test_all_figures_open_in_a_spreadsheet_as_in_italy(marta: Counter, app, qtbot, tmp_path: Path):
    app.preferences.choose_language("it")
    qtbot.waitUntil(lambda: page(app).chart.name == "Visite identificate")
    kept = keep(app, marta, "figuresExport", qtbot, tmp_path)
    text = kept.read_text("utf-8")
    assert text.startswith("\ufeff")
    lines = list(csv.reader(text.lstrip("\ufeff").splitlines(), delimiter=";"))
    named_rows = {line[0]: line for line in lines if line}
    visits = named_rows["Visite"]
    assert visits[2] == row(app, Kpi.VISITS).value
    assert sum(int(cell or 0) for cell in visits[5:]) == int(visits[2])
    assert "," in named_rows["Scontrino medio"][2]


def test_on_paper_stands_what_stands_on_the_screen(marta: Counter, app, qtbot, tmp_path: Path):
    kept = keep(app, marta, "figuresPrint", qtbot, tmp_path)
    document = QPdfDocument()
    assert document.load(str(kept)) == QPdfDocument.Error.None_
    words = document.getAllText(0).text()
    assert page(app).heading in words
    for one in page(app).figures.rows[:5]:
        assert one.name in words
        assert one.value in words


def keep(app: App, counter: Counter, button: str, qtbot, folder: Path) -> Path:
    shown: list[Path] = []
    keeper = page(app).keeper
    keeper.folder, keeper.show_file = folder, shown.append
    counter.tap(button)
    qtbot.waitUntil(lambda: len(shown) == 1)
    return shown[0]


def test_two_people_are_no_team_and_their_shop_shows_no_figures(marta: Counter, app, hub, fingers, qtbot):
    with hub.write() as writer:
        writer.update("associate", tablets.PAOLO, {"active": False})
    tablets.meet(tablets.replica_of(app), hub)
    page(app).reload()
    fingers.wait_for("Too few people for figures")
    assert page(app).too_few
    assert not any(int(one.value) for one in page(app).figures.rows if one.key == Kpi.VISITS)
