"""A birthday of somebody whom the shop knows well: a regular, or one in a client book."""

from collections.abc import Iterator
from datetime import timedelta

import sqlalchemy as sa

from clienteling.clientbook.tables import book_entry
from clienteling.customers.aliases import of_record
from clienteling.customers.birthday import days_until
from clienteling.customers.tables import customer
from clienteling.hub.tasks.proposal import Proposal, shop_day
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.stores.queries import Store
from clienteling.tasks.values import Because, TaskRule

_MONTH = 6
"""Where month and day begin in `0001-12-04`."""
_LEAP_DAY = "02-29"


def proposals(conn: sa.Connection, shop: Store, settings: TaskSettings, now: int) -> Iterator[Proposal]:
    """A day has many birthdays; nobody means to write to everybody."""
    today = shop_day(now, shop.time_zone)
    near = [today + timedelta(days=ahead) for ahead in range(settings.birthday_days + 1)]
    if not settings.birthday_days:
        return
    days = {day.isoformat()[5:] for day in near} | {_LEAP_DAY}
    for row in conn.execute(_of(shop.id, days)):
        ahead = days_until(row.birthday_on, today)
        if ahead is not None and ahead <= settings.birthday_days:
            due_on = today + timedelta(days=ahead)
            yield Proposal(
                rule=TaskRule.BIRTHDAY,
                about=f"{row.id}/{due_on.year}",
                customer_id=row.id,
                store_id=shop.id,
                due_on=due_on,
                because=Because(on=row.birthday_on[5:]),
            )


def _of(store_id: str, days: set[str]) -> sa.Select:
    in_a_book = sa.exists().where(book_entry.c.customer_id == customer.c.id).correlate(customer)
    return (
        sa.select(customer.c.id, customer.c.birthday_on)
        .where(
            customer.c.home_store_id == store_id,
            sa.func.substr(customer.c.birthday_on, _MONTH).in_(sorted(days)),
            sa.or_(customer.c.tier != "", in_a_book),
            of_record(customer.c.id) == customer.c.id,
        )
        .order_by(customer.c.id)
    )
