"""Handing out what is to be done to many at once: for whom, what, by when, and who does it."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.record.note_guard import NoteGuard
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.team.hand_out_rows import (
    CandidateRow,
    DoerRow,
    Listed,
    candidate_rows,
    doer_rows,
    read_listed,
)
from clienteling.tablet.team.sections import Sections
from clienteling.tablet.todo.choices import Choice, days_ahead
from clienteling.tasks.values import TaskKind

if TYPE_CHECKING:
    from clienteling.handing_out.values import HandedOut
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("associate", "book_entry", "promise", "task", "appointment", "customer", "consent")
_FIRST = "waiting"
_DUE, _TEAM = "due", "team"


@QmlElement
@QmlUncreatable("made by the app")
class HandOutViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, sections: Sections, shop: ChosenShop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._sections = sections
        self._shop = shop
        self._guard = NoteGuard(self)
        self._unfinished = UnfinishedViewModel(floor, "handed_out", self)
        self._candidates = Rows(CandidateRow, self)
        self._days = Rows(Choice, self)
        self._doers = Rows(DoerRow, self)
        self._take_up(_FIRST)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.session.changed.connect(self._begin)
        sections.turned.connect(self.reload)
        shop.turned.connect(self._on_shop)

    @Property(NoteGuard, constant=True)
    def guard(self) -> NoteGuard:
        return self._guard

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """The words in which it is to be said."""
        return self._unfinished

    @Property(Rows, constant=True)
    def candidates(self) -> Rows:
        return self._candidates

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._days

    @Property(Rows, constant=True)
    def doers(self) -> Rows:
        return self._doers

    @Property(str, notify=changed)
    def segment(self) -> str:
        """A `Segment`."""
        return self._segment

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self._listed is None

    @Property(int, notify=changed)
    def chosen(self) -> int:
        return len(self._chosen)

    @Property(bool, notify=changed)
    def there_already(self) -> bool:
        """What is handed out is there: only whose it is changes."""
        return self._segment == _DUE

    @Property(bool, notify=changed)
    def to_the_team(self) -> bool:
        """Each of those chosen does it herself."""
        return self._segment == _TEAM

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._kind.value

    @Property(str, notify=changed)
    def due_on(self) -> str:
        return self._due_on

    @Property(bool, notify=changed)
    def named(self) -> bool:
        """Whether it was said who does it."""
        return bool(self._named)

    @Property(int, notify=changed)
    def anybody_s(self) -> int:
        """How many would be whoever's of the shop."""
        return sum(whose is None for whose in self._whose().values())

    @Slot(str)
    def choose(self, segment: str) -> None:
        self._take_up(segment)
        self.reload()

    @Slot(str)
    def toggle(self, key: str) -> None:
        self._chosen = self._chosen ^ {key}
        self._touched = True
        self._derive()

    @Slot()
    def choose_all(self) -> None:
        """All of them; once more, none."""
        all_ = frozenset(row.key for row in self._candidates.rows)
        self._chosen = frozenset() if self._chosen == all_ else all_
        self._touched = True
        self._derive()

    @Slot()
    def begin(self) -> None:
        """The leaf opens on which it is said what is to be done, where that is not there already."""
        if self.there_already:
            self._unfinished.keep_nothing()
        else:
            self._unfinished.begin_at(f"{self._segment}/{self._shop.store_id}", "")

    @Slot(str)
    def choose_kind(self, kind: str) -> None:
        self._kind = TaskKind(kind)
        self.changed.emit()

    @Slot(str)
    def choose_day(self, day: str) -> None:
        """The same again takes it back: then no day is set."""
        self._due_on = "" if day == self._due_on else day
        self.changed.emit()

    @Slot(str)
    def name(self, associate_id: str) -> None:
        """She is one of those who do it, or is not any more."""
        self._named = self._named ^ {associate_id}
        self._derive()

    @Slot()
    def name_nobody(self) -> None:
        """Whoever looks after each of them."""
        self._named = frozenset()
        self._derive()

    @Slot(str)
    def hand_out(self, what: str) -> None:
        from clienteling.handing_out import use_cases
        from clienteling.handing_out.rules import share
        from clienteling.handing_out.values import Segment
        from clienteling.tasks.use_cases import Plan

        shares = [share(Segment(self._segment), key, whose) for key, whose in self._whose().items()]
        due_on = date.fromisoformat(self._due_on) if self._due_on else None
        plan = Plan(kind=self._kind, what=what, due_on=due_on)
        author = self._shop.author
        if shares:
            work = partial(use_cases.hand_out, shares=shares, plan=plan, author=author)
            self._floor.write(self._unfinished.saving(work), self._handed)
            self._leave_all()

    def _leave_all(self) -> None:
        """A second touch of the same button hands out nothing more."""
        self._chosen, self._touched = frozenset(), True
        self._derive()

    @Slot()
    def reload(self) -> None:
        if self._sections.shows(Sections.Section.HandOut):
            query = partial(
                read_listed,
                segment=self._segment,
                author=self._shop.author,
                now=self._floor.now(),
                wording=self._floor.language.wording,
            )
            self._floor.read(query, partial(self._show, (self._segment, self._shop.store_id)))

    def _handed(self, handed: "HandedOut") -> None:
        from clienteling.handing_out import use_cases

        author = self._shop.author

        def take_back() -> None:
            self._floor.write(partial(use_cases.take_back, handed=handed, author=author))

        text = QCoreApplication.translate("Team", "Handed out: %1").replace("%1", str(len(handed)))
        self._floor.toasts.show(text, take_back)

    def _show(self, asked: tuple[str, str], listed: Listed) -> None:
        from clienteling.handing_out.rules import asked_first

        if asked != (self._segment, self._shop.store_id) or self._floor.session.who is None:
            return
        if self._listed is None:
            self._due_on = (self._today + timedelta(days=1)).isoformat()
        self._listed = listed
        there = {one.id for one in listed.candidates}
        first = frozenset(asked_first(listed.candidates))
        self._chosen = self._chosen & there if self._touched else first
        self._named = self._named & {one.id for one in listed.people}
        self._derive()

    def _derive(self) -> None:
        listed = self._listed or Listed()
        wording, whose = self._floor.language.wording, self._whose()
        self._candidates.replace(candidate_rows(listed, self._chosen, whose, self._today, wording))
        self._doers.replace(doer_rows(listed.people, self._named, whose.values()))
        self._days.replace(days_ahead(self._today, wording, self._due_on))
        self.changed.emit()

    def _whose(self) -> "dict[str, str | None]":
        """Of those chosen, who does it."""
        from clienteling.handing_out.rules import dealt

        listed = self._listed or Listed()
        people = [one.id for one in listed.people if one.id in self._named]
        return dealt((one for one in listed.candidates if one.id in self._chosen), people)

    def _take_up(self, segment: str) -> None:
        self._segment = segment
        self._listed: Listed | None = None
        self._chosen: frozenset[str] = frozenset()
        self._named: frozenset[str] = frozenset()
        self._touched = False
        self._kind = TaskKind.OTHER if segment == _TEAM else TaskKind.CALL
        self._due_on = ""
        self._candidates.replace(())
        self.changed.emit()

    @property
    def _today(self) -> date:
        return self._floor.language.wording.day_of(self._floor.now())

    @Slot()
    def _begin(self) -> None:
        self._take_up(_FIRST)

    @Slot()
    def _on_shop(self) -> None:
        self._take_up(self._segment)
        self.reload()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()
