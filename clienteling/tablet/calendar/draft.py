"""An appointment as it stands on its sheet, and what of it waits while it is not saved. Pure."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clienteling.appointments.values import Appointment

HOUR = 60


@dataclass(frozen=True)
class Draft:
    day: date
    minute: int
    """Of the day, as the clock on the wall has it."""
    minutes: int = HOUR
    title: str = ""
    note: str = ""
    associate_id: str = ""
    stands: "Appointment | None" = None
    """As it stands; None while it is new."""
    settled: bool = False
    """Day and time were chosen by tapping them."""

    @property
    def words(self) -> tuple[str, str]:
        return self.title.strip(), self.note.strip()


@dataclass(frozen=True)
class Kept:
    """What waits of one that was put away."""

    day: date
    minute: int
    minutes: int
    title: str
    note: str
    associate_id: str
    chosen: bool
    """Its day and time were chosen."""
    customer_id: str
    name: str
    """Of somebody without a card."""


def as_it_stands(found: "Appointment", time_zone: str) -> Draft:
    from clienteling.appointments.hours import wall

    day, minute = wall(found.at, time_zone)
    return Draft(
        day,
        minute,
        minutes=found.minutes,
        title=found.title,
        note=found.note,
        associate_id=found.associate_id,
        stands=found,
        settled=True,
    )


def kept_of(draft: Draft, first: Draft, customer_id: str, name: str) -> Kept | None:
    """None where nothing was typed since it opened as `first`."""
    words = draft.words if draft.words != first.words else ("", "")
    if not any((*words, name if first.stands is None else "")):
        return None
    return Kept(
        day=draft.day,
        minute=draft.minute,
        minutes=draft.minutes,
        title=draft.title,
        note=draft.note,
        associate_id=draft.associate_id,
        chosen=draft.settled or (draft.day, draft.minute) != (first.day, first.minute),
        customer_id=customer_id,
        name=name,
    )


def resumed(fresh: Draft, kept: Kept) -> Draft:
    """Of one that stands only its words; what was tapped by now goes before what was tapped then."""
    worded = replace(fresh, title=kept.title, note=kept.note)
    if fresh.stands is not None:
        return worded
    whose = replace(worded, minutes=kept.minutes, associate_id=kept.associate_id)
    if fresh.settled or not kept.chosen:
        return whose
    return replace(whose, day=kept.day, minute=kept.minute, settled=True)
