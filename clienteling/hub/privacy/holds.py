"""Why somebody is not erased, or anonymised, just now."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.privacy.values import Hold
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import uncorrected
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind, detail_of

_TICKETS = (EventKind.TICKET_OPENED.value, EventKind.TICKET_SOLVED.value)


def holds(conn: sa.Connection, ids: Sequence[str]) -> tuple[Hold, ...]:
    """By all ids of hers."""
    found = [Hold.PROMISE] if _promised(conn, ids) else []
    if _complains(conn, ids) or _has_ticket(conn, ids):
        found.append(Hold.DISPUTE)
    return tuple(found)


def against_her_wish(found: Sequence[Hold]) -> tuple[Hold, ...]:
    """Those that stand against her own wish: only what may become a legal claim (article 17(3)(e))."""
    return tuple(hold for hold in found if hold is Hold.DISPUTE)


def _promised(conn: sa.Connection, ids: Sequence[str]) -> bool:
    open_ = promise.c.customer_id.in_(ids), promise.c.state == PromiseState.OPEN.value
    return conn.execute(sa.select(promise.c.id).where(*open_).limit(1)).first() is not None


def _complains(conn: sa.Connection, ids: Sequence[str]) -> bool:
    """As her card has it: she complained, and nothing was recorded with her since."""
    last = (
        sa.select(interaction.c.kind)
        .where(interaction.c.customer_id.in_(ids), uncorrected(interaction))
        .order_by(interaction.c.at.desc(), interaction.c.id.desc())
        .limit(1)
    )
    return conn.scalar(last) == InteractionKind.COMPLAINT.value


def _has_ticket(conn: sa.Connection, ids: Sequence[str]) -> bool:
    """One that was opened at the help desk and not solved since."""
    said = (
        sa.select(event.c.kind, event.c.source, event.c.detail)
        .where(event.c.customer_id.in_(ids), event.c.kind.in_(_TICKETS))
        .order_by(event.c.at, event.c.id)
    )
    standing: dict[tuple[str, str], str] = {}
    for row in conn.execute(said):
        standing[row.source, detail_of(row.detail).ticket] = row.kind
    return EventKind.TICKET_OPENED.value in standing.values()
