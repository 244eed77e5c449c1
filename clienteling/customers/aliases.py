"""One person with several records: which of them stands for her, and by which ids her records name her.

Every record keeps the customer's id that it was written with; who reads about her reads them all. So when
two records turn out to be two people after all, everything is where it was, and so is what came since.
"""

from collections.abc import Collection, Mapping
from typing import TypeAlias

import msgspec
import sqlalchemy as sa

from clienteling.customers.tables import customer, customer_alias
from sync.batches import batches

_ID = sa.bindparam("customer_id", type_=sa.Text)
_OTHER = customer_alias.alias("other_alias")
_STANDS = sa.select(_OTHER.c.customer_id).where(_OTHER.c.id == _ID).scalar_subquery()
_OF_HER = (
    sa.select(customer_alias.c.id, customer_alias.c.customer_id, customer_alias.c.merged_at)
    .where(customer_alias.c.customer_id == sa.func.coalesce(_STANDS, _ID))
    .order_by(customer_alias.c.merged_at, customer_alias.c.id)
)
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_ROWS = sa.select(customer_alias.c.id, customer_alias.c.customer_id).where(
    sa.or_(customer_alias.c.id.in_(_IDS), customer_alias.c.customer_id.in_(_IDS))
)


class Her(msgspec.Struct, frozen=True):
    """One person, by every id of hers."""

    id: str
    """Of the record that stands for her."""
    ids: tuple[str, ...]
    """That one first, then those that were joined to it, in the order in which they were."""
    joined_at: int = 0
    """When the last of them was; 0 where she has one record."""


Whom: TypeAlias = str | Her
"""A customer's id, any of hers, or herself where somebody has looked already."""


def her(conn: sa.Connection, whom: Whom) -> Her:
    """The person whom this id names; an id that nobody here has is somebody with one record."""
    if isinstance(whom, Her):
        return whom
    rows = conn.execute(_OF_HER, {"customer_id": whom}).all()
    if not rows:
        return Her(whom, (whom,))
    stands = rows[0].customer_id
    ids = dict.fromkeys((stands, *(row.id for row in rows)))
    return Her(stands, tuple(ids), max(row.merged_at or 0 for row in rows))


def ids_of(conn: sa.Connection, whom: Whom) -> tuple[str, ...]:
    return her(conn, whom).ids


def stands_for(conn: sa.Connection, customer_id: str) -> str:
    """The id of the record that stands for her."""
    return her(conn, customer_id).id


def standing(conn: sa.Connection, ids: Collection[str]) -> dict[str, str]:
    """Each id → the one that stands for her."""
    found = {customer_id: customer_id for customer_id in ids}
    for some in batches(sorted(found)):
        found |= {row.id: row.customer_id for row in conn.execute(_ROWS, {"ids": some}) if row.id in found}
    return found


def together(conn: sa.Connection, ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Each id → all of that person's, itself among them."""
    stands = standing(conn, ids)
    hers: dict[str, set[str]] = {root: {root} for root in stands.values()}
    for some in batches(sorted(hers)):
        for row in conn.execute(_ROWS, {"ids": some}):
            hers.setdefault(row.customer_id, {row.customer_id}).add(row.id)
    return {i: frozenset(hers[root] | {i}) for i, root in stands.items()}


def of_record(column: sa.ColumnElement[str | None]) -> sa.ColumnElement[str]:
    """In a query, the id that stands for the customer whom this column names."""
    alias = customer_alias.alias()
    stands = sa.select(alias.c.customer_id).where(alias.c.id == column, _is_here(alias))
    return sa.func.coalesce(stands.scalar_subquery(), column)


def _is_here(alias: sa.Alias) -> sa.ColumnElement[bool]:
    """Until the record that stands for her has come, her own does."""
    return sa.exists().where(customer.c.id == alias.c.customer_id).correlate(alias)
