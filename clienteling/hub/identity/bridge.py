"""A link of our own (`m.me/shop?ref=…`, a code on a counter card) tells who opens a chat."""

import sqlalchemy as sa

from clienteling.codes.queries import judge
from clienteling.codes.values import Fine
from clienteling.customers.tables import customer


def introduced_by(conn: sa.Connection, ref: str, now: int) -> str | None:
    """The customer whom a link's text names: by her signed code, or by her record's id."""
    if not ref:
        return None
    outcome = judge(conn, ref, now)
    if isinstance(outcome, Fine):
        return outcome.customer_id
    return conn.scalar(sa.select(customer.c.id).where(customer.c.id == ref))
