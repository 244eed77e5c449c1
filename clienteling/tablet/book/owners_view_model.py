"""In whose client books the customer on the card stands; in and out of one's own with one tap."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.record.writing import booked, unbooked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.clientbook.values import Owner
    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import SavedViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class OwnersViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: "Floor", card: "CardViewModel", saved: "SavedViewModel", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._saved = saved
        card.shown.connect(self.changed)
        floor.session.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def mine(self) -> bool:
        who = self._floor.session.who
        return who is not None and any(owner.associate_id == who.associate.id for owner in self._of_hers)

    @Property(str, notify=changed)
    def names(self) -> str:
        """In the order in which they entered her; empty where she is in nobody's book."""
        return ", ".join(owner.name for owner in self._of_hers)

    @property
    def _of_hers(self) -> "Sequence[Owner]":
        reading = self._card.reading
        return reading.owners if reading is not None else ()

    @Slot()
    def toggle(self) -> None:
        author, customer_id = self._floor.session.author, self._card.customer_id
        write = unbooked if self.mine else booked
        self._saved.write(partial(write, customer_id=customer_id, author=author))
