"""The file, read back by hand as RFC 5545 has it: unfolded lines, and the zone's own rules."""

from datetime import date

import pytest

from clienteling.appointments.hours import instant
from clienteling.appointments.icalendar import calendar, small
from clienteling.appointments.values import Appointment, AppointmentState
from tests.shop import NOW

ROME = "Europe/Rome"


def one(at: int = NOW, **more) -> Appointment:
    return Appointment(id="a-1", at=at, store_name="Milano Brera", made_at=NOW, **more)


def lines(file: bytes) -> list[str]:
    assert file.endswith(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    raw = file.decode().split("\r\n")
    assert all(len(line.encode()) <= 75 for line in raw)
    return "\r\n".join(raw).replace("\r\n ", "").split("\r\n")[:-1]


def of(wording, *appointments: Appointment) -> list[str]:
    return lines(calendar(appointments, zone=ROME, now=NOW, wording=wording))


def test_an_appointment_says_when_in_the_shops_own_time(italian):
    found = of(italian, one(title="Prova", name="Giulia", associate_name="Sofia", minutes=90))
    assert found[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//clienteling//appointments//EN"]
    event = found[found.index("BEGIN:VEVENT") : found.index("END:VEVENT")]
    assert event == [
        "BEGIN:VEVENT",
        "UID:a-1",
        "DTSTAMP:20261122T100000Z",
        "DTSTART;TZID=Europe/Rome:20261122T110000",
        "DTEND;TZID=Europe/Rome:20261122T123000",
        "SUMMARY:Prova (Giulia\\, Sofia)",
        "LOCATION:Milano Brera",
        "STATUS:CONFIRMED",
    ]


def test_the_zone_comes_with_each_change_of_the_clock_of_its_years(italian):
    found = of(italian, one())
    zone = found[found.index("BEGIN:VTIMEZONE") : found.index("END:VTIMEZONE")]
    spring = zone.index("DTSTART:20260329T020000")
    assert zone[spring - 1 : spring + 4] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
    ]
    autumn = zone.index("DTSTART:20261025T030000")
    assert zone[autumn + 1 : autumn + 3] == ["TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"]


def test_the_hour_that_the_autumn_night_has_twice_is_never_ambiguous(italian):
    first = instant(date(2026, 10, 25), 150, ROME)
    found = of(italian, one(first, minutes=60))
    assert "DTSTART;TZID=Europe/Rome:20261025T023000" in found
    assert "DTEND:20261025T013000Z" in found


def test_an_appointment_across_the_spring_night_is_as_long_as_it_was_booked(italian):
    found = of(italian, one(instant(date(2026, 3, 29), 90, ROME), minutes=60))
    assert "DTSTART;TZID=Europe/Rome:20260329T013000" in found
    assert "DTEND;TZID=Europe/Rome:20260329T033000" in found


@pytest.mark.parametrize("note", ["è" * 200, "a;b,c\\d\r\ne", "🥿" * 60])
def test_long_lines_are_folded_between_letters_and_signs_are_escaped(italian, note):
    found = of(italian, one(note=note))
    said = next(line for line in found if line.startswith("DESCRIPTION:"))[len("DESCRIPTION:") :]
    read = said.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\")
    assert read == note.replace("\r\n", "\n")


def test_what_is_called_off_says_so(italian):
    assert "STATUS:CANCELLED" in of(italian, one(state=AppointmentState.CANCELLED))


def test_a_calendar_without_appointments_needs_no_zone(italian):
    assert "BEGIN:VTIMEZONE" not in of(italian)


def test_for_a_code_it_is_small_and_names_nobody(italian):
    file = small(one(title="Prova", name="Giulia Ferraris", associate_name="Sofia"), wording=italian)
    found = lines(file)
    assert "DTSTART:20261122T100000Z" in found
    assert "SUMMARY:Milano Brera: Prova" in found
    assert b"Giulia" not in file
    assert len(file) < 400
