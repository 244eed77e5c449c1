"""Her name, addresses and birthday put right: what is typed beside what is known, until it is saved."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from clienteling.tablet.record.unfinished_view_model import UnfinishedViewModel
from clienteling.tablet.record.writing import customer_corrected

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.writer import Writer

FIELDS = ("given_name", "family_name", "email", "phone", "birthday_on")


class PuttingRight(QObject):
    resumed = Signal()
    """What was typed before stands there again."""

    def __init__(self, floor: "Floor", known: Callable[[str], str], parent: QObject) -> None:
        """`known`: a field as it is known, in the way people write it."""
        super().__init__(parent)
        self._floor = floor
        self._known = known
        self._customer_id = ""
        self._typed: dict[str, str] = {}
        self._written: dict[str, str] = {}
        """Of that what is on its way to be known."""
        self._wrong = ""
        self.unfinished = UnfinishedViewModel(floor, "her_data", self)
        self.unfinished.found.connect(self._resume)

    @property
    def wrong(self) -> str:
        """The field that cannot be kept as it was typed; empty when all can."""
        return self._wrong

    def stands(self, field: str) -> str:
        """What was typed there or, where that is nothing, what is known."""
        return self._typed.get(field, self._known(field))

    def begin(self, customer_id: str) -> None:
        """As it is known, until what was typed before has been read."""
        self.forget()
        self._customer_id = customer_id
        self.unfinished.begin(customer_id)

    def forget(self) -> None:
        self._typed, self._written, self._wrong = {}, {}, ""

    def type(self, field: str, text: str) -> None:
        """As it is typed."""
        self._typed[field] = text
        self._put_by()

    def begin_anew(self) -> None:
        """As it is known."""
        self._typed = {}
        self._put_by()

    def save(self, said: Sequence[str], write: "Callable[[Callable[[Writer], Receipt]], None]") -> None:
        """What stands in the fields, in the order of `FIELDS`, where each can be kept as it is."""
        typed = dict(zip(FIELDS, said, strict=True))
        self._wrong = wrong_field(typed)
        if self._wrong:
            return
        author = self._floor.session.author
        work = partial(customer_corrected, customer_id=self._customer_id, typed=typed, author=author)
        self._written = dict(self._typed)
        write(self.unfinished.saving(work))
        self.unfinished.begin(self._customer_id)

    def not_written(self) -> None:
        self._written = {}

    def written(self) -> None:
        """What was saved is known by now; what has been typed since stays."""
        self._typed = {f: text for f, text in self._typed.items() if self._written.get(f) != text}
        self._written = {}

    def _put_by(self) -> None:
        from clienteling.notes.unfinished import packed

        otherwise = {field: text for field, text in self._typed.items() if text != self._known(field)}
        self.unfinished.type(packed(otherwise) if otherwise else "")

    @Slot(str)
    def _resume(self, said: str) -> None:
        from clienteling.notes.unfinished import unpacked

        left = unpacked(said, dict[str, str])
        if left is None:
            self.unfinished.type("")
        else:
            self._typed = left
            self.resumed.emit()


def wrong_field(typed: Mapping[str, str]) -> str:
    from clienteling.customers.corrections import corrected
    from clienteling.errors import InvalidRecord

    if not (typed["given_name"].strip() or typed["family_name"].strip()):
        return "given_name"
    try:
        corrected(typed)
    except InvalidRecord as refusal:
        return refusal.field
    return ""
