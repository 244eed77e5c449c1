"""'Show her what we know': all of it in her language, to be put right and withdrawn there and then."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, QStandardPaths, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.consents.values import How, Purpose
from clienteling.customers.values import PreferenceKind
from clienteling.privacy.values import PrivacyWish
from clienteling.tablet.card.consent_view_model import PurposeRow
from clienteling.tablet.card.data_view_model import AccessRow, ClockRow, WishRow
from clienteling.tablet.card.putting_right import PuttingRight
from clienteling.tablet.card.who import FactRow
from clienteling.tablet.known import receipt
from clienteling.tablet.known.reading import ALL, ChannelRow, HappenedRow, Known, read_known
from clienteling.tablet.known.receipt import ChangeRow
from clienteling.tablet.known.words import Changed, said
from clienteling.tablet.record import writing
from clienteling.tablet.record.not_saved import NotSaved, why_not_saved
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Callable

    import sqlalchemy as sa

    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.changes import Changes
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


def language_of(conn: "sa.Connection", customer_id: str) -> str | None:
    from clienteling.customers.queries import customer_by_id

    her = customer_by_id(conn, customer_id)
    return her.language if her is not None else None


@QmlElement
@QmlUncreatable("made by the app")
class KnownViewModel(QObject):
    changed = Signal()
    read = Signal()
    """What is known stands in the rows."""
    turn_asked = Signal(str)
    """Hand her the tablet; her language."""

    def __init__(self, floor: "Floor", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._customer_id = ""
        self._known = Known()
        self._channel = ALL
        self._failure = NotSaved.NO
        self._right = PuttingRight(floor, self._known_of, self)
        self._right.resumed.connect(self.read)
        self._instead = UnfinishedViewModel(floor, "preference", self)
        self._asked = self._right_is = ""
        self._head = ""
        """Of her receipt, in her language like its lines, in whosever hands it is printed."""
        self._given_back = False
        """The tablet is back, and she changed something or left it half written."""
        self._facts: Rows[FactRow] = Rows(FactRow, self)
        self._purposes: Rows[PurposeRow] = Rows(PurposeRow, self)
        self._channels: Rows[ChannelRow] = Rows(ChannelRow, self)
        self._happened: Rows[HappenedRow] = Rows(HappenedRow, self)
        self._clocks: Rows[ClockRow] = Rows(ClockRow, self)
        self._accesses: Rows[AccessRow] = Rows(AccessRow, self)
        self._wishes: Rows[WishRow] = Rows(WishRow, self)
        self._changes: Rows[ChangeRow] = Rows(ChangeRow, self)
        floor.changes.changed.connect(self._on_changes)
        floor.language.switched.connect(self.reload)
        floor.session.changed.connect(self._on_session)
        floor.session.turned_changed.connect(self._on_turned)
        floor.navigation.customer_changed.connect(self._on_customer)

    @Property(bool, notify=changed)
    def here(self) -> bool:
        return self._known.here

    @Property(bool, notify=changed)
    def erased(self) -> bool:
        """She was forgotten while she looked."""
        return self._known.erased

    @Property(str, notify=changed)
    def given_name(self) -> str:
        return self._known.you.given_name

    @Property(str, notify=changed)
    def family_name(self) -> str:
        return self._known.you.family_name

    @Property(str, notify=changed)
    def email(self) -> str:
        return self._known.you.email

    @Property(str, notify=changed)
    def phone(self) -> str:
        return self._known.you.phone

    @Property(str, notify=changed)
    def birthday(self) -> str:
        return self._known.you.birthday

    @Property(str, notify=changed)
    def card_number(self) -> str:
        return self._known.you.card_number

    @Property(str, notify=changed)
    def since(self) -> str:
        return self._known.you.since

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        return self._facts

    @Property(Rows, constant=True)
    def purposes(self) -> Rows:
        return self._purposes

    @Property(Rows, constant=True)
    def channels(self) -> Rows:
        return self._channels

    @Property(Rows, constant=True)
    def happened(self) -> Rows:
        return self._happened

    @Property(Rows, constant=True)
    def clocks(self) -> Rows:
        return self._clocks

    @Property(Rows, constant=True)
    def accesses(self) -> Rows:
        return self._accesses

    @Property(Rows, constant=True)
    def wishes(self) -> Rows:
        return self._wishes

    @Property(Rows, constant=True)
    def changes(self) -> Rows:
        """What she changed since she was handed the tablet, the newest first."""
        return self._changes

    @Property(str, notify=changed)
    def channel(self) -> str:
        return self._channel

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """The field that cannot be kept as she typed it."""
        return self._right.wrong

    @Property(str, notify=changed)
    def asked(self) -> str:
        """The kind of preference that she has just said is not so; empty while there is none."""
        return self._asked

    @Property(str, notify=changed)
    def right_is(self) -> str:
        """What she is writing in its place."""
        return self._right_is

    @Property(str, notify=changed)
    def failure(self) -> str:
        return self._failure.value

    @Property(str, notify=changed)
    def receipt_picture(self) -> str:
        """A code that says what she changed, for her own phone; empty while she changed nothing."""
        from clienteling.tablet.newcomer.her_code_view_model import picture_of

        return picture_of(receipt.as_text(self._head, self._changes.rows)) if self._changes.count else ""

    @Slot(result=bool)
    def take_note(self) -> bool:
        """Whether there is something of hers to look at, said once."""
        given_back, self._given_back = self._given_back, False
        return given_back

    @Slot(str, result=str)
    def stands(self, field: str) -> str:
        """What stands in this field: what she typed there or, where that is nothing, what is known."""
        return self._right.stands(field)

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """As she types it."""
        self._right.type(field, text)

    @Slot()
    def open(self) -> None:
        """Whose card is open."""
        self._customer_id = self._floor.navigation.customer_id
        self._changes.replace(())
        self._given_back = False
        self._right.open(self._customer_id)
        self._ask("")
        self._channel = ALL
        query = partial(language_of, customer_id=self._customer_id)
        self._floor.read(query, self._turn)

    @Slot(str)
    def filter(self, channel: str) -> None:
        self._channel = channel
        self._show_happened()
        self.changed.emit()

    @Slot(str, str, str, str, str)
    def correct(self, given_name: str, family_name: str, email: str, phone: str, birthday: str) -> None:
        said_so = (given_name, family_name, email, phone, birthday)
        self._right.save(said_so, lambda work: self._write(work, Changed.CORRECTED))
        self.changed.emit()

    @Slot(str)
    def not_so(self, preference_id: str) -> None:
        """Something that is known of her is wrong, or should not be known."""
        fact = self._facts.find(preference_id)
        if fact is not None:
            work = partial(writing.preference_removed, preference_id=preference_id)
            self._write(work, Changed.REMOVED, fact.value)
            self._ask(fact.kind)

    @Slot(str)
    def say_instead(self, value: str) -> None:
        """As she types it; it waits where the associate writes down a preference of this kind."""
        self._right_is = value
        self._instead.type(value)
        self.changed.emit()

    @Slot()
    def tell(self) -> None:
        """What she has written is so."""
        value = self._right_is.strip()
        if value:
            work = partial(
                writing.preference_told,
                customer_id=self._customer_id,
                kind=PreferenceKind(self._asked),
                value=value,
                author=self._floor.session.author,
            )
            self._write(self._instead.saving(work), Changed.TOLD, value)
        self._ask("")

    def _ask(self, kind: str) -> None:
        self._instead.settle()
        self._asked, self._right_is = kind, ""
        if kind:
            self._instead.begin_at(f"{self._customer_id}/{kind}", self._customer_id)
        else:
            self._instead.keep_nothing()
        self.changed.emit()

    @Slot(str)
    def grant(self, purpose: str) -> None:
        row = self._purposes.find(purpose)
        if row is not None and row.text_id:
            self._agree(Purpose(purpose), text_id=row.text_id)

    @Slot(str)
    def withdraw(self, purpose: str) -> None:
        self._agree(Purpose(purpose), text_id="")

    @Slot()
    def ask_file(self) -> None:
        self._wish(PrivacyWish.FILE, Changed.FILE)

    @Slot()
    def ask_erasure(self) -> None:
        self._wish(PrivacyWish.ERASURE, Changed.ERASURE)

    @Slot(str)
    def take_back(self, request_id: str) -> None:
        self._write(partial(writing.wish_taken_back, request_id=request_id), Changed.TAKEN_BACK)

    @Slot()
    def print_receipt(self) -> None:
        """For the associate, once the tablet is back."""
        from clienteling.tablet.keeper import open_file

        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
        path = folder / "clienteling-receipt.pdf"
        if receipt.save(self._head, self._changes.rows, path) and not open_file(path):
            saved = QCoreApplication.translate("Known", "Saved as %1")
            self._floor.toasts.show(saved.replace("%1", str(path)))

    @Slot()
    def reload(self) -> None:
        if not self._customer_id or not self._floor.session.turned:
            return
        query = partial(
            read_known,
            customer_id=self._customer_id,
            author=self._floor.session.author,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(query, partial(self._show, self._customer_id))

    def _turn(self, language: str | None) -> None:
        if language is not None:
            self.turn_asked.emit(language)
            self.reload()

    def _agree(self, purpose: Purpose, *, text_id: str) -> None:
        work = partial(
            writing.consent_recorded,
            customer_id=self._customer_id,
            purpose=purpose,
            granted=bool(text_id),
            text_id=text_id,
            how=How.TAPPED,
            author=self._floor.session.author,
        )
        self._write(work, Changed.GRANTED if text_id else Changed.WITHDRAWN, purpose.value)

    def _wish(self, wish: PrivacyWish, changed: Changed) -> None:
        author = self._floor.session.author
        work = partial(writing.wish_asked, customer_id=self._customer_id, wish=wish, author=author)
        self._write(work, changed)

    def _write(self, work: "Callable[[Writer], Receipt]", changed: Changed, about: str = "") -> None:
        wording, now = self._floor.language.wording, self._floor.now()
        words, when = said(changed, about, wording), wording.moment(now, now)
        day = wording.full_date(wording.day_of(now))
        self._failure = NotSaved.NO
        self._head = ", ".join(filter(None, (self._floor.session.store_name, day)))
        self._floor.write(work, lambda _: self._note(changed, words, when), self._failed)

    def _note(self, changed: Changed, words: str, when: str) -> None:
        if changed is Changed.CORRECTED:
            self._right.written()
        self._changes.replace((ChangeRow(str(self._changes.count), words, when), *self._changes.rows))
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._right.not_written()
        self._failure = why_not_saved(error)
        self.changed.emit()

    def _show(self, customer_id: str, known: Known) -> None:
        if customer_id != self._customer_id:
            return
        self._known = known
        for rows, now in (
            (self._facts, known.facts),
            (self._purposes, known.purposes),
            (self._channels, known.channels),
            (self._clocks, known.clocks),
            (self._accesses, known.accesses),
            (self._wishes, known.wishes),
        ):
            rows.replace(now)
        self._show_happened()
        self.changed.emit()
        self.read.emit()

    def _show_happened(self) -> None:
        wanted = self._channel
        self._happened.replace([row for row in self._known.happened if wanted in (ALL, row.channel)])

    @Slot(object)
    def _on_changes(self, changes: "Changes") -> None:
        if set(changes.records) - {"sync_outbox"}:
            self.reload()

    def _known_of(self, field: str) -> str:
        """As it is known, in the way people write it."""
        return getattr(self._known.you, "birthday" if field == "birthday_on" else field)

    @Slot()
    def _on_turned(self) -> None:
        """Back with the associate: what she typed waits among her data."""
        if not self._floor.session.turned:
            self._given_back = self._changes.count > 0 or self._right.unfinished.waiting
            self._right.unfinished.settle()
            self._right.unfinished.saved()
            self._ask("")

    @Slot()
    def _on_customer(self) -> None:
        """What one customer changed is nothing of the next one's."""
        if self._floor.navigation.customer_id != self._customer_id:
            self._forget()

    @Slot()
    def _on_session(self) -> None:
        if self._floor.session.who is None:
            self._forget()

    def _forget(self) -> None:
        self._customer_id = ""
        self._right.forget()
        self._ask("")
        self._given_back = False
        self._changes.replace(())
        self._show("", Known())
