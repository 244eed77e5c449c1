"""The time that is proposed for an appointment: the shop is open and nobody is in its way."""

from datetime import date

import pytest

from clienteling.appointments import use_cases
from clienteling.appointments.free import first_free
from clienteling.appointments.hours import instant
from clienteling.appointments.values import Booking
from clienteling.stores.tables import store
from tests.shop import AUTHOR, Shop

ROME = "Europe/Rome"
SUNDAY, MONDAY, TUESDAY = date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 24)


def at(day: date, hour: int, minute: int = 0) -> int:
    return instant(day, 60 * hour + minute, ROME)


def free(shop: Shop, since: int, **more) -> int | None:
    booking = Booking(at=since, **{"customer_id": "giulia", "associate_id": "sofia", **more})
    return shop.read(lambda conn: first_free(conn, booking, store_id="brera", zone=ROME))


@pytest.fixture
def booked(shop: Shop) -> Shop:
    """Sofia has somebody from 11:00 to 12:30."""
    booking = Booking(at=at(SUNDAY, 11), minutes=90, name="Rossi", associate_id="sofia")
    shop.write(lambda writer: use_cases.book(writer, booking, author=AUTHOR))
    return shop


@pytest.mark.parametrize(
    ("since", "more", "expected"),
    [
        (at(SUNDAY, 9, 40), {}, at(SUNDAY, 10)),
        (at(SUNDAY, 9, 40), {"minutes": 90}, at(SUNDAY, 12, 30)),
        (at(SUNDAY, 10, 46), {}, at(SUNDAY, 12, 30)),
        (at(SUNDAY, 10, 46), {"associate_id": None}, at(SUNDAY, 11)),
        (at(SUNDAY, 19, 10), {}, at(MONDAY, 9)),
        (at(SUNDAY, 23, 30), {}, at(MONDAY, 9)),
    ],
)
def test_it_is_the_next_half_hour_in_which_she_has_time(booked: Shop, since, more, expected) -> None:
    assert free(booked, since, **more) == expected


def test_it_is_while_the_shop_is_open(shop: Shop) -> None:
    said = store.update().where(store.c.id == "brera").values(opening={"1": ["15:00", "19:00"]})
    shop.write(lambda writer: writer.connection.execute(said))
    assert free(shop, at(SUNDAY, 10)) == at(TUESDAY, 15)


def test_where_there_is_no_time_for_it_none_is_proposed(shop: Shop) -> None:
    assert free(shop, at(SUNDAY, 10), minutes=12 * 60) is None
