"""Of which shop a manager's page speaks: the tablet's own, or another that an area manager answers for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.values import Author
from clienteling.tablet.floor import Floor
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.session import SignedIn
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class ShopChoice:
    key: str
    text: str


_Found = tuple[tuple[ShopChoice, ...], bool]


@QmlElement
@QmlUncreatable("made by the app")
class ChosenShop(QObject):
    changed = Signal()
    turned = Signal()
    """Another shop is spoken of."""

    def __init__(
        self, floor: Floor, shown: Callable[[], bool], anyway: Callable[[], bool], parent: QObject
    ) -> None:
        """`shown`: a manager looks at the page. `anyway`: also where only the shop's customers are held."""
        super().__init__(parent)
        self._floor = floor
        self._shown, self._anyway = shown, anyway
        self._chosen = ""
        self._shops: tuple[ShopChoice, ...] = ()
        self._whole = False
        self._scope = Rows(ShopChoice, self)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self._on_session)

    @Property(Rows, constant=True)
    def scope(self) -> Rows:
        """The shops to choose from, in what is shown; none where it is one."""
        return self._scope

    @Property(str, notify=changed)
    def shop(self) -> str:
        return self.store_id

    @Slot(str)
    def choose(self, store_id: str) -> None:
        if store_id != self.store_id:
            self._chosen = store_id
            self.changed.emit()
            self.turned.emit()

    @property
    def store_id(self) -> str:
        """Empty while nobody is signed in."""
        who = self._floor.session.who
        return (self._chosen if self._offers else "") or (who.store_id if who else "")

    @property
    def is_own(self) -> bool:
        """It is the one where the tablet is."""
        who = self._floor.session.who
        return who is None or who.store_id == self.store_id

    @property
    def name(self) -> str:
        chosen = next((one.text for one in self._shops if one.key == self.store_id), "")
        return chosen or self._floor.session.store_name

    @property
    def author(self) -> Author:
        """She speaks for the shop that she looks at."""
        return Author(self._floor.session.author.associate_id, self.store_id)

    @Slot()
    def reload(self) -> None:
        """Whoever answers for one shop has nothing to choose: nothing is read for her."""
        who = self._floor.session.who
        if who is not None and len(who.shops) > 1 and self._shown():
            self._floor.read(_read, self._show)

    @property
    def _offers(self) -> bool:
        """Where this tablet holds its own customers only, another shop's lists would say half of what is."""
        return self._whole or self._anyway()

    def _show(self, found: _Found) -> None:
        who, before = self._floor.session.who, self.store_id
        self._shops, self._whole = found
        self._scope.replace(self._to_choose_from(who) if self._offers else ())
        self.changed.emit()
        if self.store_id != before:
            self.turned.emit()

    def _to_choose_from(self, who: "SignedIn | None") -> list[ShopChoice]:
        hers = [one for one in self._shops if who is not None and one.key in who.shops]
        return hers if len(hers) > 1 else []

    @Slot()
    def _on_session(self) -> None:
        """Whoever takes the tablet over begins with its own shop."""
        self._chosen, self._shops, self._whole = "", (), False
        self._scope.replace(())
        self.changed.emit()
        self.reload()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("store", "associate"):
            self.reload()


def _read(conn: "sa.Connection") -> _Found:
    """All shops, and whether this tablet holds everybody's customers."""
    from clienteling.stores.queries import stores
    from sync.device import state
    from sync.device.state import Fact
    from sync.wire import EVERYTHING

    shops = tuple(ShopChoice(one.id, one.name) for one in stores(conn))
    return shops, state.get(conn, Fact.HOLDS) in {"", EVERYTHING}
