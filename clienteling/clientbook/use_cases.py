from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.clientbook.tables import book_entry
from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer
from clienteling.records import existing
from clienteling.staff.values import Author
from sync.writer import Writer


def entry_id(customer_id: str, owner: str) -> str:
    """`owner` is an associate, or the shop itself."""
    return f"{customer_id}/{owner}"


def add(writer: Writer, customer_id: str, *, author: Author, associate_id: str | None = None) -> str:
    """Into the author's book, or a colleague's of the same shop. Nothing changes where she is in it."""
    owner = associate_id or author.associate_id
    existing(writer.connection, customer, customer_id)
    for entry in _entries(writer.connection, customer_id, owner):
        return str(entry.id)
    return _enter(writer, customer_id, owner, author.store_id, author)


def remove(writer: Writer, customer_id: str, *, associate_id: str) -> int:
    """Out of her book, under whichever of the customer's ids she entered her. Returns how many went."""
    entries = _entries(writer.connection, customer_id, associate_id)
    for entry in entries:
        writer.remove("book_entry", entry.id)
    return len(entries)


def reassign(writer: Writer, *, leaver_id: str, to: str | None, author: Author) -> int:
    """All of a leaver's customers to a colleague, or to the shop itself. Returns how many.

    Where the one who takes over has a customer already, the leaver's entry just goes.
    """
    query = sa.select(book_entry).where(book_entry.c.associate_id == leaver_id).order_by(book_entry.c.id)
    leaving = writer.connection.execute(query).all()
    for entry in leaving:
        writer.remove("book_entry", entry.id)
        if to is None:
            _enter_once(writer, entry.customer_id, None, entry.store_id, author)
        else:
            _enter_once(writer, entry.customer_id, to, author.store_id, author)
    return len(leaving)


def _enter_once(
    writer: Writer, customer_id: str, associate_id: str | None, store_id: str, author: Author
) -> None:
    there = sa.select(book_entry.c.id).where(
        book_entry.c.id == entry_id(customer_id, associate_id or store_id)
    )
    if writer.connection.execute(there).first() is None:
        _enter(writer, customer_id, associate_id, store_id, author)


def _enter(writer: Writer, customer_id: str, associate_id: str | None, store_id: str, author: Author) -> str:
    return writer.insert(
        "book_entry",
        {
            "id": entry_id(customer_id, associate_id or store_id),
            "customer_id": customer_id,
            "associate_id": associate_id,
            "store_id": store_id,
            "added_at": writer.now,
            "added_by": author.associate_id,
        },
    )


def _entries(conn: sa.Connection, customer_id: str, associate_id: str) -> Sequence[sa.Row]:
    query = sa.select(book_entry.c.id).where(
        book_entry.c.customer_id.in_(ids_of(conn, customer_id)), book_entry.c.associate_id == associate_id
    )
    return conn.execute(query).all()
