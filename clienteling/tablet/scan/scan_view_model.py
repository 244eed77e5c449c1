"""What the scan that came last meant in this shop, for the page to act on or to explain."""

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.resolve import resolve
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    CardShared,
    CardUnknown,
    CodeExpired,
    CodeForged,
    CodeUnreadable,
    ContactRead,
    NothingRead,
    ProductUnknown,
    ScanResult,
    TextRead,
    WebAddressRead,
    WifiRead,
)
from clienteling.tablet.floor import Floor
from clienteling.tablet.scan.scanner import Scanner

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


def detail_of(result: ScanResult) -> str:
    """What the words for its kind need beside them: a number, a name, an ISO date, or why."""
    match result:
        case CodeExpired(expired_on=day):
            return day.isoformat()
        case CodeForged(doubt=reason) | CodeUnreadable(flaw=reason):
            return reason.value
        case ContactRead(name, phone, email):
            return name or phone or email
        case (
            CardUnknown(text)
            | CardShared(number=text)
            | ProductUnknown(text)
            | WebAddressRead(text)
            | WifiRead(text)
            | TextRead(text)
        ):
            return text
        case _:
            return ""


@QmlElement
@QmlUncreatable("made by the app")
class ScanViewModel(QObject):
    """Resolves every scan against the replica; `resolved` carries the typed result."""

    resolved = Signal(object)
    """ScanResult"""
    changed = Signal()

    def __init__(self, floor: Floor, scanner: Scanner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._scanner = scanner
        self._result: ScanResult = NothingRead()
        scanner.scanned.connect(self._on_scanned)

    @Property(Scanner, constant=True)
    def scanner(self) -> Scanner:
        return self._scanner

    @Property(str, notify=changed)
    def kind(self) -> str:
        """A ScanKind: `nothing` until something was scanned."""
        return self._result.kind.value

    @Property(str, notify=changed)
    def detail(self) -> str:
        return detail_of(self._result)

    @Slot()
    def dismiss(self) -> None:
        self._show(NothingRead())

    def _on_scanned(self, text: str, symbology: str) -> None:
        floor = self._floor
        floor.read(lambda conn: resolve(conn, text, floor.now(), Symbology(symbology)), self._tell)

    def _tell(self, result: ScanResult) -> None:
        self._show(result)
        self.resolved.emit(result)

    def _show(self, result: ScanResult) -> None:
        self._result = result
        self.changed.emit()
