"""Where a scan leads: a known code to her card, a product into the hand, a text to the client book."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from clienteling.scan.values import (
    Calibrated,
    CustomerFound,
    CustomerNotHere,
    NothingRead,
    ProductFound,
    ScanResult,
    Senseless,
    TextRead,
    WebAddressRead,
)
from clienteling.selections.code import selection_in
from clienteling.tablet.asked import Answer
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.scan.linking import card_opened_for_now

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.asked import AskHub
    from clienteling.tablet.book.book_view_model import BookViewModel
    from clienteling.tablet.card.ahead import CardAhead
    from clienteling.tablet.card.product_view_model import ProductViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.record_view_model import RecordViewModel
    from clienteling.tablet.scan.scan_view_model import ScanViewModel
    from clienteling.tablet.selection.selection_view_model import SelectionViewModel
    from sync.changes import Changes


STAYS = frozenset(
    place.value for place in (Navigation.Place.Scan, Navigation.Place.Customer, Navigation.Place.Newcomer)
)
"""Where it is said what a scan that opens nothing was, and where somebody new is being written down."""


def _awaited(conn: "sa.Connection") -> list[str]:
    from clienteling.customers.provisional import awaited

    return awaited(conn)


class ScanRoute(QObject):
    """Listens for as long as the shop floor is open; what leads nowhere is explained by the page."""

    def __init__(
        self,
        floor: "Floor",
        *,
        scan: "ScanViewModel",
        ahead: "CardAhead",
        record: "RecordViewModel",
        product: "ProductViewModel",
        book: "BookViewModel",
        selection: "SelectionViewModel",
        ask_hub: "AskHub",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._scan = scan
        self._ahead = ahead
        self._record = record
        self._product = product
        self._book = book
        self._selection = selection
        self._ask_hub = ask_hub
        self._awaited = ""
        scan.resolved.connect(self.follow)
        scan.provisional_asked.connect(self.open_for_now)
        floor.changes.changed.connect(self._on_changes)

    @Slot(object)
    def follow(self, result: ScanResult) -> None:
        self._awaited = ""
        match result:
            case CustomerFound(customer_id):
                self._open(customer_id)
            case CustomerNotHere(customer_id):
                self._awaited = customer_id
                self._explain()
                self._ask()
            case ProductFound(product_id, variant_id):
                self._show_product(product_id, variant_id)
            case TextRead(text) | Senseless(text) | WebAddressRead(text) if found := selection_in(text):
                self._selection.open(found)
                self._scan.dismiss()
            case TextRead(text) | Senseless(text) if text == self._book.asked:
                self._scan.dismiss()
                self._book.open_first()
            case TextRead(text):
                self.search(text)
            case NothingRead() | Calibrated():
                pass
            case _:
                self._explain()

    def hub_answers(self) -> None:
        """The hub is back: whoever was asked for in vain is asked for again."""
        if self._awaited and self._scan.answer is Answer.AWAY:
            self._ask()

        self._floor.read(_awaited, self._ask_for_all)

    @Slot(str)
    def open_for_now(self, customer_id: str) -> None:
        """Her card, empty as yet: what is recorded on it is hers already."""
        self._floor.write(
            partial(card_opened_for_now, customer_id=customer_id), lambda _: self._open(customer_id)
        )

    def _ask_for_all(self, customer_ids: list[str]) -> None:
        for customer_id in customer_ids:
            self._ask_hub(customer_id, lambda _: None)

    @Slot(str)
    def search(self, text: str) -> None:
        self._book.look_for(text)
        self._floor.navigation.go(Navigation.Place.Book.value)
        self._scan.dismiss()

    def _show_product(self, product_id: str, variant_id: str) -> None:
        """Into the hand of whoever is recording; otherwise what there is of it."""
        on_card = self._floor.navigation.place == Navigation.Place.Customer.value
        if on_card or self._record.editing or self._record.attending:
            self._record.take(product_id, variant_id)
        else:
            self._product.ask(product_id, variant_id)
        self._scan.dismiss()

    def _explain(self) -> None:
        """Where it is said why, and what may be done; on other pages nothing would be said."""
        if self._floor.navigation.place not in STAYS:
            self._floor.navigation.go(Navigation.Place.Scan.value)

    def _ask(self) -> None:
        asked = self._awaited

        def tell(answer: Answer) -> None:
            if self._awaited == asked:
                self._scan.hub_answered(answer)

        self._ask_hub(asked, tell)

    def _open(self, customer_id: str) -> None:
        self._awaited = ""
        self._ahead.open(customer_id)
        self._scan.dismiss()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """The hub may have sent her by now."""
        if self._awaited and self._awaited in changes.records.get("customer", ()):
            self._open(self._awaited)
