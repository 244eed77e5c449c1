"""Whose customers the client book shows: the associate's own, the shop's, or the cards opened last."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.clientbook.values import Whose
from clienteling.tablet.book.clients import Asked, ClientRow, read_clients
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

RECENT = "recent"


@QmlElement
@QmlUncreatable("made by the app")
class ClientsViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._whose = Whose.MINE.value
        self._chosen = False
        self._looked = False
        self._lines: Rows[ClientRow] = Rows(ClientRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.navigation.place_changed.connect(self.reload)
        floor.session.changed.connect(self._on_session)

    @Property(str, notify=changed)
    def whose(self) -> str:
        """A `Whose`, or "recent"."""
        return self._whose

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return not self._looked

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        return self._lines

    @Slot(str)
    def choose(self, whose: str) -> None:
        self._chosen = True
        self._show(whose)

    @Slot()
    def reload(self) -> None:
        floor = self._floor
        shown = floor.navigation.place == Navigation.Place.Book.value
        if shown and floor.session.who is not None and self._whose != RECENT:
            asked = Asked(Whose(self._whose), floor.session.author, floor.now(), floor.language.wording)
            floor.read(partial(read_clients, asked=asked), partial(self._take, asked))

    def _show(self, whose: str) -> None:
        self._whose = whose
        self._looked = whose == RECENT
        self._lines.replace(())
        self.changed.emit()
        self.reload()

    def _take(self, asked: Asked, rows: list[ClientRow]) -> None:
        if asked.whose.value != self._whose:
            return
        if not rows and not self._chosen:
            self._show(RECENT)
            return
        self._looked = True
        self._lines.replace(rows)
        self.changed.emit()

    @Slot()
    def _on_session(self) -> None:
        """Whoever takes the tablet over begins with her own book, where she has one."""
        self._chosen = False
        self._show(Whose.MINE.value)

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("book_entry", "customer", "promise", "appointment", "interaction", "event"):
            self.reload()
