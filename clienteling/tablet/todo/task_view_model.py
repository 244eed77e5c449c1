"""The sheet of one task: a new one, or one that is given away, put off, finished or dropped."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.record.note_guard import NoteGuard
from clienteling.tablet.record.picks import Pick
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choosing import Choosing
from clienteling.tablet.todo.writing import task_changed, task_done, task_dropped, task_made
from clienteling.tablet.whom.whom_view_model import WhomViewModel
from clienteling.tasks.values import TaskKind, TaskOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from clienteling.tasks.use_cases import Plan
    from clienteling.tasks.values import TaskView
    from clienteling.wording import Wording
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Draft:
    task_id: str = ""
    """Empty while it is new."""
    title: str = ""
    why: str = ""
    kind: TaskKind = TaskKind.FOLLOW_UP
    what: str = ""
    due_on: str = ""
    associate_id: str = ""
    by_rule: bool = False
    product_id: str = ""
    variant_id: str = ""
    product: str = ""


NEW = Draft()


@dataclass(frozen=True)
class Filled:
    """All that stands there."""

    draft: Draft = NEW
    customer_id: str = ""


@QmlElement
@QmlUncreatable("made by the app")
class TaskViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown has been read."""
    shown = Signal()
    """One that stands has been read: the sheet opens, which would show the one before until then."""

    def __init__(self, floor: "Floor", saved: SavedViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._saved = saved
        self._whom = WhomViewModel(floor, self)
        self._guard = NoteGuard(self)
        self._draft = NEW
        self._asked = ""
        """The one that is being read."""
        self._first = Filled()
        """As it opened."""
        self._choosing = Choosing(floor, self)
        self._unfinished = UnfinishedViewModel(floor, "task", self)
        self._unfinished.found.connect(self._resume)
        self._whom.changed.connect(self._put_by)

    @Property(WhomViewModel, constant=True)
    def whom(self) -> WhomViewModel:
        return self._whom

    @Property(NoteGuard, constant=True)
    def guard(self) -> NoteGuard:
        return self._guard

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._unfinished

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._choosing.days

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._choosing.people

    @Property(bool, notify=changed)
    def fresh(self) -> bool:
        return self._draft.task_id == ""

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._draft.title

    @Property(str, notify=changed)
    def why(self) -> str:
        return self._draft.why

    @Property(bool, notify=changed)
    def by_rule(self) -> bool:
        """What a rule said is not said otherwise: it is done, put off, given away or dropped."""
        return self._draft.by_rule

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._draft.kind.value

    @Property(str, notify=changed)
    def what(self) -> str:
        return self._draft.what

    @Property(str, notify=changed)
    def product(self) -> str:
        """The name of what it is about."""
        return self._draft.product

    @Property(str, notify=changed)
    def due_on(self) -> str:
        return self._draft.due_on

    @Property(str, notify=changed)
    def associate_id(self) -> str:
        return self._draft.associate_id

    @Slot(str)
    def begin(self, customer_id: str) -> None:
        """A new one, about her or, without an id, about nobody yet: mine, for tomorrow."""
        self.begin_about(customer_id, None)

    def begin_about(self, customer_id: str, pick: Pick | None) -> None:
        """With what is in hand."""
        self._asked = ""
        today = self._today()
        draft = Draft(
            due_on=today.fromordinal(today.toordinal() + 1).isoformat(),
            associate_id=self._floor.session.author.associate_id,
            product_id=pick.product_id if pick else "",
            variant_id=pick.variant_id if pick else "",
            product=" ".join(filter(None, (pick.name, pick.label))) if pick else "",
        )
        self._begin(Filled(draft, customer_id))
        self._unfinished.begin_at(customer_id, customer_id)

    @Slot(str)
    def open(self, task_id: str) -> None:
        self._asked = task_id
        query = partial(
            read_draft, task_id=task_id, today=self._today(), wording=self._floor.language.wording
        )
        self._floor.read(query, self._take)

    @Slot(str)
    def choose_kind(self, kind: str) -> None:
        self._change(kind=TaskKind(kind))

    @Slot(str)
    def choose_day(self, day: str) -> None:
        """The same again takes it back: then no day is set."""
        self._change(due_on="" if day == self._draft.due_on else day)

    @Slot(str)
    def choose_person(self, associate_id: str) -> None:
        self._change(associate_id=associate_id)

    @Slot()
    def leave_product(self) -> None:
        self._change(product_id="", variant_id="", product="")

    @Slot(str)
    def say(self, what: str) -> None:
        """As it is typed."""
        self._draft = replace(self._draft, what=what)
        self._put_by()

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._begin(self._first)
        self._put_by()

    @Slot(str)
    def save(self, what: str) -> None:
        plan = self._plan(what)
        if self._draft.task_id:
            self._write(partial(task_changed, task_id=self._draft.task_id, plan=plan))
        else:
            self._write(partial(task_made, plan=plan, author=self._floor.session.author))

    @Slot(str)
    def finish(self, outcome: str) -> None:
        """Done, and what came of it."""
        author, task_id = self._floor.session.author, self._draft.task_id
        self._write(partial(task_done, task_id=task_id, outcome=TaskOutcome(outcome), author=author))

    @Slot()
    def drop(self) -> None:
        author = self._floor.session.author
        self._write(partial(task_dropped, task_id=self._draft.task_id, author=author))

    def _write(self, work: "Callable[[Writer], Receipt]") -> None:
        self._saved.write(self._unfinished.saving(work))

    def _plan(self, what: str) -> "Plan":
        from clienteling.tasks.use_cases import Plan

        draft = self._draft
        return Plan(
            kind=draft.kind,
            what=what,
            customer_id=self._whom.customer_id or None,
            product_id=draft.product_id or None,
            variant_id=draft.variant_id or None,
            due_on=date.fromisoformat(draft.due_on) if draft.due_on else None,
            associate_id=draft.associate_id or None,
        )

    def _take(self, found: "tuple[Draft, str] | None") -> None:
        if found is None or found[0].task_id != self._asked or self._floor.session.who is None:
            return
        draft, customer_id = found
        self._begin(Filled(draft, customer_id))
        self._unfinished.begin_at(draft.task_id, customer_id)
        self.shown.emit()

    def _begin(self, leaf: Filled) -> None:
        self._first = leaf
        self._fill(leaf)

    def _fill(self, leaf: Filled) -> None:
        self._draft = leaf.draft
        self._whom.begin(leaf.customer_id)
        self._show()

    @Slot()
    def _put_by(self) -> None:
        """Words are kept until it is saved, and what was chosen with them."""
        from clienteling.notes.unfinished import packed

        what, customer_id = self._draft.what.strip(), self._whom.customer_id
        worded = what not in ("", self._first.draft.what)
        said = packed(Filled(self._draft, customer_id)) if worded else ""
        self._unfinished.tell(said, customer_id)

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        left = unpacked(said, Filled)
        if left is None:
            self._unfinished.type("")
        elif self.fresh:
            self._fill(replace(left, draft=_with_product_of(self._draft, left.draft)))
        else:
            self._fill(replace(self._first, draft=replace(self._draft, what=left.draft.what)))

    def _show(self) -> None:
        self._choosing.show_days(self._draft.due_on)
        self._choosing.show_people()
        self.changed.emit()
        self.ready.emit()

    def _change(self, **values: object) -> None:
        self._draft = replace(self._draft, **values)  # type: ignore[arg-type]
        self._put_by()
        self.changed.emit()

    def _today(self) -> date:
        return self._floor.language.wording.day_of(self._floor.now())


def _with_product_of(fresh: Draft, left: Draft) -> Draft:
    """What is in hand by now is what it is about."""
    if not fresh.product_id:
        return left
    return replace(left, product_id=fresh.product_id, variant_id=fresh.variant_id, product=fresh.product)


def read_draft(
    conn: "sa.Connection", *, task_id: str, today: date, wording: "Wording"
) -> "tuple[Draft, str] | None":
    """The task as it stands, and about whom it is."""
    from clienteling.tasks.queries import one

    task = one(conn, task_id, today)
    return (_draft(task, today, wording), task.customer_id) if task is not None else None


def _draft(task: "TaskView", today: date, wording: "Wording") -> Draft:
    from clienteling.tasks import words

    return Draft(
        task_id=task.id,
        title=words.title(task, wording),
        why=words.reason(task, today, wording),
        kind=task.kind,
        what=task.what,
        due_on=task.due_on or "",
        associate_id=task.associate_id,
        by_rule=bool(task.rule),
        product_id=task.product_id or "",
        variant_id=task.variant_id or "",
        product=" ".join(filter(None, (task.product_name, task.size))),
    )
