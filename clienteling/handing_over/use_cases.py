"""Whoever leaves hands over in one go: her book, her word, what she was to do, whom she expected."""

import sqlalchemy as sa

from clienteling.clientbook import use_cases as books
from clienteling.clientbook.tables import book_entry
from clienteling.errors import InvalidRecord
from clienteling.handing_over.queries import left_behind
from clienteling.handing_over.values import Handed
from clienteling.promises.tables import promise
from clienteling.staff.values import Author
from sync.writer import Writer


def hand_over(writer: Writer, leaver_id: str, to: str | None, *, author: Author) -> Handed:
    """To one colleague, or to the whole shop. Her promises keep saying who gave her word."""
    if to == leaver_id:
        raise InvalidRecord("to", "somebody else takes over")
    what = left_behind(writer.connection, leaver_id, author.store_id, writer.now)
    before = tuple((one, _taken_by(writer.connection, one)) for one in what.promises)
    known = _in_book(writer.connection, to, author)
    books.reassign(writer, leaver_id=leaver_id, to=to, author=author)
    for promise_id in what.promises:
        writer.update("promise", promise_id, {"taken_by": to or ""})
    for task_id in what.tasks:
        writer.update("task", task_id, {"associate_id": to})
    for appointment_id in what.appointments:
        writer.update("appointment", appointment_id, {"associate_id": to})
    return Handed(
        leaver_id=leaver_id,
        to=to,
        what=what,
        entered=tuple(one for one in what.customers if one not in known),
        promises_before=before,
    )


def give_back(writer: Writer, handed: Handed, *, author: Author) -> None:
    """As it was before, but for what somebody has done with it meanwhile."""
    for customer_id in handed.what.customers:
        books.add(writer, customer_id, author=author, associate_id=handed.leaver_id)
    for customer_id in handed.entered:
        writer.remove("book_entry", books.entry_id(customer_id, handed.to or author.store_id))
    for promise_id, before in handed.promises_before:
        writer.update("promise", promise_id, {"taken_by": before})
    for task_id in handed.what.tasks:
        writer.update("task", task_id, {"associate_id": handed.leaver_id})
    for appointment_id in handed.what.appointments:
        writer.update("appointment", appointment_id, {"associate_id": handed.leaver_id})


def _taken_by(conn: sa.Connection, promise_id: str) -> str | None:
    return conn.scalar(sa.select(promise.c.taken_by).where(promise.c.id == promise_id))


def _in_book(conn: sa.Connection, to: str | None, author: Author) -> frozenset[str]:
    whose = (
        book_entry.c.associate_id == to
        if to is not None
        else sa.and_(book_entry.c.associate_id.is_(None), book_entry.c.store_id == author.store_id)
    )
    return frozenset(conn.scalars(sa.select(book_entry.c.customer_id).where(whose)))
