"""The suggestion that is looked at: why it was made, and whether it was any good."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.card.values import ShelfTag
from clienteling.insight.rules import SuggestionKind
from clienteling.tablet.record.writing import suggestion_judged

if TYPE_CHECKING:
    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.card.shelf import ShelfRow
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import SavedViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_KINDS = {
    ShelfTag.GOES_WITH.value: SuggestionKind.GOES_WITH,
    ShelfTag.STEP_UP.value: SuggestionKind.STEP_UP,
}


@QmlElement
@QmlUncreatable("made by the app")
class SuggestionViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: "Floor", card: "CardViewModel", saved: "SavedViewModel", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._saved = saved
        self._product_id = ""
        card.shown.connect(self.changed)
        card.customer_changed.connect(self._on_customer)

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why this product is suggested to her; empty where it is not."""
        row = self._row
        return row.reason if row else ""

    @Property(bool, notify=changed)
    def useful(self) -> bool:
        """Said already."""
        row = self._row
        return row is not None and row.useful

    @Slot(str)
    def ask(self, product_id: str) -> None:
        """About the product that is looked at."""
        self._product_id = product_id
        self.changed.emit()

    @Slot()
    def _on_customer(self) -> None:
        self.ask("")

    @Slot(bool)
    def judge(self, useful: bool) -> None:
        """What was no use is not suggested to her again for a while, and less often to others."""
        row = self._row
        if row is not None and useful != row.useful:
            self._saved.write(
                partial(
                    suggestion_judged,
                    customer_id=self._card.customer_id,
                    product_id=row.because_id,
                    other_id=row.product_id,
                    kind=_KINDS[row.tag],
                    useful=useful,
                    author=self._floor.session.author,
                )
            )

    @property
    def _row(self) -> "ShelfRow | None":
        rows = self._card.shelf.rows
        return next((r for r in rows if r.product_id == self._product_id and r.tag in _KINDS), None)
