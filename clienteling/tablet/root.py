"""The one object that Main.qml is given; every other view model hangs from it."""

from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.closed.closed_view_model import ClosedViewModel
from clienteling.tablet.opening.opening_view_model import OpeningViewModel
from clienteling.tablet.pairing.pairing_view_model import PairingViewModel
from clienteling.tablet.practice.practice_view_model import PracticeViewModel
from clienteling.tablet.preferences import Preferences
from clienteling.tablet.scan.scanner import Scanner

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Root(QObject):
    @QEnum
    class Stage(Enum):
        Opening = 0
        Pairing = 1
        SignIn = 2
        Shop = 3
        Closed = 4
        Practice = 5

    stage_changed = Signal()
    shop_changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        *,
        opening: OpeningViewModel,
        pairing: PairingViewModel,
        closed: ClosedViewModel,
        scanner: Scanner,
        practice: PracticeViewModel,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._opening = opening
        self._pairing = pairing
        self._closed = closed
        self._scanner = scanner
        self._practice = practice
        self._stage = Root.Stage.Opening
        self._shop: QObject | None = None
        self._former: QObject | None = None

    @Property(int, notify=stage_changed)
    def stage(self) -> int:
        return self._stage.value

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        return self._preferences

    @Property(OpeningViewModel, constant=True)
    def opening(self) -> OpeningViewModel:
        return self._opening

    @Property(PairingViewModel, constant=True)
    def pairing(self) -> PairingViewModel:
        return self._pairing

    @Property(ClosedViewModel, constant=True)
    def closed(self) -> ClosedViewModel:
        return self._closed

    @Property(Scanner, constant=True)
    def scanner(self) -> Scanner:
        return self._scanner

    @Property(PracticeViewModel, constant=True)
    def practice(self) -> PracticeViewModel:
        return self._practice

    @Property(QObject, notify=shop_changed)
    def shop(self) -> QObject | None:
        """A `Shop`, once the replica is open: made after the first frame, for it imports much."""
        return self._shop

    def open_shop(self, shop: QObject | None) -> None:
        """The former one stays until its pages are gone: they still look at it while they close."""
        self._former, self._shop = self._shop, shop
        self.shop_changed.emit()

    def enter(self, stage: "Root.Stage") -> None:
        if stage is not self._stage:
            self._stage = stage
            self.stage_changed.emit()
