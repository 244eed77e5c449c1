"""The scan screen: the camera and what it read, who came today, what is due now."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.card.product_view_model import ProductViewModel
from clienteling.tablet.card.promised import DutyRow, done
from clienteling.tablet.home.visitors import Day, ExpectedRow, VisitorRow, read_day
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.scan.scan_view_model import ScanViewModel

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


DUE_SHOWN = 4
"""So that who is expected and who came stay in sight; the others stand on the to-do page."""
VISITORS_AT_ONCE = 12
"""A shop of hundreds has a day of hundreds of lines, and each costs whenever the page comes or goes."""
_SHOWN = ("interaction", "promise", "task", "appointment", "customer", "consent", "product", "associate")


@QmlElement
@QmlUncreatable("made by the app")
class HomeViewModel(QObject):
    changed = Signal()
    search_asked = Signal(str)
    """Look for it in the client book, as if it had been typed."""
    newcomer_asked = Signal(str)

    def __init__(
        self,
        floor: "Floor",
        scan: ScanViewModel,
        record: RecordViewModel,
        product: ProductViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._scan = scan
        self._record = record
        self._product = product
        self._day = Day()
        self._visitors: Rows[VisitorRow] = Rows(VisitorRow, self)
        self._due: Rows[DutyRow] = Rows(DutyRow, self)
        self._expected: Rows[ExpectedRow] = Rows(ExpectedRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.session.changed.connect(self.reload)
        floor.navigation.place_changed.connect(self._on_place)
        self._stale = False
        self.reload()

    @Property(ScanViewModel, constant=True)
    def scan(self) -> ScanViewModel:
        return self._scan

    @Property(RecordViewModel, constant=True)
    def record(self) -> RecordViewModel:
        return self._record

    @Property(ProductViewModel, constant=True)
    def product(self) -> ProductViewModel:
        return self._product

    @Property(Rows, constant=True)
    def visitors(self) -> Rows:
        """Who came last; `older_visitors` has those before follow."""
        return self._visitors

    @Property(int, notify=changed)
    def came(self) -> int:
        """How many came today, whether they are shown yet or not."""
        return len(self._day.visitors)

    @Property(Rows, constant=True)
    def due(self) -> Rows:
        return self._due

    @Property(Rows, constant=True)
    def expected(self) -> Rows:
        """Who has an appointment today and has not come yet."""
        return self._expected

    @Property(int, notify=changed)
    def recognised(self) -> int:
        return self._day.recognised

    @Property(int, notify=changed)
    def due_today(self) -> int:
        """How many are due, whether they are shown here or not."""
        return len(self._day.due)

    @Property(int, notify=changed)
    def overdue(self) -> int:
        return sum(promise.overdue for promise in self._day.due)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        self._floor.navigation.open_customer(customer_id, Why.LIST)

    @Slot(str)
    def expect(self, key: str) -> None:
        """Her card; of somebody without one, the day on which she is expected."""
        row = self._expected.find(key)
        if row is not None and row.customer_id:
            self.open_customer(row.customer_id)
        else:
            self._floor.navigation.go(Navigation.Place.Calendar.value)

    @Slot()
    def all_due(self) -> None:
        self._floor.navigation.go(Navigation.Place.Todo.value)

    @Slot()
    def without_code(self) -> None:
        """Somebody came who shows no code: what is recorded now names nobody."""
        self._record.begin("")

    @Slot()
    def newcomer(self) -> None:
        """Somebody who becomes a customer now."""
        self.newcomer_asked.emit("")

    @Slot(str)
    def keep(self, key: str) -> None:
        row = self._due.find(key)
        if row is not None:
            self._record.saved.write(done(row, self._floor.session.author))

    @Slot()
    def older_visitors(self) -> None:
        shown = self._visitors.count
        self._visitors.append(self._day.visitors[shown : shown + VISITORS_AT_ONCE])

    @Slot()
    def reload(self) -> None:
        if self._floor.session.who is None:
            return
        query = partial(
            read_day,
            store_id=self._floor.session.author.store_id,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, self._take)

    def _take(self, day: Day) -> None:
        self._day = day
        self._visitors.replace(day.visitors[: max(VISITORS_AT_ONCE, self._visitors.count)])
        self._due.replace(day.due[:DUE_SHOWN])
        self._expected.replace(day.expected)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """While another page is shown, the day is read when this one comes back."""
        if changes.touches(*_SHOWN):
            self._stale = True
            self._on_place()

    @Slot()
    def _on_place(self) -> None:
        if self._stale and self._floor.navigation.place == Navigation.Place.Scan.value:
            self._stale = False
            self.reload()
