"""The shop floor: one view model per place, made when the replica is open."""

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.floor import Floor
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.session import Session
from clienteling.tablet.toasts import Toasts

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Shop(QObject):
    def __init__(self, floor: Floor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor

    @Property(Navigation, constant=True)
    def navigation(self) -> Navigation:
        return self._floor.navigation

    @Property(Session, constant=True)
    def session(self) -> Session:
        return self._floor.session

    @Property(Toasts, constant=True)
    def toasts(self) -> Toasts:
        return self._floor.toasts
