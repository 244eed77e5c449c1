"""The client book: whom the typed letters find, and the cards opened last while nothing is typed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.book.clients_view_model import ClientsViewModel
from clienteling.tablet.book.hits import HitRow, find, seen_too
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

CALM_MS = 100
"""Whoever goes on typing is not held up by what would be gone with the next letter."""


@QmlElement
@QmlUncreatable("made by the app")
class BookViewModel(QObject):
    changed = Signal()
    newcomer_asked = Signal(str)
    """Somebody who was looked for, is not there, and becomes a customer now."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._text = ""
        self._shown = ""
        self._looked = False
        self._first_asked = False
        """Of those who are still being looked for."""
        self._hits: Rows[HitRow] = Rows(HitRow, self)
        self._clients = ClientsViewModel(floor, self)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._look_when_seen)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.navigation.place_changed.connect(self._on_place)

    @Property(str, notify=changed)
    def text(self) -> str:
        """What the rows on screen answer to; empty while they are the recent ones."""
        return self._shown

    @property
    def asked(self) -> str:
        """What was typed; `text` follows when the answer is there."""
        return self._text

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return not self._looked

    @Property(Rows, constant=True)
    def hits(self) -> Rows:
        return self._hits

    @Property(ClientsViewModel, constant=True)
    def clients(self) -> ClientsViewModel:
        """Whose customers are shown while nothing is typed."""
        return self._clients

    @Slot(str)
    def look_for(self, text: str) -> None:
        self._text = text.strip()
        self._first_asked = False
        self._calm.stop()
        self.reload()

    @Slot()
    def open_first(self) -> None:
        """Enter in the search field; whoever types faster than the answer comes gets there too."""
        self._first_asked = self._shown != self._text
        first = next(iter(self._hits.rows), None)
        if first is not None and not self._first_asked:
            self.open_customer(first.key)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        self._floor.navigation.open_customer(customer_id, Why.SEARCH if self._shown else Why.RECENT)

    @Slot()
    def newcomer(self) -> None:
        self.newcomer_asked.emit(self._shown)

    @Slot()
    def reload(self) -> None:
        text = self._text
        if self._floor.session.who is None:
            return
        query = partial(
            find,
            text=text,
            now=self._floor.now(),
            wording=self._floor.language.wording,
            store_id=self._floor.session.author.store_id,
            hurried=True,
        )
        self._floor.read(query, partial(self._take, text))

    def _take(self, text: str, rows: list[HitRow]) -> None:
        """Answers come in order; only the last one asked for is shown."""
        if text != self._text:
            return
        # Another letter finds others: their lines take the places of these, which is far less to draw anew.
        put = self._hits.replace if text == self._shown else self._hits.overwrite
        self._shown = text
        self._looked = True
        put(rows)
        if any(row.unseen for row in rows):
            self._calm.start()
        self.changed.emit()
        if self._first_asked:
            self.open_first()

    @Slot()
    def _look_when_seen(self) -> None:
        """Of many who are found, behind the frame that shows them."""
        floor, waiting = self._floor, [row for row in self._hits.rows if row.unseen]
        query = partial(seen_too, rows=waiting, now=floor.now(), wording=floor.language.wording)
        floor.read(query, self._hits.put)

    @Slot()
    def _on_place(self) -> None:
        """The cards opened meanwhile are the recent ones now."""
        self._first_asked = False
        if self._floor.navigation.place == Navigation.Place.Book.value:
            self.reload()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("customer"):
            self._on_place()
