from datetime import date

import pytest

from clienteling.appointments import queries, use_cases, words
from clienteling.appointments.hours import Hours, day_bounds, hours, instant, wall
from clienteling.appointments.rules import clashes, lanes, overlapping
from clienteling.appointments.values import Appointment, AppointmentState, Booking
from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.timeline.queries import page
from clienteling.timeline.values import EntryKind
from tests.shop import AUTHOR, COLLEAGUE, DAY, HOUR, MINUTE, NOW, Shop

ROME = "Europe/Rome"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def book(shop: Shop, at: int = NOW + HOUR, author=AUTHOR, **more) -> str:
    booking = Booking(**{"at": at, "customer_id": "giulia", "title": "Prova cerimonia", **more})
    return shop.write(lambda writer: use_cases.book(writer, booking, author=author))


def today(shop: Shop) -> list[Appointment]:
    return shop.read(lambda conn: queries.between(conn, "brera", NOW - HOUR, NOW + 9 * HOUR))


def test_the_day_of_a_shop_in_its_order(shop):
    book(shop, NOW + 3 * HOUR, customer_id=None, name=" Signora  Bianchi ")
    book(shop, NOW + HOUR, associate_id="sofia")
    book(shop, NOW + HOUR, author=COLLEAGUE)
    book(shop, NOW + DAY)
    assert [(a.name, a.title, a.associate_name, a.store_name) for a in today(shop)] == [
        ("Giulia Ferraris", "Prova cerimonia", "Sofia", "Milano Brera"),
        ("Signora Bianchi", "Prova cerimonia", "", "Milano Brera"),
    ]


def test_who_came_is_expected_no_more_and_what_is_called_off_stands_nowhere(shop):
    first, second = book(shop), book(shop, NOW + 2 * HOUR)
    for appointment_id, state in ((first, AppointmentState.CAME), (second, AppointmentState.CANCELLED)):
        shop.write(lambda w, i=appointment_id, s=state: use_cases.close(w, i, s, author=AUTHOR))
    assert [a.id for a in today(shop)] == [first]
    assert shop.read(lambda conn: queries.expected(conn, "brera", NOW, NOW + DAY)) == []
    shop.write(lambda writer: use_cases.reopen(writer, first))
    assert [a.id for a in shop.read(lambda conn: queries.expected(conn, "brera", NOW, NOW + DAY))] == [first]


def test_it_is_moved_and_moved_back(shop):
    appointment_id = book(shop)
    moved = Booking(at=NOW + 4 * HOUR, customer_id="giulia", minutes=30)
    before = shop.write(lambda writer: use_cases.move(writer, appointment_id, moved))
    assert [(a.at, a.minutes) for a in today(shop)] == [(NOW + 4 * HOUR, 30)]
    shop.write(lambda writer: use_cases.move(writer, appointment_id, before))
    assert [(a.at, a.minutes, a.title) for a in today(shop)] == [(NOW + HOUR, 60, "Prova cerimonia")]


def test_hers_are_found_in_any_shop(shop):
    book(shop, author=COLLEAGUE)
    book(shop, customer_id=None, name="Altra")
    assert [a.store_name for a in shop.read(lambda conn: queries.coming(conn, "giulia", NOW))] == [
        "Torino Po"
    ]


@pytest.mark.parametrize(
    "more", [{"customer_id": None}, {"customer_id": None, "name": " "}, {"minutes": 4}, {"minutes": 721}]
)
def test_an_appointment_with_nobody_or_of_no_length_is_refused(shop, more):
    with pytest.raises(InvalidRecord):
        book(shop, **more)


def test_an_appointment_with_somebody_who_is_not_here_is_refused(shop):
    with pytest.raises(UnknownRecord):
        book(shop, customer_id="nobody")


def one(appointment_id: str = "a", start: int = 0, minutes: int = 60, **more) -> Appointment:
    return Appointment(id=appointment_id, at=NOW + start * MINUTE, minutes=minutes, **more)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (one(start=30, associate_id="sofia"), True),
        (one(start=-30, minutes=31, associate_id="sofia"), True),
        (one(start=60, associate_id="sofia"), False),
        (one(start=-60, associate_id="sofia"), False),
        (one(start=30, associate_id="luca"), False),
        (one(start=30, associate_id="luca", customer_id="giulia"), True),
        (one(start=30), False),
        (one(start=30, associate_id="sofia", state=AppointmentState.MISSED), False),
    ],
)
def test_two_are_in_each_others_way_where_one_person_would_be_in_both(other, clash):
    booking = Booking(at=NOW, associate_id="sofia", customer_id="giulia")
    assert bool(clashes(booking, [other])) is clash
    assert clashes(booking, [other], but="a") == []


def test_what_two_tablets_booked_apart_is_seen_to_be_in_each_others_way():
    day = [
        one("a", associate_id="sofia"),
        one("b", start=30, associate_id="sofia"),
        one("c", start=30, associate_id="luca"),
        one("d", start=45, associate_id="sofia", state=AppointmentState.CAME),
    ]
    assert overlapping(day) == {"a", "b"}


def test_nobody_in_particular_is_in_nobodys_way():
    assert clashes(Booking(at=NOW, name="Bianchi"), [one(associate_id="")]) == []


def test_those_at_one_time_lie_beside_each_other():
    day = [one("long", 0, 120), one("early", 0, 30), one("late", 60, 30), one("alone", 120, 30)]
    assert {key: tuple(lane) for key, lane in lanes(day).items()} == {
        "long": (0, 2),
        "early": (1, 2),
        "late": (1, 2),
        "alone": (0, 1),
    }


@pytest.mark.parametrize(
    ("opening", "day", "expected"),
    [
        ({"6": ["10:00", "19:30"]}, date(2026, 11, 22), Hours(600, 1170)),
        ({"6": ["10:00", "19:30"]}, date(2026, 11, 23), Hours(540, 1200, known=False)),
        ({}, date(2026, 11, 22), Hours(540, 1200, known=False)),
        ({"6": "closed"}, date(2026, 11, 22), Hours(540, 1200, known=False)),
        ({"6": ["19:30", "10:00"]}, date(2026, 11, 22), Hours(540, 1200, known=False)),
    ],
)
def test_a_day_goes_from_opening_to_closing(opening, day, expected):
    assert hours(opening, day) == expected


@pytest.mark.parametrize("minute", [0, 90, 180, 600, 1410])
@pytest.mark.parametrize("day", [SPRING, AUTUMN, date(2026, 11, 22)])
def test_the_clock_on_the_wall_says_what_was_booked_on_every_day_of_the_year(day, minute):
    assert wall(instant(day, minute, ROME), ROME) == (day, minute)


def test_a_time_that_the_spring_night_skips_is_an_hour_later():
    assert wall(instant(SPRING, 150, ROME), ROME) == (SPRING, 210)


def test_the_odd_days_have_23_and_25_hours():
    lengths = [(end - start) // HOUR for start, end in (day_bounds(SPRING, ROME), day_bounds(AUTUMN, ROME))]
    assert lengths == [23, 25]


def test_it_is_said_on_her_card_and_stands_in_her_timeline(shop, italian):
    book(shop, NOW + DAY, associate_id="sofia")
    [entry] = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.kind, entry.title, entry.subtitle, entry.mine) == (
        EntryKind.APPOINTMENT,
        "Appuntamento per domani 11:00",
        "Prova cerimonia · in agenda · Milano Brera · Sofia",
        True,
    )


def test_how_an_appointment_is_said(italian):
    soon = one(title="Prova", associate_name="Sofia")
    assert words.coming(soon, NOW - HOUR, italian) == "Appuntamento oggi 11:00: Prova, Sofia"
    assert words.coming(one(start=24 * 60), NOW, italian) == "Appuntamento domani 11:00"
    assert words.moment(NOW + 6 * DAY, NOW, italian) == "sabato 28 novembre 11:00"
    assert words.span(soon, italian) == "11:00\N{EN DASH}12:00"
