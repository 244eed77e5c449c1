"""Choosing from one day to another: two touches in a month's days, or a range that is asked for often."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.kpi import periods
from clienteling.kpi.values import Step
from clienteling.tablet.figures.spans import Kind, Preset, Span, between, preset
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.language import Language

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class DayRow:
    key: str
    """ISO 8601."""
    number: int
    name: str
    ours: bool
    """Of the month that is shown, and not in the future."""
    inside: bool
    end: bool


@QmlElement
@QmlUncreatable("made by the page of the figures")
class DaysViewModel(QObject):
    changed = Signal()
    chosen = Signal(Span)

    def __init__(self, language: "Language", parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._today = date.min
        self._month = date.min
        self._since: date | None = None
        self._until: date | None = None
        self._days = Rows(DayRow, self)

    def begin(self, span: Span, today: date) -> None:
        self._today, self._month = today, span.until.replace(day=1)
        self._since, self._until = span.since, span.until
        self._tell()

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        return self._days

    @Property("QStringList", notify=changed)
    def weekdays(self) -> list[str]:
        monday = periods.begin(Step.WEEK, self._month)
        return [self._language.wording.weekday(monday + timedelta(days=n))[:2] for n in range(DAYS_OF_A_WEEK)]

    @Property(str, notify=changed)
    def month(self) -> str:
        said = self._language.wording.month(self._month)
        return said[:1].upper() + said[1:]

    @Property(str, notify=changed)
    def since(self) -> str:
        return self._language.wording.full_date(self._since) if self._since else ""

    @Property(str, notify=changed)
    def until(self) -> str:
        """Empty while only the first day was touched."""
        return self._language.wording.full_date(self._until) if self._until else ""

    @Property(bool, notify=changed)
    def can_go_on(self) -> bool:
        return periods.months_later(self._month, 1) <= self._today

    @Slot(int)
    def turn(self, months: int) -> None:
        self._month = periods.months_later(self._month, months)
        self._tell()

    @Slot(str)
    def touch(self, day: str) -> None:
        """The first touch begins anew, the second ends it, whichever is the earlier."""
        touched = date.fromisoformat(day)
        if self._until is not None or self._since is None:
            self._since, self._until = touched, None
        else:
            span = between(self._since, touched)
            self._since, self._until = span.since, span.until
        self._tell()

    @Slot(str)
    def take_preset(self, which: str) -> None:
        self.chosen.emit(preset(Preset(which), self._today))

    @Slot()
    def take(self) -> None:
        """One day alone is a range of one day."""
        if self._since is not None:
            self.chosen.emit(Span(Kind.RANGE, self._since, self._until or self._since))

    def _tell(self) -> None:
        first = periods.begin(Step.WEEK, self._month)
        last = periods.end(Step.WEEK, periods.end(Step.MONTH, self._month))
        self._days.replace([self._row(begins) for begins, _ in periods.stretches(first, last, Step.DAY)])
        self.changed.emit()

    def _row(self, day: date) -> DayRow:
        wording, until = self._language.wording, self._until or self._since
        return DayRow(
            key=day.isoformat(),
            number=day.day,
            name=wording.full_date(day),
            ours=day.month == self._month.month and day <= self._today,
            inside=self._since is not None and until is not None and self._since <= day <= until,
            end=day in (self._since, self._until),
        )
