"""The log of who was made one with whom, by whom and why; and of what was taken apart again."""

from collections.abc import Collection
from enum import StrEnum

import msgspec
import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.hub.identity.tables import joining
from clienteling.marking import msgid

A_PERSON = msgid("a person said so")


class Deed(StrEnum):
    MERGED = "merged"
    UNMERGED = "unmerged"
    DIFFERENT = "different"
    """A person said that they are two."""
    APART = "apart"
    """An identifier names both, and they were not made one for it."""


_PARTED = (Deed.UNMERGED.value, Deed.DIFFERENT.value)


class Joining(msgspec.Struct, frozen=True, kw_only=True):
    deed: Deed
    older_id: str
    younger_id: str
    at: int
    by: str
    """A source ("woocommerce:shop"), or whoever asked for it."""
    evidence: str
    """What spoke for it or against, without the identifiers themselves."""


def note(conn: sa.Connection, one: Joining) -> None:
    conn.execute(sa.insert(joining).values(id=str(uuid7()), **msgspec.to_builtins(one)))


def noted(conn: sa.Connection, limit: int = 1_000) -> list[Joining]:
    """The newest first."""
    query = sa.select(joining).order_by(joining.c.at.desc(), joining.c.id.desc()).limit(limit)
    return [_joining(row) for row in conn.execute(query)]


def parted(conn: sa.Connection, some: Collection[str], others: Collection[str]) -> bool:
    """Whether somebody said of two of them that they are two people: no source makes them one again."""
    either = sa.or_(
        sa.and_(joining.c.older_id.in_(some), joining.c.younger_id.in_(others)),
        sa.and_(joining.c.older_id.in_(others), joining.c.younger_id.in_(some)),
    )
    query = sa.select(joining.c.deed).where(either, joining.c.deed.in_([Deed.MERGED.value, *_PARTED]))
    last = conn.scalar(query.order_by(joining.c.at.desc(), joining.c.id.desc()).limit(1))
    return last in _PARTED


def keep_apart(conn: sa.Connection, pair: tuple[str, str], *, by: str, now: int) -> None:
    """A person said that they are two: no source makes them one."""
    older, younger = sorted(pair)
    one = Joining(deed=Deed.DIFFERENT, older_id=older, younger_id=younger, at=now, by=by, evidence=A_PERSON)
    note(conn, one)


def known_apart(conn: sa.Connection, one: str, other: str, evidence: str) -> bool:
    same = sa.select(joining.c.id).where(
        joining.c.deed == Deed.APART.value,
        joining.c.older_id == min(one, other),
        joining.c.younger_id == max(one, other),
        joining.c.evidence == evidence,
    )
    return conn.execute(same).first() is not None


def forget(conn: sa.Connection, customer_id: str) -> None:
    hers = sa.or_(joining.c.older_id == customer_id, joining.c.younger_id == customer_id)
    conn.execute(sa.delete(joining).where(hers))


def _joining(row: sa.Row) -> Joining:
    return Joining(
        deed=Deed(row.deed),
        older_id=row.older_id,
        younger_id=row.younger_id,
        at=row.at,
        by=row.by,
        evidence=row.evidence,
    )
