"""What the feature packages raise.

ClientelingError
├── InvalidRecord     what was to be recorded does not hold together; says which field
│   └── TooLong       a text in it is longer than it may be
├── UnknownRecord     no such record on this replica
├── MoreThanEntered  who is to be taken back has become more than somebody just entered; says why
├── NotToBeSeen      figures of a person were read though the answer was no; says why it was
├── DatabaseTooNew    the file was written by a newer version of the program
└── ResourcesMissing  the program's own pictures and texts are not where they should be
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clienteling.privacy.values import Hold


class ClientelingError(Exception):
    """Base of everything that the feature packages raise."""


class InvalidRecord(ClientelingError):
    """What was to be recorded does not hold together."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field
        self.message = message


class TooLong(InvalidRecord):
    """A text in it is longer than it may be."""

    def __init__(self, field: str, most: int) -> None:
        super().__init__(field, f"at most {most} characters")


class UnknownRecord(ClientelingError):
    """No such record on this replica."""

    def __init__(self, collection: str, record_id: str) -> None:
        super().__init__(f"no {collection} {record_id} here")
        self.collection = collection
        self.record_id = record_id


class MoreThanEntered(ClientelingError):
    """Who was entered by mistake has become more since."""

    def __init__(self, why: "Sequence[Hold]") -> None:
        super().__init__(f"she stays: {' '.join(why)}")
        self.why = why


class NotToBeSeen(ClientelingError):
    """Figures of a person were to be read though the answer was no: a page forgot to ask."""

    def __init__(self, why: str) -> None:
        super().__init__(f"these figures are not to be seen: {why}")
        self.why = why


class DatabaseTooNew(ClientelingError):
    """The file was written by a newer version of the program; nothing was changed in it."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(f"the database has schema {found}, this version knows up to {known}")
        self.found = found
        self.known = known


class ResourcesMissing(ClientelingError):
    """The program's own pictures and texts are not where they should be."""
