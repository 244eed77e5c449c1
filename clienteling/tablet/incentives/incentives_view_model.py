"""What the shop's contacts led to, month by month, and what its schemes make of it."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.privacy.values import Why
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.incentives import keeping, lines, scheme_lines
from clienteling.tablet.incentives.lines import Copy, Page
from clienteling.tablet.incentives.looking import Look, seen
from clienteling.tablet.incentives.parting_view_model import PartingViewModel
from clienteling.tablet.incentives.terms_view_model import TermsViewModel
from clienteling.tablet.keeper import Keeper
from clienteling.tablet.once import Once
from clienteling.tablet.rows import Rows
from clienteling.tablet.shop_key import key_of
from clienteling.tablet.team.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clienteling.attribution.closing import Month
    from clienteling.attribution.values import Influenced
    from clienteling.basis.values import Asker
    from clienteling.wording import Wording
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST_SALES = 12
_SHOWN = (
    "interaction",
    "event",
    "promise",
    "associate",
    "attribution_rule",
    "sale_split",
    "incentive_scheme",
    "incentive_statement",
    "legal_basis",
)


@QmlElement
@QmlUncreatable("made by the app")
class IncentivesViewModel(QObject):
    changed = Signal()

    def __init__(
        self,
        floor: Floor,
        sections: Sections,
        shop: ChosenShop,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._once = Once(floor)
        self._sections = sections
        self._shop = shop
        self.keeper = Keeper(floor)
        self._month: date | None = None
        """None: this one, whatever month that is by now."""
        self._page = Page(date.min)
        self._all_sales = False
        self._due_of = ""
        self._figures = Rows(lines.FigureRow, self)
        self._sales = Rows(lines.SaleRow, self)
        self._schemes = Rows(scheme_lines.SchemeRow, self)
        self._due = Rows(scheme_lines.DueRow, self)
        self._parting = PartingViewModel(floor, shop, self._found, self)
        self._terms = TermsViewModel(floor, shop, lambda: self._page, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.session.changed.connect(self._on_session)
        sections.turned.connect(self.reload)
        shop.turned.connect(self._on_shop)

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(Rows, constant=True)
    def sales(self) -> Rows:
        return self._sales

    @Property(Rows, constant=True)
    def schemes(self) -> Rows:
        return self._schemes

    @Property(Rows, constant=True)
    def due(self) -> Rows:
        """What each gets of the scheme `due_of`, after it was asked for."""
        return self._due

    @Property(PartingViewModel, constant=True)
    def parting(self) -> PartingViewModel:
        return self._parting

    @Property(TermsViewModel, constant=True)
    def terms(self) -> TermsViewModel:
        return self._terms

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._page.heading

    @Property(bool, notify=changed)
    def too_few(self) -> bool:
        return self._page.too_few

    @Property(str, notify=changed)
    def rule_words(self) -> str:
        return self._page.rule_words

    @Property(int, notify=changed)
    def window_days(self) -> int:
        return self._page.rule.window_days if self._page.rule else 0

    @Property(str, notify=changed)
    def priority(self) -> str:
        return self._page.rule.priority.value if self._page.rule else ""

    @Property(bool, notify=changed)
    def till(self) -> bool:
        return self._page.rule is not None and self._page.rule.till

    @Property(int, notify=changed)
    def sale_count(self) -> int:
        """All of them; `sales` holds the newest until `show_all`."""
        return len(self._page.sales)

    @Property(str, notify=changed)
    def due_of(self) -> str:
        return self._due_of

    @Property(str, notify=changed)
    def to_close(self) -> str:
        """The first scheme whose month waits for it: what the page leads the eye to."""
        return next((row.key for row in self._page.schemes if row.may_close), "")

    @Property(str, notify=changed)
    def waiting(self) -> str:
        """What says that another month is over and not closed; empty where none is."""
        return self._page.waiting_words[0]

    @Property(str, notify=changed)
    def waiting_note(self) -> str:
        return self._page.waiting_words[1]

    @Property(bool, notify=changed)
    def is_this_month(self) -> bool:
        return self.month == self._this_month

    @property
    def month(self) -> date:
        return self._month or self._this_month

    @Slot(int)
    def move(self, months: int) -> None:
        """To the month before or after; never beyond this one."""
        from clienteling.attribution.schemes import month_before, next_month

        self._turn_to(month_before(self.month) if months < 0 else next_month(self.month))

    def _turn_to(self, to: date) -> None:
        self._month = None if to >= self._this_month else to
        self._all_sales, self._due_of = False, ""
        self._due.replace(())
        self.reload()

    @Slot()
    def show_all(self) -> None:
        self._all_sales = True
        self._show(self._page)

    @Slot(str)
    def open_customer(self, key: str) -> None:
        sale = self._page.found.get(key)
        if sale is not None:
            self._floor.navigation.open_customer(sale.customer_id, Why.LIST)

    @Slot(int, str, bool)
    def lay_down(self, window_days: int, priority: str, till: bool) -> None:
        """The rule, from today on."""
        from clienteling.attribution import use_cases
        from clienteling.attribution.values import Priority

        author, today = self._shop.author, self._today
        self._floor.write(
            lambda writer: use_cases.lay_down(
                writer, window_days, Priority(priority), till=till, from_on=today, author=author
            ),
            lambda _: self._toast(QCoreApplication.translate("Incentives", "Counts so from today on")),
        )

    @Slot()
    def to_waiting(self) -> None:
        """To the oldest month that nobody closed."""
        if self._page.waiting:
            self._turn_to(self._page.waiting[0])

    @Slot(str)
    def close_month(self, key: str) -> None:
        """With the figures as they stand on this page."""
        from clienteling.attribution import use_cases

        month = self._page.months.get(key)
        if month is None or month.closed is not None or not month.over:
            return
        author, here = self._shop.author, self._asker.store_id

        def close(writer: "Writer") -> str:
            if self._seen(writer, month) is None:
                return ""
            key = key_of(writer.connection, author.store_id, here)
            return use_cases.close(writer, month.statement, author=author, key=key)

        self._once.write(close, self._closed)

    @Slot(str)
    def open_again(self, key: str) -> None:
        """A closed month that does not open here: it is worked out from what is recorded, and waits again."""
        from clienteling.attribution import use_cases

        closed, author = self._page.closed.get(key), self._shop.author
        if closed is not None:
            said = QCoreApplication.translate("Incentives", "The month is open again: close it anew")
            self._once.write(
                lambda writer: use_cases.open_again(writer, closed, author=author),
                lambda _: self._toast(said),
            )

    @Slot(str)
    def show_due(self, key: str) -> None:
        """What each gets, under a legal basis only; that it was looked at is written down first."""
        month, wording = self._page.months.get(key), self._wording
        if month is None:
            return

        def look(writer: "Writer") -> "list[scheme_lines.DueRow] | None":
            names = self._seen(writer, month)
            return None if names is None else scheme_lines.due_rows(month, names, wording)

        self._floor.write(look, partial(self._show_due, key))

    @Slot(str)
    def print_month(self, key: str) -> None:
        self._keep_file(key, "pdf")

    @Slot(str)
    def export_month(self, key: str) -> None:
        self._keep_file(key, "csv")

    @Slot()
    def reload(self) -> None:
        if not self._sections.shows(Sections.Section.Incentives):
            return
        query = partial(
            lines.read,
            store_id=self._shop.store_id,
            month=self.month,
            today=self._today,
            now=self._floor.now(),
            asker=self._asker,
            wording=self._wording,
        )
        self._floor.read(query, self._show)

    @property
    def _wording(self) -> "Wording":
        return self._floor.language.wording

    @property
    def _today(self) -> date:
        return self._wording.day_of(self._floor.now())

    @property
    def _this_month(self) -> date:
        return self._today.replace(day=1)

    @property
    def _asker(self) -> "Asker":
        from clienteling.basis.values import Asker

        who = self._floor.session.who
        if who is None:
            raise LookupError("nobody is signed in")
        return Asker(who.associate.id, who.associate.role, who.store_id, who.shops)

    def _seen(self, writer: "Writer", month: "Month") -> "Mapping[str, str] | None":
        look = Look(self._asker, self._today, self._floor.device)
        return seen(writer, month, look)

    def _found(self, key: str) -> "Influenced | None":
        return self._page.found.get(key)

    def _toast(self, said: str, undo: "Callable[[], None] | None" = None) -> None:
        self._floor.toasts.show(said, undo)

    def _keep_file(self, key: str, kind: str) -> None:
        month, wording, shop = self._page.months.get(key), self._wording, self._shop.name
        now = self._floor.now()
        if month is None:
            return

        def keep(names: "Mapping[str, str] | None") -> None:
            if names is None:
                self._not_allowed()
                return
            copy = Copy(month, names, shop, now, wording)
            self.keeper.keep(lambda folder: keeping.write(folder, kind, copy))

        self._floor.write(lambda writer: self._seen(writer, month), keep)

    def _not_allowed(self) -> None:
        self._toast(
            QCoreApplication.translate(
                "Incentives", "Figures per person need a legal basis for every day of a month that is over"
            )
        )

    def _closed(self, statement_id: str) -> None:
        from clienteling.attribution import use_cases

        if not statement_id:
            self._not_allowed()
            return
        author = self._shop.author

        def open_again() -> None:
            self._floor.write(lambda writer: use_cases.open_again(writer, statement_id, author=author))

        self._toast(QCoreApplication.translate("Incentives", "The month is closed"), open_again)

    def _show_due(self, key: str, rows: "list[scheme_lines.DueRow] | None") -> None:
        if rows is None:
            self._not_allowed()
            return
        self._due_of = key
        self._due.replace(rows)
        self.changed.emit()

    def _show(self, page: Page) -> None:
        self._page = page
        self._figures.replace(page.figures)
        self._sales.replace(page.sales if self._all_sales else page.sales[:MOST_SALES])
        self._schemes.replace(page.schemes)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self.reload()

    @Slot()
    def _on_session(self) -> None:
        """What one person was allowed to see is gone with her."""
        self._month, self._due_of, self._all_sales = None, "", False
        self._due.replace(())
        self._show(Page(date.min))

    @Slot()
    def _on_shop(self) -> None:
        self._on_session()
        self.reload()
