"""Laying down what contacts are worth: nothing of it is ever written over."""

from datetime import date

import sqlalchemy as sa

from clienteling.attribution.schemes import PER_MILLE, Scheme
from clienteling.attribution.tables import incentive_scheme, incentive_statement
from clienteling.errors import InvalidRecord
from clienteling.records import existing, uncorrected
from clienteling.staff.values import Author
from clienteling.vocabulary import Correction
from sync.writer import Writer

LONGEST_NAME = 60


def set_up(writer: Writer, scheme: Scheme, *, author: Author) -> str:
    """A new one, from its month on."""
    return writer.insert("incentive_scheme", _terms(scheme, author.store_id) | _said(writer, author))


def change(writer: Writer, scheme: Scheme, *, author: Author) -> str:
    """Other terms from `scheme.from_on` on, the first day of a month; `scheme.id` is the version they follow.

    Who gets it stays. Raises InvalidRecord for a month that was closed: that stays as it is.
    """
    old = _open_from(writer.connection, scheme)
    if old.whom != scheme.whose:
        raise InvalidRecord("whose", "who gets it stays; end this scheme and set up another")
    changed = {"corrects": scheme.id, "correction": Correction.CHANGED.value}
    return writer.insert("incentive_scheme", _terms(scheme, old.store_id) | _said(writer, author) | changed)


def end(writer: Writer, scheme: Scheme, *, author: Author) -> str:
    """From `scheme.from_on` on there is none; its months before that are still closed."""
    old = _open_from(writer.connection, scheme)
    ended = {"ended": True, "corrects": scheme.id, "correction": Correction.CHANGED.value}
    return writer.insert("incentive_scheme", _terms(scheme, old.store_id) | _said(writer, author) | ended)


def take_back(writer: Writer, version_id: str, *, author: Author) -> str:
    """What was said by this version never counted; what stood before it does again."""
    old = existing(writer.connection, incentive_scheme, version_id)
    undone = {"corrects": version_id, "correction": Correction.UNDONE.value}
    kept = {"store_id": old.store_id, "name": old.name, "whom": old.whom}
    return writer.insert("incentive_scheme", kept | _said(writer, author) | undone)


def _terms(scheme: Scheme, store_id: str) -> dict[str, object]:
    name = " ".join(scheme.name.split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise InvalidRecord("name", f"one to {LONGEST_NAME} characters")
    if not 0 < scheme.per_mille <= PER_MILLE or scheme.over_cents < 0:
        raise InvalidRecord("per_mille", "more than nothing, at most all of it")
    if date.fromisoformat(scheme.from_on).day != 1:
        raise InvalidRecord("from_on", "the first day of a month")
    return {
        "store_id": store_id,
        "name": name,
        "whom": scheme.whose.value,
        "per_mille": scheme.per_mille,
        "over_cents": scheme.over_cents,
        "from_on": scheme.from_on,
    }


def _said(writer: Writer, author: Author) -> dict[str, object]:
    return {"at": writer.now, "associate_id": author.associate_id}


def _open_from(conn: sa.Connection, scheme: Scheme) -> sa.Row:
    """The version that it follows, where none of its months from then on was closed."""
    closed = sa.select(incentive_statement.c.id).where(
        incentive_statement.c.scheme_id == scheme.first_id,
        incentive_statement.c.month_on >= scheme.from_on,
        uncorrected(incentive_statement),
    )
    if conn.execute(closed.limit(1)).first() is not None:
        raise InvalidRecord("from_on", "a month that was closed stays as it is")
    return existing(conn, incentive_scheme, scheme.id)
