"""What a figure of the day was counted from: a touch opens it, another goes to her card."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.review import behind
from clienteling.tablet.review.behind import RecordRow
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa

    from clienteling.review.behind import Asked
    from clienteling.tablet.review.lines import DayRows

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 40
"""As many as are drawn at once; the others are a touch away."""


@QmlElement
@QmlUncreatable("made by the page of the day")
class BehindViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, shop: ChosenShop, page: "Callable[[], DayRows]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._page = page
        self._title = self._formula = ""
        self._found: Sequence[RecordRow] = ()
        self._reading = False
        self._records = True
        self._rows = Rows(RecordRow, self)

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(int, notify=changed)
    def count(self) -> int:
        """All of them; `rows` holds the first, until `show_all`."""
        return len(self._found)

    @Property(bool, notify=changed)
    def reading(self) -> bool:
        return self._reading

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        """There is no record behind it, and there might have been."""
        return self._records and not self._reading and not self._found

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._title

    @Property(str, notify=changed)
    def formula(self) -> str:
        """How the figure is counted; empty where it is no figure."""
        return self._formula

    @Slot(str)
    def figure(self, key: str) -> None:
        from clienteling.interactions.values import InteractionKind
        from clienteling.review.behind import OfKind, OfVisits

        asked: dict[str, Asked] = {
            "recognised": OfVisits(),
            "interactions": OfKind(),
            "receipt": OfKind(InteractionKind.SALE),
        }
        row = next(one for one in self._page().figures if one.key == key)
        if key in asked:
            self._recorded(asked[key], row.label, row.formula)
        else:
            self._promised(row.label, row.formula)

    @Slot(str, str)
    def reason(self, key: str, title: str) -> None:
        from clienteling.interactions.values import Reason
        from clienteling.review.behind import OfReason

        self._recorded(OfReason(Reason.NONE if key == "none" else Reason(key)), title)

    @Slot(str, str)
    def item(self, key: str, title: str) -> None:
        """Who asked for it; `key` is that of a row of what was wanted."""
        from clienteling.review.behind import OfItem

        day = self._page().day
        wanted = next((one for one in day.wanted if key == (one.variant_id or one.product_id)), None)
        if wanted is not None:
            self._recorded(OfItem(wanted.product_id, wanted.variant_id), title)

    @Slot(str, str)
    def visit(self, visit_id: str, title: str) -> None:
        from clienteling.review.behind import OfVisit

        self._recorded(OfVisit(visit_id), title)

    @Slot(str)
    def tablet(self, key: str) -> None:
        """What it has that is not here yet, and how that comes."""
        row = next(one for one in self._page().tablets if one.key == key)
        self._title, self._formula, self._reading = row.what, row.more, False
        self._records = False
        self._show([])

    @Slot()
    def show_all(self) -> None:
        self._rows.replace(self._found)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        self._floor.navigation.open_customer(customer_id, Why.LIST)

    def _recorded(self, asked: "Asked", title: str, formula: str = "") -> None:
        self._read(partial(behind.recorded, asked=asked, day=self._day), title, formula)

    def _promised(self, title: str, formula: str) -> None:
        today = self._floor.language.wording.day_of(self._floor.now())
        self._read(partial(behind.promised, today=today, day=self._day), title, formula)

    @property
    def _day(self) -> date:
        return self._page().day.day

    def _read(self, query: "Callable[..., list[RecordRow]]", title: str, formula: str) -> None:
        self._title, self._formula, self._reading = title[:1].upper() + title[1:], formula, True
        self._records = True
        self._show([])
        store_id, wording = self._shop.store_id, self._floor.language.wording

        def read(conn: "sa.Connection") -> list[RecordRow]:
            return query(conn, store_id=store_id, wording=wording)

        self._floor.read(read, self._arrived)

    def _arrived(self, found: list[RecordRow]) -> None:
        self._reading = False
        self._show(found)

    def _show(self, found: list[RecordRow]) -> None:
        self._found = found
        self._rows.replace(found[:MOST])
        self.changed.emit()
