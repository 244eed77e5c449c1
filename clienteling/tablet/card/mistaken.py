"""Whether she was entered by mistake: offered on the day itself, and how far it is."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from clienteling.privacy.values import Answer
from clienteling.tablet.record.saved_view_model import Receipt

if TYPE_CHECKING:
    from datetime import date

    import sqlalchemy as sa

    from clienteling.staff.values import Author
    from sync.writer import Writer


class Standing(StrEnum):
    NO = ""
    OFFERED = "offered"
    ASKED = "asked"
    """She goes as soon as the hub hears of it."""
    REFUSED = "refused"


@dataclass(frozen=True)
class Mistaken:
    standing: Standing = Standing.NO
    why: str = ""
    """A `Hold`: what keeps her."""
    request_id: str = ""


def read_mistaken(conn: "sa.Connection", customer_id: str, today: "date") -> Mistaken:
    from clienteling.newcomers.mistakes import entered_on, more_than_entered
    from clienteling.privacy.queries import mistake

    one = mistake(conn, customer_id)
    if one is not None and one.answer is Answer.ASKED:
        return Mistaken(Standing.ASKED, request_id=one.id)
    if entered_on(conn, customer_id) != today.isoformat():
        return Mistaken()
    if one is not None and one.answer is Answer.REFUSED:
        return Mistaken(Standing.REFUSED, why=one.holds[0].value if one.holds else "")
    return Mistaken() if more_than_entered(conn, customer_id) else Mistaken(Standing.OFFERED)


def entered_by_mistake(writer: "Writer", *, customer_id: str, author: "Author") -> Receipt:
    from clienteling.newcomers.mistakes import take_back
    from clienteling.privacy import use_cases

    request_id = take_back(writer, customer_id, author)
    return Receipt(
        kind="asked_mistake",
        collection="privacy_request",
        record_id=request_id,
        undo=partial(use_cases.take_back, request_id=request_id),
    )
