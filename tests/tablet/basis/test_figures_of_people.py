"""Figures of people on the tablet: mine always, another's only under a legal basis, and never unnoticed."""

import pytest
from PySide6.QtQuick import QQuickItem

from clienteling.basis import use_cases as bases
from clienteling.basis.tables import figure_look, legal_basis
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import Draft, InteractionKind
from clienteling.notes.tables import unfinished_words
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.team.sections import Sections
from tests.tablet import tablets
from tests.tablet.fingers import Fingers

SOFIA = Author(tablets.SOFIA, tablets.STORE)
MONTH = 31 * 86_400_000


def record(app: App, times: int, author: Author = SOFIA) -> None:
    for _ in range(times):
        with tablets.replica_of(app).write() as writer:
            interactions.record(writer, Draft(kind=InteractionKind.VISIT), author=author)


def long_ago(app: App) -> None:
    """As if all of it had been recorded last month."""
    with tablets.replica_of(app).write() as writer:
        writer.connection.execute(interaction.update().values(at=interaction.c.at - MONTH))


def rows(app: App, table) -> list:
    with tablets.replica_of(app).read() as connection:
        return connection.execute(table.select()).all()


def named(app: App, name: str) -> QQuickItem:
    found = app.window.quick.findChild(QQuickItem, name)
    assert found is not None, name
    return found


@pytest.fixture
def section(app: App, qtbot):
    """The manager's section, in sight."""

    def come() -> None:
        tablets.sign_in(app, tablets.MARTA)
        qtbot.waitUntil(lambda: app.session.open)
        app.navigation.go(Navigation.Place.Team.value)
        app.root.shop.team.sections.choose(Sections.Section.Basis.value)
        basis = app.root.shop.team.basis
        qtbot.waitUntil(lambda: basis.loaded and basis.people.count > 0)

    return come


@pytest.fixture
def put_down(app: App, qtbot):
    basis = app.root.shop.team.basis

    def write(first: str = "1/1/2026", last: str = "31/12/2026") -> None:
        basis.sheet.begin("")
        basis.sheet.save("Agreement of 7 January", first, last)
        qtbot.waitUntil(lambda: basis.bases.count == 1)

    return write


def test_a_basis_is_taken_back_once_however_often_it_is_touched(app: App, section, put_down, qtbot) -> None:
    section()
    put_down()
    sheet = app.root.shop.team.basis.sheet
    sheet.begin(app.root.shop.team.basis.bases.rows[0].key)
    sheet.take_back()
    sheet.take_back()
    qtbot.waitUntil(lambda: app.root.shop.toasts.text == "The legal basis is taken back")
    qtbot.waitUntil(lambda: app.root.shop.team.basis.bases.count == 0)
    assert app.root.shop.toasts.text == "The legal basis is taken back"
    assert len(rows(app, legal_basis)) == 2


def test_a_basis_that_somebody_has_taken_back_meanwhile_is_not_saved(
    app: App, section, put_down, qtbot
) -> None:
    section()
    put_down()
    sheet = app.root.shop.team.basis.sheet
    key = app.root.shop.team.basis.bases.rows[0].key
    sheet.begin(key)
    with tablets.replica_of(app).write() as writer:
        bases.take_back(writer, key, author=Author(tablets.MARTA, tablets.STORE))
    sheet.take_back()
    said = "Not saved: somebody has changed it or taken it back meanwhile"
    qtbot.waitUntil(lambda: app.root.shop.toasts.text == said)


def own(app: App, qtbot, who: str) -> str:
    """What stands first on her own page."""
    app.session.lock()
    tablets.sign_in(app, who)
    qtbot.waitUntil(lambda: app.session.open)
    app.navigation.go(Navigation.Place.Person.value)
    figures = app.root.shop.own_figures.figures
    qtbot.waitUntil(lambda: figures.count > 0)
    return figures.find("interactions").value


def test_everybody_finds_the_own_figures_of_today_and_nobody_else_s(app: App, qtbot):
    record(app, 3)
    assert own(app, qtbot, tablets.SOFIA) == "3"
    assert own(app, qtbot, tablets.PAOLO) == "0"
    assert rows(app, figure_look) == []


def test_own_figures_follow_what_is_recorded_while_they_are_in_sight(app: App, qtbot):
    own(app, qtbot, tablets.SOFIA)
    record(app, 2)
    qtbot.waitUntil(lambda: app.root.shop.own_figures.figures.find("interactions").value == "2")


def test_without_a_legal_basis_a_manager_is_offered_nobody_s_figures(app, section, qtbot):
    section()
    assert not named(app, "look").isVisible()
    app.root.shop.team.basis.choose_person(tablets.SOFIA)
    app.root.shop.team.basis.look()
    qtbot.waitUntil(lambda: app.root.shop.team.basis.said.startswith("No legal basis"))
    assert app.root.shop.team.basis.figures.count == 0
    assert rows(app, figure_look) == []


def test_a_legal_basis_is_put_down_by_hand_and_taken_back_by_undo(app, section, fingers: Fingers, qtbot):
    section()
    fingers.touch("Put down a legal basis")
    qtbot.waitUntil(lambda: named(app, "basisDocument").hasActiveFocus())
    fingers.type("Agreement of 7 January")
    fingers.touch("Put it down")
    qtbot.waitUntil(lambda: app.root.shop.team.basis.sheet.wrong == "first")
    named(app, "basisFirst").setProperty("text", "7/1/2026")
    named(app, "basisLast").setProperty("text", "31/12/2026")
    fingers.touch("Put it down")
    fingers.wait_for("Agreement of 7 January")
    assert [(row.first_on, row.last_on, row.associate_id) for row in rows(app, legal_basis)] == [
        ("2026-01-07", "2026-12-31", tablets.MARTA)
    ]
    assert rows(app, unfinished_words) == []
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: app.root.shop.team.basis.bases.count == 0)


def test_a_basis_that_was_begun_waits_with_whom_it_is_about_until_it_is_put_down(
    app: App, section, put_down, fingers: Fingers, qtbot
) -> None:
    section()
    sheet = app.root.shop.team.basis.sheet
    fingers.touch("Put down a legal basis")
    qtbot.waitUntil(lambda: named(app, "basisDocument").hasActiveFocus())
    fingers.type("Agreement of 7 January")
    sheet.toggle(tablets.SOFIA)
    fingers.touch("Close")
    fingers.wait_for("Not saved. Your words wait there until the evening.")
    qtbot.waitUntil(lambda: not named(app, "basisDocument").isVisible())
    sheet.begin("")
    qtbot.waitUntil(lambda: sheet.unfinished.resumed)
    assert named(app, "basisDocument").property("text") == "Agreement of 7 January"
    assert sheet.people == [tablets.SOFIA]
    put_down()
    assert rows(app, unfinished_words) == []
    sheet.begin(app.root.shop.team.basis.bases.rows[0].key)
    sheet.type("document", "Agreement of 8 January")
    sheet.unfinished.end()
    qtbot.waitUntil(lambda: len(rows(app, unfinished_words)) == 1)
    sheet.begin("")
    qtbot.waitUntil(lambda: sheet.document == "" and not sheet.unfinished.resumed)
    sheet.begin(app.root.shop.team.basis.bases.rows[0].key)
    qtbot.waitUntil(lambda: sheet.unfinished.resumed)
    sheet.begin_anew()
    assert named(app, "basisDocument").property("text") == "Agreement of 7 January"
    qtbot.waitUntil(lambda: rows(app, unfinished_words) == [])


def test_a_look_takes_two_taps_is_written_down_and_is_read_by_her(
    app, section, put_down, fingers: Fingers, qtbot
):
    record(app, 4)
    long_ago(app)
    section()
    put_down()
    fingers.touch("Sofia Marini")
    fingers.touch("Look at these figures")
    qtbot.waitUntil(lambda: app.root.shop.team.basis.figures.count > 0)
    assert app.root.shop.team.basis.figures.find("interactions").value == "4"
    [look] = rows(app, figure_look)
    assert (look.associate_id, look.whom_id, look.first_on) == (tablets.MARTA, tablets.SOFIA, "2026-10-01")
    own(app, qtbot, tablets.SOFIA)
    fingers.wait_for("Others looked at them once")
    fingers.touch("Others looked at them once")
    fingers.wait_for("Marta De Angelis")
    fingers.wait_for("Agreement of 7 January")


def test_a_basis_that_covers_other_days_opens_nothing_and_says_so(
    app, section, put_down, fingers: Fingers, qtbot
):
    section()
    put_down(first="2/10/2026")
    fingers.touch("Sofia Marini")
    fingers.touch("Look at these figures")
    fingers.wait_for("No legal basis covers each of these days. Figures of one person need one.")
    assert app.root.shop.team.basis.figures.count == 0
    assert rows(app, figure_look) == []


def test_what_is_shown_goes_with_the_basis_the_choice_the_page_and_the_person(app, section, put_down, qtbot):
    section()
    put_down()
    basis = app.root.shop.team.basis

    def look() -> None:
        basis.choose_person(tablets.SOFIA)
        basis.look()
        qtbot.waitUntil(lambda: basis.figures.count > 0)

    look()
    basis.choose_person(tablets.PAOLO)
    assert basis.figures.count == 0
    look()
    app.navigation.go(Navigation.Place.Scan.value)
    assert basis.figures.count == 0
    app.navigation.go(Navigation.Place.Team.value)
    look()
    basis.sheet.begin(basis.bases.rows[0].key)
    basis.sheet.take_back()
    qtbot.waitUntil(lambda: basis.bases.count == 0 and basis.figures.count == 0)
    app.session.lock()
    assert basis.whom == ""
