"""The calendar: a day or a week of the shop, and out of it as a file."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.calendar.appointment_view_model import AppointmentViewModel
from clienteling.tablet.calendar.export import CalendarExport
from clienteling.tablet.calendar.grid import WEEK, BlockRow, DayRow, Grid, first_day, read_grid
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class CalendarViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        floor: "Floor",
        saved: SavedViewModel,
        appointment: AppointmentViewModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._saved = saved
        self._appointment = appointment
        self._export = CalendarExport(floor)
        self._day: date | None = None
        self._week = False
        self._grid = Grid()
        self._days: Rows[DayRow] = Rows(DayRow, self)
        self._blocks: Rows[BlockRow] = Rows(BlockRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.navigation.place_changed.connect(self.reload)
        floor.session.changed.connect(self._on_session)

    @Property(SavedViewModel, constant=True)
    def saved(self) -> SavedViewModel:
        return self._saved

    @Property(AppointmentViewModel, constant=True)
    def appointment(self) -> AppointmentViewModel:
        return self._appointment

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._days

    @Property(Rows, constant=True)
    def blocks(self) -> Rows:
        return self._blocks

    @Property(bool, notify=changed)
    def loading(self) -> bool:
        return not self._grid.days

    @Property(bool, notify=changed)
    def week(self) -> bool:
        return self._week

    @Property(bool, notify=changed)
    def is_today(self) -> bool:
        """Whether today is among the days shown."""
        return any(day.is_today for day in self._grid.days)

    @Property(str, notify=changed)
    def heading(self) -> str:
        """`Sabato 28 novembre`, or the first and the last day of the week."""
        if not self._grid.days:
            return ""
        first, last = self._grid.days[0], self._grid.days[-1]
        if first is last:
            return first.full[:1].upper() + first.full[1:]
        ends = (date.fromisoformat(day.key) for day in (first, last))
        return self._floor.language.wording.days(*ends, self._today())

    @Property(int, notify=changed)
    def opens(self) -> int:
        """Minutes of the day, as `closes`: what the page goes from and to."""
        return self._grid.opens

    @Property(int, notify=changed)
    def closes(self) -> int:
        return self._grid.closes

    @Property(int, notify=changed)
    def now(self) -> int:
        """The minute of today; before the page begins where today is not shown."""
        return self._grid.now if self.is_today else -1

    @Slot(bool)
    def show_week(self, week: bool) -> None:
        self._week = week
        self.reload()

    @Slot(str)
    def show_day(self, day: str) -> None:
        self._day, self._week = date.fromisoformat(day), False
        self.reload()

    @Slot()
    def today(self) -> None:
        self._day = None
        self.reload()

    @Slot(int)
    def turn(self, pages: int) -> None:
        """A day or a week on, or back where it is negative."""
        self._day = self._shown() + timedelta(days=pages * (WEEK if self._week else 1))
        self.reload()

    @Slot()
    def begin(self) -> None:
        """A new appointment on the day that is shown; today, and of a week that has it, from now on."""
        if self.is_today or not self._grid.days:
            self._appointment.begin("")
        else:
            self._appointment.begin_on(date.fromisoformat(self._grid.days[0].key), self._grid.opens)

    @Slot()
    def export(self) -> None:
        """What is shown, as a file in the person's documents."""
        name = self._grid.days[0].key if self._grid.days else self._today().isoformat()
        self._export.write(name, self._grid.appointments)

    @Slot()
    def reload(self) -> None:
        shown = self._floor.navigation.place == Navigation.Place.Calendar.value
        if not shown or self._floor.session.who is None:
            return
        query = partial(
            read_grid,
            store_id=self._floor.session.author.store_id,
            first=first_day(self._shown(), week=self._week),
            count=WEEK if self._week else 1,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, self._take)

    def _take(self, grid: Grid) -> None:
        self._grid = grid
        self._days.replace(grid.days)
        self._blocks.replace(grid.blocks)
        self.changed.emit()

    def _shown(self) -> date:
        return self._day or self._today()

    def _today(self) -> date:
        return self._floor.language.wording.day_of(self._floor.now())

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("appointment", "customer", "associate", "store"):
            self.reload()

    @Slot()
    def _on_session(self) -> None:
        """Whoever takes the tablet over begins with today."""
        self._day, self._week = None, False
        self._take(Grid())
        self.reload()
