import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer
from clienteling.prepared import Prepared
from clienteling.privacy.tables import access, privacy_request
from clienteling.privacy.values import Answer, PrivacyWish, Why
from clienteling.records import existing
from clienteling.staff.values import Author
from sync.writer import Writer

SAME_VISIT_MS = 10 * 60_000
"""Opened again within it by the same person on the same device, it is the same looking."""
_OPEN = frozenset({Answer.ASKED, Answer.HELD})
_HERE = Prepared(sa.select(customer.c.id).where(customer.c.id == sa.bindparam("customer_id", type_=sa.Text)))
_LATELY = Prepared(
    sa.select(access.c.id)
    .where(
        access.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        access.c.at > sa.bindparam("since", type_=sa.BigInteger),
        access.c.associate_id.is_not_distinct_from(sa.bindparam("associate_id", type_=sa.Text)),
        access.c.device == sa.bindparam("device", type_=sa.Text),
    )
    .limit(1)
)


def opened(
    writer: Writer,
    *,
    customer_id: str,
    why: Why,
    associate_id: str | None,
    store_id: str | None,
    device: str,
    at: int | None = None,
) -> str:
    """Note that her card was opened. Returns the record's id, empty where it was noted just before.

    `at` is given where it was some time ago.
    """
    asked = {"customer_id": customer_id, "associate_id": associate_id, "device": device}
    conn, moment = writer.connection, writer.now if at is None else at
    lately = {**asked, "ids": ids_of(conn, customer_id), "since": moment - SAME_VISIT_MS}
    if _LATELY.first(conn, lately) or not _HERE.first(conn, asked):
        return ""
    return writer.insert("access", {**asked, "store_id": store_id, "why": why.value, "at": moment})


def ask(writer: Writer, *, customer_id: str, wish: PrivacyWish, author: Author) -> str:
    """She asks for her file, or to be forgotten. Asked once more while it is open, it is the same request."""
    existing(writer.connection, customer, customer_id)
    same = sa.select(privacy_request.c.id).where(
        privacy_request.c.customer_id.in_(ids_of(writer.connection, customer_id)),
        privacy_request.c.wish == wish.value,
        privacy_request.c.answer.in_(_OPEN),
    )
    waiting = writer.connection.scalar(same)
    return waiting or writer.insert(
        "privacy_request",
        {
            "customer_id": customer_id,
            "wish": wish.value,
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )


def take_back(writer: Writer, request_id: str) -> None:
    """She has changed her mind, and nothing was done yet. Raises LookupError where it was."""
    writer.cancel("privacy_request", request_id)
