"""Who stays away longer than she usually does: a few at a time, those who bought most first."""

from collections.abc import Iterator

import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub.tasks.proposal import Proposal, shop_day
from clienteling.hub.tasks.settings import TaskSettings
from clienteling.insight.lapsing import lapsing
from clienteling.insight.queries import of_her
from clienteling.insight.tables import customer_insight
from clienteling.stores.queries import Store
from clienteling.tasks.tables import task
from clienteling.tasks.values import Because, TaskRule, TaskState

DAY_MS = 86_400_000
LATELY = 60 * DAY_MS
"""Who became overdue longer ago is lost, and not won back by a call."""


def proposals(conn: sa.Connection, shop: Store, now: int) -> Iterator[Proposal]:
    """All of them in their order; who puts them down stops when the shop has enough."""
    for row in conn.execute(_overdue(shop.id, now)):
        insight = of_her(conn, row.id)
        found = lapsing(insight, 0, now) if insight is not None else None
        if found is not None:
            yield Proposal(
                rule=TaskRule.LAPSING,
                about=f"{row.id}/{row.lapsing_at}",
                customer_id=row.id,
                store_id=shop.id,
                due_on=shop_day(now, shop.time_zone),
                because=Because(every_weeks=found.every_weeks, weeks_ago=found.weeks_ago),
            )


def room(conn: sa.Connection, shop: Store, settings: TaskSettings) -> int:
    """How many more this shop is to have open."""
    open_ = sa.select(sa.func.count()).where(
        task.c.store_id == shop.id,
        task.c.state == TaskState.OPEN.value,
        task.c.rule == TaskRule.LAPSING.value,
    )
    return max(settings.lapsing_at_once - (conn.scalar(open_) or 0), 0)


def _overdue(store_id: str, now: int) -> sa.Select:
    return (
        sa.select(customer_insight.c.id, customer_insight.c.lapsing_at)
        .join(customer, customer.c.id == customer_insight.c.id)
        .where(
            customer.c.home_store_id == store_id,
            customer_insight.c.lapsing_at <= now,
            customer_insight.c.lapsing_at > now - LATELY,
        )
        .order_by(customer_insight.c.spent_cents.desc(), customer_insight.c.id)
    )
