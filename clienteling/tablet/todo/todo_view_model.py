"""The to-do page: what the shop has to do and what was done, everybody's or one's own."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.writing import promise_kept
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.rows import Reader, TodoRow, count_late, done_rows, open_rows, read_todo
from clienteling.tablet.todo.task_view_model import TaskViewModel
from clienteling.tablet.todo.writing import opened_again, task_done
from clienteling.tasks.values import TaskOutcome

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from clienteling.tasks.todo import Duty, Todo
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("task", "promise", "customer", "consent", "product", "associate")


@QmlElement
@QmlUncreatable("made by the app")
class TodoViewModel(QObject):
    changed = Signal()
    late_changed = Signal()

    def __init__(
        self, floor: "Floor", saved: SavedViewModel, task: TaskViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._saved = saved
        self._task = task
        self._mine = False
        self._done = False
        self._late = 0
        self._todo: Todo | None = None
        self._rows: Rows[TodoRow] = Rows(TodoRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.navigation.place_changed.connect(self.reload)
        floor.session.changed.connect(self._on_session)

    @Property(SavedViewModel, constant=True)
    def saved(self) -> SavedViewModel:
        return self._saved

    @Property(TaskViewModel, constant=True)
    def task(self) -> TaskViewModel:
        return self._task

    @Property(Rows, constant=True)
    def rows(self) -> Rows:
        return self._rows

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return self._todo is None

    @Property(bool, notify=changed)
    def mine(self) -> bool:
        return self._mine

    @Property(bool, notify=changed)
    def done(self) -> bool:
        """Whether the rows are those that were done lately."""
        return self._done

    @Property(int, notify=changed)
    def overdue(self) -> int:
        return 0 if self._done else sum(row.overdue for row in self._rows.rows)

    @Property(int, notify=late_changed)
    def late(self) -> int:
        """How much of the shop is overdue, whichever page is shown."""
        return self._late

    @Property(int, notify=changed)
    def today(self) -> int:
        if self._todo is None or self._done:
            return 0
        day = self._reader().today.isoformat()
        return sum(duty.due_on == day for duty in self._chosen())

    @Slot(bool)
    def show_mine(self, mine: bool) -> None:
        self._mine = mine
        self._derive()

    @Slot(bool)
    def show_done(self, done: bool) -> None:
        self._done = done
        self._derive()

    @Slot(str)
    def open(self, key: str) -> None:
        """Her card says why; where it is about nobody, the task itself does."""
        row = self._rows.find(key)
        if row is not None and row.customer_id:
            self._floor.navigation.open_customer(row.customer_id, Why.LIST)

    @Slot(str)
    def finish(self, key: str) -> None:
        """Done, with one tap; of what was done already, that it was not."""
        row = self._rows.find(key)
        if row is None:
            return
        author = self._floor.session.author
        if row.done:
            self._saved.write(
                partial(opened_again, collection=row.collection, record_id=row.record_id, author=author)
            )
        elif row.collection == "task":
            done = partial(task_done, task_id=row.record_id, outcome=TaskOutcome.NONE, author=author)
            self._saved.write(done)
        else:
            self._saved.write(partial(promise_kept, promise_id=row.record_id, author=author))

    @Slot()
    def reload(self) -> None:
        shown = self._floor.navigation.place == Navigation.Place.Todo.value
        if not shown or self._floor.session.who is None:
            return
        query = partial(
            read_todo,
            store_id=self._floor.session.author.store_id,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, self._take)

    def _take(self, todo: "Todo") -> None:
        self._todo = todo
        self._derive()

    def _derive(self) -> None:
        """The last answer may come when nobody is signed in any more."""
        if self._floor.session.who is None:
            return
        rows = done_rows if self._done else open_rows
        self._rows.replace(rows(self._chosen(), self._reader()))
        self.changed.emit()

    def _chosen(self) -> "tuple[Duty, ...]":
        from clienteling.tasks.todo import mine

        if self._todo is None or self._floor.session.who is None:
            return ()
        duties = self._todo.done if self._done else self._todo.open
        return mine(duties, self._floor.session.author.associate_id) if self._mine else duties

    def _reader(self) -> Reader:
        wording = self._floor.language.wording
        return Reader(wording.day_of(self._floor.now()), wording)

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()
        if changes.touches("task", "promise", "consent"):
            self._count()

    def _count(self) -> None:
        if self._floor.session.who is not None:
            query = partial(
                count_late,
                store_id=self._floor.session.author.store_id,
                now=self._floor.now(),
                wording=self._floor.language.wording,
            )
            self._floor.read(query, self._counted)

    def _counted(self, late: int) -> None:
        if late != self._late:
            self._late = late
            self.late_changed.emit()

    @Slot()
    def _on_session(self) -> None:
        """Whoever takes the tablet over begins with everybody's."""
        self._mine = self._done = False
        self._todo = None
        self._rows.replace(())
        self.changed.emit()
        self.reload()
        self._count()
