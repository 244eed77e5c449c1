"""The manager's page of the day, by touch: read, marked, answered, printed."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtQuick import QQuickItem

from clienteling.appointments.hours import instant
from clienteling.interactions import use_cases as interactions
from clienteling.interactions.values import Draft, InteractionKind, Item, Reason
from clienteling.notes.tables import unfinished_words
from clienteling.privacy.values import Why
from clienteling.review.tables import day_review, tablet_standing
from clienteling.staff.tables import associate
from clienteling.staff.values import Associate, Author, Role
from clienteling.stores.tables import store
from clienteling.tablet.app import App
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.session import SignedIn
from clienteling.tasks import use_cases as tasks
from clienteling.tasks.tables import task
from clienteling.tasks.use_cases import Plan
from sync.device import state
from sync.device.state import Fact
from tests.tablet import tablets
from tests.tablet.counter import Counter
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


@pytest.fixture
def counter(app: App, fingers: Fingers, qtbot) -> Counter:
    return Counter(qtbot, app, fingers)


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


def test_what_was_read_and_does_not_open_any_more_is_said_and_marked_anew(app, day, counter: Counter, qtbot):
    with tablets.replica_of(app).write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, "5a" * 32)
        for one in (tablets.SOFIA, tablets.PAOLO):
            writer.connection.execute(associate.update().where(associate.c.id == one).values(active=False))
    day(tablets.MARTA)
    counter.tap("markDay")
    qtbot.waitUntil(lambda: "Marta De Angelis" in app.root.shop.review.reviewed)
    assert not named(app, "unopened").isVisible()
    with tablets.replica_of(app).write() as writer:
        state.put(writer.connection, Fact.SCOPE_KEY, "a5" * 32)
    app.root.shop.review.reload()
    qtbot.waitUntil(lambda: named(app, "unopened").isVisible())
    counter.tap("markDay")
    qtbot.waitUntil(lambda: not named(app, "unopened").isVisible())
    assert len(rows(app, day_review)) == 2


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


def test_what_was_about_to_be_said_waits_until_it_is_sent_and_for_whom(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    day(tablets.MARTA)
    tell = app.root.shop.review.tell
    counter.tap("tellTeam")
    qtbot.waitUntil(lambda: named(app, "askWords").hasActiveFocus())
    fingers.type("Call Elena about the bag")
    counter.tap(f"ask-{tablets.SOFIA}")
    fingers.touch("Close")
    fingers.wait_for("Not saved. Your words wait there until the evening.")
    qtbot.waitUntil(lambda: counter.item("askSend") is None)
    assert len(rows(app, unfinished_words)) == 1
    counter.tap("tellTeam")
    fingers.wait_for("Begun before and not saved")
    assert named(app, "askWords").property("text") == "Call Elena about the bag"
    assert tell.whom == tablets.SOFIA
    counter.tap("askSend")
    qtbot.waitUntil(lambda: [row.associate_id for row in rows(app, task)] == [tablets.SOFIA])
    assert rows(app, unfinished_words) == []
    counter.tap("tellTeam")
    qtbot.waitUntil(lambda: tell.unfinished.begun)
    assert named(app, "askWords").property("text") == ""


def test_a_word_with_what_is_handed_on_waits_with_that_one_and_goes_when_it_is_begun_anew(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    plan = Plan(what="Post the parcel", due_on=date(2026, 11, 22))
    with tablets.replica_of(app).write() as writer:
        made = tasks.make(writer, plan, author=MARTA)
    day(tablets.MARTA)
    counter.tap(f"handOn-{made}")
    counter.tap("askWords")
    fingers.type("Before noon")
    fingers.touch("Close")
    qtbot.waitUntil(lambda: counter.item("askSend") is None)
    counter.tap("tellTeam")
    qtbot.waitUntil(lambda: named(app, "askWords").hasActiveFocus())
    assert named(app, "askWords").property("text") == ""
    fingers.touch("Close")
    qtbot.waitUntil(lambda: counter.item("askSend") is None)
    counter.tap(f"handOn-{made}")
    qtbot.waitUntil(lambda: named(app, "askWords").property("text") == "Before noon")
    counter.tap("beginAnew")
    qtbot.waitUntil(lambda: rows(app, unfinished_words) == [])
    assert named(app, "askWords").property("text") == ""


def test_a_figure_says_how_it_is_counted_and_from_which_records(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    day(tablets.MARTA)
    record(app, InteractionKind.FITTING, Item(product_id="", reason=Reason.PRICE))
    record(app, InteractionKind.ADVICE)
    qtbot.waitUntil(lambda: app.root.shop.review.figures.find("interactions").value == "2")
    counter.tap("figure-interactions")
    fingers.wait_for("without what was undone or corrected later")
    qtbot.waitUntil(lambda: app.root.shop.review.behind.count == 2)


def test_what_each_tablet_still_owes_is_a_touch_away_with_what_to_do(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    four = {"id": "till-3", "name": "Tablet 3", "store_id": tablets.STORE, "owes": 4, "set_aside": 0}
    seen = instant(date(2026, 11, 21), 18 * 60 + 2, "Europe/Rome")
    with tablets.replica_of(app).write() as writer:
        writer.connection.execute(tablet_standing.insert().values(**four, last_seen_at=seen))
    day(tablets.MARTA)
    fingers.wait_for("Tablet 3: 4 records still to come")
    fingers.wait_for("last seen yesterday 18:02")
    counter.tap("tablet-till-3")
    fingers.wait_for("4 records were saved there and have not arrived")
    assert not fingers.sees("There is no record behind it")
    fingers.touch("Close")
    counter.tap("tablet-Tablet 1")
    qtbot.waitUntil(lambda: app.navigation.place == Navigation.Place.Ledger.value)


def test_of_a_lost_sale_and_of_somebody_without_a_code_the_record_is_a_touch_away(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    day(tablets.MARTA)
    with tablets.replica_of(app).write() as writer:
        draft = Draft(kind=InteractionKind.NOT_BOUGHT, summary="wanted it in blue")
        interactions.record(writer, draft, author=MARTA)
    fingers.wait_for("nobody said why")
    behind = app.root.shop.review.behind
    counter.tap("lost-none")
    fingers.wait_for("Not bought · wanted it in blue")
    fingers.press(Qt.Key.Key_Escape)
    [visitor] = app.root.shop.review.visitors.rows
    counter.tap(f"visitor-{visitor.key}")
    qtbot.waitUntil(lambda: behind.title == "Without a code" and behind.count == 1)


def test_a_task_that_is_handed_on_is_hers_and_not_there_twice(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    with tablets.replica_of(app).write() as writer:
        plan = Plan(what="Count the scarves", due_on=date(2026, 11, 22))
        made = tasks.make(writer, plan, author=MARTA)
    day(tablets.MARTA)
    qtbot.waitUntil(lambda: app.root.shop.review.decision_count == 1)
    counter.tap(f"handOn-{made}")
    fingers.wait_for("Count the scarves")
    counter.tap("ask-sofia")
    counter.tap("askSend")
    qtbot.waitUntil(lambda: [one.associate_id for one in rows(app, task)] == ["sofia"])
    qtbot.waitUntil(lambda: app.root.shop.toasts.undoable)
    app.root.shop.toasts.undo()
    qtbot.waitUntil(lambda: [one.associate_id for one in rows(app, task)] == [None])


def test_no_more_is_said_with_what_is_handed_on_than_there_is_room_for(
    app, day, fingers: Fingers, counter: Counter, qtbot
):
    with tablets.replica_of(app).write() as writer:
        plan = Plan(what="z" * (tasks.LONGEST - 8), due_on=date(2026, 11, 22))
        made = tasks.make(writer, plan, author=MARTA)
    day(tablets.MARTA)
    counter.tap(f"handOn-{made}")
    counter.tap("askWords")
    fingers.type("Before noon")
    counter.tap("askSend")
    qtbot.waitUntil(lambda: [one.what[-8:] for one in rows(app, task)] == ["; Before"])


def test_yesterday_is_a_tap_away_and_tomorrow_is_not(app, day, fingers: Fingers, qtbot):
    day(tablets.MARTA)
    today = app.root.shop.review.heading
    fingers.touch_item(named(app, "dayBefore"))
    qtbot.waitUntil(lambda: app.root.shop.review.heading != today)
    assert not app.root.shop.review.is_today
    app.root.shop.review.move(5)
    qtbot.waitUntil(lambda: app.root.shop.review.heading == today)


def test_back_from_a_card_she_is_as_far_down_as_she_was_and_another_day_is_read_from_its_top(
    app, day, counter: Counter, qtbot
):
    day(tablets.MARTA)
    for _ in range(12):
        record(app, InteractionKind.NOT_BOUGHT, Item(product_id="", reason=Reason.PRICE))
    page = named(app, "review")
    qtbot.waitUntil(lambda: page.property("contentHeight") > page.height() + 100)
    page.setProperty("contentY", 80)
    app.navigation.turn_to("nobody", Why.LIST)
    qtbot.waitUntil(lambda: not page.isVisible())
    app.navigation.back()
    qtbot.waitUntil(page.isVisible)
    assert named(app, "review").property("contentY") == 80
    app.root.shop.review.move(-1)
    qtbot.waitUntil(lambda: page.property("contentY") == 0)


def test_who_signs_in_next_begins_at_the_top_and_who_never_reads_the_day_holds_no_page_of_it(app, day, qtbot):
    day(tablets.MARTA)
    named(app, "review").setProperty("contentY", 20)
    app.session.lock()
    qtbot.waitUntil(lambda: not app.session.open)
    app.navigation.go(Navigation.Place.Scan.value)
    tablets.sign_in(app, tablets.SOFIA)
    qtbot.waitUntil(lambda: app.session.open)
    qtbot.waitUntil(lambda: app.window.quick.findChild(QQuickItem, "review") is None)
    app.navigation.go(Navigation.Place.Day.value)
    qtbot.waitUntil(lambda: app.window.quick.findChild(QQuickItem, "review") is not None)
    assert named(app, "review").property("contentY") == 0


def test_on_paper_stands_what_stands_on_the_screen(app, day, fingers: Fingers, qtbot, tmp_path):
    shown: list[Path] = []
    day(tablets.MARTA)
    review = app.root.shop.review
    review.keeper.folder, review.keeper.show_file = tmp_path, shown.append
    record(app, InteractionKind.NOT_BOUGHT, Item(product_id="", reason=Reason.PRICE))
    qtbot.waitUntil(lambda: review.lost_count == 1)
    fingers.touch_item(named(app, "printDay"))
    qtbot.waitUntil(lambda: len(shown) == 1)
    document = QPdfDocument()
    assert document.load(str(shown[0])) == QPdfDocument.Error.None_
    words = document.getAllText(0).text()
    assert "Sunday 22 November 2026" in words
    assert "Printed on 22 November 2026, " in words
    assert "the price" in words
    assert "Not read by a manager yet" in words


def test_a_table_opens_in_a_spreadsheet_as_it_is_meant(app, day, fingers: Fingers, qtbot, tmp_path):
    shown: list[Path] = []
    app.preferences.choose_language("it")
    day(tablets.MARTA)
    review = app.root.shop.review
    review.keeper.folder, review.keeper.show_file = tmp_path, shown.append
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
    app.root.shop.review.keeper.folder = blocked
    fingers.touch_item(named(app, "exportDay"))
    fingers.wait_for("It could not be kept in")


def test_who_answers_for_several_shops_reads_marks_and_says_something_in_each(
    app, fingers: Fingers, counter: Counter, qtbot
):
    elsewhere, review = "torino-po", app.root.shop.review
    with tablets.replica_of(app).write() as writer:
        add = writer.connection.execute
        add(store.insert(), {"id": elsewhere, "name": "Torino Po", "time_zone": "Europe/Rome", "opening": {}})
        for one in ("rosa", "anna", "elsa"):
            someone = tablets.person(one, one.title(), "Bruni", "associate")
            add(associate.insert(), {**someone, "store_id": elsewhere})
        draft = Draft(kind=InteractionKind.ADVICE)
        interactions.record(writer, draft, author=Author("rosa", elsewhere))
    vera = Associate(id="vera", given_name="Vera", role=Role.AREA_MANAGER)
    app.session.begin(SignedIn(vera, tablets.STORE, "Milano Brera", frozenset({tablets.STORE, elsewhere})))
    app.navigation.go(Navigation.Place.Day.value)
    qtbot.waitUntil(lambda: review.figures.count > 0 and review.shop.scope.count == 2)
    assert review.visitors.count == 0
    counter.tap(f"dayShop-{elsewhere}")
    qtbot.waitUntil(lambda: review.visitors.count == 1)
    assert review.shop_name == "Torino Po"
    assert "Tablet 1" not in {row.key for row in review.tablets.rows}
    review.behind.figure("interactions")
    qtbot.waitUntil(lambda: review.behind.count == 1)
    assert {row.key for row in review.tell.team.rows} == {"rosa", "anna", "elsa"}
    review.tell.begin(None)
    review.tell.send("Well done")
    qtbot.waitUntil(lambda: len(rows(app, task)) == 1)
    counter.tap("markDay")
    qtbot.waitUntil(lambda: review.reviewed != "")
    assert [(row.store_id, row.made_by) for row in rows(app, task)] == [(elsewhere, "vera")]
    assert [row.store_id for row in rows(app, day_review)] == [elsewhere]
    app.session.lock()
    tablets.sign_in(app, tablets.MARTA)
    qtbot.waitUntil(lambda: app.session.open)
    app.navigation.go(Navigation.Place.Day.value)
    qtbot.waitUntil(lambda: review.shop_name == "Milano Brera" and review.visitors.count == 0)
    assert review.shop.scope.count == 0


def test_any_day_is_three_taps_away_and_today_two(app, day, counter: Counter, qtbot):
    day(tablets.MARTA)
    review = app.root.shop.review
    counter.tap("anyDay")
    counter.tap("monthBack")
    counter.tap("day-2026-10-09")
    qtbot.waitUntil(lambda: review.heading == "Friday 9 October")
    assert not review.is_today
    counter.tap("anyDay")
    counter.tap("goToday")
    qtbot.waitUntil(lambda: review.is_today)
