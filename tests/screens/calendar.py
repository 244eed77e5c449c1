"""The calendar by day and by week, and the sheet of an appointment: new, in somebody's way, and booked."""

from collections.abc import Callable
from datetime import date

from clienteling.appointments import use_cases as appointments
from clienteling.appointments.hours import instant
from clienteling.appointments.values import AppointmentState, Booking
from clienteling.tablet.navigation import Navigation
from sync.writer import Writer
from tests.screens.counter import on_card, press
from tests.screens.todo import SOFIA
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets
from tests.tablet.fingers import visible

SUNDAY = date(2026, 11, 22)
ROME = "Europe/Rome"


def at(hour: int, minute: int = 0, day: date = SUNDAY) -> int:
    return instant(day, 60 * hour + minute, ROME)


def book_some(writer: Writer) -> None:
    """A Sunday, and the days around it."""
    for booking, state in (
        (
            Booking(at=at(10), name="Anna De Santis", title="Ritiro", minutes=30, associate_id=tablets.MARTA),
            "came",
        ),
        (
            Booking(
                at=at(11),
                customer_id=giulia.GIULIA,
                title="Prova cerimonia",
                minutes=90,
                associate_id=tablets.SOFIA,
            ),
            "booked",
        ),
        (
            Booking(
                at=at(11, 30),
                customer_id=giulia.LONG,
                title="Consulenza guardaroba",
                minutes=60,
                associate_id=tablets.MARTA,
            ),
            "booked",
        ),
        (Booking(at=at(15, 30), name="Famiglia Rossi", title="Tre capi da preparare", minutes=60), "booked"),
        (
            Booking(
                at=at(16, day=date(2026, 11, 17)), customer_id=giulia.MARCO, title="Sartoria", minutes=30
            ),
            "missed",
        ),
        (Booking(at=at(12, day=date(2026, 11, 19)), customer_id=giulia.MARCO, minutes=60), "came"),
    ):
        made = appointments.book(writer, booking, author=SOFIA)
        if state != "booked":
            appointments.close(writer, made, AppointmentState(state), author=SOFIA)


def shown(*, week: bool) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        visit.go(Navigation.Place.Calendar)
        calendar = visit.app.root.shop.calendar
        calendar.saved.dismiss()
        calendar.show_week(week)
        visit.until(lambda: calendar.days.count == (7 if week else 1) and calendar.blocks.count > 0)

    return reach


def new(visit: Visit) -> None:
    """At a time when Sofia has Giulia already."""
    shown(week=False)(visit)
    press(visit, "slot-2026-11-22-720")
    sheet = visit.app.root.shop.calendar.appointment
    visit.until(lambda: sheet.clash != "")


def resumed(visit: Visit) -> None:
    """One that was begun before, put away and opened again."""
    shown(week=False)(visit)
    press(visit, "slot-2026-11-22-780")
    sheet = visit.app.root.shop.calendar.appointment
    visit.until(lambda: sheet.unfinished.begun)
    sheet.say("Abito da sera", "tre abiti, taglia 44")
    sheet.unfinished.end()
    visit.go(Navigation.Place.Book)
    shown(week=False)(visit)
    press(visit, "slot-2026-11-22-780")
    visit.until(lambda: sheet.unfinished.resumed)


def booked(visit: Visit) -> None:
    shown(week=False)(visit)
    row = next(r for r in visit.app.root.shop.calendar.blocks.rows if r.name == "Giulia Ferraris")
    press(visit, f"appointment-{row.key}")
    sheet = visit.app.root.shop.calendar.appointment
    visit.until(lambda: sheet.code != "")


def from_card(visit: Visit) -> None:
    on_card(giulia.GIULIA)(visit)
    press(visit, "record-more")
    press(visit, "act-appointment")
    shown_ = visit.app.window.quick
    visit.until(lambda: any(i.objectName() == "saveAppointment" for i in visible(shown_)))
