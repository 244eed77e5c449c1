from datetime import date

import sqlalchemy as sa

from clienteling.consents import use_cases as consents
from clienteling.consents.values import Purpose
from clienteling.customers.corrections import corrected
from clienteling.errors import InvalidRecord
from clienteling.newcomers import blanks, drafts
from clienteling.newcomers.texts import text_for
from clienteling.newcomers.values import Draft, Enrolled
from clienteling.staff.values import Author
from sync.writer import Writer


def enrol(writer: Writer, draft: Draft, *, device_id: str, author: Author, today: date) -> Enrolled:
    """She is a customer from now on, with what she agreed to; all or nothing. `today` is the shop's day.

    Raises InvalidRecord, which names the field.
    """
    fields = corrected(draft.typed)
    if not (fields["given_name"] or fields["family_name"]):
        raise InvalidRecord("given_name", "she needs a name")
    _check_service(writer.connection, draft, today)
    blank = blanks.take(writer.connection, device_id)
    customer_id = writer.insert(
        "customer",
        {
            **({"id": blank.id} if blank is not None else {}),
            **fields,
            "language": draft.language,
            "home_store_id": author.store_id,
            "since_on": today.isoformat(),
            "updated_at": writer.now,
        },
    )
    for purpose, granted in draft.answers.items():
        _answer(writer, customer_id, purpose, draft, granted=granted, author=author, today=today)
    drafts.drop(writer.connection)
    return Enrolled(customer_id, blank.code if blank is not None else "")


def _check_service(conn: sa.Connection, draft: Draft, today: date) -> None:
    """A card may be kept of whoever agrees to it; where the shop has no text to show, her word counts."""
    shown = text_for(conn, Purpose.SERVICE, draft.language, today.isoformat())
    if shown is not None and not draft.answers.get(Purpose.SERVICE):
        raise InvalidRecord("service", "she has not agreed that a card is kept of her")


def _answer(
    writer: Writer,
    customer_id: str,
    purpose: Purpose,
    draft: Draft,
    *,
    granted: bool,
    author: Author,
    today: date,
) -> None:
    """A no is kept too, so that nobody asks again tomorrow. Without a text nothing can be agreed to."""
    text = text_for(writer.connection, purpose, draft.language, today.isoformat())
    if text is None and granted:
        return
    consents.record(
        writer,
        customer_id=customer_id,
        purpose=purpose,
        granted=granted,
        text_id=text.id if text is not None else "",
        how=draft.how,
        author=author,
    )
