"""Who asked for the product at hand, and has not got it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.card.asking import AskerRow, Asking, asking
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from clienteling.askers.values import Asker
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.record_view_model import RecordViewModel
    from clienteling.wording import Wording

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


def read_askers(
    conn: "sa.Connection", *, product_id: str, store_id: str, now: int, wording: "Wording"
) -> "tuple[Asker, ...]":
    from clienteling.askers.queries import askers

    return askers(conn, product_id, store_id, now, wording)


@QmlElement
@QmlUncreatable("made by the app")
class AskingViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", record: "RecordViewModel", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._record = record
        self._product_id = self._variant_id = ""
        self._askers: Sequence[Asker] = ()
        self._shown = Asking()
        self._rows: Rows[AskerRow] = Rows(AskerRow, self)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(int, notify=changed)
    def nameless(self) -> int:
        """Visitors without a code."""
        return self._shown.nameless

    @Property(int, notify=changed)
    def count(self) -> int:
        """Everybody."""
        return len(self._shown.rows) + self._shown.nameless

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        self._floor.navigation.open_customer(customer_id)

    def about(self, product_id: str) -> None:
        self._product_id = product_id
        self._take(product_id, ())
        query = partial(
            read_askers,
            product_id=product_id,
            store_id=self._floor.session.author.store_id,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, partial(self._take, product_id))

    def narrow(self, variant_id: str) -> None:
        self._variant_id = variant_id
        self._show()

    @property
    def _on_a_card(self) -> bool:
        return self._floor.navigation.place == Navigation.Place.Customer.value

    def _take(self, product_id: str, askers: "Sequence[Asker]") -> None:
        if product_id == self._product_id:
            self._askers = askers
            self._show()

    def _show(self) -> None:
        self._shown = asking(
            self._askers,
            variant_id=self._variant_id,
            not_her=self._record.customer_id if self._on_a_card else "",
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._rows.replace(self._shown.rows)
        self.changed.emit()
