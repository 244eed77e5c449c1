"""One product at hand: its colours and sizes, and where there is stock of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.card.asking_view_model import AskingViewModel
from clienteling.tablet.card.product import (
    NOTHING_CHOSEN,
    Choice,
    ColourRow,
    ProductReading,
    SizeRow,
    StockRow,
    colour_rows,
    read_product,
    read_stock,
    size_rows,
)
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.record_view_model import RecordViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class ProductViewModel(QObject):
    changed = Signal()
    shown = Signal()
    """A product was asked for and stands on the screen."""

    def __init__(self, floor: "Floor", record: "RecordViewModel", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._record = record
        self._reading: ProductReading | None = None
        self._choice: Choice = NOTHING_CHOSEN
        self._uncounted = False
        self._colours: Rows[ColourRow] = Rows(ColourRow, self)
        self._sizes: Rows[SizeRow] = Rows(SizeRow, self)
        self._stock: Rows[StockRow] = Rows(StockRow, self)
        self._asking = AskingViewModel(floor, record, self)
        record.picks_changed.connect(self.changed)

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._reading.product.name if self._reading else ""

    @Property(str, notify=changed)
    def words(self) -> str:
        return self._reading.description if self._reading else ""

    @Property(str, notify=changed)
    def price(self) -> str:
        product = self._choice.product or (self._reading.product if self._reading else None)
        return self._floor.language.wording.money(product.price_cents) if product else ""

    @Property(str, notify=changed)
    def picture(self) -> str:
        product = self._choice.product or (self._reading.product if self._reading else None)
        return product.picture if product else ""

    @Property(str, notify=changed)
    def article(self) -> str:
        """The article number of what is chosen; empty until a size is."""
        return self._choice.product.sku if self._choice.product else ""

    @Property(bool, notify=changed)
    def settled(self) -> bool:
        """A size is chosen, or it comes in one only."""
        return self._choice.product is not None

    @Property(bool, notify=changed)
    def in_hand(self) -> bool:
        return any(pick.key == self._choice.key(self._reading) for pick in self._record.in_hand)

    @Property(Rows, constant=True)
    def colours(self) -> Rows:
        return self._colours

    @Property(Rows, constant=True)
    def sizes(self) -> Rows:
        return self._sizes

    @Property(Rows, constant=True)
    def stock(self) -> Rows:
        """Shop by shop, of the size that is chosen."""
        return self._stock

    @Property(bool, notify=changed)
    def uncounted(self) -> bool:
        """What is chosen was looked for, and no shop ever counted it."""
        return self._uncounted

    @Property(AskingViewModel, constant=True)
    def asking(self) -> AskingViewModel:
        """Who asked for it, and for the size that is chosen."""
        return self._asking

    @Slot(str, str)
    def ask(self, product_id: str, variant_id: str) -> None:
        query = partial(
            read_product,
            product_id=product_id,
            store_id=self._floor.session.author.store_id,
            language=self._floor.language.wording.language,
        )
        self._floor.read(query, lambda reading: self._take(reading, variant_id))

    @Slot(str)
    def choose_colour(self, colour: str) -> None:
        if self._reading is not None:
            self._choose(self._choice.in_colour(colour, self._reading))

    @Slot(str)
    def choose_size(self, variant_id: str) -> None:
        if self._reading is not None:
            self._choose(Choice.of(variant_id, self._reading))

    @Slot()
    def toggle(self) -> None:
        """Take in hand what is chosen, or put it back."""
        if self._reading is not None:
            product = self._choice.product
            self._record.toggle(self._reading.product.product_id, (product and product.variant_id) or "")

    @Slot()
    def take(self) -> None:
        """Into the hand, where it stays when it is there already."""
        if self._reading is not None:
            product = self._choice.product
            self._record.take(self._reading.product.product_id, (product and product.variant_id) or "")

    def _take(self, reading: ProductReading | None, variant_id: str) -> None:
        if reading is None:
            return
        self._reading = reading
        self._choose(Choice.of(variant_id, reading))
        self.shown.emit()
        self._asking.about(reading.product.product_id)

    def _choose(self, choice: Choice) -> None:
        if self._reading is None:
            return
        wording = self._floor.language.wording
        self._choice = choice
        self._colours.replace(colour_rows(self._reading, choice, wording))
        self._sizes.replace(size_rows(self._reading, choice))
        self._stock.replace(())
        self._uncounted = False
        self._asking.narrow((choice.product and choice.product.variant_id) or "")
        self.changed.emit()
        if choice.product and choice.product.variant_id:
            query = partial(
                read_stock,
                variant_id=choice.product.variant_id,
                store_id=self._floor.session.author.store_id,
                now=self._floor.now(),
                wording=wording,
            )
            self._floor.read(query, self._find)

    def _find(self, rows: list[StockRow]) -> None:
        self._stock.replace(rows)
        self._uncounted = not rows
        self.changed.emit()
