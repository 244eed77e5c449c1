"""What was typed about a customer and is not saved: kept on this tablet for whoever typed it, for the day.

A leaf is put away by a touch beside it, a tablet locks itself, a battery dies: the words are there when the
leaf is opened again.
"""

from enum import StrEnum

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from clienteling.customers.tables import customer
from clienteling.notes.tables import unfinished_words

KEPT_MS = 12 * 3_600_000
_words = unfinished_words.c
_HERE = sa.select(customer.c.id).where(customer.c.id == sa.bindparam("customer_id", type_=sa.Text))


class Leaf(StrEnum):
    """Where it was typed."""

    NOTE = "note"
    PROMISE = "promise"


class Place(msgspec.Struct, frozen=True):
    """One leaf, in one person's hands, about one customer."""

    leaf: Leaf
    customer_id: str
    associate_id: str

    @property
    def key(self) -> str:
        return f"{self.leaf}/{self.associate_id}/{self.customer_id}"


def keep(conn: sa.Connection, place: Place, said: str, now: int) -> None:
    """Nothing but blanks is nothing, and of whoever was erased meanwhile nothing is kept."""
    if not said.strip() or conn.scalar(_HERE, {"customer_id": place.customer_id}) is None:
        drop(conn, place)
        return
    values = {"customer_id": place.customer_id, "said": said, "written_at": now}
    written = insert(unfinished_words).values(id=place.key, **values)
    conn.execute(written.on_conflict_do_update(index_elements=["id"], set_=values))


def kept(conn: sa.Connection, place: Place, now: int) -> str:
    """Empty where nothing was left unfinished lately."""
    row = conn.execute(sa.select(unfinished_words).where(_words.id == place.key)).first()
    return row.said if row is not None and abs(now - (row.written_at or 0)) <= KEPT_MS else ""


def drop(conn: sa.Connection, place: Place) -> None:
    conn.execute(unfinished_words.delete().where(_words.id == place.key))


def drop_old(conn: sa.Connection, now: int) -> None:
    """Of the future too: its clock was wrong."""
    fresh = _words.written_at.between(now - KEPT_MS, now + KEPT_MS)
    conn.execute(unfinished_words.delete().where(sa.or_(_words.written_at.is_(None), ~fresh)))
