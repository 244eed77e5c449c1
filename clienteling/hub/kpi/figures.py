"""Goes along the feed and keeps every shop's days counted, as tablets are told them."""

from collections.abc import Iterable
from datetime import date

import msgspec
import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds
from clienteling.hub.bookmark import Bookmark, Passage
from clienteling.hub.insight.insight import Store
from clienteling.hub.kpi import following
from clienteling.hub.kpi.days import ShopDay, Zones
from clienteling.hub.kpi.tables import late_record, left_of_day, stale_day
from clienteling.interactions.tables import interaction
from clienteling.kpi.counting import count
from clienteling.kpi.facts import day_facts
from clienteling.kpi.tables import kpi_day
from clienteling.kpi.values import NOTHING, Parts, parts_of
from sync.hub.writer import HubWriter

_BOOKMARK = Bookmark("kpi", following.WATCHED, 500)
DAYS_AT_ONCE = 50
"""In one transaction: whoever pushes meanwhile waits for no more."""


class DayFigures:
    def __init__(self, store: Store) -> None:
        self._store = store

    def catch_up(self) -> None:
        """All that moved since the last time, and each day that it moved."""
        while self.step():
            pass

    def step(self) -> bool:
        """Whether something may be left."""
        return self._follow() or self._count()

    def _follow(self) -> bool:
        known = self._store.known()
        with self._store.read() as conn:
            passage = _BOOKMARK.ahead(conn, known)
        if passage.ends:
            return False
        if passage.begins:
            passage = Passage(passage.epoch, passage.after, known.head, ())
        with self._store.write() as writer:
            if not _BOOKMARK.turn(writer, passage):
                return True
            if passage.begins:
                following.mark_everything(writer.connection)
            else:
                following.follow(writer.connection, passage, writer.now)
        return True

    def _count(self) -> bool:
        with self._store.read() as conn:
            if conn.execute(sa.select(stale_day).limit(1)).first() is None:
                return False
        with self._store.write() as writer:
            writer.alone(_BOOKMARK.name)
            bring(writer, _newest(writer.connection))
        return True


def bring(writer: HubWriter, some: Iterable[ShopDay]) -> None:
    """Count these days; only what says something else than before is written."""
    conn = writer.connection
    zones = Zones(conn)
    for one in some:
        _write(writer, one, counted(conn, one, zones.of(one.store_id)))
        conn.execute(
            sa.delete(stale_day).where(
                stale_day.c.store_id == one.store_id, stale_day.c.day_on == one.day.isoformat()
            )
        )


def counted(conn: sa.Connection, one: ShopDay, zone: str) -> Parts:
    """What is recorded of that day, and what is left of those who were erased."""
    facts = day_facts(conn, one.store_id, one.day, zone, late=_late(conn, one, zone))
    return count(facts).plus(left(conn, one))


def left(conn: sa.Connection, one: ShopDay) -> Parts:
    return parts_of(conn.scalar(sa.select(left_of_day.c.parts).where(left_of_day.c.id == day_id(one))))


def day_id(one: ShopDay) -> str:
    return f"{one.store_id}/{one.day.isoformat()}"


def _write(writer: HubWriter, one: ShopDay, parts: Parts) -> None:
    known = writer.connection.execute(sa.select(kpi_day.c.parts).where(kpi_day.c.id == day_id(one))).first()
    if known is None and parts != NOTHING:
        said = {"store_id": one.store_id, "day_on": one.day.isoformat(), "parts": msgspec.to_builtins(parts)}
        writer.insert(kpi_day.name, {"id": day_id(one), **said})
    elif known is not None and parts == NOTHING:
        writer.remove(kpi_day.name, day_id(one))
    elif known is not None and parts_of(known.parts) != parts:
        writer.update(kpi_day.name, day_id(one), {"parts": msgspec.to_builtins(parts)})


def _newest(conn: sa.Connection) -> list[ShopDay]:
    query = sa.select(stale_day).order_by(stale_day.c.day_on.desc(), stale_day.c.store_id)
    rows = conn.execute(query.limit(DAYS_AT_ONCE)).all()
    return [ShopDay(row.store_id, date.fromisoformat(row.day_on)) for row in rows]


def _late(conn: sa.Connection, one: ShopDay, zone: str) -> frozenset[str]:
    since, before = day_bounds(one.day, zone)
    query = sa.select(late_record.c.id).join_from(
        late_record, interaction, interaction.c.id == late_record.c.id
    )
    here = (interaction.c.store_id == one.store_id, interaction.c.at >= since, interaction.c.at < before)
    return frozenset(conn.scalars(query.where(*here)))
