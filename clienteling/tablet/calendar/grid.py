"""A day or a week of the shop as it lies on the page: days beside each other, minutes downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.appointments.hours import Hours
    from clienteling.appointments.values import Appointment
    from clienteling.wording import Wording

SLOT = 30
"""Minutes of one row."""
WEEK = 7


@dataclass(frozen=True)
class DayRow:
    key: str
    """ISO 8601."""
    name: str
    """`lun 23`."""
    full: str
    is_today: bool
    is_open: bool
    """Whether the shop says that it is open on that day."""


@dataclass(frozen=True)
class BlockRow:
    key: str
    day: int
    """Which of the days shown."""
    start: int
    """Minutes of the day, as `minutes`."""
    minutes: int
    lane: int
    lanes: int
    name: str
    initials: str
    title: str
    note: str
    time: str
    whose: str
    state_here: str
    """An AppointmentState."""
    clash: bool
    """Somebody would have to be in two at once: booked on two tablets that had not heard of each other."""


@dataclass(frozen=True)
class Grid:
    days: tuple[DayRow, ...] = ()
    blocks: tuple[BlockRow, ...] = ()
    opens: int = 0
    closes: int = 0
    now: int = 0
    """The minute of today that it was read in."""
    appointments: tuple["Appointment", ...] = ()


def first_day(day: date, *, week: bool) -> date:
    """A week begins on Monday."""
    return day - timedelta(days=day.weekday()) if week else day


def read_grid(
    conn: "sa.Connection", *, store_id: str, first: date, count: int, now: int, wording: "Wording"
) -> Grid:
    from clienteling.appointments.hours import day_bounds, hours, wall
    from clienteling.appointments.queries import between, opening

    days = [first + timedelta(days=n) for n in range(count)]
    since, before = day_bounds(days[0], wording.time_zone)[0], day_bounds(days[-1], wording.time_zone)[1]
    said, found = opening(conn, store_id), between(conn, store_id, since, before)
    open_ = [hours(said, day) for day in days]
    blocks = _blocks(found, days, wording)
    opens, closes = _span(open_, blocks)
    return Grid(
        days=tuple(_day(day, of, wording.day_of(now), wording) for day, of in zip(days, open_, strict=True)),
        blocks=tuple(blocks),
        opens=opens,
        closes=closes,
        now=wall(now, wording.time_zone)[1],
        appointments=tuple(found),
    )


def _day(day: date, hours: "Hours", today: date, wording: "Wording") -> DayRow:
    return DayRow(
        key=day.isoformat(),
        name=f"{wording.weekday(day)[:3]} {day.day}",
        full=f"{wording.weekday(day)} {wording.long_date(day, today)}",
        is_today=day == today,
        is_open=hours.known,
    )


def _blocks(found: "Sequence[Appointment]", days: Sequence[date], wording: "Wording") -> list[BlockRow]:
    from clienteling.appointments.hours import wall
    from clienteling.appointments.rules import lanes, overlapping

    by_day: dict[date, list[Appointment]] = {day: [] for day in days}
    for one in found:
        by_day[wall(one.at, wording.time_zone)[0]].append(one)
    in_the_way = overlapping(found)
    return [
        _block(one, n, beside[one.id], wording, clash=one.id in in_the_way)
        for n, of_day in enumerate(by_day.values())
        for beside in (lanes(of_day),)
        for one in of_day
    ]


def _block(
    one: "Appointment", day: int, beside: tuple[int, int], wording: "Wording", *, clash: bool
) -> BlockRow:
    from clienteling.appointments.hours import DAY_MINUTES, wall
    from clienteling.appointments.words import span

    (begins_on, start), (ends_on, end) = wall(one.at, wording.time_zone), wall(one.ends_at, wording.time_zone)
    return BlockRow(
        key=one.id,
        day=day,
        start=start,
        minutes=max((end if ends_on == begins_on else DAY_MINUTES) - start, SLOT // 2),
        lane=beside[0],
        lanes=beside[1],
        name=one.name,
        initials=initials(one.name),
        title=one.title,
        note=one.note,
        time=span(one, wording),
        whose=one.associate_name,
        state_here=one.state.value,
        clash=clash,
    )


def _span(hours: "Sequence[Hours]", blocks: Sequence[BlockRow]) -> tuple[int, int]:
    """As long as the shop is open, and whatever lies before or after; whole rows."""
    known = [of for of in hours if of.known] or hours
    opens = min([*(of.opens for of in known), *(block.start for block in blocks)])
    closes = max([*(of.closes for of in known), *(block.start + block.minutes for block in blocks)])
    return opens // SLOT * SLOT, -(-closes // SLOT) * SLOT
