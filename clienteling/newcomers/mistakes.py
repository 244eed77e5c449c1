"""Somebody who was entered by mistake: taken back, unless something else has become hers meanwhile.

The tablet looks, so that whoever asks is told at once; the hub looks again and decides, for it alone knows
what came from elsewhere. It erases her as if she had never been entered, and nothing of whoever has the same
name.
"""

from collections.abc import Iterator

import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer, identifier
from clienteling.errors import MoreThanEntered
from clienteling.privacy import use_cases as privacy
from clienteling.privacy.tables import privacy_request
from clienteling.privacy.values import BY_LAW, Answer, Hold, PrivacyWish
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from clienteling.timeline.tables import event
from sync.writer import Writer

ENTERED_WITH = frozenset(
    {
        "access",
        "blank_code",
        "consent",
        "customer",
        "customer_alias",
        "customer_insight",
        "identifier",
        "privacy_request",
        "value_given",
    }
)
"""What belongs to being entered, or is looked at by itself here."""


def take_back(writer: Writer, customer_id: str, author: Author) -> str:
    """Ask the hub for it. Returns the request's id.

    Raises MoreThanEntered where it is seen here already that she stays, UnknownRecord.
    """
    why = more_than_entered(writer.connection, customer_id)
    if why:
        raise MoreThanEntered(why)
    return privacy.ask(writer, customer_id=customer_id, wish=PrivacyWish.MISTAKE, author=author)


def entered_on(conn: sa.Connection, customer_id: str) -> str:
    """The day, ISO 8601; empty where it is not known."""
    return conn.scalar(sa.select(customer.c.since_on).where(customer.c.id == customer_id)) or ""


def going(conn: sa.Connection) -> set[str]:
    """Who is taken back as soon as the hub hears of it."""
    asked = (
        privacy_request.c.wish == PrivacyWish.MISTAKE.value,
        privacy_request.c.answer == Answer.ASKED.value,
    )
    return set(conn.scalars(sa.select(privacy_request.c.customer_id).where(*asked)))


def more_than_entered(conn: sa.Connection, customer_id: str) -> tuple[Hold, ...]:
    """What has become hers besides what she was entered with, as far as it is known here."""
    return tuple(_reasons(conn, customer_id))


def _reasons(conn: sa.Connection, customer_id: str) -> Iterator[Hold]:
    if len(ids_of(conn, customer_id)) > 1:
        yield Hold.JOINED
    if _any(conn, event, customer_id) or _any(conn, identifier, customer_id, _OF_A_SOURCE):
        yield Hold.KNOWN
    beyond = (each.table for each in REGISTRY.grouped if each.name not in {*ENTERED_WITH, event.name})
    if _any(conn, privacy_request, customer_id, _WISHED) or any(_any(conn, t, customer_id) for t in beyond):
        yield Hold.RECORDED


def _any(conn: sa.Connection, table: sa.Table, customer_id: str, *which: sa.ColumnElement[bool]) -> bool:
    hers = sa.select(table.c.id).where(table.c.customer_id == customer_id, *which)
    return conn.execute(hers.limit(1)).first() is not None


_OF_A_SOURCE = sa.or_(identifier.c.source != "", identifier.c.verified)
_WISHED = sa.and_(
    privacy_request.c.wish.in_([wish.value for wish in BY_LAW]),
    privacy_request.c.answer != Answer.CANCELLED.value,
)
