"""What the use cases of every feature ask of a record before they change it."""

from functools import lru_cache

import sqlalchemy as sa

from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.vocabulary import Correction

MOST_VERSIONS = 20
_RECORD = sa.bindparam("record_id", type_=sa.Text)


def existing(conn: sa.Connection, table: sa.Table, record_id: str) -> sa.Row:
    row = conn.execute(_by_id(table), {"record_id": record_id}).first()
    if row is None:
        raise UnknownRecord(table.name, record_id)
    return row


def standing(conn: sa.Connection, table: sa.Table, record_id: str) -> sa.Row:
    """A fact that nobody has corrected yet: the same one is not undone twice."""
    row = existing(conn, table, record_id)
    if row.correction == Correction.UNDONE:
        raise InvalidRecord("corrects", "this record is itself the undoing of another")
    if conn.execute(_correcting(table), {"record_id": record_id}).first() is not None:
        raise InvalidRecord("corrects", "this record was already corrected")
    return row


def versions(conn: sa.Connection, table: sa.Table, record_id: str) -> list[sa.Row]:
    """A fact and what stood in its place before, the newest first. Raises UnknownRecord."""
    found = [existing(conn, table, record_id)]
    while found[-1].corrects and len(found) < MOST_VERSIONS:
        earlier = conn.execute(_by_id(table), {"record_id": found[-1].corrects}).first()
        if earlier is None:
            break
        found.append(earlier)
    return found


@lru_cache
def _by_id(table: sa.Table) -> sa.Select:
    return sa.select(table).where(table.c.id == _RECORD)


@lru_cache
def _correcting(table: sa.Table) -> sa.Select:
    return sa.select(table.c.id).where(table.c.corrects == _RECORD).limit(1)


@lru_cache
def uncorrected(table: sa.Table) -> sa.ColumnElement[bool]:
    """In a query over facts: neither an undoing nor corrected by a later record."""
    later = table.alias(f"later_{table.name}")
    corrected = sa.select(later.c.id).where(later.c.corrects == table.c.id).correlate(table)
    return sa.and_(table.c.correction != Correction.UNDONE, ~corrected.exists())
