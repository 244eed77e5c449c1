"""What a telephone's display may show of whoever calls: a name, and how many promises are open to her."""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer
from clienteling.hub.identity.callers import reached_by
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.wording import Wording

MOST_PEOPLE = 4
"""So many names still fit a display, and a family."""


class Contact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Field names are what the 3CX template reads."""

    id: str
    number: str
    first_name: str = ""
    last_name: str = ""
    promises: str = ""
    """In words, empty where none is open."""


def contact(conn: sa.Connection, number: str, wording: Wording) -> Contact | None:
    """None where nobody has this number (E.164), or an office full of people."""
    ids = reached_by(conn, number)
    if not ids or len(ids) > MOST_PEOPLE:
        return None
    names = _names(conn, ids)
    first, last = names[0] if len(names) == 1 else ("", " / ".join(" ".join(name).strip() for name in names))
    return Contact(
        id=ids[0], number=number, first_name=first, last_name=last, promises=_promises(conn, ids, wording)
    )


def _names(conn: sa.Connection, ids: Sequence[str]) -> list[tuple[str, str]]:
    query = sa.select(customer.c.given_name, customer.c.family_name).where(customer.c.id.in_(ids))
    return [(row.given_name, row.family_name) for row in conn.execute(query.order_by(customer.c.id))]


def _promises(conn: sa.Connection, ids: Sequence[str], wording: Wording) -> str:
    hers = [one for customer_id in ids for one in ids_of(conn, customer_id)]
    query = sa.select(sa.func.count()).where(
        promise.c.customer_id.in_(hers), promise.c.state == PromiseState.OPEN.value
    )
    count = conn.execute(query).scalar_one()
    return wording.count("{n} open promise", "{n} open promises", count) if count else ""
