"""The reserve of signed codes: made by the hub, which alone can sign, given out by a tablet offline too.

The code of a customer holds her id and nothing else of her, so it can be signed before she walks in: like a
printed card that is no one's yet.
"""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from clienteling.customers.tables import customer
from clienteling.newcomers.tables import blank_code, spent_code

_UNSPENT = sa.and_(
    blank_code.c.id.not_in(sa.select(spent_code.c.id)), blank_code.c.id.not_in(sa.select(customer.c.id))
)


def take(conn: sa.Connection, device_id: str) -> sa.Row | None:
    """One of this tablet's own, never to be given out again; None where there is none left."""
    mine = sa.select(blank_code).where(blank_code.c.device_id == device_id, _UNSPENT)
    blank = conn.execute(mine.order_by(blank_code.c.id).limit(1)).first()
    if blank is not None:
        conn.execute(insert(spent_code).values(id=blank.id))
    return blank


def code_of(conn: sa.Connection, customer_id: str) -> str:
    """The code that she was given a short while ago, on whichever tablet; empty when that is long past."""
    return conn.scalar(sa.select(blank_code.c.code).where(blank_code.c.id == customer_id)) or ""
