"""In whose client books the customer on the card stands; in and out of one's own with one tap."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.clientbook.values import Owner
from clienteling.tablet.record.writing import booked, unbooked

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import SavedViewModel
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


def read_owners(conn: "sa.Connection", customer_id: str) -> list[Owner]:
    from clienteling.clientbook.queries import owners

    return owners(conn, customer_id)


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
        self._owners: list[Owner] = []
        card.shown.connect(self._read)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self.changed)

    @Property(bool, notify=changed)
    def mine(self) -> bool:
        who = self._floor.session.who
        return who is not None and any(owner.associate_id == who.associate.id for owner in self._owners)

    @Property(str, notify=changed)
    def names(self) -> str:
        """In the order in which they entered her; empty where she is in nobody's book."""
        return ", ".join(owner.name for owner in self._owners)

    @Slot()
    def toggle(self) -> None:
        author, customer_id = self._floor.session.author, self._card.customer_id
        write = unbooked if self.mine else booked
        self._saved.write(partial(write, customer_id=customer_id, author=author))

    @Slot()
    def _read(self) -> None:
        customer_id = self._card.customer_id
        query = partial(read_owners, customer_id=customer_id)
        self._floor.read(query, partial(self._take, customer_id))

    def _take(self, customer_id: str, owners: list[Owner]) -> None:
        if customer_id == self._card.customer_id:
            self._owners = owners
            self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("book_entry", "customer_alias", "associate") and self._card.customer_id:
            self._read()
