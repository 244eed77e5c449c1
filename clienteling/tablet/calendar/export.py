"""Appointments written into the person's documents, and what is said of it on the screen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from clienteling.tablet.calendar.files import documents, save

if TYPE_CHECKING:
    from clienteling.appointments.values import Appointment
    from clienteling.tablet.floor import Floor

Taken = Callable[[Path], bool]
"""Whether something took the file, so that nobody needs to know where it lies."""


def nobody_takes_it(_: Path) -> bool:
    return False


class CalendarExport:
    def __init__(self, floor: "Floor") -> None:
        self._floor = floor

    def write(self, name: str, appointments: "Sequence[Appointment]", taken: Taken = nobody_takes_it) -> None:
        now, wording = self._floor.now(), self._floor.language.wording
        work = partial(save, documents(), name, appointments, now=now, wording=wording)
        self._floor.jobs.run(work, partial(self._written, taken), self._not_written)

    def _written(self, taken: Taken, path: Path) -> None:
        if not taken(path):
            said = QCoreApplication.translate("Calendar", "Saved as %1")
            self._floor.toasts.show(said.replace("%1", str(path)))

    def _not_written(self, _: Exception) -> None:
        self._floor.toasts.show(
            QCoreApplication.translate(
                "Calendar", "Not saved: the folder for documents cannot be written to."
            )
        )
