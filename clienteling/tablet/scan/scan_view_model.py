"""What the scan that came last meant in this shop, for the page to act on or to explain."""

from base64 import b64encode
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.scan.layouts import CALIBRATION_TEXT, Calibration
from clienteling.scan.pace import Seen, keeps_pace
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import (
    Calibrated,
    CardShared,
    CardUnknown,
    CodeExpired,
    CodeForged,
    CodeStale,
    CodeUnreadable,
    ContactRead,
    CustomerFound,
    CustomerNotHere,
    FoundBy,
    NothingRead,
    ProductUnknown,
    ScanResult,
    TextRead,
    WebAddressRead,
    WifiRead,
)
from clienteling.tablet.asked import Answer
from clienteling.tablet.floor import Floor
from clienteling.tablet.rows import Rows
from clienteling.tablet.scan.choices import ChoiceRow, choice_rows, openings_of
from clienteling.tablet.scan.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Sequence

    import sqlalchemy as sa

    from clienteling.scan.several import Scan
    from clienteling.tablet.scan.decode import Found
    from clienteling.wording import Wording

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


def detail_of(result: ScanResult) -> str:  # noqa: PLR0911 - one answer for each kind of detail
    """What the words for its kind need beside them: a number, a name, an ISO date, or why."""
    match result:
        case CodeExpired(expired_on=day):
            return day.isoformat()
        case CodeForged(doubt=reason) | CodeUnreadable(flaw=reason):
            return reason.value
        case CodeStale(age_s=age_s):
            return str(round(age_s / 60))
        case ContactRead(name, phone, email):
            return name or phone or email
        case Calibrated(calibration):
            return _agreement(calibration)
        case (
            CardUnknown(number=text)
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
    """`agree`, `caps_lock`, `kept` where it is put right from now on, the tablet's Layout, or nothing."""
    if calibration.agree:
        return "agree"
    if calibration.caps_lock:
        return "caps_lock"
    if calibration.repair:
        return "kept"
    return calibration.tablet.value if calibration.tablet else ""


@dataclass(frozen=True)
class Meant:
    result: ScanResult
    choices: tuple[ChoiceRow, ...] = ()


def read_scan(conn: "sa.Connection", *, scans: "Sequence[Scan]", now: int, wording: "Wording") -> Meant:
    from clienteling.scan.several import resolve_all

    result = resolve_all(conn, scans, now)
    return Meant(result, tuple(choice_rows(conn, result, wording)))


@QmlElement
@QmlUncreatable("made by the app")
class ScanViewModel(QObject):
    """Resolves every scan against the replica; `resolved` carries the typed result."""

    resolved = Signal(object)
    """ScanResult"""
    changed = Signal()
    whose_asked = Signal(object)
    """CardUnknown: somebody is to say whose it is."""
    provisional_asked = Signal(str)
    """A card is wanted for this customer before the hub has sent hers."""
    calibrated = Signal(object)
    """Calibration: how the scanner types into this tablet."""

    def __init__(self, floor: Floor, scanner: Scanner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._scanner = scanner
        self._result: ScanResult = NothingRead()
        self._turned: Seen | None = None
        """The code that turns which was of another time, last."""
        self._choices: Rows[ChoiceRow] = Rows(ChoiceRow, self)
        self.answer = Answer.COMING
        """The hub's, about a customer who is not here."""
        scanner.scanned.connect(self._on_scanned)
        scanner.several_scanned.connect(self._on_several)

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

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        """Where the scan may mean several things: of these one is chosen."""
        return self._choices

    @Slot(str)
    def choose(self, key: str) -> None:
        openings = openings_of(self._result)
        if key.isdigit() and int(key) < len(openings):
            self._tell(Meant(openings[int(key)]))

    @Slot()
    def ask_whose(self) -> None:
        if isinstance(self._result, CardUnknown):
            self.whose_asked.emit(self._result)

    @Slot()
    def open_for_now(self) -> None:
        if isinstance(self._result, CustomerNotHere):
            self.provisional_asked.emit(self._result.customer_id)

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
        self._show(Meant(NothingRead()))

    @Slot(str, str)
    def _on_scanned(self, text: str, symbology: str) -> None:
        self._look_up(((text, Symbology(symbology)),))

    @Slot(object)
    def _on_several(self, codes: "Sequence[Found]") -> None:
        self._look_up(tuple((code.text, code.symbology) for code in codes))

    def _look_up(self, scans: "Sequence[Scan]") -> None:
        if not self._serves:
            return
        query = partial(read_scan, scans=scans, now=self._floor.now(), wording=self._floor.language.wording)
        self._floor.read(query, self._found)

    @property
    def _serves(self) -> bool:
        """A locked tablet opens nobody's card, nor does one that a customer holds."""
        return self._floor.session.open and not self._floor.session.turned

    def _found(self, meant: Meant) -> None:
        if self._serves:  # it may have changed hands meanwhile
            self._tell(meant)

    def _tell(self, meant: Meant) -> None:
        meant = self._on_time(meant)
        self._show(meant)
        if isinstance(meant.result, Calibrated):
            self.calibrated.emit(meant.result.calibration)
        self.resolved.emit(meant.result)

    def _on_time(self, meant: Meant) -> Meant:
        """A phone's clock may be wrong: where its codes turn as time goes, it is her phone and no picture."""
        if not isinstance(meant.result, CodeStale):
            return meant
        before, self._turned = self._turned, Seen(meant.result, self._floor.now())
        if not keeps_pace(before, self._turned):
            return meant
        return Meant(CustomerFound(meant.result.customer_id, FoundBy.CODE))

    def _show(self, meant: Meant) -> None:
        self._result = meant.result
        self._choices.replace(meant.choices)
        self.answer = Answer.COMING
        self.changed.emit()
