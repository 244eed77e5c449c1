"""The one object that Main.qml is given; every other view model hangs from it."""

from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.preferences import Preferences
from clienteling.tablet.session import Session
from clienteling.tablet.toasts import Toasts

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Root(QObject):
    @QEnum
    class Stage(Enum):
        Opening = 0
        Unusable = 1
        Pairing = 2
        SignIn = 3
        Shop = 4

    stage_changed = Signal()

    def __init__(
        self, preferences: Preferences, session: Session, toasts: Toasts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._session = session
        self._toasts = toasts
        self._stage = Root.Stage.Opening
        self._shop: QObject | None = None

    @Property(int, notify=stage_changed)
    def stage(self) -> int:
        return self._stage.value

    @Property(Preferences, constant=True)
    def preferences(self) -> Preferences:
        return self._preferences

    @Property(Session, constant=True)
    def session(self) -> Session:
        return self._session

    @Property(Toasts, constant=True)
    def toasts(self) -> Toasts:
        return self._toasts

    @Property(QObject, notify=stage_changed)
    def shop(self) -> QObject | None:
        """A `Shop`, once the replica is open; made after the first frame."""
        return self._shop

    def enter(self, stage: "Root.Stage", shop: QObject | None = None) -> None:
        self._stage = stage
        self._shop = shop or self._shop
        self.stage_changed.emit()
