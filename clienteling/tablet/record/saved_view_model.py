"""What was saved last: said only after its commit, with its state and its undo."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.record.not_saved import NotSaved, why_not_saved

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from sync.changes import Changes
    from sync.device.replica import Replica
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Receipt:
    """What a use case wrote, and how to take it back."""

    kind: str
    """Which words to say: an InteractionKind, `note`, `promise`, `granted` …"""
    collection: str
    record_id: str
    undo: "Callable[[Writer], object] | None" = None
    open_to_details: bool = False


NOTHING = Receipt(kind="", collection="", record_id="")
UNDONE = Receipt(kind="undone", collection="", record_id="")


@dataclass(frozen=True)
class Committed:
    receipt: Receipt
    state: str


def nothing_to_restore() -> None:
    """Whoever writes without anything typed."""


def state_of(conn: "sa.Connection", receipt: Receipt) -> str:
    from sync.device.ledger import states

    if not receipt.record_id:
        return ""
    return states(conn, receipt.collection, [receipt.record_id])[receipt.record_id].name.lower()


def commit(replica: "Replica", work: "Callable[[Writer], Receipt]") -> Committed:
    """Only when the transaction is on disk does this return."""
    with replica.write() as writer:
        receipt = work(writer)
        return Committed(receipt, state_of(writer.connection, receipt))


@QmlElement
@QmlUncreatable("made by the app")
class SavedViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._last = Committed(NOTHING, "")
        self._failure = NotSaved.NO
        floor.changes.followed.connect(self._on_changes)
        floor.session.changed.connect(self.dismiss)

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._last.receipt.kind

    @Property(str, notify=changed)
    def record_id(self) -> str:
        return self._last.receipt.record_id

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._last.state

    @Property(bool, notify=changed)
    def undoable(self) -> bool:
        return self._last.receipt.undo is not None

    @Property(bool, notify=changed)
    def open_to_details(self) -> bool:
        return self._last.receipt.open_to_details

    @Property(str, notify=changed)
    def failure(self) -> str:
        """Why the last one could not be saved, a `NotSaved`; empty when it was."""
        return self._failure.value

    def write(
        self, work: "Callable[[Writer], Receipt]", not_saved: "Callable[[], None]" = nothing_to_restore
    ) -> None:
        """Run a use case in one transaction and show its receipt once it is durable.

        `not_saved` gives back what was typed or in hand, where it could not be written.
        """
        replica = self._floor.replica

        def failed(error: Exception) -> None:
            not_saved()
            self._failed(error)

        self._floor.jobs.run(lambda: commit(replica, work), self._show, failed)

    @Slot()
    def undo(self) -> None:
        take_back = self._last.receipt.undo
        if take_back is None:
            return

        def work(writer: "Writer") -> Receipt:
            take_back(writer)
            return UNDONE

        self.write(work)

    @Slot()
    def dismiss(self) -> None:
        self._show(Committed(NOTHING, ""))

    def _show(self, committed: Committed) -> None:
        self._last = committed
        self._failure = NotSaved.NO
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._last = Committed(NOTHING, "")
        self._failure = why_not_saved(error)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        receipt = self._last.receipt
        if receipt.record_id and changes.touches(receipt.collection):
            self._floor.read(partial(state_of, receipt=receipt), self._state_read)

    def _state_read(self, state: str) -> None:
        if self._last.receipt.record_id and state != self._last.state:
            self._last = Committed(self._last.receipt, state)
            self.changed.emit()
