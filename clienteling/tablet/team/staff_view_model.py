"""Who works here: the section that every manager begins with, and the leaf of one person."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.changes import may_give
from clienteling.staff.new_pins import problem
from clienteling.staff.values import Associate, Author, Role
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.rows import Rows
from clienteling.tablet.team.new_colleague_view_model import NewColleagueViewModel
from clienteling.tablet.team.people import (
    ChangeRow,
    ColleagueRow,
    ShopChoice,
    Team,
    changes,
    read_team,
    rows,
)
from clienteling.tablet.team.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Callable

    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("associate", "store", "staff_change")
_ASKED = "asked/"


@QmlElement
@QmlUncreatable("made by the app")
class StaffViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, sections: Sections, shop: ChosenShop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._sections = sections
        self._shop = shop
        self._team = Team()
        self._subject = ""
        self._people = Rows(ColleagueRow, self)
        self._asked = Rows(ChangeRow, self)
        self._shops = Rows(ShopChoice, self)
        self._fresh = NewColleagueViewModel(floor, shop, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.session.changed.connect(self._on_session)
        sections.turned.connect(self.reload)
        shop.turned.connect(self._on_shop)

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._people

    @Property(Rows, constant=True)
    def asked(self) -> Rows:
        """What was asked about the person of the leaf and is not done."""
        return self._asked

    @Property(Rows, constant=True)
    def shops(self) -> Rows:
        """The other shops, where she may go."""
        return self._shops

    @Property(NewColleagueViewModel, constant=True)
    def fresh(self) -> NewColleagueViewModel:
        """Of the leaf of somebody new."""
        return self._fresh

    @Property(str, notify=changed)
    def subject(self) -> str:
        """Empty: somebody new."""
        return self._subject

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._person.full_name if self._person else ""

    @Property(str, notify=changed)
    def role(self) -> str:
        return (self._person.role if self._person else Role.ASSOCIATE).value

    @Property("QStringList", notify=changed)
    def roles(self) -> list[str]:
        """Those that whoever is signed in may give."""
        who = self._floor.session.who
        return [role.value for role in may_give(who.associate.role)] if who else []

    @Property(bool, notify=changed)
    def is_suspended(self) -> bool:
        return any(one.id == self._subject for one in self._team.suspended)

    @Property(bool, notify=changed)
    def is_me(self) -> bool:
        who = self._floor.session.who
        return who is not None and who.associate.id == self._subject

    @Property(bool, notify=changed)
    def is_mine(self) -> bool:
        """Whether it is hers to decide about this person: nobody of a role above her own."""
        return self.role in self.roles

    @Slot()
    def begin(self) -> None:
        """Somebody new."""
        self._turn_to("")
        self._fresh.begin()

    @Slot(str)
    def open(self, key: str) -> None:
        self._turn_to(key)
        self._fresh.unfinished.keep_nothing()

    @Slot(str, result=str)
    def pin_problem(self, pin: str) -> str:
        """A `PinProblem`."""
        return problem(pin).value

    @Slot(str, str, str, str, str)
    def add(self, given_name: str, family_name: str, role: str, language: str, pin: str) -> None:
        from clienteling.staff import asking

        work = partial(
            asking.add,
            given_name=given_name,
            family_name=family_name,
            role=Role(role),
            language=language,
            pin=pin,
            author=self._author,
        )
        self._ask(self._fresh.unfinished.saving(work))

    @Slot()
    def suspend(self) -> None:
        from clienteling.staff import asking

        self._ask(partial(asking.suspend, subject_id=self._subject, author=self._author))

    @Slot()
    def restore(self) -> None:
        from clienteling.staff import asking

        self._ask(partial(asking.restore, subject_id=self._subject, author=self._author))

    @Slot(str)
    def set_pin(self, pin: str) -> None:
        from clienteling.staff import asking

        author = self._author
        self._ask(partial(asking.set_pin, subject_id=self._subject, pin=pin, author=author))

    @Slot(str)
    def give_role(self, role: str) -> None:
        from clienteling.staff import asking

        if role != self.role:
            author = self._author
            self._ask(partial(asking.give_role, subject_id=self._subject, role=Role(role), author=author))

    @Slot(str)
    def move(self, store_id: str) -> None:
        from clienteling.staff import asking

        author = self._author
        self._ask(partial(asking.move, subject_id=self._subject, store_id=store_id, author=author))

    @Slot(str)
    def take_back(self, change_id: str) -> None:
        """Nothing where the hub has decided meanwhile: the page says what it has decided."""
        from clienteling.staff import asking

        def work(writer: "Writer") -> None:
            asking.take_back(writer, change_id.removeprefix(_ASKED))

        def decided(error: Exception) -> None:
            if not isinstance(error, LookupError):
                raise error
            text = QCoreApplication.translate("Team", "The hub had decided already")
            self._floor.toasts.show(text)

        self._floor.write(work, failed=decided)

    @Slot()
    def reload(self) -> None:
        if self._sections.shows(Sections.Section.Staff):
            shop = self._shop.store_id
            query = partial(read_team, store_id=shop, now=self._floor.now())
            self._floor.read(query, partial(self._show, shop))

    @property
    def _author(self) -> Author:
        return self._shop.author

    @property
    def _person(self) -> Associate | None:
        return self._team.find(self._subject)

    def _turn_to(self, subject: str) -> None:
        self._subject = subject
        self._derive()

    def _ask(self, use_case: "Callable[[Writer], str]") -> None:
        self._floor.write(use_case, self._was_asked)

    def _was_asked(self, change_id: str) -> None:
        text = QCoreApplication.translate("Team", "Asked of the hub")
        self._floor.toasts.show(text, partial(self.take_back, change_id))

    def _show(self, shop: str, team: Team) -> None:
        """Answers come in order; only that of the shop that is looked at is shown."""
        if shop == self._shop.store_id:
            self._team = team
            self._derive()

    def _derive(self) -> None:
        who = self._floor.session.who
        if who is None:
            return
        wording, here = self._floor.language.wording, self._shop.store_id
        self._people.replace(rows(self._team, wording))
        self._asked.replace(changes(self._team, self._subject, wording))
        self._shops.replace([one for one in self._team.shops if one.key != here])
        self.changed.emit()

    @Slot()
    def _on_session(self) -> None:
        self._subject = ""
        self._team = Team()
        self._derive()

    @Slot()
    def _on_shop(self) -> None:
        self._turn_to("")
        self.reload()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()
