"""Why this tablet shows nothing: too long without the hub, no longer trusted, or emptied by the hub."""

from enum import StrEnum

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.tablet.link import Link
from sync.device.states import Kind, Reason, State

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


class Why(StrEnum):
    NONE = ""
    LEASE = "lease"
    REVOKED = "revoked"
    WIPED = "wiped"


def why(state: State) -> Why:
    match state:
        case State(kind=Kind.LOCKED):
            return Why.LEASE
        case State(kind=Kind.REFUSED, reason=Reason.REVOKED):
            return Why.REVOKED
        case State(kind=Kind.WIPED):
            return Why.WIPED
        case _:
            return Why.NONE


@QmlElement
@QmlUncreatable("made by the app")
class ClosedViewModel(QObject):
    changed = Signal()
    nudged = Signal()
    """Look for the hub now."""
    pair_again = Signal()

    def __init__(self, link: Link, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._why = Why.NONE
        link.changed.connect(self.changed)

    @property
    def reason(self) -> Why:
        return self._why

    @Property(str, notify=changed)
    def why(self) -> str:
        """A `Why`."""
        return self._why.value

    @Property(str, notify=changed)
    def hub_name(self) -> str:
        return self._link.hub_name

    @Property(str, notify=changed)
    def met(self) -> str:
        """When this tablet last had everything from the hub, in words; empty when it is not known."""
        return self._link.completed

    @Property(int, notify=changed)
    def unsent(self) -> int:
        """Records on this tablet that the hub has not taken."""
        return self._link.saved_here + self._link.to_decide

    def close(self, reason: Why) -> None:
        if reason is not self._why:
            self._why = reason
            self.changed.emit()

    @Slot()
    def look_for_hub(self) -> None:
        self.nudged.emit()

    @Slot()
    def begin_pairing(self) -> None:
        self.pair_again.emit()
