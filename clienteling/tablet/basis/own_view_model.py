"""My figures: what I recorded, what incentives come to for me, and who of the others looked at it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.basis import reading
from clienteling.tablet.basis.asking import asker, choices
from clienteling.tablet.basis.own_shares import Reader, ShareRow, shares
from clienteling.tablet.basis.reading import BasisRow, LookRow, Own
from clienteling.tablet.floor import Floor
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.review.lines import FigureRow
from clienteling.tablet.rows import Rows
from clienteling.tablet.todo.choices import Choice

if TYPE_CHECKING:
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = (
    "interaction",
    "promise",
    "event",
    "figure_look",
    "legal_basis",
    "attribution_rule",
    "incentive_scheme",
    "incentive_statement",
    "sale_split",
)
_FIRST = "this_week"


@QmlElement
@QmlUncreatable("made by the app")
class OwnFiguresViewModel(QObject):
    changed = Signal()

    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._period = _FIRST
        self._stale = True
        self._periods = Rows(Choice, self)
        self._figures = Rows(FigureRow, self)
        self._shares = Rows(ShareRow, self)
        self._looks = Rows(LookRow, self)
        self._bases = Rows(BasisRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._read_again)
        floor.session.changed.connect(self._on_session)
        floor.navigation.place_changed.connect(self._on_place)
        self._on_place()

    @Property(Rows, constant=True)
    def periods(self) -> Rows:
        return self._periods

    @Property(Rows, constant=True)
    def figures(self) -> Rows:
        return self._figures

    @Property(Rows, constant=True)
    def shares(self) -> Rows:
        """What the shop's schemes come to for me, this month and the one before."""
        return self._shares

    @Property(Rows, constant=True)
    def looks(self) -> Rows:
        """Of others, the newest first."""
        return self._looks

    @Property(Rows, constant=True)
    def bases(self) -> Rows:
        """Under which others may look."""
        return self._bases

    @Property(str, notify=changed)
    def period(self) -> str:
        return self._period

    @Slot(str)
    def choose(self, period: str) -> None:
        self._period = period
        self.reload()

    @Slot()
    def reload(self) -> None:
        if self._floor.session.who is None:
            return
        from clienteling.basis.periods import Period

        wording, now = self._floor.language.wording, self._floor.now()
        self._periods.replace(choices(Period, wording))
        query = partial(
            reading.own,
            asker=asker(self._floor.session),
            period=Period(self._period),
            today=wording.day_of(now),
            now=now,
            wording=wording,
        )
        self._floor.read(query, self._show)
        reader = Reader(asker(self._floor.session), wording.day_of(now), now, wording)
        self._floor.read(partial(shares, reader=reader), self._shares.replace)

    def _show(self, own: Own) -> None:
        self._figures.replace(own.figures)
        self._looks.replace(own.looks)
        self._bases.replace(own.bases)
        self.changed.emit()

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches(*_SHOWN):
            self._read_again()

    @Slot()
    def _on_session(self) -> None:
        """Whoever comes next is somebody else: nothing of her figures stays."""
        self._period = _FIRST
        self._show(Own())
        self._shares.replace(())
        self._read_again()

    @Slot()
    def _read_again(self) -> None:
        self._stale = True
        self._on_place()

    @Slot()
    def _on_place(self) -> None:
        """Each time the page comes into sight: its days are counted from today."""
        here = self._floor.navigation.place == Navigation.Place.Person.value
        if here and self._stale:
            self.reload()
        self._stale = not here
