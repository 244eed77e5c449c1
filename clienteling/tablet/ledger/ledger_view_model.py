"""End of day: recorded 47, confirmed 47; and what still has to arrive or to be decided."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.floor import Floor
from clienteling.tablet.keeper import documents, open_file
from clienteling.tablet.ledger.entries import Day, LedgerRow, day
from clienteling.tablet.ledger.mending import WRITTEN
from clienteling.tablet.ledger.receipts import ReceiptRow
from clienteling.tablet.ledger.saving import Seal, Written, write_queue
from clienteling.tablet.link import OUTBOX
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.shop_day import bounds

if TYPE_CHECKING:
    from sync.changes import Changes
    from sync.device.repair import Dropped

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

AT_ONCE = 20
"""Of what is to be decided; nobody looks at more before deciding one."""


@QmlElement
@QmlUncreatable("made by the app")
class LedgerViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: Floor, seal: Seal | None = None, parent: QObject | None = None) -> None:
        """Without `seal` the queue is not for any hub."""
        super().__init__(parent)
        self._floor = floor
        self._seal = seal
        self._written = Written()
        self._mending = ""
        self._unfinished = UnfinishedViewModel(floor, "refused", self)
        self.folder = documents()
        self._day = Day()
        self._loaded = False
        self._stale = True
        self._rows = Rows(LedgerRow, self)
        self._refused = Rows(LedgerRow, self)
        self._receipts = Rows(ReceiptRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._on_reader)
        floor.navigation.place_changed.connect(self._on_place)
        floor.session.changed.connect(self._on_session)
        self._on_place()

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(Rows, constant=True)
    def refused(self) -> Rows:
        """What the hub did not take; of many the newest, others follow as these are decided."""
        return self._refused

    @Property(Rows, constant=True)
    def receipts(self) -> Rows:
        """Who was forgotten lately, without names, and how far it is."""
        return self._receipts

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        return self._loaded

    @Property(int, notify=changed)
    def recorded(self) -> int:
        return self._day.recorded

    @Property(int, notify=changed)
    def confirmed(self) -> int:
        return self._day.confirmed

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._day.waiting

    @Property(int, notify=changed)
    def to_decide(self) -> int:
        return self._day.to_decide

    @Slot()
    def load(self) -> None:
        replica, wording, now = self._floor.replica, self._floor.language.wording, self._floor.now()
        since, _ = bounds(now, wording.time_zone)
        reader = self._floor.session.who
        associate_id = reader.associate.id if reader else ""
        self._floor.jobs.run(lambda: day(replica, associate_id, since, now, wording), self._show)

    @Property(str, notify=changed)
    def mending(self) -> str:
        """The record whose words are being put right; empty where none are."""
        return self._mending

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """What was put right there and not sent."""
        return self._unfinished

    @Slot(str, str, str)
    def begin_mending(self, collection: str, record_id: str, customer_id: str) -> None:
        self._unfinished.end()
        self._unfinished.begin_at(f"{collection}/{record_id}", customer_id)
        self._mending = record_id
        self.changed.emit()

    @Slot()
    def leave_mending(self) -> None:
        """As it was; nothing that was typed there waits."""
        self._unfinished.type("")
        self._end_mending()

    @Slot(str, str)
    def retry(self, collection: str, record_id: str) -> None:
        """Send a record again that the hub refused."""
        replica = self._floor.replica
        self._floor.jobs.run(lambda: replica.retry_set_aside(collection, record_id))

    @Slot(str, str, str)
    def mend(self, collection: str, record_id: str, words: str) -> None:
        """Say a refused record otherwise; it goes to the hub again."""
        replica, written = self._floor.replica, WRITTEN[collection]
        said = words.strip()
        if not 0 < len(said) <= written.longest:
            return
        told = QCoreApplication.translate("Ledger", "Put right: it is on its way again")
        self._floor.jobs.run(
            lambda: replica.rewrite_set_aside(collection, record_id, {written.column: said}),
            lambda _: self._mended(told),
        )

    def _mended(self, told: str) -> None:
        self.leave_mending()
        self._floor.toasts.show(told)

    def _end_mending(self) -> None:
        self._unfinished.end()
        self._mending = ""
        self.changed.emit()

    @Slot(str, str)
    def drop(self, collection: str, record_id: str) -> None:
        """Give a record up that the hub refused; for a moment it can be had back."""
        replica = self._floor.replica

        def told(dropped: "Dropped") -> None:
            words = QCoreApplication.translate("Ledger", "Given up: the hub will never have it")
            self._floor.toasts.show(
                words, lambda: self._floor.jobs.run(lambda: replica.restore_set_aside(dropped))
            )

        self._floor.jobs.run(lambda: replica.drop_set_aside(collection, record_id), told)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        """Where what was recorded is put right."""
        self._floor.navigation.open_customer(customer_id)

    @Property(bool, constant=True)
    def savable(self) -> bool:
        return self._seal is not None

    @Property(str, notify=changed)
    def written(self) -> str:
        """Where the queue was saved last; empty where it was not."""
        return self._written.path

    @Property(str, notify=changed)
    def not_written(self) -> str:
        """Why it could not be saved: a `NotWritten`."""
        return self._written.trouble.value

    @Slot()
    def save_queue(self) -> None:
        """Everything that the hub has not confirmed, in a file that only the hub opens."""
        seal, folder, now = self._seal, self.folder, self._floor.now()
        if seal is not None:
            self._floor.jobs.run(lambda: write_queue(seal, folder, now), self._show_written)

    @Slot()
    def show_folder(self) -> None:
        open_file(self.folder)

    def _show_written(self, written: Written) -> None:
        self._written = written
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """While another page is shown, the day is read when this one comes back."""
        if changes.touches(OUTBOX, "erasure_receipt"):
            self._stale = True
            self._on_place()

    @Slot()
    def _on_session(self) -> None:
        """What was typed waits for whoever typed it."""
        self._end_mending()
        self._on_reader()

    @Slot()
    def _on_reader(self) -> None:
        self._stale = True
        self._on_place()

    @Slot()
    def _on_place(self) -> None:
        if self._mending and self._floor.navigation.place != Navigation.Place.Ledger.value:
            self._end_mending()
        if self._stale and self._floor.navigation.place == Navigation.Place.Ledger.value:
            self._stale = False
            self.load()

    def _show(self, shown: Day) -> None:
        self._day, self._loaded = shown, True
        self._refused.replace(shown.refused[:AT_ONCE])
        self._rows.replace(shown.rows)
        self._receipts.replace(shown.receipts)
        self.changed.emit()
