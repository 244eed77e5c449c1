"""Which section of the team's page is shown, and when a section is to read itself."""

from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.navigation import Navigation
from clienteling.tablet.session import Session

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class Sections(QObject):
    """One is shown at a time. Whoever adds one adds its name here and its line in TeamPage.qml."""

    @QEnum
    class Section(Enum):
        Staff = 0
        HandOver = 1
        HandOut = 2
        Basis = 3
        Incentives = 4

    turned = Signal()
    """Another section, or the page itself, came into sight or left it."""

    def __init__(self, navigation: Navigation, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._navigation = navigation
        self._session = session
        self._chosen = Sections.Section.Staff
        navigation.place_changed.connect(self.turned)
        session.changed.connect(self._on_session)

    @Property(int, notify=turned)
    def chosen(self) -> int:
        return self._chosen.value

    @Slot(int)
    def choose(self, section: int) -> None:
        self._chosen = Sections.Section(section)
        self.turned.emit()

    def shows(self, section: "Sections.Section") -> bool:
        """Whether a manager looks at it just now."""
        here = self._navigation.place == Navigation.Place.Team.value
        return here and self._chosen is section and self._session.manages

    def any_shown(self) -> bool:
        return self.shows(self._chosen)

    def staff_shown(self) -> bool:
        return self.shows(Sections.Section.Staff)

    @Slot()
    def _on_session(self) -> None:
        self.choose(Sections.Section.Staff.value)
