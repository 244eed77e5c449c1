"""A line of the timeline, opened: its history, and what may still be done about it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.values import Author
from clienteling.tablet.record.entry import NO_ENTRY, OPENED, Colleague, EntryReading, VersionRow, read_entry
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.record.writing import attributed, entry_undone, promise_called_off
from clienteling.tablet.rows import Rows
from clienteling.timeline.values import EntryKind

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class EntryViewModel(QObject):
    changed = Signal()
    shown = Signal()
    note_asked = Signal(str, str)
    """Of a note to be corrected: its id and its words."""

    def __init__(self, floor: "Floor", record: RecordViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._record = record
        self._entry: EntryReading = NO_ENTRY
        self._versions: Rows[VersionRow] = Rows(VersionRow, self)
        self._colleagues: Rows[Colleague] = Rows(Colleague, self)

    @Property(Rows, constant=True)
    def versions(self) -> Rows:
        """The newest first: nothing that was recorded is gone."""
        return self._versions

    @Property(Rows, constant=True)
    def colleagues(self) -> Rows:
        return self._colleagues

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._entry.kind.value

    @Property(bool, notify=changed)
    def can_correct(self) -> bool:
        return self.can_undo and self._entry.kind is not EntryKind.PROMISE

    @Property(bool, notify=changed)
    def can_undo(self) -> bool:
        """Whoever recorded it, and the manager."""
        return self._entry.standing and (self._entry.mine or self._is_manager)

    @Slot(str, str)
    def open(self, kind: str, record_id: str) -> None:
        if kind not in OPENED or self._floor.session.who is None:
            return
        query = partial(
            read_entry,
            kind=EntryKind(kind),
            record_id=record_id,
            reader=self._floor.session.author,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, self._take)

    @Slot()
    def correct(self) -> None:
        """An interaction with all its particulars, a note with its words."""
        entry = self._entry
        if entry.recorded is not None:
            self._record.correct(entry.record_id, entry.recorded)
        elif entry.kind is EntryKind.NOTE:
            self.note_asked.emit(entry.record_id, entry.body)

    @Slot(str)
    def attribute(self, associate_id: str) -> None:
        """That was a colleague."""
        author = self._floor.session.author
        work = partial(
            attributed, entry=self._entry, by=Author(associate_id, author.store_id), author=author,
            customer_id=self._record.customer_id,
        )  # fmt: skip
        self._record.saved.write(work)

    @Slot()
    def undo(self) -> None:
        entry, author = self._entry, self._floor.session.author
        if entry.kind is EntryKind.PROMISE:
            work = partial(promise_called_off, promise_id=entry.record_id, author=author)
        else:
            work = partial(entry_undone, kind=entry.kind, record_id=entry.record_id, author=author)
        self._record.saved.write(work)

    @property
    def _is_manager(self) -> bool:
        return self._floor.session.manages

    def _take(self, entry: EntryReading) -> None:
        self._entry = entry
        self._versions.replace(entry.versions)
        self._colleagues.replace(entry.colleagues if entry.standing else ())
        self.changed.emit()
        self.shown.emit()
