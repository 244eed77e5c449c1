"""What an import is made of: kinds of files, rows as they stand there, what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from clienteling.wording import Wording


class Kind(StrEnum):
    """What a file is about, in the order in which several files are taken: parents before children."""

    STORES = "stores"
    STAFF = "staff"
    PRODUCTS = "products"
    STOCK = "stock"
    CUSTOMERS = "customers"
    ORDERS = "orders"


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REJECTED = "rejected"


class Dates(StrEnum):
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Said(Exception):
    """Something to tell the person who imports; said in her language when it is shown."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values

    def in_words(self, wording: Wording) -> str:
        return wording.say(self.sentence, **self.values)


class Unfit(Said):
    """This row cannot be taken; the others can."""


class Unreadable(Said):
    """Nothing of this file can be taken."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row as it stands in the file. Numbers and dates of a workbook are text, in one way of writing."""

    number: int
    """As a spreadsheet counts its rows, from 1."""
    cells: tuple[str, ...]
    problem: Unfit | None = None
    """Why it could not even be read."""

    @property
    def is_blank(self) -> bool:
        return self.problem is None and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the file says of one thing: field → text, blank ones left out. An order has several lines."""

    rows: tuple[SourceRow, ...]
    lines: tuple[Mapping[str, str], ...]

    @property
    def number(self) -> int:
        return self.rows[0].number

    @property
    def values(self) -> Mapping[str, str]:
        return self.lines[0]


Outcome = Fate | Unfit


@dataclass(slots=True)
class Figures:
    """What became of a file's entries."""

    fates: dict[Fate, int] = field(default_factory=lambda: dict.fromkeys(Fate, 0))
    remarks: dict[str, int] = field(default_factory=dict)
    """Sentence → how often: taken, but not all of it."""

    def remark(self, sentence: str) -> None:
        self.remarks[sentence] = self.remarks.get(sentence, 0) + 1
