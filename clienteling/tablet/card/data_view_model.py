"""Her data: put right, asked for, or forgotten; and who looked at her card."""

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.customers.corrections import birthday_typed
from clienteling.privacy.values import Access, Answer, Keep, PrivacyWish, Request
from clienteling.tablet.card.mistaken import Mistaken, entered_by_mistake, read_mistaken
from clienteling.tablet.card.putting_right import PuttingRight
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import wish_asked, wish_taken_back
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.wording import Wording
    from sync.changes import Changes

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST_ACCESSES = 30
CLOCKS = (Keep.PROFILING, Keep.MARKETING, Keep.ACCESS)


@dataclass(frozen=True)
class AccessRow:
    key: str
    who: str
    where: str
    when: str
    why: str
    """A `Why`."""


@dataclass(frozen=True)
class WishRow:
    key: str
    wish_key: str
    """A `PrivacyWish`."""
    answer: str
    """An `Answer`."""
    when: str
    open: bool


@dataclass(frozen=True)
class ClockRow:
    key: str
    """A `Keep`."""
    months: int


@dataclass(frozen=True)
class Read:
    accesses: tuple[AccessRow, ...] = ()
    wishes: tuple[WishRow, ...] = ()
    clocks: tuple[ClockRow, ...] = ()
    code: str = ""
    """Hers, where she was entered lately."""
    mistaken: Mistaken = field(default_factory=Mistaken)


def read_data(conn: "sa.Connection", customer_id: str, now: int, wording: "Wording") -> Read:
    from clienteling.newcomers.blanks import code_of
    from clienteling.privacy.keeping import months
    from clienteling.privacy.queries import accesses, requests

    return Read(
        accesses=tuple(
            access_row(place, one, now, wording)
            for place, one in enumerate(accesses(conn, customer_id, MOST_ACCESSES))
        ),
        wishes=tuple(wish_row(one, now, wording) for one in requests(conn, customer_id)),
        clocks=tuple(ClockRow(keep.value, months(conn, keep)) for keep in CLOCKS),
        code=code_of(conn, customer_id),
        mistaken=read_mistaken(conn, customer_id, wording.day_of(now)),
    )


def access_row(place: int, one: Access, now: int, wording: "Wording") -> AccessRow:
    return AccessRow(
        key=f"{one.at}/{place}",
        who=one.associate_name,
        where=one.store_name,
        when=wording.moment(one.at, now),
        why=one.why.value,
    )


def wish_row(one: Request, now: int, wording: "Wording") -> WishRow:
    return WishRow(
        key=one.id,
        wish_key=one.wish.value,
        answer=one.answer.value,
        when=wording.moment(one.at, now),
        open=one.answer is Answer.ASKED,
    )


@QmlElement
@QmlUncreatable("made by the app")
class DataViewModel(QObject):
    changed = Signal()
    code_asked = Signal(str, str, str)
    """Her id, her code and her name."""

    def __init__(
        self, floor: "Floor", card: "CardViewModel", saved: SavedViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._saved = saved
        self._right = PuttingRight(floor, self._known, self)
        self._right.resumed.connect(self.changed)
        self._asked = False
        self._code = ""
        self._mistaken = Mistaken()
        self._accesses: Rows[AccessRow] = Rows(AccessRow, self)
        self._wishes: Rows[WishRow] = Rows(WishRow, self)
        self._clocks: Rows[ClockRow] = Rows(ClockRow, self)
        card.customer_changed.connect(self._on_customer)
        card.shown.connect(self._on_card)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self._read)

    @Property(Rows, constant=True)
    def accesses(self) -> Rows:
        """Who opened her card, the newest first."""
        return self._accesses

    @Property(Rows, constant=True)
    def wishes(self) -> Rows:
        """What she asked for by law, the newest first."""
        return self._wishes

    @Property(Rows, constant=True)
    def clocks(self) -> Rows:
        """How many months what is kept; 0 for ever."""
        return self._clocks

    @Property(bool, notify=changed)
    def has_code(self) -> bool:
        """Her code can be shown once more."""
        return self._code != ""

    @Property(str, notify=changed)
    def mistaken(self) -> str:
        """Whether she may be taken back as entered by mistake, or is: a `Standing`."""
        return self._mistaken.standing.value

    @Property(str, notify=changed)
    def stays_because(self) -> str:
        """What the hub found to be hers, a `Hold`."""
        return self._mistaken.why

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """The field that cannot be kept as it was typed; empty when all can."""
        return self._right.wrong

    @Property(str, notify=changed)
    def given_name(self) -> str:
        return self._right.stands("given_name")

    @Property(str, notify=changed)
    def family_name(self) -> str:
        return self._right.stands("family_name")

    @Property(str, notify=changed)
    def email(self) -> str:
        return self._right.stands("email")

    @Property(str, notify=changed)
    def phone(self) -> str:
        return self._right.stands("phone")

    @Property(str, notify=changed)
    def birthday(self) -> str:
        return self._right.stands("birthday_on")

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """What was put right and not saved."""
        return self._right.unfinished

    @Slot()
    def ask(self) -> None:
        self._asked = True
        self._right.open(self._card.customer_id)
        self.changed.emit()
        self._read()

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """As it is typed."""
        self._right.type(field, text)

    @Slot()
    def begin_anew(self) -> None:
        """As it is known."""
        self._right.begin_anew()
        self.changed.emit()

    @Slot(str, str, str, str, str)
    def correct(self, given_name: str, family_name: str, email: str, phone: str, birthday: str) -> None:
        """What stands in the fields, all of them; only what differs is written."""
        said = (given_name, family_name, email, phone, birthday)
        self._right.save(said, lambda work: self._saved.write(work, self._right.not_written))
        self.changed.emit()

    @Slot()
    def show_code(self) -> None:
        name = f"{self.given_name} {self.family_name}".strip()
        self.code_asked.emit(self._card.customer_id, self._code, name)

    @Slot()
    def ask_file(self) -> None:
        self._wish(PrivacyWish.FILE)

    @Slot()
    def ask_erasure(self) -> None:
        self._wish(PrivacyWish.ERASURE)

    @Slot()
    def entered_by_mistake(self) -> None:
        author = self._floor.session.author
        self._saved.write(partial(entered_by_mistake, customer_id=self._card.customer_id, author=author))

    @Slot()
    def keep_her(self) -> None:
        """Not taken back after all."""
        self.take_back(self._mistaken.request_id)

    @Slot(str)
    def take_back(self, request_id: str) -> None:
        self._saved.write(partial(wish_taken_back, request_id=request_id))

    def _wish(self, wish: PrivacyWish) -> None:
        author = self._floor.session.author
        self._saved.write(partial(wish_asked, customer_id=self._card.customer_id, wish=wish, author=author))

    def _known(self, field: str) -> str:
        """As it is known, in the way people write it."""
        reading = self._card.reading
        if reading is None or reading.card is None:
            return ""
        known = getattr(reading.card.customer, field) or ""
        match field:
            case "phone":
                return self._floor.language.wording.phone(known) if known else ""
            case "birthday_on":
                return birthday_typed(known)
            case _:
                return known

    @Slot()
    def _read(self) -> None:
        customer_id = self._card.customer_id
        if self._asked and customer_id:
            now, wording = self._floor.now(), self._floor.language.wording
            query = partial(read_data, customer_id=customer_id, now=now, wording=wording)
            self._floor.read(query, partial(self._show, customer_id))

    def _show(self, customer_id: str, read: Read) -> None:
        if customer_id == self._card.customer_id:
            self._accesses.replace(read.accesses)
            self._wishes.replace(read.wishes)
            self._clocks.replace(read.clocks)
            self._code = read.code
            self._mistaken = read.mistaken
            self.changed.emit()

    @Slot()
    def _on_card(self) -> None:
        """What was saved is known by now; what is being typed stays."""
        self._right.written()
        self.changed.emit()

    @Slot()
    def _on_customer(self) -> None:
        self._asked = False
        self._right.forget()
        self._show(self._card.customer_id, Read())

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if changes.touches("access", "privacy_request", "retention_period"):
            self._read()
