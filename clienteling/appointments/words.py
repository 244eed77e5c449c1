"""Appointments in the reader's words."""

from clienteling.appointments.values import Appointment, AppointmentState
from clienteling.marking import msgid
from clienteling.wording import Wording

TO = "\N{EN DASH}"
_STATES = {
    AppointmentState.BOOKED: msgid("booked"),
    AppointmentState.CAME: msgid("she came"),
    AppointmentState.MISSED: msgid("did not come"),
    AppointmentState.CANCELLED: msgid("called off"),
}


def state(of: AppointmentState, wording: Wording) -> str:
    return wording.say(_STATES[of])


def span(appointment: Appointment, wording: Wording) -> str:
    """From when to when: with a dash between, as it stands on a door."""
    return f"{wording.time(appointment.at)}{TO}{wording.time(appointment.ends_at)}"


def moment(at: int, now: int, wording: Wording) -> str:
    """`oggi 11:00`, `domani 11:00`, `sabato 28 novembre 11:00`."""
    day, today = wording.day_of(at), wording.day_of(now)
    match (day - today).days:
        case 0:
            said = wording.say("today")
        case 1:
            said = wording.say("tomorrow")
        case _:
            said = f"{wording.weekday(day)} {wording.long_date(day, today)}"
    return f"{said} {wording.time(at)}"


def coming(appointment: Appointment, now: int, wording: Wording) -> str:
    """As it is said the moment she is identified: `Appuntamento oggi 11:00: prova cerimonia (Sofia)`."""
    when = moment(appointment.at, now, wording)
    said = wording.say("Appointment {when}", when=when)
    what = ", ".join(part for part in (appointment.title, appointment.associate_name) if part)
    return f"{said}: {what}" if what else said


def booked(appointment: Appointment, wording: Wording) -> str:
    """As a line of the timeline, seen from the day on which it was made."""
    when = moment(appointment.at, appointment.made_at, wording)
    return wording.say("Appointment for {when}", when=when)
