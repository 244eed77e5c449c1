from enum import StrEnum

import msgspec

MINUTE_MS = 60_000


class AppointmentState(StrEnum):
    BOOKED = "booked"
    CAME = "came"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Appointment(msgspec.Struct, frozen=True, kw_only=True):
    """An appointment with the names it needs on a screen."""

    id: str
    customer_id: str = ""
    name: str = ""
    """Hers, whether she has a card or not."""
    title: str = ""
    at: int = 0
    minutes: int = 60
    store_id: str = ""
    store_name: str = ""
    associate_id: str = ""
    associate_name: str = ""
    note: str = ""
    state: AppointmentState = AppointmentState.BOOKED
    made_at: int = 0

    @property
    def ends_at(self) -> int:
        return self.at + self.minutes * MINUTE_MS


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """What an associate is about to book."""

    at: int
    minutes: int = 60
    customer_id: str | None = None
    name: str = ""
    """Of somebody without a card."""
    title: str = ""
    associate_id: str | None = None
    note: str = ""
