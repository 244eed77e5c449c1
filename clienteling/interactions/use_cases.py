import msgspec
import sqlalchemy as sa
import uuid_utils

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer
from clienteling.interactions import held
from clienteling.interactions.rules import checked
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import Draft
from clienteling.records import existing, standing, uncorrected
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

ONE_VISIT = 3 * 3_600_000
"""What is recorded with the same customer in the same shop within this time is one visit."""

_LAST_VISIT = (
    sa.select(interaction.c.visit_id)
    .where(
        interaction.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        interaction.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        interaction.c.at > sa.bindparam("since", type_=sa.BigInteger),
        uncorrected(interaction),
    )
    .order_by(interaction.c.at.desc())
    .limit(1)
)


def record(writer: Writer, draft: Draft, *, author: Author) -> str:
    return _append(writer, checked(draft), author)


def correct(
    writer: Writer, interaction_id: str, draft: Draft, *, author: Author, by: Author | None = None
) -> str:
    """A new record in place of the old one, which stays in the history.

    It stays the deed of whoever did it, not of who corrects it; `by` says that it was somebody else.
    """
    old = standing(writer.connection, interaction, interaction_id)
    doer = by or Author(old.associate_id or author.associate_id, old.store_id or author.store_id)
    return _append(
        writer,
        msgspec.structs.replace(checked(draft), visit_id=draft.visit_id or old.visit_id),
        doer,
        at=old.at,
        corrects=interaction_id,
        corrected_by=author.associate_id,
    )


def undo(writer: Writer, interaction_id: str, *, author: Author) -> str:
    old = standing(writer.connection, interaction, interaction_id)
    held.hold_again(writer, interaction_id, author=author)
    return writer.insert(
        "interaction",
        {
            "customer_id": old.customer_id,
            "kind": old.kind,
            "outcome": "",
            "items": [],
            "summary": "",
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "visit_id": old.visit_id,
            "corrects": interaction_id,
            "correction": Correction.UNDONE.value,
        },
    )


def _append(
    writer: Writer,
    draft: Draft,
    author: Author,
    *,
    at: int | None = None,
    corrects: str | None = None,
    corrected_by: str | None = None,
) -> str:
    if draft.customer_id is not None:
        existing(writer.connection, customer, draft.customer_id)
    interaction_id = writer.insert(
        "interaction",
        {
            "customer_id": draft.customer_id,
            "kind": draft.kind.value,
            "outcome": draft.outcome.value,
            "items": msgspec.to_builtins(draft.items),
            "summary": draft.summary,
            "at": writer.now if at is None else at,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
            "visit_id": draft.visit_id or _visit_id(writer, draft.customer_id, author.store_id),
            "corrects": corrects,
            "corrected_by": corrected_by,
            "correction": (Correction.CHANGED if corrects else Correction.NONE).value,
        },
    )
    held.release(
        writer, draft.customer_id, draft.items, sale_id=interaction_id, author=author, instead_of=corrects
    )
    return interaction_id


def _visit_id(writer: Writer, customer_id: str | None, store_id: str) -> str:
    return _running_visit(writer, customer_id, store_id) or str(uuid_utils.uuid7())


def _running_visit(writer: Writer, customer_id: str | None, store_id: str) -> str:
    """An anonymous visitor is a new visit each time: nobody knows whether it was the same person."""
    if customer_id is None:
        return ""
    ids = ids_of(writer.connection, customer_id)
    asked = {"ids": ids, "in_store": store_id, "since": writer.now - ONE_VISIT}
    return writer.connection.execute(_LAST_VISIT, asked).scalar() or ""
