from collections.abc import Mapping

import sqlalchemy as sa

from clienteling.customers.corrections import corrected
from clienteling.customers.tables import WATCHED, customer, preference
from clienteling.customers.values import PreferenceKind, Provenance
from clienteling.errors import InvalidRecord, TooLong
from clienteling.prepared import said
from clienteling.records import existing
from clienteling.staff.values import Author
from sync.writer import Writer

_REMEMBERED = 50
_LONGEST_VALUE = 200
_OPENED = """
    INSERT INTO recent_customer (customer_id, opened_at) VALUES (?, ?)
    ON CONFLICT (customer_id) DO UPDATE SET opened_at = excluded.opened_at
"""
_FORGET = """
    DELETE FROM recent_customer WHERE customer_id NOT IN
    (SELECT customer_id FROM recent_customer ORDER BY opened_at DESC LIMIT ?)
"""


def mark_opened(conn: sa.Connection, customer_id: str, now: int) -> None:
    """Remember, on this tablet only, that her card was opened."""
    said(conn, _OPENED, (customer_id, now))
    said(conn, _FORGET, (_REMEMBERED,))


def tell(writer: Writer, *, customer_id: str, kind: PreferenceKind, value: str, author: Author) -> str:
    """What she says of herself; older values stay in the table with their who, where and when."""
    words = " ".join(value.split())
    if not words:
        raise InvalidRecord("value", "nothing was said")
    if len(words) > _LONGEST_VALUE:
        raise TooLong("value", _LONGEST_VALUE)
    existing(writer.connection, customer, customer_id)
    return writer.insert(
        "preference",
        {
            "customer_id": customer_id,
            "kind": kind.value,
            "value": words,
            "source": Provenance.TOLD.value,
            "evidence": "",
            "said_at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )


def correct(
    writer: Writer, customer_id: str, typed: Mapping[str, str], author: Author | None = None
) -> dict[str, str | None]:
    """What is wrong in her record, put right. Returns the fields that changed, as they were before.

    Raises InvalidRecord, which names the field, and UnknownRecord.
    """
    row = existing(writer.connection, customer, customer_id)
    put_right = corrected(typed)
    changed = {field: value for field, value in put_right.items() if getattr(row, field) != value}
    if not any({**row._mapping, **put_right}[name] for name in ("given_name", "family_name")):  # noqa: SLF001
        raise InvalidRecord("given_name", "she needs a name")
    writer.update("customer", customer_id, changed)
    _note_given(writer, customer_id, changed, author)
    return {field: getattr(row, field) for field in changed}


def put_back(
    writer: Writer, customer_id: str, before: Mapping[str, str | None], author: Author | None = None
) -> None:
    """Corrected by mistake."""
    writer.update("customer", customer_id, before)
    _note_given(writer, customer_id, before, author)


def choose(
    writer: Writer, *, customer_id: str, field: str, value: str, instead_of: str, author: Author
) -> None:
    """Of two values that did not know of each other, or to change such a decision."""
    if field not in WATCHED:
        raise InvalidRecord("field", "nobody has to decide about it")
    existing(writer.connection, customer, customer_id)
    writer.update("customer", customer_id, {field: value or None if field == "birthday_on" else value})
    _note_given(writer, customer_id, {field: value}, author, instead_of)


def _note_given(
    writer: Writer,
    customer_id: str,
    values: Mapping[str, str | None],
    author: Author | None,
    instead_of: str = "",
) -> None:
    for field in sorted(WATCHED & values.keys()):
        writer.insert(
            "value_given",
            {
                "customer_id": customer_id,
                "field": field,
                "value": values[field] or "",
                "instead_of": instead_of,
                "at": writer.now,
                "store_id": author.store_id if author else None,
                "associate_id": author.associate_id if author else None,
            },
        )


def take_back(writer: Writer, preference_id: str) -> None:
    existing(writer.connection, preference, preference_id)
    writer.update("preference", preference_id, {"removed_at": writer.now})
