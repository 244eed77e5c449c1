"""People whom no customer record knows yet: their names, and what they did so far."""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa
from uuid_utils import uuid7

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import HeardEvent, Hint
from clienteling.hub.identity.known import MOST_DEVICES
from clienteling.hub.identity.tables import stranger, waiting_event

KEPT_MS = 30 * 86_400_000
"""Who has not become a customer by then is forgotten."""


class Waiting(msgspec.Struct, frozen=True, gc=False):
    source: str
    source_id: str
    event: HeardEvent


def of(conn: sa.Connection, hints: Iterable[Hint]) -> frozenset[str]:
    return frozenset(
        stranger_id
        for hint in hints
        for stranger_id in conn.scalars(sa.select(stranger.c.stranger_id).where(_is(hint)))
    )


def names(conn: sa.Connection, stranger_ids: Iterable[str]) -> list[Hint]:
    rows = conn.execute(
        sa.select(stranger.c.kind, stranger.c.source, stranger.c.value, stranger.c.verified)
        .where(stranger.c.stranger_id.in_(sorted(stranger_ids)))
        .order_by(stranger.c.kind, stranger.c.value)
    )
    return [Hint(IdentifierKind(row.kind), row.source, row.value, row.verified) for row in rows]


def remember(conn: sa.Connection, now: int, hints: Sequence[Hint], found: frozenset[str]) -> str:
    """The one stranger that these hints, and the strangers found by them, are from now on."""
    stranger_id = min(found, default=str(uuid7()))
    for table in (stranger, waiting_event):
        conn.execute(
            sa.update(table)
            .where(table.c.stranger_id.in_(sorted(found - {stranger_id})))
            .values(stranger_id=stranger_id)
        )
    for hint in dict.fromkeys(hints):
        if not of(conn, [hint]) and not _is_one_too_many(conn, stranger_id, hint):
            conn.execute(
                sa.insert(stranger).values(
                    kind=hint.kind,
                    source=hint.source,
                    value=hint.value,
                    stranger_id=stranger_id,
                    verified=hint.verified,
                    seen_at=now,
                )
            )
    return stranger_id


def has_other(conn: sa.Connection, stranger_id: str, account: Hint) -> bool:
    """Whether this stranger is known to that account by another name of that kind."""
    other = sa.select(stranger.c.value).where(
        stranger.c.stranger_id == stranger_id,
        stranger.c.kind == account.kind,
        stranger.c.source == account.source,
        stranger.c.value != account.value,
    )
    return conn.execute(other).first() is not None


def drop(conn: sa.Connection, hint: Hint) -> None:
    conn.execute(sa.delete(stranger).where(_is(hint)))


def forget(conn: sa.Connection, stranger_ids: Iterable[str]) -> None:
    """Their names; what waits for them is taken with `take_waiting`."""
    conn.execute(sa.delete(stranger).where(stranger.c.stranger_id.in_(sorted(stranger_ids))))


def forget_old(conn: sa.Connection, now: int) -> None:
    conn.execute(sa.delete(waiting_event).where(waiting_event.c.at < now - KEPT_MS))
    waits = sa.exists().where(waiting_event.c.stranger_id == stranger.c.stranger_id)
    conn.execute(sa.delete(stranger).where(stranger.c.seen_at < now - KEPT_MS, ~waits))


def wait(conn: sa.Connection, stranger_id: str, waiting: Waiting) -> None:
    conn.execute(
        sa.insert(waiting_event).values(
            id=str(uuid7()),
            stranger_id=stranger_id,
            source=waiting.source,
            source_id=waiting.source_id,
            at=waiting.event.at,
            body=msgspec.json.encode(waiting.event),
        )
    )


def take_waiting(conn: sa.Connection, stranger_ids: Iterable[str]) -> list[Waiting]:
    """What these strangers did, oldest first; it waits no longer."""
    theirs = waiting_event.c.stranger_id.in_(sorted(stranger_ids))
    rows = conn.execute(
        sa.select(waiting_event).where(theirs).order_by(waiting_event.c.at, waiting_event.c.id)
    ).all()
    conn.execute(sa.delete(waiting_event).where(theirs))
    return [
        Waiting(row.source, row.source_id, msgspec.json.decode(row.body, type=HeardEvent)) for row in rows
    ]


def _is_one_too_many(conn: sa.Connection, stranger_id: str, hint: Hint) -> bool:
    if hint.kind is not IdentifierKind.ANONYMOUS:
        return False
    theirs = stranger.c.stranger_id == stranger_id, stranger.c.kind == hint.kind
    return (conn.scalar(sa.select(sa.func.count()).where(*theirs)) or 0) >= MOST_DEVICES


def _is(hint: Hint) -> sa.ColumnElement[bool]:
    return sa.and_(
        stranger.c.kind == hint.kind, stranger.c.source == hint.source, stranger.c.value == hint.value
    )
