"""Consents that a file tells of: each with its date, its text, and the row that is its proof."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.consents import queries
from clienteling.consents.tables import consent_text
from clienteling.consents.values import How, Purpose
from clienteling.hub.importing import cells, days
from clienteling.hub.importing.pen import Pen
from clienteling.hub.importing.taking import HOME_ZONE, Import
from clienteling.hub.importing.values import Unfit
from clienteling.marking import msgid
from clienteling.privacy.keeping import expiry

MARKETING = (Purpose.MARKETING_EMAIL, Purpose.MARKETING_MESSAGE, Purpose.MARKETING_PHONE)
_COLUMNS: Mapping[str, tuple[Purpose, ...]] = {
    "marketing": MARKETING,
    **{purpose.value: (purpose,) for purpose in Purpose},
}
"""Field → purposes; what is said of one channel comes after what is said of all."""
LONGEST_LABEL = 40
WITHOUT_DATE = msgid("A yes without a date was not taken: a consent needs the day on which it was given.")


@dataclass(frozen=True, slots=True)
class Answer:
    purpose: Purpose
    granted: bool
    at: int
    text: str
    dated: bool

    def __str__(self) -> str:
        return f"{self.granted} {self.at if self.dated else ''} {self.text}"


def read(values: Mapping[str, str], work: Import) -> dict[str, Answer]:
    """Field → what she answered; a purpose that has a column of its own goes by that one."""
    if values.keys().isdisjoint(_COLUMNS):
        return {}
    said: dict[Purpose, bool] = {}
    for column, purposes in _COLUMNS.items():
        granted = cells.yes_or_no(values.get(column, ""))
        if granted is not None:
            said |= dict.fromkeys(purposes, granted)
    on = values.get("consent_on", "")
    at = days.moment(on, work.reading.dates, HOME_ZONE) if cells.text(on) else None
    if at is not None and at > work.written_at:
        raise Unfit(msgid("The consent is dated {day}, after this file was written."), day=on)
    text = cells.name(values.get("consent_text", ""), cells.LONGEST_BODY)
    taken = {purpose: granted for purpose, granted in said.items() if at is not None or not granted}
    if len(taken) < len(said):
        work.figures.remark(WITHOUT_DATE)
    return {
        f"consent:{purpose}": Answer(purpose, granted, at or work.written_at, text, dated=at is not None)
        for purpose, granted in taken.items()
    }


def put(
    pen: Pen, customer_id: str, row: int, answers: Iterator[Answer], work: Import, *, is_new: bool
) -> bool:
    """Whether anything was said that was not known here."""
    known = set() if is_new else _known(pen.conn, customer_id)
    fresh = [one for one in answers if (one.purpose, one.granted, one.at) not in known]
    for answer in fresh:
        pen.add(
            "consent",
            {
                "customer_id": customer_id,
                "purpose": answer.purpose.value,
                "granted": answer.granted,
                "text_id": _text_id(pen, answer, work.language),
                "how": How.FILE.value,
                "at": answer.at,
                "expires_at": expiry(pen.conn, answer.purpose, answer.at) if answer.granted else None,
                "proof": f"{work.file}, {row}",
            },
        )
    return bool(fresh)


def _known(conn: sa.Connection, customer_id: str) -> set[tuple[Purpose, bool, int]]:
    return {(one.purpose, one.granted, one.at) for one in queries.records(conn, customer_id)}


def _text_id(pen: Pen, answer: Answer, language: str) -> str:
    """A short text is the version of a notice, a long one the notice itself."""
    if not answer.text:
        return ""
    about = queries.covering(answer.purpose)[-1]
    short = len(answer.text) <= LONGEST_LABEL
    version = answer.text if short else f"file-{hashlib.sha256(answer.text.encode()).hexdigest()[:8]}"
    text_id = f"{about}/{language}/{version}"
    if pen.conn.scalar(sa.select(consent_text.c.id).where(consent_text.c.id == text_id)) is None:
        row = {"purpose": about, "language": language, "version": version, "body": answer.text}
        pen.add("consent_text", {"id": text_id, **row})
    return text_id
