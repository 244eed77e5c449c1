"""The sheet of one legal basis: a new one, or one that is said anew or taken back."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from clienteling.errors import InvalidRecord
from clienteling.tablet.chosen_shop import ChosenShop
from clienteling.tablet.floor import Floor
from clienteling.tablet.once import Once
from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from clienteling.basis.use_cases import Plan
    from clienteling.basis.values import LegalBasis
    from clienteling.wording import Wording
    from sync.writer import Writer

QML_IMPORT_NAME = "Clienteling.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made by the app")
class BasisSheetViewModel(QObject):
    changed = Signal()
    ready = Signal()
    """What is to be shown stands in the properties."""
    saved = Signal()

    def __init__(self, floor: Floor, shop: ChosenShop, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._floor = floor
        self._shop = shop
        self._known: Mapping[str, LegalBasis] = {}
        self._basis: LegalBasis | None = None
        self._people: frozenset[str] = frozenset()
        self._chain = False
        self._wrong = ""
        self._once = Once(floor)
        self._fields = UnfinishedFields(floor, "basis", self._known_of, self, chosen=("people", "chain"))
        self._fields.resumed.connect(self._fill)

    def know(self, bases: "Mapping[str, LegalBasis]") -> None:
        self._known = bases

    @Property(UnfinishedViewModel, constant=True)
    def unfinished(self) -> UnfinishedViewModel:
        return self._fields.unfinished

    @Property(bool, notify=changed)
    def fresh(self) -> bool:
        return self._basis is None

    @Property(str, notify=changed)
    def document(self) -> str:
        return self._fields.stands("document")

    @Property(str, notify=changed)
    def first(self) -> str:
        return self._fields.stands("first")

    @Property(str, notify=changed)
    def last(self) -> str:
        return self._fields.stands("last")

    @Property("QStringList", notify=changed)
    def people(self) -> list[str]:
        """Ids; none: everybody."""
        return sorted(self._people)

    @Property(bool, notify=changed)
    def chain(self) -> bool:
        return self._chain

    @Property(bool, notify=changed)
    def may_chain(self) -> bool:
        """Only who answers for the whole chain says something for all of it."""
        who = self._floor.session.who
        return who is not None and who.everywhere

    @Property(bool, notify=changed)
    def may_change(self) -> bool:
        """What stands for every shop is changed by who answers for all of them."""
        return self._basis is None or self._basis.store_id is not None or self.may_chain

    @Property(str, notify=changed)
    def wrong(self) -> str:
        """Which field is to be put right: `document`, `first` or `last`."""
        return self._wrong

    @Slot(str)
    def begin(self, basis_id: str) -> None:
        """Empty: a new one."""
        self._basis = self._known.get(basis_id)
        self._fields.begin(self._basis.id if self._basis else self._shop.store_id)
        self._fill()

    @Slot(str, str)
    def type(self, field: str, text: str) -> None:
        """`document`, `first` or `last`, as it is typed."""
        self._fields.type(field, text)

    @Slot()
    def begin_anew(self) -> None:
        """Without what was typed before."""
        self._fields.begin_anew()
        self._fill()

    @Slot(str)
    def toggle(self, associate_id: str) -> None:
        self._mean(self._people ^ {associate_id}, chain=self._chain)

    @Slot()
    def everybody(self) -> None:
        self._mean(frozenset(), chain=False)

    @Slot()
    def whole_chain(self) -> None:
        self._mean(frozenset(), chain=True)

    @Slot(str, str, str)
    def save(self, document: str, first: str, last: str) -> None:
        plan = self._plan(document, first, last)
        self.changed.emit()
        if plan is None:
            return
        from clienteling.basis import use_cases

        author = self._shop.author
        if self._basis is None:
            self._write(partial(use_cases.record, plan=plan, author=author), self._put_down)
        else:
            said = partial(use_cases.change, basis_id=self._basis.id, plan=plan, author=author)
            self._write(said, self._said_anew)

    @Slot()
    def take_back(self) -> None:
        if self._basis is None:
            return
        from clienteling.basis import use_cases

        author, basis = self._shop.author, self._basis
        gone = partial(use_cases.take_back, basis_id=basis.id, author=author)
        self._write(gone, self._taken_back)

    def _write(self, work: "Callable[[Writer], str]", done: "Callable[[str], None]") -> None:
        self._once.write(self._fields.unfinished.saving(work), done, self._not_saved)

    def _not_saved(self, error: Exception) -> None:
        """What stands on the leaf waits on, where it stays open."""
        if not isinstance(error, InvalidRecord):
            self._fields.go_on()
        self._not_written(error)

    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, InvalidRecord):
            raise error
        self._tell(self._wording.say("Not saved: somebody has changed it or taken it back meanwhile"))

    @property
    def _wording(self) -> "Wording":
        return self._floor.language.wording

    def _plan(self, document: str, first: str, last: str) -> "Plan | None":
        from clienteling.basis.periods import day_typed
        from clienteling.basis.use_cases import Plan
        from clienteling.basis.values import Days

        begins, ends = day_typed(first), day_typed(last)
        if not document.strip():
            self._wrong = "document"
        elif begins is None:
            self._wrong = "first"
        elif ends is None or ends < begins:
            self._wrong = "last"
        else:
            self._wrong = ""
            return Plan(
                document=document, days=Days(begins, ends), people=self._people, whole_chain=self._chain
            )
        return None

    def _put_down(self, basis_id: str) -> None:
        from clienteling.basis import use_cases

        author = self._shop.author

        def undo() -> None:
            gone = partial(use_cases.take_back, basis_id=basis_id, author=author)
            self._floor.write(gone, failed=self._not_written)

        self._floor.toasts.show(self._wording.say("The legal basis is put down"), undo)
        self.saved.emit()

    def _taken_back(self, _: str) -> None:
        self._tell(self._wording.say("The legal basis is taken back"))

    def _said_anew(self, _: str) -> None:
        self._tell(self._wording.say("The legal basis is said anew"))

    def _tell(self, words: str) -> None:
        self._floor.toasts.show(words)
        self.saved.emit()

    def _mean(self, people: frozenset[str], *, chain: bool) -> None:
        self._people, self._chain = people, chain
        self._fields.type("people", " ".join(sorted(people)))
        self._fields.type("chain", "chain" if chain else "")
        self.changed.emit()

    @Slot()
    def _fill(self) -> None:
        self._people = frozenset(self._fields.stands("people").split())
        self._chain = self._fields.stands("chain") != ""
        self._wrong = ""
        self.changed.emit()
        self.ready.emit()

    def _known_of(self, field: str) -> str:
        """Of the one that stands, as people type it."""
        from clienteling.basis.periods import as_typed

        basis = self._basis
        if basis is None:
            return ""
        match field:
            case "document":
                return basis.document
            case "first":
                return as_typed(basis.days.first)
            case "last":
                return as_typed(basis.days.last)
            case "people":
                return " ".join(sorted(basis.people))
            case _:
                return "" if basis.store_id is not None else "chain"
