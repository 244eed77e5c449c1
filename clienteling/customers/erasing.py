"""What a tablet keeps of customers beside their records, erased with them."""

from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.customers.tables import recent_customer
from clienteling.notes.tables import unfinished_words
from sync.batches import batches

_OPTIMIZE = "insert into customer_search (customer_search) values ('optimize')"


def erase_beside(connection: sa.Connection, customer_ids: Sequence[str]) -> None:
    """Who was opened last, what was typed and not saved, and the words that the search's index would keep."""
    for some in batches(customer_ids):
        for table in (recent_customer, unfinished_words):
            connection.execute(table.delete().where(table.c.customer_id.in_(some)))
    connection.exec_driver_sql(_OPTIMIZE)
