"""Which appointments are in each other's way, and how those of a day lie beside each other."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from clienteling.appointments.values import MINUTE_MS, Appointment, AppointmentState, Booking


class Lane(NamedTuple):
    """Its place among those that are at the same time."""

    lane: int
    lanes: int


def clashes(booking: Booking, others: Iterable[Appointment], *, but: str = "") -> list[Appointment]:
    """Those that the same associate, or the same customer, has at that time; `but`: the one being moved.

    Where nobody is named, whoever has time takes it: that is in nobody's way.
    """
    ends_at = booking.at + booking.minutes * MINUTE_MS
    return [
        other
        for other in others
        if other.id != but
        and other.state is AppointmentState.BOOKED
        and other.at < ends_at
        and booking.at < other.ends_at
        and _same(booking, other)
    ]


def overlapping(appointments: Sequence[Appointment]) -> frozenset[str]:
    """The ids of those booked ones that are in each other's way."""
    return frozenset(
        one.id
        for one in appointments
        if one.state is AppointmentState.BOOKED and clashes(_as_booked(one), appointments, but=one.id)
    )


def lanes(appointments: Sequence[Appointment]) -> Mapping[str, Lane]:
    """Beside each other where they overlap, over the whole width where not."""
    found: dict[str, Lane] = {}
    group: list[tuple[Appointment, int]] = []
    for one in sorted(appointments, key=lambda a: (a.at, -a.minutes, a.id)):
        if group and one.at >= max(other.ends_at for other, _ in group):
            found |= _settled(group)
            group = []
        taken = {lane for other, lane in group if other.ends_at > one.at}
        group.append((one, next(lane for lane in range(len(group) + 1) if lane not in taken)))
    return found | _settled(group)


def _as_booked(one: Appointment) -> Booking:
    return Booking(
        at=one.at,
        minutes=one.minutes,
        customer_id=one.customer_id or None,
        associate_id=one.associate_id or None,
    )


def _settled(group: Sequence[tuple[Appointment, int]]) -> dict[str, Lane]:
    width = max((lane for _, lane in group), default=0) + 1
    return {one.id: Lane(lane, width) for one, lane in group}


def _same(booking: Booking, other: Appointment) -> bool:
    with_whom = booking.associate_id is not None and booking.associate_id == other.associate_id
    return with_whom or (booking.customer_id is not None and booking.customer_id == other.customer_id)
