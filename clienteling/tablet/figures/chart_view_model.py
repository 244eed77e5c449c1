"""The chart of the figure that is looked at, and the bar that is read on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QPointF, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.figures.chart import Chart

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

NO_BAR = -1
MIDDLE = 0.5


@QmlElement
@QmlUncreatable("made by the page of the figures")
class ChartViewModel(QObject):
    changed = Signal()
    redrawn = Signal()
    """There are other bars, or more or fewer marks."""
    read_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        from clienteling.tablet.figures.chart import SlotRow, TickRow

        super().__init__(parent)
        self._chart: Chart | None = None
        self._read = NO_BAR
        self._slots = Rows(SlotRow, self)
        self._ticks = Rows(TickRow, self)

    def show(self, chart: "Chart") -> None:
        before, self._chart = self._chart, chart
        self._slots.overwrite(chart.slots)
        self._ticks.overwrite(chart.ticks)
        self.changed.emit()
        if before is not None and (before.bars, before.befores) != (chart.bars, chart.befores):
            self.redrawn.emit()
        self._look_at(NO_BAR)

    @Property(Rows, constant=True)
    def slots(self) -> Rows:
        return self._slots

    @Property(Rows, constant=True)
    def ticks(self) -> Rows:
        return self._ticks

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._chart.name if self._chart else ""

    @Property(str, notify=changed)
    def value(self) -> str:
        return self._chart.value if self._chart else ""

    @Property(str, notify=changed)
    def target(self) -> str:
        return self._chart.target if self._chart else ""

    @Property(str, notify=changed)
    def change(self) -> str:
        return self._chart.change if self._chart else ""

    @Property(str, notify=changed)
    def formula(self) -> str:
        return self._chart.formula if self._chart else ""

    @Property(str, notify=changed)
    def legend_before(self) -> str:
        return self._chart.legend_before if self._chart else ""

    @Property("QStringList", notify=changed)
    def labels(self) -> list[str]:
        """One for each bar, all different: Qt Graphs drops what it has already."""
        return [row.key for row in self._slots.rows]

    @Property(str, notify=changed)
    def widest_label(self) -> str:
        return max((row.label for row in self._slots.rows), key=len, default="")

    @Property(str, notify=changed)
    def widest_tick(self) -> str:
        return max((row.label for row in self._ticks.rows), key=len, default="")

    @Property("QVariantList", notify=changed)
    def bars(self) -> list[float]:
        return list(self._chart.bars) if self._chart else []

    @Property("QVariantList", notify=changed)
    def marks(self) -> list[QPointF]:
        """What was before, in the middle of each bar."""
        found = self._chart.befores.items() if self._chart else ()
        return [QPointF(place + MIDDLE, value) for place, value in found]

    @Property(bool, notify=changed)
    def has_goal(self) -> bool:
        return self._chart is not None and self._chart.goal is not None

    @Property(float, notify=changed)
    def goal(self) -> float:
        return self._chart.goal or 0.0 if self._chart else 0.0

    @Property(float, notify=changed)
    def top(self) -> float:
        return self._chart.top if self._chart else 1.0

    @Property(int, notify=read_changed)
    def read(self) -> int:
        """The bar that is read; -1 for none."""
        return self._read

    @Property(str, notify=read_changed)
    def reading(self) -> str:
        """The bar in words, for who does not see it."""
        return f"{self.read_name}, {self.read_value}" if self._read != NO_BAR else ""

    @Property(str, notify=read_changed)
    def read_name(self) -> str:
        return self._slots.rows[self._read].name if self._read != NO_BAR else ""

    @Property(str, notify=read_changed)
    def read_value(self) -> str:
        return self._slots.rows[self._read].value if self._read != NO_BAR else ""

    @Property(str, notify=read_changed)
    def read_before(self) -> str:
        return self._slots.rows[self._read].before if self._read != NO_BAR else ""

    @Slot(int)
    def read_bar(self, place: int) -> None:
        self._look_at(place if 0 <= place < self._slots.count else NO_BAR)

    @Slot(int)
    def read_beside(self, by: int) -> None:
        """From the last bar where none is read yet."""
        last = self._slots.count - 1
        here = last + 1 if self._read == NO_BAR and by < 0 else self._read
        self._look_at(max(min(here + by, last), min(0, last)))

    def _look_at(self, place: int) -> None:
        if place != self._read:
            self._read = place
            self.read_changed.emit()
