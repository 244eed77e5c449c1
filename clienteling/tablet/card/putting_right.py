"""Her name, addresses and birthday put right: what is typed beside what is known, until it is saved."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from clienteling.tablet.record.unfinished_fields import UnfinishedFields
from clienteling.tablet.record.writing import customer_corrected

if TYPE_CHECKING:
    from clienteling.tablet.floor import Floor
    from clienteling.tablet.record.saved_view_model import Receipt
    from sync.writer import Writer

FIELDS = ("given_name", "family_name", "email", "phone", "birthday_on")


class PuttingRight(UnfinishedFields):
    def __init__(self, floor: "Floor", known: Callable[[str], str], parent: QObject) -> None:
        super().__init__(floor, "her_data", known, parent)
        self._floor = floor
        self._customer_id = ""
        self._written: dict[str, str] = {}
        """Of what was typed what is on its way to be known."""
        self._wrong = ""

    @property
    def wrong(self) -> str:
        """The field that cannot be kept as it was typed; empty when all can."""
        return self._wrong

    def open(self, customer_id: str) -> None:
        """As it is known, until what was typed before has been read."""
        self.forget()
        self._customer_id = customer_id
        self.begin(customer_id, customer_id)

    def forget(self) -> None:
        self._typed, self._written, self._wrong = {}, {}, ""

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
