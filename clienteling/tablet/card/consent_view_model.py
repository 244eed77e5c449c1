"""The proof of a consent, and giving or withdrawing it on the spot."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.consents.values import ConsentState, How, Purpose
from clienteling.tablet.card.who import ConsentTopic, purposes, standing
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.writing import consent_recorded
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor
    from clienteling.wording import Wording

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class PurposeRow:
    key: str
    standing: str
    since: str
    until: str
    text_id: str
    """The text in force in her language; empty when there is none to show her."""
    version: str
    body: str


@dataclass(frozen=True)
class Asked:
    """Whose consents, about what, read for whom."""

    topic: ConsentTopic
    states: tuple[ConsentState, ...]
    language: str
    now: int
    wording: "Wording"


def read_purposes(conn: "sa.Connection", asked: Asked) -> list[PurposeRow]:
    by_purpose = {state.purpose: state for state in asked.states}
    return [
        purpose_row(conn, by_purpose.get(purpose, ConsentState(purpose=purpose)), asked)
        for purpose in purposes(asked.topic)
    ]


def purpose_row(conn: "sa.Connection", state: ConsentState, asked: Asked) -> PurposeRow:
    from clienteling.consents.queries import text_in_force

    today = asked.wording.day_of(asked.now)
    text = text_in_force(conn, state.purpose, asked.language, today.isoformat())
    return PurposeRow(
        key=state.purpose.value,
        standing=standing(state).value,
        since=asked.wording.long_date(asked.wording.day_of(state.at), today) if state.asked else "",
        until=asked.wording.long_date(asked.wording.day_of(state.expires_at), today)
        if state.granted and state.expires_at
        else "",
        text_id=text.id if text else "",
        version=text.version if text else "",
        body=text.body if text else "",
    )


@QmlElement
@QmlUncreatable("made by the app")
class ConsentViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: "Floor", card: "CardViewModel", saved: SavedViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._saved = saved
        self._topic = ConsentTopic.SERVICE
        self._how = How.TOLD
        self._purposes: Rows[PurposeRow] = Rows(PurposeRow, self)
        self._asked = False
        card.customer_changed.connect(self._forget)
        card.shown.connect(self._read)

    @Property(str, notify=changed)
    def topic(self) -> str:
        return self._topic.value

    @Property(str, notify=changed)
    def how(self) -> str:
        """How she gives it: a How."""
        return self._how.value

    @Property(Rows, constant=True)
    def purposes(self) -> Rows:
        return self._purposes

    @Slot(str)
    def ask(self, topic: str) -> None:
        self._topic = ConsentTopic(topic)
        self._asked = True
        self._purposes.replace(())
        self.changed.emit()
        self._read()

    @Slot(str)
    def choose_how(self, how: str) -> None:
        self._how = How(how)
        self.changed.emit()

    @Slot(str)
    def grant(self, purpose: str) -> None:
        """On the text that stands before her."""
        row = self._purposes.find(purpose)
        if row is not None and row.text_id:
            self._record(Purpose(purpose), granted=True, text_id=row.text_id)

    @Slot(str)
    def withdraw(self, purpose: str) -> None:
        self._record(Purpose(purpose), granted=False, text_id="")

    def _record(self, purpose: Purpose, *, granted: bool, text_id: str) -> None:
        self._saved.write(
            partial(
                consent_recorded,
                customer_id=self._card.customer_id,
                purpose=purpose,
                granted=granted,
                text_id=text_id,
                how=self._how,
                author=self._floor.session.author,
            )
        )

    @Slot()
    def _forget(self) -> None:
        """Another customer: her consents are looked up when somebody asks for them."""
        self._asked = False

    @Slot()
    def _read(self) -> None:
        reading = self._card.reading
        if not self._asked or reading is None or reading.card is None:
            return
        asked = Asked(
            topic=self._topic,
            states=reading.card.consents,
            language=reading.card.customer.language,
            now=self._floor.now(),
            wording=self._floor.language.wording,
        )
        self._floor.read(partial(read_purposes, asked=asked), self._purposes.replace)
