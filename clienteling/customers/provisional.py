"""A card for somebody whose code is genuine but who is not on this tablet, while the hub cannot be asked.

It has her own id, so nothing has to be moved when her record comes: what was recorded meanwhile is hers.
"""

import sqlalchemy as sa

from clienteling.customers.tables import customer
from sync.writer import Writer

_MOST = 20
NAMELESS = sa.and_(customer.c.given_name == "", customer.c.family_name == "")


def open_card(writer: Writer, customer_id: str) -> None:
    """Says nothing of her but that she is: what the hub knows of her stands, whichever was written later."""
    here = sa.select(customer.c.id).where(customer.c.id == customer_id)
    if writer.connection.execute(here).first() is None:
        writer.insert("customer", {"id": customer_id, "provisional": True})


def awaited(conn: sa.Connection) -> list[str]:
    """Whose cards were opened so and are still empty: to be asked for, once the hub is back."""
    query = sa.select(customer.c.id).where(customer.c.provisional, NAMELESS).limit(_MOST)
    return list(conn.scalars(query))
