"""Whose number is on the display. It joins nobody: a number proves nothing of who is speaking."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.customers.aliases import standing
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard
from clienteling.hub.identity import strangers
from clienteling.hub.identity.who import Known
from clienteling.vocabulary import Channel

MOST_RECORDS = 20
"""A number with more is an office's, and nobody in it is meant."""


def reached_by(conn: sa.Connection, number: str) -> Sequence[str]:
    """The people who gave this number (E.164), whoever wrote it down: the records that stand for them."""
    typed = sa.select(customer.c.id).where(customer.c.phone == number)
    known = (
        sa.select(customer.c.id)
        .join(identifier, identifier.c.customer_id == customer.c.id)
        .where(identifier.c.kind == IdentifierKind.PHONE, identifier.c.value == number)
    )
    records = conn.execute(sa.union(typed, known).limit(MOST_RECORDS)).scalars().all()
    return sorted(set(standing(conn, records).values()))


def caller(conn: sa.Connection, heard: Heard) -> Known | None:
    """Whose a telephone call is: the only customer's who has that number, with what it told before she had.

    Nothing is linked: somebody else may ring from there tomorrow.
    """
    if heard.event is None or heard.event.channel is not Channel.CALL:
        return None
    shown = [hint for hint in heard.hints if hint.kind is IdentifierKind.PHONE]
    found = [reached_by(conn, hint.value) for hint in shown]
    if len(found) != 1 or len(found[0]) != 1:
        return None
    before = strangers.of(conn, shown)
    strangers.forget(conn, before)
    return Known(found[0][0], before)
