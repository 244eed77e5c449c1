"""The shop floor: one view model per place, made when the replica is open.

What tells figures and what manages people is made when somebody first turns to it: it brings a good part of
the program with it, and most who hold a tablet never look at it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.layouts import Calibration
from clienteling.tablet.asked import AskHub
from clienteling.tablet.book.book_view_model import BookViewModel
from clienteling.tablet.calendar.calendar_view_model import CalendarViewModel
from clienteling.tablet.card.page_view_model import CardPageViewModel
from clienteling.tablet.conflicts.conflicts_view_model import ConflictsViewModel
from clienteling.tablet.counter import Counter
from clienteling.tablet.floor import Floor
from clienteling.tablet.home.home_view_model import HomeViewModel
from clienteling.tablet.ledger.ledger_view_model import LedgerViewModel
from clienteling.tablet.ledger.saving import Seal
from clienteling.tablet.link import Link
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.newcomer.newcomer_view_model import NewcomerViewModel
from clienteling.tablet.person.about_view_model import AboutViewModel
from clienteling.tablet.preferences import Preferences
from clienteling.tablet.scan.link_card_view_model import LinkCardViewModel
from clienteling.tablet.scan.scan_view_model import ScanViewModel
from clienteling.tablet.scan.scanner import Scanner
from clienteling.tablet.session import Session
from clienteling.tablet.sign_in.sign_in_view_model import SignInViewModel
from clienteling.tablet.sounds.hearing import Hearing
from clienteling.tablet.sounds.sounds import Sounds
from clienteling.tablet.toasts import Toasts
from clienteling.tablet.todo.todo_view_model import TodoViewModel
from clienteling.tablet.turned.turned_view_model import TurnedViewModel

if TYPE_CHECKING:
    from clienteling.tablet.basis.own_view_model import OwnFiguresViewModel
    from clienteling.tablet.figures.figures_view_model import FiguresViewModel
    from clienteling.tablet.review.review_view_model import ReviewViewModel
    from clienteling.tablet.team.team_view_model import TeamViewModel

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Shop(QObject):
    nudged = Signal()
    """Look for the hub now."""
    pair_again = Signal()
    practised = Signal()
    """Whoever holds the tablet would like to practise."""

    def __init__(
        self,
        floor: Floor,
        store_id: str,
        *,
        preferences: Preferences,
        link: Link,
        scanner: Scanner,
        ask_hub: AskHub,
        seal: Seal | None = None,
    ) -> None:
        super().__init__()
        self._floor = floor
        self._preferences = preferences
        self._link = link
        self._scanner = scanner
        self._scan = ScanViewModel(floor, scanner, self)
        self._counter = Counter(floor, self._scan, ask_hub, self)
        link.changed.connect(self._on_link)
        self._scan.calibrated.connect(self._keep_repair)
        self._sign_in = SignInViewModel(floor, store_id, self)
        self._ledger = LedgerViewModel(floor, seal, self)
        self._conflicts = ConflictsViewModel(floor, self)
        self._review: ReviewViewModel | None = None
        self._figures: FiguresViewModel | None = None
        self._team: TeamViewModel | None = None
        self._own_figures: OwnFiguresViewModel | None = None
        self._about = AboutViewModel(self)
        self._turned = TurnedViewModel(floor, self)
        self._newcomer = NewcomerViewModel(floor, self)
        self._newcomer.turn_asked.connect(self._turned.hand_to_newcomer)
        self._counter.page.her_data.code_asked.connect(self._newcomer.show_code)
        self._newcomer.spoken_to.connect(self._turned.speak)
        self._counter.page.known.turn_asked.connect(self._turned.show_what_is_known)
        self._counter.home.newcomer_asked.connect(self._newcomer.begin)
        self._counter.book.newcomer_asked.connect(self._newcomer.begin)
        sounds = Sounds(preferences, self)
        self._hearing = Hearing(self._scan, self._counter.page.record.saved, sounds.play, self)

    @Slot(object)
    def _keep_repair(self, calibration: Calibration) -> None:
        """Of the scanner that was tried last: one that agrees needs none."""
        if not calibration.caps_lock:
            repair = dict(calibration.repair)
            self._preferences.keep_scanner_repair(repair)
            self._scanner.put_right(repair)

    @Slot()
    def _on_link(self) -> None:
        if self._link.standing == Link.Standing.Live.value:
            self._counter.route.hub_answers()

    @Property(Navigation, constant=True)
    def navigation(self) -> Navigation:
        return self._floor.navigation

    @Property(Session, constant=True)
    def session(self) -> Session:
        return self._floor.session

    @Property(Toasts, constant=True)
    def toasts(self) -> Toasts:
        return self._floor.toasts

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        return self._preferences

    @Property(Link, constant=True)
    def link(self) -> Link:
        return self._link

    @Property(SignInViewModel, constant=True)
    def sign_in(self) -> SignInViewModel:
        return self._sign_in

    @Property(Scanner, constant=True)
    def scanner(self) -> Scanner:
        return self._scanner

    @Property(ScanViewModel, constant=True)
    def scan(self) -> ScanViewModel:
        return self._scan

    @Property(LinkCardViewModel, constant=True)
    def link_card(self) -> LinkCardViewModel:
        return self._counter.link_card

    @Property(HomeViewModel, constant=True)
    def home(self) -> HomeViewModel:
        return self._counter.home

    @Property(BookViewModel, constant=True)
    def book(self) -> BookViewModel:
        return self._counter.book

    @Property(CalendarViewModel, constant=True)
    def calendar(self) -> CalendarViewModel:
        return self._counter.calendar

    @Property(TodoViewModel, constant=True)
    def todo(self) -> TodoViewModel:
        return self._counter.todo

    @Property(CardPageViewModel, constant=True)
    def card(self) -> CardPageViewModel:
        return self._counter.page

    @Property(ConflictsViewModel, constant=True)
    def conflicts(self) -> ConflictsViewModel:
        return self._conflicts

    @Property(QObject, constant=True)
    def review(self) -> "ReviewViewModel":
        if self._review is None:
            from clienteling.tablet.review.review_view_model import ReviewViewModel

            self._review = ReviewViewModel(self._floor, self)
        return self._review

    @Property(QObject, constant=True)
    def figures(self) -> "FiguresViewModel":
        if self._figures is None:
            from clienteling.tablet.figures.figures_view_model import FiguresViewModel

            self._figures = FiguresViewModel(self._floor, self._link, self)
        return self._figures

    @Property(QObject, constant=True)
    def team(self) -> "TeamViewModel":
        if self._team is None:
            from clienteling.tablet.team.team_view_model import TeamViewModel

            self._team = TeamViewModel(self._floor, self)
        return self._team

    @Property(LedgerViewModel, constant=True)
    def ledger(self) -> LedgerViewModel:
        return self._ledger

    @Property(AboutViewModel, constant=True)
    def about(self) -> AboutViewModel:
        return self._about

    @Property(QObject, constant=True)
    def own_figures(self) -> "OwnFiguresViewModel":
        if self._own_figures is None:
            from clienteling.tablet.basis.own_view_model import OwnFiguresViewModel

            self._own_figures = OwnFiguresViewModel(self._floor, self)
        return self._own_figures

    @Property(NewcomerViewModel, constant=True)
    def newcomer(self) -> NewcomerViewModel:
        return self._newcomer

    @Property(TurnedViewModel, constant=True)
    def turned(self) -> TurnedViewModel:
        return self._turned

    @Slot()
    def look_for_hub(self) -> None:
        self.nudged.emit()

    @Slot()
    def practise(self) -> None:
        self.practised.emit()

    @Slot()
    def begin_pairing(self) -> None:
        self.pair_again.emit()
