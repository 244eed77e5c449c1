"""What was typed on a leaf and is not saved: kept on this tablet for whoever typed it, for the day.

A leaf is put away by a touch beside it, a tablet locks itself, a battery dies: the words are there when the
leaf is opened again.
"""

from enum import StrEnum
from typing import TypeVar

import msgspec
import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from clienteling.customers.tables import customer
from clienteling.notes.tables import unfinished_words

T = TypeVar("T")
KEPT_MS = 12 * 3_600_000
_words = unfinished_words.c
_HERE = sa.select(customer.c.id).where(customer.c.id == sa.bindparam("customer_id", type_=sa.Text))


class Leaf(StrEnum):
    """Where it was typed."""

    NOTE = "note"
    PROMISE = "promise"
    TASK = "task"
    APPOINTMENT = "appointment"
    MESSAGE = "message"
    SELECTION = "selection"
    PREFERENCE = "preference"
    HER_DATA = "her_data"
    REFUSED = "refused"
    """What the hub did not take, said otherwise."""

    TOLD = "told"
    """To the team."""

    HANDED_OUT = "handed_out"
    PARTED = "parted"
    """Why a purchase is somebody's."""

    INTERACTION = "interaction"
    BASIS = "basis"
    SCHEME = "scheme"
    TARGET = "target"
    COLLEAGUE = "colleague"
    """Somebody new of the shop: her name, never her PIN."""


class Place(msgspec.Struct, frozen=True):
    """One leaf, in one person's hands."""

    leaf: Leaf
    begun: str
    """On whose card, or about which record; empty where it is about nobody yet."""
    associate_id: str

    @property
    def key(self) -> str:
        return f"{self.leaf}/{self.associate_id}/{self.begun}"


class Left(msgspec.Struct, frozen=True):
    said: str = ""
    """Words, or all that stands on the leaf, packed."""
    customer_id: str = ""
    """Whom it is about by now; nobody yet where empty."""


def packed(leaf: object) -> str:
    return msgspec.json.encode(leaf).decode()


def unpacked(said: str, kind: type[T]) -> T | None:
    """None for what an earlier version wrote in another way."""
    try:
        return msgspec.json.decode(said, type=kind)
    except msgspec.DecodeError:
        return None


def keep(conn: sa.Connection, place: Place, left: Left, now: int) -> None:
    """Nothing but blanks is nothing, and of whoever was erased meanwhile nothing is kept."""
    if not left.said.strip() or not _here(conn, left.customer_id):
        drop(conn, place)
        return
    values = {"customer_id": left.customer_id, "said": left.said, "written_at": now}
    written = insert(unfinished_words).values(id=place.key, **values)
    conn.execute(written.on_conflict_do_update(index_elements=["id"], set_=values))


def kept(conn: sa.Connection, place: Place, now: int) -> str:
    """Empty where nothing was left unfinished lately."""
    row = conn.execute(sa.select(unfinished_words).where(_words.id == place.key)).first()
    return row.said if row is not None and abs(now - (row.written_at or 0)) <= KEPT_MS else ""


def _here(conn: sa.Connection, customer_id: str) -> bool:
    return not customer_id or conn.scalar(_HERE, {"customer_id": customer_id}) is not None


def drop(conn: sa.Connection, place: Place) -> None:
    conn.execute(unfinished_words.delete().where(_words.id == place.key))


def drop_old(conn: sa.Connection, now: int) -> None:
    """Of the future too: its clock was wrong."""
    fresh = _words.written_at.between(now - KEPT_MS, now + KEPT_MS)
    conn.execute(unfinished_words.delete().where(sa.or_(_words.written_at.is_(None), ~fresh)))
