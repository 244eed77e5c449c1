"""What she says of herself: confirmed, replaced or added, in her own words."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.customers.values import Fact, PreferenceKind
from clienteling.tablet.card.who import FactRow, fact_row, value_in_words
from clienteling.tablet.record.saved_view_model import SavedViewModel
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import preference_told, preferences_told
from clienteling.tablet.rows import Rows

if TYPE_CHECKING:
    from clienteling.tablet.card.card_view_model import CardViewModel
    from clienteling.tablet.floor import Floor

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1

SHOE_SIZES = tuple(str(size) for size in range(35, 47))
CLOTHES_SIZES = ("38", "40", "42", "44", "46", "48", "50", "52", "54")


@dataclass(frozen=True)
class ValueChoice:
    key: str
    """The value as it is kept."""
    words: str
    chosen_before: bool
    """Known of her already."""


def offered(kind: PreferenceKind) -> tuple[str, ...]:
    """What is quicker to tap than to type."""
    from clienteling.catalog.values import Colour

    match kind:
        case PreferenceKind.SHOE_SIZE:
            return SHOE_SIZES
        case PreferenceKind.CLOTHES_SIZE:
            return CLOTHES_SIZES
        case PreferenceKind.COLOUR:
            return tuple(colour.value for colour in Colour)
        case _:
            return ()


@QmlElement
@QmlUncreatable("made by the app")
class PreferenceViewModel(QObject):
    changed = Signal()

    def __init__(
        self, floor: "Floor", card: "CardViewModel", saved: SavedViewModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._floor = floor
        self._card = card
        self._saved = saved
        self._kind: PreferenceKind | None = None
        self._known: Rows[FactRow] = Rows(FactRow, self)
        self._choices: Rows[ValueChoice] = Rows(ValueChoice, self)
        self._unfinished = UnfinishedViewModel(floor, "preference", self)
        card.shown.connect(self._derive)

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        """Of each kind what she was saying."""
        return self._unfinished

    @Property(str, notify=changed)
    def kind(self) -> str:
        """A PreferenceKind; empty while it is still to be chosen."""
        return self._kind.value if self._kind else ""

    @Property(Rows, constant=True)
    def known(self) -> Rows:
        """Each value of this kind with its own provenance."""
        return self._known

    @Property(Rows, constant=True)
    def choices(self) -> Rows:
        return self._choices

    @Slot(str)
    def ask(self, kind: str) -> None:
        self._kind = PreferenceKind(kind) if kind else None
        self._derive()
        self.changed.emit()
        if kind:
            her = self._card.customer_id
            self._unfinished.begin_at(f"{her}/{kind}", her)

    @Slot(str)
    def tell(self, value: str) -> None:
        """Told by her, here and now; the same value again confirms it."""
        if self._kind is None or not value.strip():
            return
        work = partial(
            preference_told,
            customer_id=self._card.customer_id,
            kind=self._kind,
            value=value,
            author=self._floor.session.author,
        )
        self._saved.write(self._unfinished.saving(work))

    @Slot(str)
    def confirm(self, preference_id: str) -> None:
        """She says that the value on the card is so."""
        fact = (
            next((f for f in self._facts(self._kind) if f.id == preference_id), None) if self._kind else None
        )
        if fact is not None:
            self.tell(fact.value)

    @Slot(str)
    def still_true(self, kind: str) -> None:
        """She says that all that is known of this kind is so."""
        author, facts = self._floor.session.author, self._facts(PreferenceKind(kind))
        values = tuple(fact.value for fact in facts if fact.to_confirm)
        if values:
            her = self._card.customer_id
            self._saved.write(
                partial(
                    preferences_told,
                    customer_id=her,
                    kind=PreferenceKind(kind),
                    values=values,
                    author=author,
                )
            )

    @Slot()
    def _derive(self) -> None:
        if self._kind is None:
            self._known.replace(())
            self._choices.replace(())
            return
        said = self._facts(self._kind)
        wording, now = self._floor.language.wording, self._floor.now()
        today = wording.day_of(now)
        self._known.replace([fact_row([fact], today, wording, key=fact.id) for fact in said])
        values = {fact.value for fact in said}
        self._choices.replace(
            [
                ValueChoice(value, value_in_words(self._kind, value, wording), value in values)
                for value in offered(self._kind)
            ]
        )

    def _facts(self, kind: PreferenceKind) -> list[Fact]:
        reading = self._card.reading
        if reading is None or reading.card is None:
            return []
        return [fact for fact in reading.card.facts if fact.kind is kind]
