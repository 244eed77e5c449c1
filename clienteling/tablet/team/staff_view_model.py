"""Who works here: the section of the team's page that every manager begins with."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.floor import Floor
from clienteling.tablet.rows import Rows
from clienteling.tablet.team.people import ColleagueRow, colleagues
from clienteling.tablet.team.sections import Sections

if TYPE_CHECKING:
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("associate", "store")


@QmlElement
@QmlUncreatable("made by the app")
class StaffViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: Floor, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._sections = sections
        self._people = Rows(ColleagueRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        sections.turned.connect(self.reload)

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._people

    def reload(self) -> None:
        if not self._sections.shows(Sections.Section.Staff):
            return
        read = partial(
            colleagues,
            store_id=self._floor.session.author.store_id,
            wording=self._floor.language.wording,
        )
        self._floor.read(read, self._show)

    def _show(self, people: tuple[ColleagueRow, ...]) -> None:
        self._people.replace(people)
        self.changed.emit()

    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()
