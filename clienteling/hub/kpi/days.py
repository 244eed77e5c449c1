"""Which shop-days a record is about: its own, and those that count something else by it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from clienteling.appointments.hours import wall
from clienteling.consents.tables import consent
from clienteling.customers.aliases import Her, together
from clienteling.hub.kpi.tables import left_of_day
from clienteling.insight.tables import suggestion_feedback
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.kpi.counting import RETURN_MS, in_the_shop
from clienteling.kpi.facts import CHANNEL_MS, HER_OWN_DOING
from clienteling.promises.tables import promise
from clienteling.stores.tables import store
from clienteling.tasks.tables import task
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import known
from sync.batches import batches

DAY_MS = 86_400_000
USUAL_ZONE = "Europe/Rome"
_DOINGS = frozenset(kind.value for kind in HER_OWN_DOING)
_BY_INSTANT: tuple[tuple[sa.Table, sa.Column], ...] = (
    (interaction, interaction.c.at),
    (suggestion_feedback, suggestion_feedback.c.at),
    (consent, consent.c.at),
    (task, task.c.closed_at),
)


class ShopDay(NamedTuple):
    store_id: str
    day: date


class Happened(NamedTuple):
    """Something of hers that days before or after it may count by."""

    customer_id: str
    at: int
    in_shop: bool
    """She came. Otherwise she was met by another channel."""
    bought: bool


class Zones:
    """The clock of each shop's wall."""

    def __init__(self, conn: sa.Connection) -> None:
        rows = conn.execute(sa.select(store.c.id, store.c.time_zone))
        self._zones = {row.id: row.time_zone for row in rows}

    def of(self, store_id: str) -> str:
        return self._zones.get(store_id) or USUAL_ZONE

    def days(self, rows: Iterable[sa.Row]) -> set[ShopDay]:
        """Of rows of a shop's id and an instant."""
        return {self.day(store_id, at) for store_id, at in rows if store_id and at is not None}

    def day(self, store_id: str, at: int) -> ShopDay:
        return ShopDay(store_id, wall(at, self.of(store_id))[0])


def every_day(conn: sa.Connection, zones: Zones, of_store: Collection[str] = ()) -> set[ShopDay]:
    """On which something may have happened, or did to somebody who is erased; of these shops, or of all."""
    found: set[ShopDay] = set()
    for table, at in _BY_INSTANT:
        some = sa.select(table.c.store_id, (at // DAY_MS).label("day")).distinct()
        for store_id, number in conn.execute(_where(some, table, of_store).where(at.is_not(None))):
            if store_id:
                first = number * DAY_MS
                found |= {zones.day(store_id, first), zones.day(store_id, first + DAY_MS - 1)}
    for table, day in ((promise, promise.c.due_on), (left_of_day, left_of_day.c.day_on)):
        some = sa.select(table.c.store_id, day).distinct()
        rows = conn.execute(_where(some, table, of_store).where(day.is_not(None)))
        found |= {one for row in rows if (one := on(*row))}
    return found


def hers(conn: sa.Connection, zones: Zones, people: Collection[Her]) -> set[ShopDay]:
    """Every shop-day of which something of theirs is counted."""
    found: set[ShopDay] = set()
    for ids in batches(sorted({i for she in people for i in she.ids})):
        for table, at in _BY_INSTANT:
            found |= zones.days(conn.execute(sa.select(table.c.store_id, at).where(_whose(table, ids))))
        due = sa.select(promise.c.store_id, promise.c.due_on).where(_whose(promise, ids))
        found |= {one for row in conn.execute(due) if (one := on(*row))}
    return found


def of_records(conn: sa.Connection, zones: Zones, table: sa.Table, ids: Iterable[str]) -> set[ShopDay]:
    """Of facts by their `at`, what they correct included."""
    earlier = table.alias("earlier")
    own = sa.select(table.c.store_id, table.c.at)
    before = sa.select(earlier.c.store_id, earlier.c.at).join_from(
        table, earlier, earlier.c.id == table.c.corrects
    )
    found: set[ShopDay] = set()
    for some in batches(sorted(ids)):
        for query in (own, before):
            found |= zones.days(conn.execute(query.where(table.c.id.in_(some))))
    return found


def happened(conn: sa.Connection, interactions: Iterable[str], events: Iterable[str]) -> list[Happened]:
    """What these records say of days other than their own; of what they correct, too."""
    earlier = interaction.alias("earlier")
    columns = (earlier.c.customer_id, earlier.c.at, earlier.c.kind)
    is_it = sa.or_(earlier.c.id == interaction.c.id, earlier.c.id == interaction.c.corrects)
    here = sa.select(*columns).join_from(interaction, earlier, is_it)
    found: list[Happened] = []
    for some in batches(sorted(interactions)):
        for row in conn.execute(here.where(interaction.c.id.in_(some), earlier.c.customer_id.is_not(None))):
            kind = known(InteractionKind, row.kind, InteractionKind.VISIT)
            came = in_the_shop(kind)
            found.append(Happened(row.customer_id, row.at or 0, came, kind is InteractionKind.SALE))
    online = sa.select(event.c.customer_id, event.c.at, event.c.kind)
    for some in batches(sorted(events)):
        for row in conn.execute(online.where(event.c.id.in_(some), event.c.kind.in_(_DOINGS))):
            if row.customer_id and row.at is not None:
                ordered = row.kind == EventKind.ORDERED
                found.append(Happened(row.customer_id, row.at, in_shop=False, bought=ordered))
    return found


def counted_by(conn: sa.Connection, zones: Zones, found: Sequence[Happened]) -> set[ShopDay]:
    """Days whose follow-ups and suggestions led to it, and days after it on which she came to a shop."""
    people = together(conn, {one.customer_id for one in found})
    led = [(ids, one.at - RETURN_MS - DAY_MS, one.at) for ids, one in _with_ids(found, people) if _leads(one)]
    met = [
        (ids, one.at - DAY_MS, one.at + CHANNEL_MS + DAY_MS)
        for ids, one in _with_ids(found, people)
        if not one.in_shop
    ]
    return {
        *_within(conn, zones, task, task.c.closed_at, led),
        *_within(conn, zones, suggestion_feedback, suggestion_feedback.c.at, led),
        *_within(conn, zones, interaction, interaction.c.at, met),
    }


Span = tuple[Collection[str], int, int]


def _leads(one: Happened) -> bool:
    return one.in_shop or one.bought


def _with_ids(
    found: Iterable[Happened], people: Mapping[str, Her]
) -> Iterator[tuple[Collection[str], Happened]]:
    for one in found:
        yield people[one.customer_id].ids, one


def _within(
    conn: sa.Connection, zones: Zones, table: sa.Table, at: sa.Column, spans: Sequence[Span]
) -> Iterator[ShopDay]:
    """The days of these people's rows that lie in their spans."""
    by_id: dict[str, list[tuple[int, int]]] = {}
    for ids, since, until in spans:
        for customer_id in ids:
            by_id.setdefault(customer_id, []).append((since, until))
    for some in batches(sorted(by_id)):
        first = min(since for i in some for since, _ in by_id[i])
        last = max(until for i in some for _, until in by_id[i])
        query = sa.select(table.c.customer_id, table.c.store_id, at.label("at"))
        for row in conn.execute(query.where(_whose(table, some), at.between(first, last))):
            if row.store_id and any(since <= row.at <= until for since, until in by_id[row.customer_id]):
                yield zones.day(row.store_id, row.at)


def _where(query: sa.Select, table: sa.Table, of_store: Collection[str]) -> sa.Select:
    return query.where(table.c.store_id.in_(sorted(of_store))) if of_store else query


def _whose(table: sa.Table, ids: Collection[str]) -> sa.ColumnElement[bool]:
    return table.c.customer_id.in_(list(ids))


def on(store_id: str | None, on: str | None) -> ShopDay | None:
    try:
        return ShopDay(store_id, date.fromisoformat(on)) if store_id and on else None
    except ValueError:
        return None
