"""What her account says of her fills what the shop did not know; it overwrites nothing."""

import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub.connectors.heard import Profile
from sync.writer import Writer


def fill_blanks(writer: Writer, customer_id: str, said: Profile) -> None:
    hers = sa.select(customer.c.email, customer.c.phone, customer.c.birthday_on).where(
        customer.c.id == customer_id
    )
    row = writer.connection.execute(hers).first()
    if row is None:
        return
    news = {
        field: value
        for field, value in (("email", said.email), ("phone", said.phone), ("birthday_on", said.birthday_on))
        if value and not getattr(row, field)
    }
    if news:
        writer.update("customer", customer_id, news)
