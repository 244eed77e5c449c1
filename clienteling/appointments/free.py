from datetime import timedelta

import msgspec
import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, hours, instant, says_closed, wall
from clienteling.appointments.queries import between, opening
from clienteling.appointments.rules import clashes
from clienteling.appointments.values import Booking

STEP = 30
"""Minutes from one time that is offered to the next."""
_DAYS = 7


def first_free(conn: sa.Connection, booking: Booking, *, store_id: str, zone: str) -> int | None:
    """When it can begin, `booking.at` or later: the shop is open and nobody is in its way.

    None where there is no such time within a week.
    """
    since = wall(booking.at, zone)[0]
    opened = opening(conn, store_id)
    for day in (since + timedelta(days=n) for n in range(_DAYS)):
        if says_closed(opened, day):
            continue
        others = between(conn, store_id, *day_bounds(day, zone))
        of_day = hours(opened, day)
        for minute in range(of_day.opens, of_day.closes - booking.minutes + 1, STEP):
            at = instant(day, minute, zone)
            if at >= booking.at and not clashes(msgspec.structs.replace(booking, at=at), others):
                return at
    return None
