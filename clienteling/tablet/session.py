"""Who holds the tablet."""

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.staff.values import Associate, Author

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SignedIn:
    associate: Associate
    store_id: str
    store_name: str
    shops: frozenset[str] = frozenset()
    """Those that she answers for."""
    everywhere: bool = False
    """She answers for the whole chain, so also for what is for all shops."""


class NobodySignedIn(LookupError):
    """Somebody was needed and had gone."""

    def __init__(self) -> None:
        super().__init__("nobody is signed in")


@QmlElement
@QmlUncreatable("made by the app")
class Session(QObject):
    changed = Signal()
    turned_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._who: SignedIn | None = None
        self._turned = False

    @property
    def who(self) -> SignedIn | None:
        return self._who

    @property
    def author(self) -> Author:
        """Who signs what is recorded; asked for only while somebody is signed in."""
        if self._who is None:
            raise NobodySignedIn
        return Author(self._who.associate.id, self._who.store_id)

    @property
    def turned(self) -> bool:
        """A customer holds the tablet: nothing but what she was handed may be reached."""
        return self._turned

    def turn(self, *, to_her: bool) -> None:
        if to_her != self._turned:
            self._turned = to_her
            self.turned_changed.emit()

    @Property(bool, notify=changed)
    def open(self) -> bool:
        return self._who is not None

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._who.associate.full_name if self._who else ""

    @Property(str, notify=changed)
    def initials(self) -> str:
        return self._who.associate.initials if self._who else ""

    @Property(str, notify=changed)
    def role(self) -> str:
        return self._who.associate.role.value if self._who else ""

    @Property(bool, notify=changed)
    def manages(self) -> bool:
        """Whether the places of those who answer for a shop are hers."""
        return self._who is not None and self._who.associate.manages

    @Property(str, notify=changed)
    def store_name(self) -> str:
        return self._who.store_name if self._who else ""

    def begin(self, who: SignedIn) -> None:
        self._who = who
        self.changed.emit()

    @Slot()
    def lock(self) -> None:
        if self._who is not None:
            self._who = None
            self.turn(to_her=False)
            self.changed.emit()
