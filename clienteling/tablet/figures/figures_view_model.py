"""The shop's figures: over a day, a week, a month or from one day to another, of this shop or of several."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.kpi.values import Kpi
from clienteling.tablet.figures.asking import EVERY_SHOP, SHOWN, ShopRow, asker, scopes
from clienteling.tablet.figures.chart_view_model import ChartViewModel
from clienteling.tablet.figures.days_view_model import DaysViewModel
from clienteling.tablet.figures.spans import Kind, Span, moved, span_of, up_to
from clienteling.tablet.figures.target_view_model import TargetViewModel
from clienteling.tablet.floor import Floor
from clienteling.tablet.keeper import Keeper
from clienteling.tablet.link import OUTBOX, Link
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.kpi.queries import Here
    from clienteling.tablet.figures.reading import Read
    from clienteling.tablet.figures.together import Shop
    from clienteling.wording import Wording
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class FiguresViewModel(QObject):
    changed = Signal()
    chosen_changed = Signal()

    def __init__(self, floor: Floor, link: Link, parent: QObject | None = None) -> None:
        from clienteling.tablet.figures.breakdown import PartRow
        from clienteling.tablet.figures.lines import FigureRow, Matter
        from clienteling.tablet.figures.side_by_side import ShopBar

        super().__init__(parent)
        self._floor, self._link = floor, link
        self.keeper = Keeper(floor)
        self._span: Span | None = None
        """None: this week, whichever it is by now."""
        self._shop: str | None = None
        """None: the one where the tablet is."""
        self._shops: list[Shop] = []
        self._read: Read | None = None
        self._kpi = Kpi.IDENTIFIED
        self._matter = Matter()
        self._stale = True
        self._figures = Rows(FigureRow, self)
        self._parts = Rows(PartRow, self)
        self._side_by_side = Rows(ShopBar, self)
        self._scope = Rows(ShopRow, self)
        self._chart = ChartViewModel(self)
        self._target = TargetViewModel(floor, self)
        self._days = DaysViewModel(floor.language, self)
        self._days.chosen.connect(self._go)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._read_again)
        floor.session.changed.connect(self._on_session)
        floor.navigation.place_changed.connect(self._on_place)
        link.changed.connect(self.changed)
        self._on_place()

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(Rows, constant=True)
    def parts(self) -> Rows:
        """What the figure that is looked at is made of."""
        return self._parts

    @Property(Rows, constant=True)
    def side_by_side(self) -> Rows:
        """The figure that is looked at, of each of the shops; none where one is shown."""
        return self._side_by_side

    @Property(Rows, constant=True)
    def scope(self) -> Rows:
        """The shops to choose from; none for who answers for one."""
        return self._scope

    @Property(ChartViewModel, constant=True)
    def chart(self) -> ChartViewModel:
        return self._chart

    @Property(TargetViewModel, constant=True)
    def target(self) -> TargetViewModel:
        return self._target

    @Property(DaysViewModel, constant=True)
    def days(self) -> DaysViewModel:
        return self._days

    @Property(str, notify=changed)
    def heading(self) -> str:
        from clienteling.tablet.figures import saying

        return saying.heading(self._read.span, self._today, self._wording) if self._read else ""

    @Property(str, notify=changed)
    def whose(self) -> str:
        if self._read is None:
            return ""
        if self._read.several:
            return QCoreApplication.translate("Figures", "All shops together")
        return next(iter(self._read.shops), "")

    @Property(str, notify=changed)
    def left_out(self) -> str:
        """Which shops are not in it, as too few work there."""
        from clienteling.tablet.figures import saying

        return saying.left_out(self._read.left_out, self._wording) if self._read else ""

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self.span.kind.value

    @Property(str, notify=changed)
    def shop(self) -> str:
        return self._store_id if self._shop is None else self._shop

    @Property(bool, notify=changed)
    def reaches_today(self) -> bool:
        return self.span.until >= self._today

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        return self._read is not None and self._read.empty

    @Property(bool, notify=changed)
    def too_few(self) -> bool:
        """So few work in that shop that its figures would be about single people."""
        return self._read is not None and self._read.too_few

    @Property(str, notify=changed)
    def as_of(self) -> str:
        """When the hub was heard last; empty while it is there."""
        live = self._link.standing in (Link.Standing.Live.value, Link.Standing.Working.value)
        return "" if live else self._link.completed

    @Property(str, notify=chosen_changed)
    def chosen(self) -> str:
        """The `Kpi` that is looked at."""
        return self._kpi.value

    @Property(str, notify=changed)
    def matter(self) -> str:
        return self._matter.words

    @Property(str, notify=changed)
    def matter_note(self) -> str:
        return self._matter.note

    @Property(str, notify=changed)
    def matter_key(self) -> str:
        """The figure it is about; empty where nothing is behind."""
        return self._matter.key

    @Property(bool, notify=changed)
    def may_set(self) -> bool:
        """A target is one shop's."""
        return self._floor.session.manages and self._shop != EVERY_SHOP

    @property
    def span(self) -> Span:
        return self._span or span_of(Kind.WEEK, self._today)

    @Slot(int)
    def move(self, by: int) -> None:
        """Never beyond today."""
        there = moved(self.span, by)
        if there.since <= self._today:
            self._go(there)

    @Slot(str)
    def show_kind(self, kind: str) -> None:
        """The day, week or month of the last day that is looked at."""
        self._go(span_of(Kind(kind), up_to(self.span, self._today).until))

    @Slot()
    def this_week(self) -> None:
        self._go(span_of(Kind.WEEK, self._today))

    @Slot(str)
    def choose_shop(self, store_id: str) -> None:
        self._shop = store_id
        self.reload()

    @Slot(str)
    def choose(self, kpi: str) -> None:
        self._kpi = Kpi(kpi)
        self.chosen_changed.emit()
        self._draw()

    @Slot()
    def begin_days(self) -> None:
        self._days.begin(up_to(self.span, self._today), self._today)

    @Slot()
    def begin_target(self) -> None:
        self._target.begin(self._kpi, self.shop)

    @Slot()
    def print_page(self) -> None:
        """A PDF of this page, opened with what the device has for it."""
        self._keep_file("pdf")

    @Slot()
    def export(self) -> None:
        """All figures as a table that a spreadsheet opens."""
        self._keep_file("csv")

    @Slot()
    def reload(self) -> None:
        if self._floor.session.who is None:
            return
        from clienteling.basis.rules import leads
        from clienteling.tablet.figures import reading

        span, today, here, shop = self.span, self._today, self._here(), self.shop
        who = asker(self._floor.session.who)

        def query(conn: "sa.Connection") -> "tuple[list[Shop], Read]":
            every = [one for one in reading.shops(conn) if one.key == who.store_id or leads(who, one.key)]
            asked = [one for one in every if shop in (EVERY_SHOP, one.key)]
            return every, reading.read(conn, asker=who, shops=asked, span=span, today=today, here=here)

        self._floor.read(query, self._show)

    @property
    def _wording(self) -> "Wording":
        return self._floor.language.wording

    @property
    def _today(self) -> date:
        return self._wording.day_of(self._floor.now())

    @property
    def _store_id(self) -> str:
        return self._floor.session.author.store_id if self._floor.session.who else ""

    def _here(self) -> "Here":
        """What was recorded since the hub was heard last is counted on this tablet."""
        from clienteling.kpi.queries import Here

        heard = self._link.state.completed_at
        since = self._wording.day_of(heard) if heard else self._today
        return Here(
            store_id=self._store_id, time_zone=self._wording.time_zone, since=since, today=self._today
        )

    @Slot(object)
    def _go(self, span: Span) -> None:
        self._span = span
        self.reload()

    def _show(self, found: "tuple[list[Shop], Read]") -> None:
        from clienteling.tablet.figures.lines import figure_rows, matter

        self._shops, self._read = found
        self._matter = matter(self._read, self._wording)
        self._figures.replace(figure_rows(self._read, self._wording))
        self._scope.replace(scopes(self._floor.session.who, self._shops))
        self._draw()
        self.changed.emit()

    def _draw(self) -> None:
        from clienteling.tablet.figures.breakdown import part_rows
        from clienteling.tablet.figures.chart import chart
        from clienteling.tablet.figures.side_by_side import shop_bars

        if self._read is not None:
            self._chart.show(chart(self._read, self._kpi, self._wording))
            self._parts.replace(part_rows(self._read, self._kpi, self._wording))
            self._side_by_side.replace(shop_bars(self._read, self._kpi, self._wording))

    def _keep_file(self, kind: str) -> None:
        from clienteling.tablet.figures.keeping import Page, write

        if self._read is not None and not self._read.too_few:
            page = Page(self._read, self._kpi, self.whose, self._floor.now(), self._wording)
            self.keeper.keep(lambda folder: write(folder, kind, page))

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """While another page is shown, the figures are read when this one comes back."""
        if changes.touches(*SHOWN, OUTBOX):
            self._read_again()

    @Slot()
    def _on_session(self) -> None:
        """Whoever comes next sees nothing of what was somebody else's to see."""
        self._span = self._shop = self._read = None
        self.changed.emit()
        self._read_again()

    @Slot()
    def _read_again(self) -> None:
        self._stale = True
        self._on_place()

    @Slot()
    def _on_place(self) -> None:
        if self._stale and self._floor.navigation.place == Navigation.Place.Figures.value:
            self._stale = False
            self.reload()
