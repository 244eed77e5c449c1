"""One person with several records: which of them stands for her, and by which ids her records name her.

Every record keeps the customer's id that it was written with; who reads about her reads them all. So when
two records turn out to be two people after all, everything is where it was, and so is what came since.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec
import sqlalchemy as sa

from clienteling.customers.tables import customer, customer_alias
from clienteling.prepared import Prepared, Row
from sync.batches import MOST_BOUND

_ID = sa.bindparam("customer_id", type_=sa.Text)
_OTHER = customer_alias.alias("other_alias")
_STANDS = sa.select(_OTHER.c.customer_id).where(_OTHER.c.id == _ID).scalar_subquery()
_OF_HER = Prepared(
    sa.select(customer_alias.c.id, customer_alias.c.customer_id, customer_alias.c.merged_at)
    .where(customer_alias.c.customer_id == sa.func.coalesce(_STANDS, _ID))
    .order_by(customer_alias.c.merged_at, customer_alias.c.id)
)
_ALL = Prepared(sa.select(customer_alias.c.id, customer_alias.c.customer_id, customer_alias.c.merged_at))
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_ROWS = Prepared(
    _ALL.query.where(sa.or_(customer_alias.c.id.in_(_IDS), customer_alias.c.customer_id.in_(_IDS)))
)


class Her(msgspec.Struct, frozen=True):
    """One person, by every id of hers."""

    id: str
    """Of the record that stands for her."""
    ids: tuple[str, ...]
    """That one first, then those that were joined to it, in the order in which they were."""
    joined_at: Mapping[str, int] = {}
    """When each of those was; empty where she has one record."""


Whom: TypeAlias = str | Her
"""A customer's id, any of hers, or herself where somebody has looked already."""


def alone(customer_id: str) -> Her:
    """Somebody with one record."""
    return Her(customer_id, (customer_id,))


def her(conn: sa.Connection, whom: Whom) -> Her:
    """The person whom this id names; an id that nobody here has is somebody with one record."""
    if isinstance(whom, Her):
        return whom
    rows = _OF_HER.rows(conn, {"customer_id": whom})
    return _her(rows[0].customer_id if rows else whom, {row.id: row.merged_at or 0 for row in rows})


def ids_of(conn: sa.Connection, whom: Whom) -> tuple[str, ...]:
    return her(conn, whom).ids


def standing(conn: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """Each id → the one that stands for her."""
    found = {customer_id: customer_id for customer_id in ids}
    found |= {row.id: row.customer_id for row in _rows(conn, found) if row.id in found}
    return found


def together(conn: sa.Connection, ids: Collection[str]) -> dict[str, Her]:
    """Each id → the person whom it names."""
    stands = {customer_id: customer_id for customer_id in ids}
    rows = _rows(conn, stands)
    stands |= {row.id: row.customer_id for row in rows if row.id in stands}
    if others := {*stands.values()} - stands.keys():
        rows = list({row.id: row for row in (*rows, *_rows(conn, others))}.values())
    hers: dict[str, dict[str, int]] = {}
    for row in sorted(rows, key=lambda row: (row.merged_at or 0, row.id)):
        hers.setdefault(row.customer_id, {})[row.id] = row.merged_at or 0
    return {i: _her(root, hers.get(root, {})) for i, root in stands.items()}


def records_of_one(conn: sa.Connection, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Of these ids, those of somebody with several records → all of hers."""
    people = together(conn, set(ids))
    return {i: frozenset({i, *she.ids}) for i, she in people.items() if len(she.ids) > 1}


def of_record(column: sa.ColumnElement[str | None]) -> sa.ColumnElement[str]:
    """In a query, the id that stands for the customer whom this column names."""
    alias = customer_alias.alias()
    stands = sa.select(alias.c.customer_id).where(alias.c.id == column, _is_here(alias))
    return sa.func.coalesce(stands.scalar_subquery(), column)


def _her(stands_id: str, joined_at: Mapping[str, int]) -> Her:
    return Her(stands_id, tuple(dict.fromkeys((stands_id, *joined_at))), joined_at)


def _rows(conn: sa.Connection, ids: Collection[str]) -> Sequence[Row]:
    """What is said of these ids; of many, all that is said of anybody: few people have several records."""
    if len(ids) > MOST_BOUND:
        return _ALL.rows(conn)
    return _ROWS.rows(conn, {"ids": sorted(ids)}) if ids else []


def _is_here(alias: sa.Alias) -> sa.ColumnElement[bool]:
    """Until the record that stands for her has come, her own does."""
    return sa.exists().where(customer.c.id == alias.c.customer_id).correlate(alias)
