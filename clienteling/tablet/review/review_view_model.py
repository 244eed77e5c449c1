"""The manager's page of the day: read from top to bottom, marked as read, printed, and answered."""

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.basis.asking import asker
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.figures.days_view_model import DaysViewModel
from clienteling.tablet.figures.spans import Kind, Span
from clienteling.tablet.floor import Floor
from clienteling.tablet.home.visitors import VisitorRow
from clienteling.tablet.keeper import Keeper
from clienteling.tablet.link import OUTBOX
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.once import Once
from clienteling.tablet.review import lines
from clienteling.tablet.review.behind_view_model import BehindViewModel
from clienteling.tablet.review.keeping import Page, write
from clienteling.tablet.review.lines import DayRows
from clienteling.tablet.review.tell_view_model import TellViewModel
from clienteling.tablet.rows import Rows
from clienteling.tablet.shop_key import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import sqlalchemy as sa

    from clienteling.wording import Wording
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = (
    "interaction",
    "promise",
    "task",
    "appointment",
    "customer",
    "product",
    "stock_level",
    "day_review",
    "tablet_standing",
)


@QmlElement
@QmlUncreatable("made by the app")
class ReviewViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._once = Once(floor)
        self.keeper = Keeper(floor)
        self._day: date | None = None
        """None: today, whatever day that is by now."""
        self._rows = DayRows()
        self._everybody = False
        self._stale = True
        self._figures = Rows(lines.FigureRow, self)
        self._decisions = Rows(lines.DecisionRow, self)
        self._hours = Rows(lines.HourRow, self)
        self._visitors = Rows(VisitorRow, self)
        self._lost = Rows(lines.LostRow, self)
        self._wanted = Rows(lines.WantedRow, self)
        self._ahead = Rows(lines.AheadRow, self)
        self._tablets = Rows(lines.TabletRow, self)
        self._week = Rows(lines.WeekRow, self)
        self._shop = ChosenShop(floor, self._is_shown, _never, self)
        self._behind = BehindViewModel(floor, self._shop, lambda: self._rows, self)
        self._tell = TellViewModel(floor, self._shop, self)
        self._days = DaysViewModel(floor.language, self)
        self._days.chosen.connect(self._on_days)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._read_again)
        floor.session.changed.connect(self._on_session)
        floor.navigation.place_changed.connect(self._on_place)
        floor.navigation.place_changed.connect(self._shop.reload)
        self._shop.turned.connect(self._on_shop)
        self._on_place()
        self._shop.reload()

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(Rows, constant=True)
    def decisions(self) -> Rows:
        return self._decisions

    @Property(Rows, constant=True)
    def hours(self) -> Rows:
        return self._hours

    @Property(Rows, constant=True)
    def visitors(self) -> Rows:
        return self._visitors

    @Property(Rows, constant=True)
    def lost(self) -> Rows:
        return self._lost

    @Property(Rows, constant=True)
    def wanted(self) -> Rows:
        return self._wanted

    @Property(Rows, constant=True)
    def ahead(self) -> Rows:
        return self._ahead

    @Property(Rows, constant=True)
    def tablets(self) -> Rows:
        """Those of the shop, and what each still owes."""
        return self._tablets

    @Property(Rows, constant=True)
    def week(self) -> Rows:
        return self._week

    @Property(BehindViewModel, constant=True)
    def behind(self) -> BehindViewModel:
        return self._behind

    @Property(TellViewModel, constant=True)
    def tell(self) -> TellViewModel:
        return self._tell

    @Property(DaysViewModel, constant=True)
    def days(self) -> DaysViewModel:
        """Any of them, by a touch in its month."""
        return self._days

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._rows.heading

    @Property(bool, notify=changed)
    def too_few(self) -> bool:
        """So few work here that the day's sums would be about one of them: there are none."""
        return self._rows.too_few

    @Property(bool, notify=changed)
    def closed(self) -> bool:
        """The shop is, on that day of the week."""
        return self._rows.closed

    @Property(ChosenShop, constant=True)
    def shop(self) -> ChosenShop:
        return self._shop

    @Property(str, notify=changed)
    def shop_name(self) -> str:
        return self._shop.name

    @Property(int, notify=changed)
    def lost_count(self) -> int:
        return sum(row.times for row in self._rows.lost)

    @Property(int, notify=changed)
    def recognised(self) -> int:
        return sum(row.recognised for row in self._rows.hours)

    @Property(int, notify=changed)
    def decision_count(self) -> int:
        """All of them; `decisions` holds the first."""
        return len(self._rows.decisions)

    @Property(int, notify=changed)
    def visitor_count(self) -> int:
        """All of them; `visitors` holds the last who came, until `show_everybody`."""
        return len(self._rows.visitors)

    @Property(str, notify=changed)
    def reviewed(self) -> str:
        return self._rows.reviewed

    @Property(str, notify=changed)
    def changed_since(self) -> str:
        return self._rows.changed

    @Property(bool, notify=changed)
    def unopened(self) -> bool:
        """What has changed since it was read cannot be told here."""
        return self._rows.unopened

    @Property(bool, notify=changed)
    def may_mark(self) -> bool:
        """It was not read, is not as it was, or nobody can tell any more and it may be sealed anew."""
        rows = self._rows
        again = bool(rows.changed) or (rows.unopened and rows.may_seal)
        return self.may_review and (not rows.reviewed or again)

    @Property(str, notify=changed)
    def changed_days(self) -> str:
        """What came late to days before that were read already; empty where nothing did."""
        return self._rows.changed_days

    @Property(str, notify=changed)
    def changed_day(self) -> str:
        """The newest of them."""
        return self._rows.changed_day

    @Property(str, notify=changed)
    def ahead_until(self) -> str:
        return self._rows.ahead_until

    @Property(bool, notify=changed)
    def is_today(self) -> bool:
        return self.day == self._today

    @Property(bool, notify=changed)
    def may_review(self) -> bool:
        """It is the manager who answers for the day."""
        return self._floor.session.manages

    @property
    def day(self) -> date:
        return self._day or self._today

    @Slot(int)
    def move(self, days: int) -> None:
        """To a day before or after; never beyond today."""
        self._go(min(self.day + timedelta(days=days), self._today))

    @Slot(str)
    def choose(self, day: str) -> None:
        """ISO 8601; a day that has not come yet is not gone to."""
        self._go(min(date.fromisoformat(day), self._today))

    @Slot()
    def today(self) -> None:
        self._go(self._today)

    @Slot()
    def begin_days(self) -> None:
        self._days.begin(Span(Kind.RANGE, self.day, self.day), self._today)

    @Slot(str)
    def open_customer(self, customer_id: str) -> None:
        if customer_id:
            self._floor.navigation.open_customer(customer_id, Why.LIST)

    @Slot(str, result=bool)
    def open_tablet(self, key: str) -> bool:
        """What this one owes stands in its ledger; of another `behind` says more, where this returns True."""
        if key == self._floor.device:
            self._floor.navigation.go(Navigation.Place.Ledger.value)
            return False
        self._behind.tablet(key)
        return True

    @Slot()
    def all_decisions(self) -> None:
        self._floor.navigation.go(Navigation.Place.Todo.value)

    @Slot()
    def show_everybody(self) -> None:
        self._everybody = True
        self._show(self._rows)

    @Slot()
    def mark(self) -> None:
        """As read, with the figures as they stand on this page."""
        from clienteling.review import use_cases

        seen = self._rows.day
        if seen is None or not self.may_review:
            return
        author, here = self._shop.author, asker(self._floor.session).store_id

        def mark(writer: "Writer") -> str:
            key = key_of(writer.connection, author.store_id, here)
            return use_cases.mark(writer, seen.day, seen.figures, author=author, key=key)

        self._once.write(mark, self._marked)

    @Slot(str)
    def hand_on(self, decision: str) -> None:
        """What is said next is about that; about nothing of the page where it is empty."""
        self._tell.begin(next((one for one in self._rows.decisions if one.key == decision), None))

    @Slot()
    def print_page(self) -> None:
        """A PDF of this page, opened with what the device has for it."""
        self._keep_file("pdf")

    @Slot()
    def export(self) -> None:
        """The figures as a table that a spreadsheet opens."""
        self._keep_file("csv")

    @Slot()
    def reload(self) -> None:
        if self._floor.session.who is None:
            return
        query: Callable[[sa.Connection], DayRows] = partial(
            lines.read,
            asker=asker(self._floor.session),
            store_id=self._shop.store_id,
            day=self.day,
            now=self._floor.now(),
            today=self._today,
            device=self._floor.device if self._shop.is_own else "",
            wording=self._wording,
        )
        self._floor.read(query, partial(self._read_of, self._shop.store_id))
        self._floor.read(partial(lines.team, store_id=self._shop.store_id), self._tell.team.replace)

    @property
    def _wording(self) -> "Wording":
        return self._floor.language.wording

    @property
    def _today(self) -> date:
        return self._wording.day_of(self._floor.now())

    def _go(self, day: date) -> None:
        self._everybody = False
        self._day = None if day == self._today else day
        self.reload()

    @Slot(object)
    def _on_days(self, span: Span) -> None:
        self._go(min(span.since, self._today))

    def _keep_file(self, kind: str) -> None:
        page = Page(self._rows, self._shop.name, self._floor.now(), self._wording)
        self.keeper.keep(lambda folder: write(folder, kind, page))

    def _marked(self, review_id: str) -> None:
        from clienteling.review import use_cases

        author = self._shop.author

        def take_back() -> None:
            self._floor.write(lambda writer: use_cases.take_back(writer, review_id, author=author))

        self._floor.toasts.show(QCoreApplication.translate("Review", "Marked as read"), take_back)

    def _read_of(self, store_id: str, rows: DayRows) -> None:
        """Unless another shop was chosen in the meantime."""
        if store_id == self._shop.store_id:
            self._show(rows)

    def _show(self, rows: DayRows) -> None:
        another = rows.heading != self._rows.heading
        self._rows = rows
        seen = rows.visitors if self._everybody else rows.visitors[: lines.MOST_VISITORS]
        parts: Sequence[tuple[Rows, Sequence]] = (
            (self._figures, rows.figures),
            (self._decisions, rows.decisions[: lines.MOST_DECISIONS]),
            (self._hours, rows.hours),
            (self._visitors, seen),
            (self._lost, rows.lost),
            (self._wanted, rows.wanted),
            (self._ahead, rows.ahead),
            (self._tablets, rows.tablets),
            (self._week, rows.week),
        )
        for shown, read in parts:
            (shown.overwrite if another else shown.replace)(read)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """While another page is shown, the day is read when this one comes back."""
        if changes.touches(*_SHOWN, OUTBOX):
            self._read_again()

    @Slot()
    def _on_session(self) -> None:
        self._day = None
        self._read_again()

    @Slot()
    def _on_shop(self) -> None:
        """Nothing of the other shop's stays while this one's is read."""
        self._everybody = False
        self._show(DayRows())
        self._read_again()

    def _is_shown(self) -> bool:
        here = self._floor.navigation.place == Navigation.Place.Day.value
        return here and self._floor.session.manages

    @Slot()
    def _read_again(self) -> None:
        self._stale = True
        self._on_place()

    @Slot()
    def _on_place(self) -> None:
        if self._stale and self._floor.navigation.place == Navigation.Place.Day.value:
            self._stale = False
            self.reload()


def _never() -> bool:
    return False
