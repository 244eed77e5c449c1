"""Goes along the feed and keeps every shop's days counted, as tablets are told them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds
from clienteling.hub.bookmark import Bookmark, Passage
from clienteling.hub.insight.insight import Store
from clienteling.hub.kpi import following, telling
from clienteling.hub.kpi.days import ShopDay, Zones
from clienteling.hub.kpi.tables import late_record, left_of_day, stale_day
from clienteling.interactions.tables import interaction
from clienteling.kpi import sums
from clienteling.kpi.counting import count
from clienteling.kpi.facts import facts_between
from clienteling.kpi.values import NOTHING, Parts, added, parts_of
from sync.batches import batches
from sync.hub.writer import HubWriter

_BOOKMARK = Bookmark("kpi", following.WATCHED, 500)
DAYS_AT_ONCE = 100
"""In one transaction: whoever pushes meanwhile waits for no more."""
NEAR = timedelta(days=3)


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
                following.mark_everything(writer)
            else:
                following.follow(writer, passage)
        return True

    def _count(self) -> bool:
        with self._store.read() as conn:
            if conn.execute(sa.select(stale_day).limit(1)).first() is None:
                return False
        with self._store.write() as writer:
            writer.alone(_BOOKMARK.name)
            bring(writer, _newest(writer.connection))
        return True


def bring(writer: HubWriter, some: Collection[ShopDay]) -> None:
    """Count these days, and those of the shops with which theirs are told."""
    zones = Zones(writer.connection)
    for one in sums.read(writer.connection):
        some_days = {day for store_id, day in some if store_id in one.stores}
        if some_days:
            telling.tell(writer, one, _of_all(writer.connection, one.stores, some_days, zones))
    _counted_now(writer.connection, some)


def _counted_now(conn: sa.Connection, some: Iterable[ShopDay]) -> None:
    by_store: dict[str, list[str]] = {}
    for one in some:
        by_store.setdefault(one.store_id, []).append(one.day.isoformat())
    for store_id, on in by_store.items():
        where = (stale_day.c.store_id == store_id, stale_day.c.day_on.in_(on))
        conn.execute(sa.delete(stale_day).where(*where))


def _of_all(
    conn: sa.Connection, stores: Iterable[str], some: Collection[date], zones: Zones
) -> Mapping[date, Parts]:
    found: dict[date, list[Parts]] = {day: [] for day in some}
    for store_id in stores:
        for run in _runs(store_id, some):
            for day, parts in counted(conn, run, zones.of(store_id)).items():
                found[day].append(parts)
    return {day: added(parts) for day, parts in found.items()}


def counted(conn: sa.Connection, run: Sequence[ShopDay], zone: str) -> dict[date, Parts]:
    """What is recorded of each of these days of a shop, and what is left of who was erased."""
    first, last = run[0], run[-1]
    late = _late(conn, first, last, zone)
    facts = facts_between(conn, first.store_id, first.day, last.day, zone, late=late)
    kept = left(conn, run)
    return {one.day: count(facts[one.day]).plus(kept.get(day_id(one), NOTHING)) for one in run}


def left(conn: sa.Connection, some: Iterable[ShopDay]) -> dict[str, Parts]:
    ids = sorted(day_id(one) for one in some)
    query = sa.select(left_of_day.c.id, left_of_day.c.parts)
    return {
        row.id: parts_of(row.parts)
        for part in batches(ids)
        for row in conn.execute(query.where(left_of_day.c.id.in_(part)))
    }


def _runs(store_id: str, some: Iterable[date]) -> Iterator[list[ShopDay]]:
    """Days of one shop that lie near each other are read together."""
    run: list[ShopDay] = []
    for day in sorted(some):
        if run and day - run[-1].day > NEAR:
            yield run
            run = []
        run.append(ShopDay(store_id, day))
    if run:
        yield run


def day_id(one: ShopDay) -> str:
    return f"{one.store_id}/{one.day.isoformat()}"


def _newest(conn: sa.Connection) -> list[ShopDay]:
    query = sa.select(stale_day).order_by(stale_day.c.day_on.desc(), stale_day.c.store_id)
    rows = conn.execute(query.limit(DAYS_AT_ONCE)).all()
    return [ShopDay(row.store_id, date.fromisoformat(row.day_on)) for row in rows]


def _late(conn: sa.Connection, first: ShopDay, last: ShopDay, zone: str) -> frozenset[str]:
    since, before = day_bounds(first.day, zone)[0], day_bounds(last.day, zone)[1]
    query = sa.select(late_record.c.id).join_from(
        late_record, interaction, interaction.c.id == late_record.c.id
    )
    here = (interaction.c.store_id == first.store_id, interaction.c.at >= since, interaction.c.at < before)
    return frozenset(conn.scalars(query.where(*here)))
