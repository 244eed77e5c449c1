"""Each thing that is done with an appointment, as one transaction with its receipt and its way back."""

from functools import partial
from typing import TYPE_CHECKING

from clienteling.appointments.values import AppointmentState
from clienteling.tablet.record.saved_view_model import Receipt

if TYPE_CHECKING:
    from clienteling.appointments.values import Booking
    from clienteling.staff.values import Author
    from sync.writer import Writer


def booked(writer: "Writer", *, booking: "Booking", author: "Author") -> Receipt:
    from clienteling.appointments import use_cases

    record_id = use_cases.book(writer, booking, author=author)
    return Receipt(
        kind="booked",
        collection="appointment",
        record_id=record_id,
        undo=partial(
            use_cases.close, appointment_id=record_id, state=AppointmentState.CANCELLED, author=author
        ),
    )


def moved(writer: "Writer", *, appointment_id: str, booking: "Booking") -> Receipt:
    from clienteling.appointments import use_cases

    before = use_cases.move(writer, appointment_id, booking)
    return Receipt(
        kind="appointment_moved",
        collection="appointment",
        record_id=appointment_id,
        undo=partial(use_cases.move, appointment_id=appointment_id, booking=before),
    )


def closed(writer: "Writer", *, appointment_id: str, state: AppointmentState, author: "Author") -> Receipt:
    from clienteling.appointments import use_cases

    use_cases.close(writer, appointment_id, state, author=author)
    return Receipt(
        kind=f"appointment_{state.value}",
        collection="appointment",
        record_id=appointment_id,
        undo=partial(use_cases.reopen, appointment_id=appointment_id),
    )


def booked_again(writer: "Writer", *, appointment_id: str) -> Receipt:
    from clienteling.appointments import use_cases

    use_cases.reopen(writer, appointment_id)
    return Receipt(kind="booked", collection="appointment", record_id=appointment_id)
