from collections.abc import Mapping
from datetime import date

import msgspec
import sqlalchemy as sa

from clienteling.basis import queries, rules
from clienteling.basis.tables import figure_look, legal_basis
from clienteling.basis.values import Asker, Days, Ground, Person, Sight, What
from clienteling.errors import InvalidRecord
from clienteling.records import standing
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

SAME_LOOK_MS = 10 * 60_000
"""The same figures shown again within it to the same person on the same device are the same look."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A legal basis as it is put down."""

    document: str
    days: Days
    people: frozenset[str] = frozenset()
    whole_chain: bool = False


def record(writer: Writer, plan: Plan, *, author: Author) -> str:
    """Raises InvalidRecord without the reference of a document."""
    return writer.insert("legal_basis", _values(writer, plan, author))


def change(writer: Writer, basis_id: str, plan: Plan, *, author: Author) -> str:
    """It says something else, or ended earlier; what it said before stays in the history."""
    standing(writer.connection, legal_basis, basis_id)
    return writer.insert(
        "legal_basis",
        _values(writer, plan, author) | {"corrects": basis_id, "correction": Correction.CHANGED.value},
    )


def take_back(writer: Writer, basis_id: str, *, author: Author) -> str:
    """It was none after all. What was looked at under it stays written down."""
    old = standing(writer.connection, legal_basis, basis_id)
    return writer.insert(
        "legal_basis",
        {
            "store_id": old.store_id,
            "document": old.document,
            "first_on": old.first_on,
            "last_on": old.last_on,
            "people": old.people,
            "at": writer.now,
            "associate_id": author.associate_id,
            "corrects": basis_id,
            "correction": Correction.UNDONE.value,
        },
    )


def look(
    writer: Writer, asker: Asker, whom: Person, days: Days, *, today: date, what: What, device: str
) -> Sight:
    """May she see them? If they are another's, it is written down before she does.

    Whoever shows figures of a person asks here, and reads them in the same transaction: nothing is shown
    that nobody wrote down.
    """
    sight = rules.may_see(asker, whom, days, today, queries.bases(writer.connection))
    seen = {
        "associate_id": asker.associate_id,
        "whom_id": whom.associate_id,
        "store_id": whom.store_id,
        "first_on": days.first.isoformat(),
        "last_on": days.last.isoformat(),
        "what": what.value,
        "device": device,
    }
    if sight.ground is Ground.BASIS and not _lately(writer, seen):
        writer.insert("figure_look", {**seen, "bases": list(sight.bases), "at": writer.now})
    return sight


def _values(writer: Writer, plan: Plan, author: Author) -> dict[str, object]:
    if not plan.document.strip():
        raise InvalidRecord("document", "a legal basis names its document")
    return {
        "store_id": None if plan.whole_chain else author.store_id,
        "document": plan.document.strip(),
        "first_on": plan.days.first.isoformat(),
        "last_on": plan.days.last.isoformat(),
        "people": sorted(plan.people),
        "at": writer.now,
        "associate_id": author.associate_id,
    }


def _lately(writer: Writer, seen: Mapping[str, str]) -> bool:
    same = (figure_look.c[name] == value for name, value in seen.items())
    lately = sa.select(figure_look.c.id).where(figure_look.c.at > writer.now - SAME_LOOK_MS, *same)
    return writer.connection.execute(lately.limit(1)).first() is not None
