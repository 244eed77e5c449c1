"""The section of the team's page on figures of one person: what allows them, and looking at them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.basis import reading
from clienteling.tablet.basis.asking import asker, choices
from clienteling.tablet.basis.basis_sheet_view_model import BasisSheetViewModel
from clienteling.tablet.basis.reading import BasisRow, Seen
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.review.lines import FigureRow
from clienteling.tablet.rows import Rows
from clienteling.tablet.team.sections import Sections
from clienteling.tablet.todo.choices import Choice

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.basis.values import Standing
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = ("associate", "legal_basis")
_FIRST = "last_month"


@QmlElement
@QmlUncreatable("made by the app")
class BasisViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: Floor, sections: Sections, shop: ChosenShop, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._sections = sections
        self._shop = shop
        self._sheet = BasisSheetViewModel(floor, shop, self)
        self._whom, self._period, self._said = "", _FIRST, ""
        self._read = False
        self._bases = Rows(BasisRow, self)
        self._people = Rows(Choice, self)
        self._periods = Rows(Choice, self)
        self._figures = Rows(FigureRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._on_turned)
        floor.session.changed.connect(self._on_session)
        sections.turned.connect(self._on_turned)
        shop.turned.connect(self._on_shop)

    @Property(BasisSheetViewModel, constant=True)
    def sheet(self) -> BasisSheetViewModel:
        return self._sheet

    @Property(Rows, constant=True)
    def bases(self) -> Rows:
        return self._bases

    @Property(Rows, constant=True)
    def people(self) -> Rows:
        return self._people

    @Property(Rows, constant=True)
    def periods(self) -> Rows:
        """None of them holds today."""
        return self._periods

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(str, notify=changed)
    def whom(self) -> str:
        return self._whom

    @Property(str, notify=changed)
    def period(self) -> str:
        return self._period

    @Property(str, notify=changed)
    def said(self) -> str:
        """On what ground they are shown, or why they are not; empty before anybody asked."""
        return self._said

    @Property(bool, notify=changed)
    def loaded(self) -> bool:
        return self._read

    @Slot(str)
    def choose_person(self, associate_id: str) -> None:
        self._forget()
        self._whom = associate_id
        self.changed.emit()

    @Slot(str)
    def choose_period(self, period: str) -> None:
        self._forget()
        self._period = period
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Asks for them; that it was done is written down with it."""
        from clienteling.basis.periods import Period
        from clienteling.basis.values import Person

        if not self._whom:
            return
        who, wording = asker(self._floor.session), self._floor.language.wording
        whom = Person(self._whom, self._shop.store_id)
        asked = partial(
            reading.look,
            asker=who,
            whom=whom,
            period=Period(self._period),
            today=wording.day_of(self._floor.now()),
            device=self._floor.device,
            wording=wording,
        )
        self._floor.write(asked, partial(self._show_seen, (self._whom, self._period)))

    @Slot()
    def reload(self) -> None:
        if not self._sections.shows(Sections.Section.Basis):
            return
        from clienteling.basis.periods import OVER

        wording, author = self._floor.language.wording, self._shop.author
        self._periods.replace(choices(OVER, wording))
        today = wording.day_of(self._floor.now())
        self._floor.read(
            partial(reading.bases, store_id=author.store_id, today=today, wording=wording), self._show
        )
        others = partial(_others, store_id=author.store_id, me=author.associate_id)
        self._floor.read(others, self._people.replace)

    def _show(self, found: "tuple[tuple[Standing, ...], tuple[BasisRow, ...]]") -> None:
        standing, rows = found
        self._sheet.know({one.basis.id: one.basis for one in standing})
        self._bases.replace(rows)
        self._read = True
        self.changed.emit()

    def _show_seen(self, asked: tuple[str, str], seen: Seen) -> None:
        """Unless something else was chosen in the meantime."""
        from clienteling.basis import words

        if asked == (self._whom, self._period):
            self._figures.replace(seen.figures)
            self._said = words.ground(seen.ground, self._floor.language.wording)
            self.changed.emit()

    def _forget(self) -> None:
        self._figures.replace(())
        self._said = ""

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        """What allowed the figures that are shown may have been taken back."""
        if changes.touches(*_SHOWN):
            self._on_turned()

    @Slot()
    def _on_turned(self) -> None:
        self._forget()
        self.changed.emit()
        self.reload()

    @Slot()
    def _on_shop(self) -> None:
        """Her people are others."""
        self._whom = ""
        self._on_turned()

    @Slot()
    def _on_session(self) -> None:
        self._whom, self._period = "", _FIRST
        self._on_turned()


def _others(conn: "sa.Connection", *, store_id: str, me: str) -> list[Choice]:
    from clienteling.staff.queries import associates

    return [Choice(one.id, one.full_name) for one in associates(conn, store_id) if one.id != me]
