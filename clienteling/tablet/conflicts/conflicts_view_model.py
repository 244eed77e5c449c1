"""Where two people wrote different things without knowing of each other: a person chooses."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.conflicts.reading import ConflictRow, DecidedRow, Inbox, read_inbox
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ConflictsViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._conflicts: Rows[ConflictRow] = Rows(ConflictRow, self)
        self._decided: Rows[DecidedRow] = Rows(DecidedRow, self)
        floor.changes.followed.connect(self._on_changes)
        floor.session.changed.connect(self.load)
        floor.language.switched.connect(self.load)
        self.load()

    @Property(Rows, constant=True)
    def conflicts(self) -> Rows:
        return self._conflicts

    @Property(Rows, constant=True)
    def decided(self) -> Rows:
        """Within the last days, each to be changed."""
        return self._decided

    @Property(int, notify=changed)
    def count(self) -> int:
        return len(self._conflicts.rows)

    @Slot()
    def load(self) -> None:
        if self._floor.session.who is not None:
            query = partial(read_inbox, now=self._floor.now(), wording=self._floor.language.wording)
            self._floor.read(query, self._take)

    @Slot(str)
    def keep(self, key: str) -> None:
        """The value that stands for now is right."""
        row = self._conflicts.find(key)
        if row is not None:
            self._decide(row.customer_id, row.field, row.value, row.other)

    @Slot(str)
    def take_other(self, key: str) -> None:
        row = self._conflicts.find(key)
        if row is not None:
            self._decide(row.customer_id, row.field, row.other, row.value)

    @Slot(str)
    def change(self, key: str) -> None:
        """It was the other one after all."""
        row = self._decided.find(key)
        if row is not None:
            self._decide(row.customer_id, row.field, row.instead_of, row.value)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        self._floor.navigation.open_customer(customer_id)

    def _decide(self, customer_id: str, field: str, value: str, instead_of: str) -> None:
        work = partial(chosen, customer_id=customer_id, field=field, value=value, instead_of=instead_of)
        author = self._floor.session.author

        def told(_: None) -> None:
            words = QCoreApplication.translate(
                "Conflicts", "Decided: the other value stays in the list below"
            )
            self._floor.toasts.show(words, lambda: self._decide(customer_id, field, instead_of, value))

        self._floor.write(partial(work, author=author), told)

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("customer", "value_given"):
            self.load()

    def _take(self, inbox: Inbox) -> None:
        self._conflicts.replace(inbox.conflicts)
        self._decided.replace(inbox.decided)
        self.changed.emit()


def chosen(writer: "Writer", **said: object) -> None:
    from clienteling.customers import use_cases

    use_cases.choose(writer, **said)  # type: ignore[arg-type]
