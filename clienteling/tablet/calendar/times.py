"""The times of a day that an appointment may begin at, and who is in its way."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import sqlalchemy as sa

    from clienteling.appointments.values import Appointment, Booking
    from clienteling.wording import Wording


@dataclass(frozen=True)
class TimeChoice:
    key: str
    """Minutes of the day."""
    text: str
    busy: bool


@dataclass(frozen=True)
class Around:
    """What else there is on that day."""

    times: tuple[TimeChoice, ...] = ()
    clash: str = ""


def read_around(
    conn: "sa.Connection",
    *,
    store_id: str,
    booking: "Booking",
    day: date,
    but: str,
    wording: "Wording",
) -> Around:
    """`but`: the appointment that is being moved is in nobody's way."""
    from clienteling.appointments.free import STEP
    from clienteling.appointments.hours import day_bounds, hours, instant
    from clienteling.appointments.queries import between, opening
    from clienteling.appointments.rules import clashes

    zone = wording.time_zone
    others = between(conn, store_id, *day_bounds(day, zone))
    of_day = hours(opening(conn, store_id), day)
    minutes = sorted({*range(of_day.opens, of_day.closes, STEP), _minute(booking, wording)})
    times = (
        TimeChoice(
            key=str(minute),
            text=wording.time(at),
            busy=bool(clashes(_at(booking, at), others, but=but)),
        )
        for minute in minutes
        for at in (instant(day, minute, zone),)
    )
    return Around(tuple(times), _said(clashes(booking, others, but=but), wording))


def _minute(booking: "Booking", wording: "Wording") -> int:
    from clienteling.appointments.hours import wall

    return wall(booking.at, wording.time_zone)[1]


def _at(booking: "Booking", at: int) -> "Booking":
    import msgspec

    return msgspec.structs.replace(booking, at=at)


def _said(found: "Iterable[Appointment]", wording: "Wording") -> str:
    """`Sofia ha già Giulia Ferraris, 11:00-12:00`."""
    from clienteling.appointments.words import span

    for one in found:
        when = span(one, wording)
        if one.associate_name:
            return wording.say(
                "{associate} has {name} then, {when}", associate=one.associate_name, name=one.name, when=when
            )
        return wording.say("{name} is booked then already, {when}", name=one.name, when=when)
    return ""
