"""Putting aside, collecting elsewhere, having it sent: asked for here, decided by the hub."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.reservations.values import Wish
from clienteling.tablet.record.days import DayChoice, day_choices
from clienteling.tablet.record.record_view_model import RecordViewModel
from clienteling.tablet.reserve.choice import Choice, Said, chosen
from clienteling.tablet.reserve.reading import Places, ShopRow, SizeChoice, read_places
from clienteling.tablet.reserve.requests import RequestRow
from clienteling.tablet.reserve.writing import reservation_asked, reservation_taken_back
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.picks import Pick

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NOWHERE = Places()
NOTHING = Said()


@QmlElement
@QmlUncreatable("made by the app")
class ReserveViewModel(QObject):
    """About the first article in hand, for the customer whose card is open."""

    changed = Signal()
    shown = Signal()
    """Something is to be chosen: the sheet opens."""

    def __init__(
        self, floor: "Floor", record: RecordViewModel, card: "CardViewModel", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._record = record
        self._places = NOWHERE
        self._said = NOTHING
        self._choice = Choice()
        self._replaces = ""
        self._here = ""
        self._asking = False
        self._reading = False
        self._last: Pick | None = None
        self._shops: Rows[ShopRow] = Rows(ShopRow, self)
        self._sizes: Rows[SizeChoice] = Rows(SizeChoice, self)
        self._days: Rows[DayChoice] = Rows(DayChoice, self)
        record.picks_changed.connect(self._on_hand)
        self._requests: Rows[RequestRow] = Rows(RequestRow, self)
        record.customer_changed.connect(self.leave)
        card.shown.connect(self._show_requests)

    @Property(RecordViewModel, constant=True)
    def record(self) -> RecordViewModel:
        return self._record

    @Property(Rows, constant=True)
    def shops(self) -> Rows:
        return self._shops

    @Property(Rows, constant=True)
    def sizes(self) -> Rows:
        """To choose from, while the model is known and the size is not."""
        return self._sizes

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._days

    @Property(Rows, constant=True)
    def requests(self) -> Rows:
        """What she waits for an answer to, and what was refused lately."""
        return self._requests

    @Property(int, notify=changed)
    def here(self) -> int:
        return self._places.here

    @Property(str, notify=changed)
    def wish(self) -> str:
        return self._choice.wish.value

    @Property(str, notify=changed)
    def store_id(self) -> str:
        return self._choice.store_id

    @Property(str, notify=changed)
    def day(self) -> str:
        return self._choice.day

    @Property(int, notify=changed)
    def quantity(self) -> int:
        return self._choice.quantity

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        pick, choice = self._pick, self._choice
        placed = choice.wish is Wish.HOLD or choice.store_id != ""
        known = not self._reading and pick is not None and pick.variant_id != ""
        return known and choice.day != "" and placed

    @Slot()
    def ask(self) -> None:
        """At once where what is meant is plain: one article, in its size, of which this shop has one."""
        self._begin()
        self._read(self._at_once)

    @Slot()
    def choose(self) -> None:
        """With everything to be seen first."""
        self._begin()
        self._on_hand()
        self.shown.emit()

    @Slot(str, str, str)
    def ask_there(self, product_id: str, variant_id: str, store_id: str) -> None:
        """Once more, of the shop that has one."""
        here = store_id == self._floor.session.author.store_id
        self._begin(Said(wish=Wish.HOLD) if here else Said(wish=Wish.ORDER, store_id=store_id))
        self._record.take(product_id, variant_id)
        self.shown.emit()

    @Slot()
    def change(self) -> None:
        """Of what was asked for just now: it is taken back when something else is asked for instead."""
        if self._last is not None:
            self._begin()
            self._replaces = self._record.saved.record_id
            self._record.take(self._last.product_id, self._last.variant_id)
            self.shown.emit()

    @Slot(str)
    def choose_size(self, variant_id: str) -> None:
        pick = self._pick
        if pick is not None:
            self._record.put_back(pick.key)
            self._record.take(pick.product_id, variant_id)

    @Slot(str)
    def choose_wish(self, wish: str) -> None:
        self._say(replace(self._said, wish=Wish(wish)))

    @Slot(str)
    def choose_store(self, store_id: str) -> None:
        self._say(replace(self._said, store_id=store_id))

    @Slot(int)
    def choose_quantity(self, quantity: int) -> None:
        self._say(replace(self._said, quantity=quantity))

    @Slot(str)
    def choose_day(self, day: str) -> None:
        self._say(replace(self._said, day=day))

    @Slot()
    def reserve(self) -> None:
        pick = self._pick
        if pick is not None and self.ready:
            self._write(pick, self._choice)

    @Slot(str)
    def take_back(self, reservation_id: str) -> None:
        author = self._floor.session.author
        self._record.saved.write(
            partial(reservation_taken_back, reservation_id=reservation_id, author=author)
        )

    @Slot()
    def leave(self) -> None:
        self._asking, self._replaces = False, ""

    @Slot()
    def _show_requests(self) -> None:
        reading = self._card.reading
        self._requests.replace(reading.requests if reading is not None else ())

    @property
    def _pick(self) -> "Pick | None":
        return next(iter(self._record.in_hand), None)

    @property
    def _today(self) -> date:
        return self._floor.language.wording.day_of(self._floor.now())

    def _begin(self, said: Said = NOTHING) -> None:
        self._asking, self._replaces, self._said = True, "", said
        self._here = self._floor.session.author.store_id
        self._days.replace(day_choices(self._today))
        self._take(NOWHERE)

    @Slot()
    def _on_hand(self) -> None:
        if self._asking:
            self._read(self._take)

    def _read(self, then: "Callable[[Places], None]") -> None:
        pick = self._pick
        if pick is None:
            then(NOWHERE)
            return
        self._reading = True
        self.changed.emit()
        query = partial(
            read_places,
            product_id=pick.product_id,
            variant_id=pick.variant_id,
            store_id=self._here,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, then)

    def _at_once(self, places: Places) -> None:
        self._take(places)
        pick = self._pick
        if pick is not None and len(self._record.in_hand) == 1 and pick.variant_id and places.here > 0:
            self._write(pick, self._choice)
        else:
            self.shown.emit()

    def _take(self, places: Places) -> None:
        self._reading = False
        self._places = places
        self._shops.replace(places.shops)
        self._sizes.replace(places.sizes)
        self._say(self._said)

    def _say(self, said: Said) -> None:
        self._said = said
        self._choice = chosen(said, self._places, self._today)
        self.changed.emit()

    def _write(self, pick: "Pick", choice: Choice) -> None:
        author = self._floor.session.author
        work = partial(
            reservation_asked,
            customer_id=self._record.customer_id,
            variant_id=pick.variant_id,
            quantity=choice.quantity,
            wish=choice.wish,
            from_store_id=choice.store_id or author.store_id,
            until=date.fromisoformat(choice.day),
            today=self._today,
            instead_of=self._replaces,
            author=author,
        )
        self._last = pick
        self._record.put_in_records(work, pick)
        self.leave()
