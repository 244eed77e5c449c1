"""Appointments as an iCalendar file (RFC 5545), in the shop's time, and small enough for a code."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clienteling.appointments.values import Appointment, AppointmentState
from clienteling.wording import Wording

PRODUCT = "-//clienteling//appointments//EN"
LONGEST_LINE = 75
"""Octets, without the line break (section 3.1)."""
_STATUS = {AppointmentState.CANCELLED: "CANCELLED"}
_HOUR = timedelta(hours=1)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(appointments: Iterable[Appointment], *, zone: str, now: int, wording: Wording) -> bytes:
    """With the zone's rules for the years in which they lie, as section 3.6.5 asks of every TZID."""
    chosen = list(appointments)
    lines = [
        *_head(),
        *_zone(zone, chosen),
        *(line for one in chosen for line in _event(one, zone, now, wording)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def small(appointment: Appointment, *, wording: Wording) -> bytes:
    """One appointment in universal time, with nothing that a telephone can do without: for a QR code."""
    lines = [
        *_head(),
        "BEGIN:VEVENT",
        f"UID:{appointment.id}",
        f"DTSTAMP:{_universal(appointment.made_at)}",
        f"DTSTART:{_universal(appointment.at)}",
        f"DTEND:{_universal(appointment.ends_at)}",
        f"SUMMARY:{_text(for_her(appointment, wording))}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def for_her(appointment: Appointment, wording: Wording) -> str:
    """What it is called in her own calendar: `Milano Brera: prova cerimonia`."""
    what = appointment.title or wording.say("Appointment")
    return f"{appointment.store_name}: {what}" if appointment.store_name else what


def _head() -> list[str]:
    return ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]


def _event(one: Appointment, zone: str, now: int, wording: Wording) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}"
    yield f"DTSTAMP:{_universal(now)}"
    yield f"DTSTART{_local(one.at, zone)}"
    yield f"DTEND{_local(one.ends_at, zone)}"
    yield f"SUMMARY:{_text(_for_us(one, wording))}"
    if one.note:
        yield f"DESCRIPTION:{_text(one.note)}"
    if one.store_name:
        yield f"LOCATION:{_text(one.store_name)}"
    yield f"STATUS:{_STATUS.get(one.state, 'CONFIRMED')}"
    yield "END:VEVENT"


def _for_us(one: Appointment, wording: Wording) -> str:
    what = one.title or wording.say("Appointment")
    who = ", ".join(part for part in (one.name, one.associate_name) if part)
    return f"{what} ({who})" if who else what


def _local(at: int, zone: str) -> str:
    """An hour that an autumn night has twice can only be meant the first time; its second is said in UTC."""
    local = datetime.fromtimestamp(at / 1000, ZoneInfo(zone))
    return f":{_universal(at)}" if local.fold else f";TZID={zone}:{local:%Y%m%dT%H%M%S}"


def _universal(at: int) -> str:
    return f"{datetime.fromtimestamp(at / 1000, UTC):%Y%m%dT%H%M%SZ}"


def _zone(zone: str, appointments: list[Appointment]) -> Iterator[str]:
    moments = [at for one in appointments for at in (one.at, one.ends_at)]
    if not moments:
        return
    first = datetime.fromtimestamp(min(moments) / 1000, ZoneInfo(zone)).year
    last = datetime.fromtimestamp(max(moments) / 1000, ZoneInfo(zone)).year
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{zone}"
    for begins, before, after, name, is_summer in _observances(zone, first - 1, last):
        kind = "DAYLIGHT" if is_summer else "STANDARD"
        yield f"BEGIN:{kind}"
        yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
        yield f"TZOFFSETFROM:{_offset(before)}"
        yield f"TZOFFSETTO:{_offset(after)}"
        yield f"TZNAME:{name}"
        yield f"END:{kind}"
    yield "END:VTIMEZONE"


def _observances(
    zone: str, first: int, last: int
) -> Iterator[tuple[datetime, timedelta, timedelta, str, bool]]:
    """Every change of the clock in those years: where it stood when it was moved, and what it says then."""
    rules = ZoneInfo(zone)
    moment = datetime(first, 1, 1, tzinfo=UTC)
    before = moment.astimezone(rules)
    yield before.replace(tzinfo=None), *_offsets(before, before), before.tzname() or zone, bool(before.dst())
    while moment.year <= last:
        moment += _HOUR
        after = moment.astimezone(rules)
        if after.utcoffset() != before.utcoffset():
            old, new = _offsets(before, after)
            begins = (moment + old).replace(tzinfo=None)
            yield begins, old, new, after.tzname() or zone, bool(after.dst())
        before = after


def _offsets(before: datetime, after: datetime) -> tuple[timedelta, timedelta]:
    return before.utcoffset() or timedelta(), after.utcoffset() or timedelta()


def _offset(of: timedelta) -> str:
    minutes = round(of.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").translate(_ESCAPED)


def _fold(line: str) -> Iterator[str]:
    """At 75 octets, never within a letter; what follows begins with a space."""
    rest, head = line, ""
    while len((head + rest).encode()) > LONGEST_LINE:
        room = LONGEST_LINE - len(head)
        kept = rest.encode()[:room].decode(errors="ignore")
        yield head + kept
        rest, head = rest[len(kept) :], " "
    yield head + rest
