"""Somebody is erased: her days keep their numbers, and nothing says any more that she was among them."""

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import Her, her
from clienteling.hub.kpi import days
from clienteling.hub.kpi.days import ShopDay, Zones
from clienteling.hub.kpi.figures import day_id, left
from clienteling.hub.kpi.tables import counted_on, late_record, left_of_day
from clienteling.interactions.tables import interaction
from clienteling.kpi.counting import count, without
from clienteling.kpi.facts import day_facts
from clienteling.kpi.values import NOTHING, Parts
from clienteling.promises.tables import promise
from clienteling.tasks.tables import task
from sync.hub.databases.upsert import put


def keep_days(conn: sa.Connection, customer_id: str) -> None:
    """Within the transaction that erases her, before her records go; of all her ids at once."""
    she = her(conn, customer_id)
    if she.id != customer_id:
        return
    zones = Zones(conn)
    late, some = _late(conn, she), sorted(days.hers(conn, zones, [she]))
    kept = left(conn, some)
    for one in some:
        facts = day_facts(conn, one.store_id, one.day, zones.of(one.store_id), late=late)
        hers = count(facts).less(count(without(facts, {she.id})))
        _keep(conn, one, kept.get(day_id(one), NOTHING).plus(hers))
    _forget(conn, she)


def _keep(conn: sa.Connection, one: ShopDay, parts: Parts) -> None:
    if parts != NOTHING:
        said = {"store_id": one.store_id, "day_on": one.day.isoformat(), "parts": msgspec.to_builtins(parts)}
        put(conn, left_of_day, [{"id": day_id(one), **said}])


def _late(conn: sa.Connection, she: Her) -> frozenset[str]:
    query = sa.select(late_record.c.id).join_from(
        late_record, interaction, interaction.c.id == late_record.c.id
    )
    return frozenset(conn.scalars(query.where(interaction.c.customer_id.in_(she.ids))))


def _forget(conn: sa.Connection, she: Her) -> None:
    """The ids of her records."""
    own = sa.select(interaction.c.id).where(interaction.c.customer_id.in_(she.ids))
    conn.execute(sa.delete(late_record).where(late_record.c.id.in_(own)))
    for table in (promise, task):
        ids = sa.select(table.c.id).where(table.c.customer_id.in_(she.ids))
        conn.execute(
            sa.delete(counted_on).where(
                counted_on.c.collection == table.name, counted_on.c.record_id.in_(ids)
            )
        )
