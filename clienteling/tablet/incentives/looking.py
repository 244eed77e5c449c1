"""Figures of a person are looked at under a legal basis, and that is written down before they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.tablet.incentives import lines

if TYPE_CHECKING:
    from clienteling.attribution.closing import Month
    from clienteling.basis.values import Asker
    from sync.writer import Writer


@dataclass(frozen=True)
class Look:
    asker: "Asker"
    today: date
    device: str


def seen(writer: "Writer", month: "Month", look: Look) -> Mapping[str, str] | None:
    """The names of those whose parts may be seen, all of them; None where one may not be."""
    from clienteling.attribution.schemes import Whose, last_day
    from clienteling.basis import use_cases
    from clienteling.basis.values import Days, Person, What

    names = lines.names_of(writer.connection)
    if month.statement.scheme.whose is not Whose.PERSON:
        return names
    first = date.fromisoformat(month.statement.month)
    days = Days(first, last_day(first))
    store_id = month.statement.scheme.store_id
    sights = [
        use_cases.look(
            writer,
            look.asker,
            Person(due.party, store_id),
            days,
            today=look.today,
            what=What.INCENTIVES,
            device=look.device,
        )
        for due in month.statement.due
    ]
    return names if all(sights) else None
