"""What a tablet keeps of customers beside their records, erased with them."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.customers.tables import recent_customer

_MANY = 500
_OPTIMIZE = "insert into customer_search (customer_search) values ('optimize')"


def erase_beside(connection: sa.Connection, customer_ids: Sequence[str]) -> None:
    """Who was opened last; and the words of the search, which its index would keep until it is merged."""
    for start in range(0, len(customer_ids), _MANY):
        some = recent_customer.c.customer_id.in_(customer_ids[start : start + _MANY])
        connection.execute(recent_customer.delete().where(some))
    connection.exec_driver_sql(_OPTIMIZE)
