"""Whom something is about: looked for by a few letters, chosen by a tap, taken back by another."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.book.hits import HitRow, hit_row
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from clienteling.wording import Wording

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOWN = 4


@QmlElement
@QmlUncreatable("made by the app")
class WhomViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._text = ""
        self._customer_id = ""
        self._name = ""
        self._hits: Rows[HitRow] = Rows(HitRow, self)

    @Property(str, notify=changed)
    def customer_id(self) -> str:
        """Empty while nobody is chosen."""
        return self._customer_id

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._name

    @Property(str, notify=changed)
    def text(self) -> str:
        """What was typed: the name of somebody without a card."""
        return self._text

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        return self._hits

    def begin(self, customer_id: str, name: str = "") -> None:
        self._customer_id, self._name, self._text = customer_id, "", name
        self._hits.replace(())
        self.changed.emit()
        if customer_id:
            self._floor.read(partial(name_of, customer_id=customer_id), partial(self._named, customer_id))

    @Slot(str)
    def look_for(self, text: str) -> None:
        self._text = text.strip()
        self.changed.emit()
        if not self._text:
            self._hits.replace(())
            return
        asked = self._text
        query = partial(found, text=asked, now=self._floor.now(), wording=self._floor.language.wording)
        self._floor.read(query, partial(self._take, asked))

    @Slot(str)
    def choose(self, customer_id: str) -> None:
        row = self._hits.find(customer_id)
        if row is not None:
            self._customer_id, self._name, self._text = customer_id, row.name, ""
            self._hits.replace(())
            self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """About nobody, or about somebody else."""
        self.begin("")

    def _take(self, asked: str, rows: list[HitRow]) -> None:
        if asked == self._text:
            self._hits.replace(rows)

    def _named(self, customer_id: str, name: str) -> None:
        if customer_id == self._customer_id:
            self._name = name
            self.changed.emit()


def found(conn: "sa.Connection", *, text: str, now: int, wording: "Wording") -> list[HitRow]:
    from clienteling.customers.search import search

    return [hit_row(hit, now, wording) for hit in search(conn, text, limit=SHOWN)]


def name_of(conn: "sa.Connection", *, customer_id: str) -> str:
    from clienteling.customers.queries import customer_by_id

    found = customer_by_id(conn, customer_id)
    return found.full_name if found is not None else ""
