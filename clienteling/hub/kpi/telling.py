"""What tablets are told of the days: of a team its own, of shops of too few people their sum or nothing."""

from collections.abc import Collection, Mapping
from datetime import date

import msgspec
import sqlalchemy as sa

from clienteling.hub.kpi import days
from clienteling.hub.kpi.days import ShopDay, Zones
from clienteling.kpi import sums
from clienteling.kpi.sums import Sum
from clienteling.kpi.tables import kpi_day
from clienteling.kpi.values import NOTHING, Parts, parts_of
from sync.hub.writer import HubWriter


def tell(writer: HubWriter, one: Sum, fresh: Mapping[date, Parts]) -> None:
    """Only what says something else than before is written."""
    rows = {_id(one.key, day): day for day in fresh}
    query = sa.select(kpi_day.c.id, kpi_day.c.parts).where(kpi_day.c.id.in_(list(rows)))
    known = {rows[row.id]: parts_of(row.parts) for row in writer.connection.execute(query)}
    new = [day for day, parts in fresh.items() if day not in known and parts != NOTHING]
    writer.insert_many(kpi_day.name, [_row(one.key, day, fresh[day]) for day in new])
    for day, before in known.items():
        if fresh[day] == NOTHING:
            writer.remove(kpi_day.name, _id(one.key, day))
        elif fresh[day] != before:
            writer.update(kpi_day.name, _id(one.key, day), {"parts": msgspec.to_builtins(fresh[day])})


def follow_the_people(writer: HubWriter) -> set[ShopDay]:
    """Somebody came, left or moved: what is no team's any more goes from every tablet, now.

    Returns the days that are told as another sum from here on.
    """
    conn = writer.connection
    now = {one.key: one for one in sums.read(conn)}
    told = set(conn.scalars(sa.select(kpi_day.c.store_id).distinct()))
    gone = sa.select(kpi_day.c.id).where(kpi_day.c.store_id.in_(sorted(told - now.keys())))
    writer.expire(kpi_day.name, list(conn.scalars(gone)))
    fresh = frozenset[str]().union(*(now[key].stores for key in now.keys() - told))
    return days.every_day(conn, Zones(conn), fresh) if fresh else set()


def told_days(conn: sa.Connection, of_store: Collection[str] = ()) -> set[ShopDay]:
    """Those that are told, each as a day of one shop of its sum: there may be nothing left of it."""
    found: set[ShopDay] = set()
    for one in sums.read(conn):
        if not of_store or one.stores.intersection(of_store):
            store_id = min(one.stores)
            some = conn.scalars(sa.select(kpi_day.c.day_on).where(kpi_day.c.store_id == one.key))
            found |= {ShopDay(store_id, date.fromisoformat(day)) for day in some}
    return found


def _id(key: str, day: date) -> str:
    return f"{key}/{day.isoformat()}"


def _row(key: str, day: date, parts: Parts) -> dict[str, object]:
    said = {"store_id": key, "day_on": day.isoformat(), "parts": msgspec.to_builtins(parts)}
    return {"id": _id(key, day), **said}
