"""Where the person is: one place at a time, and the customer whose card is open."""

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why

if TYPE_CHECKING:
    from collections.abc import Callable

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Navigation(QObject):
    @QEnum
    class Place(Enum):
        Scan = 0
        Book = 1
        Customer = 2
        Ledger = 3
        Person = 4
        Todo = 5
        Calendar = 6
        Newcomer = 20
        Day = 7
        Figures = 8
        Team = 9

    place_changed = Signal()
    customer_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = Navigation.Place.Scan
        self._before = Navigation.Place.Scan
        self._customer_id = ""
        self._why = Why.OTHER
        self.read_ahead: Callable[[str, Why], None] | None = None

    @Property(int, notify=place_changed)
    def place(self) -> int:
        return self._place.value

    @Property(str, notify=customer_changed)
    def customer_id(self) -> str:
        return self._customer_id

    @Slot(int)
    def go(self, place: int) -> None:
        self._move(Navigation.Place(place))

    @Slot()
    def open_ledger(self) -> None:
        self._move(Navigation.Place.Ledger)

    @property
    def why(self) -> Why:
        """What led to the card that is open."""
        return self._why

    @Slot(str)
    def open_customer(self, customer_id: str, why: Why = Why.OTHER) -> None:
        """Her card, as soon as it is read where somebody reads ahead."""
        if self.read_ahead is None:
            self.turn_to(customer_id, why)
        else:
            self.read_ahead(customer_id, why)

    def turn_to(self, customer_id: str, why: Why) -> None:
        """Her card now; the signal comes again when the same card is asked for again."""
        self._customer_id = customer_id
        self._why = why
        self.customer_changed.emit()
        self._move(Navigation.Place.Customer)

    @Slot()
    def back(self) -> None:
        self._move(self._before)

    @Slot()
    def leave(self) -> None:
        """One step back: from a card to where it was opened from, from any other place to the scan."""
        if self._place is Navigation.Place.Customer:
            self.back()
        else:
            self._move(Navigation.Place.Scan)

    def _move(self, place: "Navigation.Place") -> None:
        if place is self._place:
            return
        self._before = self._place if self._place is not Navigation.Place.Customer else self._before
        self._place = place
        self.place_changed.emit()
