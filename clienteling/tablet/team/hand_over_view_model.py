"""Somebody leaves, or moves to another shop: what she has in hand here, and who takes it over, in one go."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.once import Once
from clienteling.tablet.rows import Rows
from clienteling.tablet.team.sections import Sections

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.handing_over.values import Handed, LeftBehind
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("associate", "book_entry", "promise", "task", "appointment")


@dataclass(frozen=True)
class HandRow:
    key: str
    text: str
    here: bool
    """Still works here: who may take over."""


@dataclass(frozen=True)
class Hands:
    """The people of the shop, and what the one who leaves has in hand."""

    people: tuple[HandRow, ...] = ()
    left: "LeftBehind | None" = None


def read_hands(conn: "sa.Connection", store_id: str, leaver: str, now: int) -> Hands:
    from clienteling.handing_over.queries import left_behind
    from clienteling.staff.queries import associates, suspended

    people = (
        *(HandRow(one.id, one.full_name, here=True) for one in associates(conn, store_id)),
        *(HandRow(one.id, one.full_name, here=False) for one in suspended(conn, store_id)),
    )
    return Hands(people, left_behind(conn, leaver, store_id, now) if leaver else None)


@QmlElement
@QmlUncreatable("made by the app")
class HandOverViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, sections: Sections, shop: ChosenShop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._once = Once(floor)
        self._sections = sections
        self._shop = shop
        self._hands = Hands()
        self._leaver = self._heir = ""
        self._people = Rows(HandRow, self)
        self._heirs = Rows(HandRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.session.changed.connect(self._begin)
        sections.turned.connect(self.reload)
        shop.turned.connect(self._on_shop)

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._people

    @Property(Rows, constant=True)
    def heirs(self) -> Rows:
        """Who may take over."""
        return self._heirs

    @Property(str, notify=changed)
    def leaver(self) -> str:
        return self._leaver

    @Property(str, notify=changed)
    def leaver_name(self) -> str:
        row = self._people.find(self._leaver)
        return row.text if row else ""

    @Property(str, notify=changed)
    def heir(self) -> str:
        """Empty: the whole shop."""
        return self._heir

    @Property(int, notify=changed)
    def customers(self) -> int:
        return len(self._hands.left.customers) if self._hands.left else 0

    @Property(int, notify=changed)
    def promises(self) -> int:
        return len(self._hands.left.promises) if self._hands.left else 0

    @Property(int, notify=changed)
    def tasks(self) -> int:
        return len(self._hands.left.tasks) if self._hands.left else 0

    @Property(int, notify=changed)
    def appointments(self) -> int:
        return len(self._hands.left.appointments) if self._hands.left else 0

    @Property(bool, notify=changed)
    def anything(self) -> bool:
        return bool(self._hands.left)

    @Slot(str)
    def choose(self, associate_id: str) -> None:
        """Who leaves."""
        self._leaver, self._heir = associate_id, ""
        self.reload()

    @Slot(str)
    def choose_heir(self, associate_id: str) -> None:
        self._heir = associate_id
        self.changed.emit()

    @Slot()
    def hand_over(self) -> None:
        from clienteling.handing_over import use_cases

        if self._leaver:
            author = self._shop.author
            work = partial(use_cases.hand_over, leaver_id=self._leaver, to=self._heir or None, author=author)
            self._once.write(work, self._handed)

    @Slot()
    def reload(self) -> None:
        if self._sections.shows(Sections.Section.HandOver):
            store_id, now = self._shop.store_id, self._floor.now()
            self._floor.read(partial(read_hands, store_id=store_id, leaver=self._leaver, now=now), self._show)

    def _handed(self, handed: "Handed") -> None:
        from clienteling.handing_over import use_cases

        author = self._shop.author

        def give_back() -> None:
            self._floor.write(partial(use_cases.give_back, handed=handed, author=author))

        self._floor.toasts.show(QCoreApplication.translate("Team", "Handed over"), give_back)

    def _show(self, hands: Hands) -> None:
        self._hands = hands
        self._people.replace(hands.people)
        self._heirs.replace([one for one in hands.people if one.here and one.key != self._leaver])
        self.changed.emit()

    @Slot()
    def _begin(self) -> None:
        self._leaver = self._heir = ""
        self._hands = Hands()
        self.changed.emit()

    @Slot()
    def _on_shop(self) -> None:
        self._begin()
        self.reload()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()
