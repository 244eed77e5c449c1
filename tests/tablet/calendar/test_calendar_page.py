"""The calendar: a free place is tapped and booked, what stands there is moved, closed and taken along."""

import base64
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths
from PySide6.QtGui import QImageReader
from PySide6.QtQuick import QQuickItem

from clienteling.appointments.tables import appointment
from clienteling.tablet.navigation import Navigation
from tests.by_camera import codes_in
from tests.screens.calendar import at, book_some
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import drawn

LONG_NAME = "Massimiliana Elisabetta Montecuccoli degli Scrovegni"


@pytest.fixture
def calendar(counter: Counter) -> Counter:
    with tablets.replica_of(counter.app).write() as writer:
        book_some(writer)
    counter.tap_place(Navigation.Place.Calendar)
    counter.wait(lambda: counter.app.root.shop.calendar.blocks.count == 4)
    return counter


def block_of(counter: Counter, key: str) -> QQuickItem:
    """Also where one has to scroll to it."""
    page = drawn(counter.app.window.quick.contentItem())
    return next(one for one in page if one.objectName() == f"appointment-{key}")


def key_of(counter: Counter, name: str) -> str:
    return next(row.key for row in counter.app.root.shop.calendar.blocks.rows if row.name == name)


def test_the_day_lies_from_opening_to_closing_two_at_one_time_beside_each_other(calendar: Counter) -> None:
    model = calendar.app.root.shop.calendar
    assert model.heading == "Sunday 22 November"
    assert (model.opens, model.closes) == (9 * 60, 20 * 60)
    assert [(row.name, row.start, row.minutes, row.lane, row.lanes) for row in model.blocks.rows] == [
        ("Anna De Santis", 600, 30, 0, 1),
        ("Giulia Ferraris", 660, 90, 0, 2),
        (LONG_NAME, 690, 60, 1, 2),
        ("Famiglia Rossi", 930, 60, 0, 1),
    ]


def test_one_that_is_read_when_the_tablet_is_locked_opens_nothing(calendar: Counter) -> None:
    shop = calendar.app.root.shop
    shown: list[str] = []
    shop.calendar.appointment.shown.connect(lambda: shown.append("appointment"))
    shop.calendar.appointment.open(key_of(calendar, "Anna De Santis"))
    calendar.app.session.lock()
    done: list[int] = []
    shop._floor.jobs.run(lambda: 0, done.append)
    calendar.wait(lambda: bool(done))
    assert shown == []


def test_a_free_place_is_booked_in_two_taps_and_a_name(calendar: Counter) -> None:
    before = calendar.taps
    calendar.tap("slot-2026-11-22-780")
    calendar.wait(lambda: calendar.item("whomField") is not None)
    calendar.write_in("whomField")
    calendar.fingers.type("Bianchi")
    calendar.tap("saveAppointment")
    calendar.wait_saved("booked")
    assert calendar.taps - before == 2
    [row] = calendar.rows(appointment, name="Bianchi")
    assert (row.at, row.minutes, row.associate_id, row.state) == (at(13), 60, tablets.SOFIA, "booked")
    calendar.tap("savedUndo")
    calendar.wait(lambda: calendar.rows(appointment, name="Bianchi")[0].state == "cancelled")
    calendar.wait(lambda: calendar.app.root.shop.calendar.blocks.count == 4)


def test_who_is_in_its_way_is_said_and_nothing_is_forbidden(calendar: Counter) -> None:
    calendar.tap("slot-2026-11-22-630")
    calendar.fingers.wait_for("Sofia has Giulia Ferraris then")
    calendar.tap(f"appointmentPerson-{tablets.PAOLO}")
    calendar.wait(lambda: calendar.app.root.shop.calendar.appointment.clash == "")


def test_a_new_appointment_is_on_the_day_that_is_looked_at(calendar: Counter) -> None:
    calendar.tap("calendarOn")
    calendar.wait(lambda: calendar.app.root.shop.calendar.heading == "Monday 23 November")
    calendar.tap("newAppointment")
    calendar.wait(lambda: calendar.app.root.shop.calendar.appointment.when == "tomorrow 9:00")


def test_what_does_not_belong_into_an_appointment_is_warned_of_while_typing(calendar: Counter) -> None:
    calendar.tap("slot-2026-11-22-780")
    calendar.wait(lambda: calendar.item("appointmentWhat") is not None)
    calendar.write_in("appointmentWhat")
    calendar.fingers.type("è incinta")
    calendar.wait(lambda: calendar.item("guardLine") is not None)


def test_from_her_card_it_is_booked_for_her_at_the_next_time_that_is_free(calendar: Counter) -> None:
    """Sofia has Giulia from 11:00 to 12:30."""
    calendar.open_card(giulia.MARCO)
    before = calendar.taps
    calendar.tap("record-more")
    calendar.tap("act-appointment")
    calendar.wait(lambda: calendar.app.root.shop.card.appointment.when == "today 12:30")
    calendar.tap("saveAppointment")
    calendar.wait_saved("booked")
    assert calendar.taps - before == 3
    [row] = calendar.rows(appointment, customer_id=giulia.MARCO, state="booked")
    assert row.at == at(12, 30)
    calendar.wait(lambda: any(alert.kind == "appointment" for alert in calendar.card.alerts.rows))
    assert "Appointment for today 12:30" in calendar.lines()[0]


def test_the_leaf_opens_with_a_time_that_is_free_and_shows_no_other_before(calendar: Counter) -> None:
    sheet, seen = calendar.app.root.shop.card.appointment, []
    calendar.open_card(giulia.MARCO)
    calendar.tap("record-more")
    sheet.changed.connect(lambda: seen.append(sheet.when))
    calendar.tap("act-appointment")
    calendar.wait(lambda: calendar.item("saveAppointment") is not None)
    assert set(seen) == {"today 12:30"}


def test_who_turns_to_somebody_else_before_it_opens_is_not_asked_about_the_one_before(
    calendar: Counter,
) -> None:
    sheet = calendar.app.root.shop.card.appointment
    calendar.open_card(giulia.MARCO)
    with calendar.qtbot.waitSignal(sheet.shown):
        sheet.begin(giulia.GIULIA)
    calendar.tap("record-more")
    assert calendar.item("saveAppointment") is None


def test_it_is_moved_to_another_day_and_time(calendar: Counter) -> None:
    calendar.tap(f"appointment-{key_of(calendar, LONG_NAME)}")
    calendar.tap("appointmentWhen")
    calendar.tap("appointmentDay-2026-11-24")
    calendar.tap("appointmentTime-600")
    calendar.tap("saveAppointment")
    calendar.wait_saved("appointment_moved")
    [row] = calendar.rows(appointment, customer_id=giulia.LONG)
    assert (row.at, row.title, row.associate_id) == (
        at(10, day=date(2026, 11, 24)),
        "Consulenza guardaroba",
        tablets.MARTA,
    )


@pytest.mark.parametrize(("button", "state"), [("Came", "came"), ("Missed", "missed")])
def test_what_became_of_it_is_one_tap_and_undone_by_another(
    calendar: Counter, button: str, state: str
) -> None:
    key = key_of(calendar, "Giulia Ferraris")
    calendar.tap(f"appointment-{key}")
    calendar.tap(f"appointment{button}")
    calendar.wait_saved(f"appointment_{state}")
    assert calendar.rows(appointment, id=key)[0].state == state
    calendar.tap("savedUndo")
    calendar.wait(lambda: calendar.rows(appointment, id=key)[0].state == "booked")


def test_the_week_shows_seven_days_and_leads_to_each(calendar: Counter) -> None:
    calendar.tap("calendarWeek")
    calendar.wait(lambda: calendar.app.root.shop.calendar.days.count == 7)
    model = calendar.app.root.shop.calendar
    assert model.heading == "16\N{EN DASH}22 November"
    assert sorted({row.day for row in model.blocks.rows}) == [1, 3, 6]
    calendar.tap("calendarOn")
    calendar.wait(lambda: model.heading == "23\N{EN DASH}29 November")
    calendar.tap("day-2026-11-24")
    calendar.wait(lambda: model.heading == "Tuesday 24 November")
    calendar.tap("calendarToday")
    calendar.wait(lambda: model.heading == "Sunday 22 November")


def test_the_week_says_by_a_sign_too_who_came_and_who_did_not(calendar: Counter) -> None:
    calendar.tap("calendarWeek")
    calendar.wait(lambda: calendar.app.root.shop.calendar.days.count == 7)
    signs = {"came": ["check"], "missed": ["x-circle"], "booked": []}
    for row in calendar.app.root.shop.calendar.blocks.rows:
        shown = [one for one in drawn(block_of(calendar, row.key)) if one.objectName() == "standing"]
        assert [one.property("name") for one in shown] == signs[row.state_here]


def test_what_is_shown_is_saved_as_a_calendar_file(calendar: Counter, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    calendar.tap("calendarExport")
    file = tmp_path / "Clienteling" / "2026-11-22.ics"
    calendar.wait(lambda: file.exists() and file.stat().st_size > 0)
    assert file.read_bytes().count(b"BEGIN:VEVENT") == 4


def test_one_appointment_is_handed_to_whatever_keeps_calendars(
    calendar: Counter, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    handed: list[Path] = []
    sheet = calendar.app.root.shop.calendar.appointment
    sheet._opener = lambda path: not handed.append(path)
    sheet.open(key_of(calendar, "Giulia Ferraris"))
    calendar.wait(lambda: sheet.code != "")
    sheet.export()
    calendar.wait(lambda: handed != [])
    assert b"SUMMARY:Prova cerimonia" in handed[0].read_bytes()


def test_a_code_with_it_is_read_by_a_telephone(calendar: Counter) -> None:
    sheet = calendar.app.root.shop.calendar.appointment
    sheet.open(key_of(calendar, "Giulia Ferraris"))
    calendar.wait(lambda: sheet.code != "")
    buffer = QBuffer()
    buffer.setData(QByteArray(base64.b64decode(sheet.code.partition(",")[2])))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(520, 520))
    [found] = codes_in(reader.read())
    assert "DTSTART:20261122T100000Z" in found
    assert "Giulia" not in found
