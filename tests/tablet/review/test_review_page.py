"""The manager's page of the day, by touch: read, marked, answered, printed."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtQuick import QQuickItem

from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.review.tables import day_review
from clienteling.staff.values import Author
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tasks.tables import task
from tests.tablet import tablets
from tests.tablet.fingers import Fingers

if TYPE_CHECKING:
    from pathlib import Path

MARTA = Author(tablets.MARTA, tablets.STORE)


def record(app: App, kind: InteractionKind, *items: Item) -> None:
    draft = Draft(kind=kind, items=items)
    with tablets.replica_of(app).write() as writer:
        interactions.record(writer, draft, author=MARTA)


def rows(app: App, table) -> list:
    with tablets.replica_of(app).read() as connection:
        return connection.execute(table.select()).all()


@pytest.fixture
def day(app: App, qtbot):
    """Signed in and on the page, as whoever it is."""

    def come(who: str) -> None:
        tablets.sign_in(app, who)
        qtbot.waitUntil(lambda: app.session.open)
        app.navigation.go(Navigation.Place.Day.value)
        qtbot.waitUntil(lambda: app.root.shop.review.heading != "")

    return come


def named(app: App, name: str) -> QQuickItem:
    found = app.window.quick.findChild(QQuickItem, name)
    assert found is not None, name
    return found


def test_the_day_is_read_on_one_page_and_follows_what_is_recorded(app, day, fingers: Fingers, qtbot):
    day(tablets.MARTA)
    fingers.wait_for("Nothing was recorded in the shop on this day.")
    record(app, InteractionKind.NOT_BOUGHT, Item(product_id="", reason=Reason.PRICE))
    fingers.wait_for("the price")
    qtbot.waitUntil(lambda: app.root.shop.review.lost_count == 1)


def test_a_manager_marks_it_in_one_tap_takes_it_back_in_another_and_hears_what_came_later(
    app, day, fingers: Fingers, qtbot
):
    day(tablets.MARTA)
    fingers.touch_item(named(app, "markDay"))
    qtbot.waitUntil(lambda: "Marta De Angelis" in app.root.shop.review.reviewed)
    assert len(rows(app, day_review)) == 1
    record(app, InteractionKind.VISIT)
    fingers.wait_for("Changed since: visits and interactions")
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: app.root.shop.review.reviewed == "")


def test_an_associate_reads_it_and_marks_nothing(app, day, fingers: Fingers):
    day(tablets.SOFIA)
    fingers.wait_for("No manager has read it yet")
    assert not named(app, "markDay").isVisible()
    app.root.shop.review.mark()
    assert rows(app, day_review) == []


def test_what_is_said_to_one_of_the_team_stands_among_what_she_has_to_do(app, day, fingers: Fingers, qtbot):
    day(tablets.MARTA)
    fingers.touch_item(named(app, "tellTeam"))
    qtbot.waitUntil(lambda: named(app, "askWords").hasActiveFocus())
    fingers.type("Call Elena about the bag")
    fingers.touch("Sofia Marini")
    fingers.touch("Put it on their tablets")
    qtbot.waitUntil(lambda: len(rows(app, task)) == 1)
    [made] = rows(app, task)
    assert (made.what, made.associate_id, made.made_by) == ("Call Elena about the bag", "sofia", "marta")


def test_yesterday_is_a_tap_away_and_tomorrow_is_not(app, day, fingers: Fingers, qtbot):
    day(tablets.MARTA)
    today = app.root.shop.review.heading
    fingers.touch_item(named(app, "dayBefore"))
    qtbot.waitUntil(lambda: app.root.shop.review.heading != today)
    assert not app.root.shop.review.is_today
    app.root.shop.review.move(5)
    qtbot.waitUntil(lambda: app.root.shop.review.heading == today)


def test_on_paper_stands_what_stands_on_the_screen(app, day, fingers: Fingers, qtbot, tmp_path):
    shown: list[Path] = []
    day(tablets.MARTA)
    review = app.root.shop.review
    review.folder, review.show_file = tmp_path, shown.append
    record(app, InteractionKind.NOT_BOUGHT, Item(product_id="", reason=Reason.PRICE))
    qtbot.waitUntil(lambda: review.lost_count == 1)
    fingers.touch_item(named(app, "printDay"))
    qtbot.waitUntil(lambda: len(shown) == 1)
    document = QPdfDocument()
    assert document.load(str(shown[0])) == QPdfDocument.Error.None_
    words = document.getAllText(0).text()
    assert review.heading in words
    assert "the price" in words
    assert "Not read by a manager yet" in words


def test_a_table_opens_in_a_spreadsheet_as_it_is_meant(app, day, fingers: Fingers, qtbot, tmp_path):
    shown: list[Path] = []
    app.preferences.choose_language("it")
    day(tablets.MARTA)
    review = app.root.shop.review
    review.folder, review.show_file = tmp_path, shown.append
    fingers.touch_item(named(app, "exportDay"))
    qtbot.waitUntil(lambda: len(shown) == 1)
    raw = shown[0].read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = raw.decode("utf-8-sig").split("\r\n")
    assert "venduto, euro;0,00;0,00" in lines


def test_a_folder_that_takes_nothing_is_said(app, day, fingers: Fingers, qtbot, tmp_path):
    day(tablets.MARTA)
    blocked = tmp_path / "file"
    blocked.write_text("")
    app.root.shop.review.folder = blocked
    fingers.touch_item(named(app, "exportDay"))
    fingers.wait_for("It could not be kept in")
