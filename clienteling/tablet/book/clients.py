"""The lines of a client book on the screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.clientbook.values import BookLine, Whose
from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from clienteling.staff.values import Author
    from clienteling.wording import Wording


@dataclass(frozen=True)
class ClientRow:
    key: str
    name: str
    initials: str
    owners: str
    """In whose books she stands; empty in one's own."""
    ahead: str
    """What her next days bring, in words."""
    overdue: bool
    attention: str
    """Attention: the section of the list."""
    seen: str


@dataclass(frozen=True)
class Asked:
    whose: Whose
    author: "Author"
    now: int
    wording: "Wording"

    @property
    def today(self) -> "date":
        return self.wording.day_of(self.now)


def read_clients(conn: "sa.Connection", asked: Asked) -> list[ClientRow]:
    from clienteling.clientbook.queries import book

    return [
        client_row(line, asked) for line in book(conn, asked.whose, asked.author, asked.now, asked.wording)
    ]


def client_row(line: BookLine, asked: Asked) -> ClientRow:
    from clienteling.clientbook.words import ahead

    her, wording = line.customer, asked.wording
    return ClientRow(
        key=her.id,
        name=her.full_name,
        initials=initials(her.full_name),
        owners=wording.all_of(line.owners) if asked.whose is Whose.SHOP and line.owners else "",
        ahead=ahead(line, asked.today, wording),
        overdue=line.overdue > 0,
        attention=line.attention.value,
        seen=wording.moment(her.last_seen_at, asked.now) if her.last_seen_at else "",
    )
