from clienteling.appointments.tables import appointment
from clienteling.appointments.values import AppointmentState, Booking
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.records import existing
from clienteling.staff.values import Author
from sync.writer import Writer

SHORTEST, LONGEST = 5, 12 * 60
LONGEST_TEXT = 400


def book(writer: Writer, booking: Booking, *, author: Author) -> str:
    return writer.insert(
        "appointment",
        {
            **_said(writer, booking),
            "store_id": author.store_id,
            "state": AppointmentState.BOOKED.value,
            "made_at": writer.now,
            "made_by": author.associate_id,
        },
    )


def move(writer: Writer, appointment_id: str, booking: Booking) -> Booking:
    """Another time, another person, other words. Returns what it was before."""
    before = booking_of(writer, appointment_id)
    writer.update("appointment", appointment_id, _said(writer, booking))
    return before


def booking_of(writer: Writer, appointment_id: str) -> Booking:
    row = existing(writer.connection, appointment, appointment_id)
    return Booking(
        at=row.at or 0,
        minutes=row.minutes,
        customer_id=row.customer_id,
        name=row.name,
        title=row.title,
        associate_id=row.associate_id,
        note=row.note,
    )


def close(writer: Writer, appointment_id: str, state: AppointmentState, *, author: Author) -> None:
    """She came, she did not, or it was called off."""
    existing(writer.connection, appointment, appointment_id)
    writer.update(
        "appointment",
        appointment_id,
        {"state": state.value, "closed_at": writer.now, "closed_by": author.associate_id},
    )


def reopen(writer: Writer, appointment_id: str) -> None:
    existing(writer.connection, appointment, appointment_id)
    values = {"state": AppointmentState.BOOKED.value, "closed_at": None, "closed_by": None}
    writer.update("appointment", appointment_id, values)


def _said(writer: Writer, booking: Booking) -> dict[str, str | int | None]:
    if booking.customer_id is not None:
        existing(writer.connection, customer, booking.customer_id)
    name = "" if booking.customer_id is not None else " ".join(booking.name.split())
    if booking.customer_id is None and not name:
        raise InvalidRecord("name", "an appointment is with somebody")
    if not SHORTEST <= booking.minutes <= LONGEST:
        raise InvalidRecord("minutes", f"from {SHORTEST} to {LONGEST}")
    return {
        "customer_id": booking.customer_id,
        "name": name[:LONGEST_TEXT],
        "title": " ".join(booking.title.split())[:LONGEST_TEXT],
        "at": booking.at,
        "minutes": booking.minutes,
        "associate_id": booking.associate_id,
        "note": booking.note.strip()[:LONGEST_TEXT],
    }
