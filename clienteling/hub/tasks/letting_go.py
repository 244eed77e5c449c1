"""A rule's task that is not to be done any more: consent taken back, come by herself, or too late."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from clienteling.consents import queries as consents
from clienteling.customers.aliases import of_record, together
from clienteling.hub.tasks.proposal import shop_day
from clienteling.insight.tables import customer_insight
from clienteling.tasks.rules import permitted
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskOutcome, TaskRule, TaskState
from clienteling.vocabulary import known
from sync.hub.writer import HubWriter

ZONE = "Europe/Rome"
TOO_LATE = {TaskRule.BIRTHDAY: 3}
"""Days after it was due; of the others a month."""
A_MONTH = 30
_OPEN = sa.select(task).where(task.c.state == TaskState.OPEN.value, task.c.rule != TaskRule.NONE.value)


def let_go(writer: HubWriter, customer_ids: Collection[str] | None = None) -> int:
    """Of these customers, or of all. How many went."""
    gone = list(_gone(writer.connection, customer_ids, writer.now))
    for task_id, outcome in gone:
        values = {"state": TaskState.DROPPED.value, "closed_at": writer.now, "outcome": outcome.value}
        writer.update("task", task_id, values)
    return len(gone)


def _gone(
    conn: sa.Connection, customer_ids: Collection[str] | None, now: int
) -> Iterator[tuple[str, TaskOutcome]]:
    query = _OPEN
    if customer_ids is not None:
        hers = {i for she in together(conn, customer_ids).values() for i in she.ids}
        query = _OPEN.where(task.c.customer_id.in_(sorted(hers)))
    today = shop_day(now, ZONE)
    for row in conn.execute(query).all():
        rule = known(TaskRule, row.rule, TaskRule.NONE)
        if not permitted(rule, consents.states(conn, row.customer_id or "", now)):
            yield row.id, TaskOutcome.NO_CONSENT
        elif rule is TaskRule.LAPSING and not _stays_away(conn, row.customer_id, now):
            yield row.id, TaskOutcome.CAME
        elif _is_too_late(rule, row.due_on, today):
            yield row.id, TaskOutcome.NONE


def _stays_away(conn: sa.Connection, customer_id: str, now: int) -> bool:
    hers = sa.select(customer_insight.c.lapsing_at).where(
        customer_insight.c.id == sa.select(of_record(sa.literal(customer_id))).scalar_subquery()
    )
    lapsing_at = conn.scalar(hers)
    return lapsing_at is not None and lapsing_at <= now


def _is_too_late(rule: TaskRule, due_on: str | None, today: date) -> bool:
    last = today - timedelta(days=TOO_LATE.get(rule, A_MONTH))
    return due_on is not None and due_on < last.isoformat()
