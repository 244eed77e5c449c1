"""Which days have to be counted again after something moved in the feed."""

from collections.abc import Collection, Iterable, Mapping

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, wall
from clienteling.basis.tables import sight_rule
from clienteling.consents.tables import consent
from clienteling.customers.aliases import together
from clienteling.customers.tables import customer_alias
from clienteling.hub.bookmark import Passage
from clienteling.hub.kpi import days, telling
from clienteling.hub.kpi.days import ShopDay, Zones
from clienteling.hub.kpi.tables import counted_on, late_record, stale_day
from clienteling.insight.tables import suggestion_feedback
from clienteling.interactions.tables import interaction
from clienteling.promises.tables import promise
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.tasks.tables import task
from clienteling.timeline.tables import event
from sync.batches import batches
from sync.hub.databases.upsert import add, put
from sync.hub.writer import HubWriter

PEOPLE = (associate.name, sight_rule.name, store.name)
"""By them it is told which shops are a team."""
WATCHED = (
    event.name,
    interaction.name,
    consent.name,
    suggestion_feedback.name,
    promise.name,
    task.name,
    customer_alias.name,
    *PEOPLE,
)
ARRIVES_MS = 10 * 60_000
"""So long after a day's end what is taken counts as arrived in time: it is looked at now and then."""


def mark(conn: sa.Connection, some: Iterable[ShopDay]) -> None:
    """They are counted again when it is their turn."""
    rows = [{"store_id": one.store_id, "day_on": one.day.isoformat()} for one in sorted(set(some))]
    for part in batches(rows):
        add(conn, stale_day, list(part))


def mark_everything(writer: HubWriter) -> None:
    conn = writer.connection
    zones = Zones(conn)
    telling.follow_the_people(writer)
    mark(conn, days.every_day(conn, zones) | telling.told_days(conn))
    for table in (promise, task):
        for ids in batches(sorted(conn.scalars(sa.select(table.c.id)))):
            _moved(conn, zones, table, ids)


def follow(writer: HubWriter, passage: Passage) -> None:
    """What is recorded for a day that has ended by now came late."""
    conn = writer.connection
    ids: Mapping[str, set[str]] = {name: set() for name in WATCHED}
    groups: set[str] = set()
    for moved in passage.moved:
        ids[moved.collection].add(moved.record_id)
        if moved.collection == customer_alias.name:
            groups |= {moved.record_id, moved.group_id} - {""}
    zones = Zones(conn)
    found: set[ShopDay] = set()
    for table in (interaction, consent, suggestion_feedback):
        found |= days.of_records(conn, zones, table, ids[table.name])
    for table in (promise, task):
        for some in batches(sorted(ids[table.name])):
            found |= _moved(conn, zones, table, some)
    found |= days.counted_by(conn, zones, days.happened(conn, ids[interaction.name], ids[event.name]))
    found |= days.hers(conn, zones, list(together(conn, groups).values()))
    if ids[store.name]:
        found |= days.every_day(conn, zones, ids[store.name]) | telling.told_days(conn, ids[store.name])
    if any(ids[name] for name in PEOPLE):
        found |= telling.follow_the_people(writer)
    _note_late(conn, zones, ids[interaction.name], writer.now)
    mark(conn, found)


def _moved(conn: sa.Connection, zones: Zones, table: sa.Table, ids: Collection[str]) -> set[ShopDay]:
    """Where these records count now and where they did, which is noted."""
    places = {row.id: _place(zones, table, row) for row in conn.execute(_rows(table, ids))}
    was = sa.select(counted_on.c.store_id, counted_on.c.day_on).where(
        counted_on.c.collection == table.name, counted_on.c.record_id.in_(list(ids))
    )
    before = {place for row in conn.execute(was) if (place := days.on(*row))}
    put(
        conn,
        counted_on,
        [
            {
                "collection": table.name,
                "record_id": record_id,
                "store_id": place.store_id,
                "day_on": place.day.isoformat(),
            }
            for record_id, place in sorted(places.items())
            if place
        ],
    )
    return before | {place for place in places.values() if place}


def _rows(table: sa.Table, ids: Collection[str]) -> sa.Select:
    when = table.c.due_on if table is promise else table.c.closed_at
    return sa.select(table.c.id, table.c.store_id, when.label("counts")).where(table.c.id.in_(list(ids)))


def _place(zones: Zones, table: sa.Table, row: sa.Row) -> ShopDay | None:
    if table is promise:
        return days.on(row.store_id, row.counts)
    return zones.day(row.store_id, row.counts) if row.store_id and row.counts is not None else None


def _note_late(conn: sa.Connection, zones: Zones, ids: Collection[str], now: int) -> None:
    """Corrections are no records of that day: they came when somebody noticed."""
    late: list[Mapping[str, object]] = []
    for some in batches(sorted(ids)):
        fresh = sa.select(interaction.c.id, interaction.c.store_id, interaction.c.at).where(
            interaction.c.id.in_(some), interaction.c.corrects.is_(None)
        )
        late += [
            {"id": row.id}
            for row in conn.execute(fresh)
            if row.store_id and row.at is not None and _ended(row.at, zones.of(row.store_id), now)
        ]
    add(conn, late_record, late)


def _ended(at: int, zone: str, now: int) -> bool:
    return now >= day_bounds(wall(at, zone)[0], zone)[1] + ARRIVES_MS
