"""Whose is this card? Somebody says it once, and from then on it opens her."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.values import CardUnknown
from clienteling.tablet.book.hits import HitRow, find
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows
from clienteling.tablet.scan.linking import card_linked, card_unlinked

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.tablet.floor import Floor
    from clienteling.tablet.scan.scan_view_model import ScanViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 8
NO_CARD = CardUnknown("")


@QmlElement
@QmlUncreatable("made by the app")
class LinkCardViewModel(QObject):
    """Begins with the unknown card that was scanned last."""

    changed = Signal()
    asked = Signal()
    """A card wants a customer."""
    linked = Signal()

    def __init__(
        self,
        floor: "Floor",
        scan: "ScanViewModel",
        open_customer: "Callable[[str], None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._scan = scan
        self._open = open_customer
        self._card = NO_CARD
        self._text = ""
        self._hits: Rows[HitRow] = Rows(HitRow, self)
        scan.whose_asked.connect(self._begin)
        floor.session.changed.connect(self.linked)

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._card.number

    @Property(str, notify=changed)
    def symbology(self) -> str:
        """As it is printed: `EAN-13`; empty where a reader did not say."""
        return self._card.symbology.written

    @Property(str, notify=changed)
    def open_id(self) -> str:
        """Whose card lies open, and who probably holds this one out; empty where none does."""
        on_card = self._floor.navigation.place == Navigation.Place.Customer.value
        return self._floor.navigation.customer_id if on_card else ""

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        """Whom the letters find; while none are typed, the cards opened last."""
        return self._hits

    @Slot(str)
    def look_for(self, text: str) -> None:
        self._text = text.strip()
        query = partial(
            find, text=self._text, now=self._floor.now(), wording=self._floor.language.wording, limit=SHOWN
        )
        self._floor.read(query, partial(self._take, self._text))

    @Slot(str, str)
    def link(self, customer_id: str, name: str) -> None:
        work = partial(
            card_linked, customer_id=customer_id, card=self._card, author=self._floor.session.author
        )
        self._floor.write(work, partial(self._done, customer_id, name))

    @Slot(object)
    def _begin(self, card: CardUnknown) -> None:
        self._card = card
        self.changed.emit()
        self.look_for("")
        self.asked.emit()

    def _take(self, text: str, rows: list[HitRow]) -> None:
        if text != self._text:
            return
        first = [row for row in rows if row.key == self.open_id]
        self._hits.replace(first + [row for row in rows if row.key != self.open_id])

    def _done(self, customer_id: str, name: str, link_id: str) -> None:
        said = QCoreApplication.translate("LinkCardViewModel", "Saved: this card opens %1 from now on.")
        self._floor.toasts.show(said.replace("%1", name), partial(self._take_back, link_id))
        self._scan.dismiss()
        self.linked.emit()
        if self.open_id != customer_id:
            self._open(customer_id)

    def _take_back(self, link_id: str) -> None:
        self._floor.write(partial(card_unlinked, link_id=link_id, author=self._floor.session.author))
