"""What she reached us for that was no message: a request that the help desk has open, a telephone call."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import Whom, ids_of
from clienteling.prepared import Prepared
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind, detail_of
from clienteling.vocabulary import known

_LAST = 20
REQUEST_COUNTS = 30 * 86_400_000
"""Milliseconds. What she waits for longer than that is not why she is here today."""
_KINDS = (
    EventKind.TICKET_OPENED,
    EventKind.TICKET_SOLVED,
    EventKind.CALL_IN,
    EventKind.CALL_OUT,
    EventKind.CALL_MISSED,
)
_CALLS = frozenset({EventKind.CALL_IN, EventKind.CALL_OUT, EventKind.CALL_MISSED})
_REACHED = Prepared(
    sa.select(event.c.at, event.c.kind, event.c.text, event.c.detail)
    .where(
        event.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        event.c.at >= sa.bindparam("since", type_=sa.BigInteger),
        event.c.kind.in_([kind.value for kind in _KINDS]),
    )
    .order_by(event.c.at.desc(), event.c.id.desc())
    .limit(_LAST)
)


class Reached(msgspec.Struct, frozen=True):
    at: int
    kind: EventKind
    text: str = ""
    ticket: str = ""


class Request(msgspec.Struct, frozen=True):
    """That the help desk has not closed."""

    at: int
    subject: str = ""


class Call(msgspec.Struct, frozen=True):
    """The last one of hers."""

    at: int
    missed: bool


def reached(conn: sa.Connection, whom: Whom, now: int) -> list[Reached]:
    """Newest first, of the days that still count."""
    rows = _REACHED.rows(conn, {"ids": ids_of(conn, whom), "since": now - REQUEST_COUNTS})
    return [
        Reached(row.at, known(EventKind, row.kind, EventKind.OTHER), row.text, detail_of(row.detail).ticket)
        for row in rows
    ]


def open_request(found: Sequence[Reached]) -> Request | None:
    solved: set[str] = set()
    for one in found:
        if one.kind is EventKind.TICKET_SOLVED:
            solved.add(one.ticket)
        elif one.kind is EventKind.TICKET_OPENED and one.ticket not in solved:
            return Request(one.at, one.text)
    return None


def last_call(found: Sequence[Reached]) -> Call | None:
    """None where we called her since."""
    last = next((one for one in found if one.kind in _CALLS), None)
    if last is None or last.kind is EventKind.CALL_OUT:
        return None
    return Call(last.at, missed=last.kind is EventKind.CALL_MISSED)
