"""The days and the colleagues that a sheet lets choose from: of a task, and of an appointment."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choices import Choice, days_ahead, people

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor


class Choosing(QObject):
    def __init__(self, floor: "Floor", parent: QObject) -> None:
        super().__init__(parent)
        self._floor = floor
        self.days: Rows[Choice] = Rows(Choice, self)
        self.people: Rows[Choice] = Rows(Choice, self)
        floor.language.switched.connect(self._forget)

    def show_days(self, chosen: str) -> None:
        """`chosen` is among them, however far ahead it is."""
        wording = self._floor.language.wording
        self.days.replace(days_ahead(wording.day_of(self._floor.now()), wording, chosen))

    def show_people(self) -> None:
        author, wording = self._floor.session.author, self._floor.language.wording
        query = partial(people, store_id=author.store_id, me=author.associate_id, wording=wording)
        self._floor.read(query, self.people.replace)

    @Slot()
    def _forget(self) -> None:
        """What was said in another language is not shown while it is read anew."""
        self.days.replace(())
        self.people.replace(())
