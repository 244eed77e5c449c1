"""What the page of somebody new shows beside what is typed: the texts to agree to, and who she may be."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clienteling.consents.values import Purpose
from clienteling.tablet.card.who import initials

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.newcomers.values import Alike, Draft
    from clienteling.wording import Wording

SPOKEN = ("it", "en", "de", "fr", "es")
"""Offered to the associate, the house's own first."""


@dataclass(frozen=True)
class QuestionRow:
    """One thing to agree to."""

    key: str
    """A `Purpose`."""
    body: str
    version: str
    answer: str
    """`yes`, `no`, or empty while she has not said."""


@dataclass(frozen=True)
class AlikeRow:
    key: str
    name: str
    initials: str
    phone: str
    email: str
    city: str
    by: str
    """A `By`."""


@dataclass(frozen=True)
class LanguageRow:
    key: str
    chosen: bool


@dataclass(frozen=True)
class Asking:
    questions: tuple[QuestionRow, ...] = ()
    language: str = ""
    """Hers, in which they are asked where the shop can; empty while nothing was read."""
    languages: tuple[str, ...] = SPOKEN
    """Those that have texts to read come first for her."""


def read_asking(conn: "sa.Connection", draft: "Draft", today: str) -> Asking:
    from clienteling.newcomers.texts import languages, text_for

    found = ((purpose, text_for(conn, purpose, draft.language, today)) for purpose in Purpose)
    return Asking(
        tuple(
            QuestionRow(purpose.value, text.body, text.version, said(draft, purpose))
            for purpose, text in found
            if text is not None
        ),
        draft.language,
        languages(conn) or SPOKEN,
    )


def said(draft: "Draft", purpose: Purpose) -> str:
    answer = draft.answers.get(purpose)
    return "" if answer is None else "yes" if answer else "no"


def read_alike(conn: "sa.Connection", draft: "Draft", wording: "Wording") -> list[AlikeRow]:
    from clienteling.newcomers.alike import alike

    return [alike_row(one, wording) for one in alike(conn, draft)]


def alike_row(one: "Alike", wording: "Wording") -> AlikeRow:
    hit = one.hit
    return AlikeRow(
        key=hit.id,
        name=hit.full_name,
        initials=initials(hit.full_name),
        phone=wording.phone(hit.phone) if hit.phone else "",
        email=hit.email,
        city=hit.city,
        by=one.by.value,
    )
