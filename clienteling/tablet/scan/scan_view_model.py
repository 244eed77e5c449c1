"""What the scan that came last meant in this shop, for the page to act on or to explain."""

from base64 import b64encode
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.layouts import CALIBRATION_TEXT, Calibration
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    Calibrated,
    CardShared,
    CardUnknown,
    CodeExpired,
    CodeForged,
    CodeUnreadable,
    ContactRead,
    CustomerNotHere,
    NothingRead,
    ProductUnknown,
    ScanResult,
    TextRead,
    WebAddressRead,
    WifiRead,
)
from clienteling.tablet.asked import Answer
from clienteling.tablet.floor import Floor
from clienteling.tablet.scan.scanner import Scanner

if TYPE_CHECKING:
    import sqlalchemy as sa

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
        case Calibrated(calibration):
            return _agreement(calibration)
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


def _agreement(calibration: Calibration) -> str:
    """`agree`, `caps_lock`, the tablet's Layout, or nothing when it is none that is known."""
    if calibration.agree:
        return "agree"
    if calibration.caps_lock:
        return "caps_lock"
    return calibration.tablet.value if calibration.tablet else ""


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
        self.answer = Answer.COMING
        """The hub's, about a customer who is not here."""
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
        if isinstance(self._result, CustomerNotHere):
            return self.answer.value
        return detail_of(self._result)

    @Property(str, constant=True)
    def calibration_picture(self) -> str:
        """The address of the code by which a scanner shows how it types."""
        from clienteling.codes.drawing import Medium, as_svg, draw

        picture = as_svg(draw(CALIBRATION_TEXT, Medium.PHONE)).encode()
        return "data:image/svg+xml;base64," + b64encode(picture).decode()

    def hub_answered(self, answer: Answer) -> None:
        self.answer = answer
        self.changed.emit()

    @Slot()
    def dismiss(self) -> None:
        self._show(NothingRead())

    def _on_scanned(self, text: str, symbology: str) -> None:
        if not self._floor.session.open:
            return  # a locked tablet opens nobody's card
        now = self._floor.now()

        def look_up(conn: "sa.Connection") -> ScanResult:
            from clienteling.scan.resolve import resolve

            return resolve(conn, text, now, Symbology(symbology))

        self._floor.read(look_up, self._tell)

    def _tell(self, result: ScanResult) -> None:
        self._show(result)
        self.resolved.emit(result)

    def _show(self, result: ScanResult) -> None:
        self._result = result
        self.answer = Answer.COMING
        self.changed.emit()
