"""What a tablet keeps of customers beside their records, erased with them."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.customers.tables import recent_customer
from sync.batches import batches

_OPTIMIZE = "insert into customer_search (customer_search) values ('optimize')"


def erase_beside(connection: sa.Connection, customer_ids: Sequence[str]) -> None:
    """Who was opened last; and the words of the search, which its index would keep until it is merged."""
    for some in batches(customer_ids):
        connection.execute(recent_customer.delete().where(recent_customer.c.customer_id.in_(some)))
    connection.exec_driver_sql(_OPTIMIZE)
