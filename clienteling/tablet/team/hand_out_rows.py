"""What is to be handed out, as the list and the sheet show it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from clienteling.staff.values import Associate, Author

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.handing_out.values import Candidate
    from clienteling.wording import Wording


@dataclass(frozen=True)
class CandidateRow:
    key: str
    name: str
    initials: str
    why: str
    busy: bool
    chosen: bool
    whose: str
    """Who gets it as things stand; empty: whoever has time."""


@dataclass(frozen=True)
class DoerRow:
    key: str
    name: str
    chosen: bool
    count: int
    """How many she would get."""


@dataclass(frozen=True)
class Listed:
    candidates: "tuple[Candidate, ...]" = ()
    people: tuple[Associate, ...] = ()
    """Who works here."""


def read_listed(
    conn: "sa.Connection", *, segment: str, author: Author, now: int, wording: "Wording"
) -> Listed:
    from clienteling.handing_out.queries import candidates
    from clienteling.handing_out.values import Segment
    from clienteling.staff.queries import associates

    found = candidates(conn, Segment(segment), author=author, now=now, wording=wording)
    return Listed(found, tuple(associates(conn, author.store_id)))


def candidate_rows(
    listed: Listed,
    chosen: Collection[str],
    whose: "Mapping[str, str | None]",
    today: date,
    wording: "Wording",
) -> tuple[CandidateRow, ...]:
    from clienteling.handing_out import words
    from clienteling.tablet.card.who import initials

    names = {one.id: one.given_name for one in listed.people}
    return tuple(
        CandidateRow(
            key=one.id,
            name=words.name(one, wording),
            initials=initials(one.name),
            why=words.why(one, today, wording),
            busy=one.busy,
            chosen=one.id in chosen,
            whose=names.get(whose.get(one.id) or "", ""),
        )
        for one in listed.candidates
    )


def doer_rows(
    people: Iterable[Associate], named: Collection[str], whose: Iterable[str | None]
) -> tuple[DoerRow, ...]:
    got = Counter(whose)
    return tuple(DoerRow(one.id, one.given_name, one.id in named, got[one.id]) for one in people)
