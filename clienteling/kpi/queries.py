"""Figures of any stretch of time, of one shop or several: small reads of days that were counted already.

What this tablet knows better than the hub, because it was recorded since that was heard last, is counted
here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import msgspec
import sqlalchemy as sa

from clienteling.kpi.counting import count
from clienteling.kpi.facts import facts_between
from clienteling.kpi.periods import stretches
from clienteling.kpi.tables import kpi_day
from clienteling.kpi.values import NOTHING, Parts, Step, Stretch, added, parts_of

MOST_DAYS_HERE = 31
_STORES = sa.bindparam("stores", type_=sa.Text, expanding=True)
_DAYS = sa.select(kpi_day.c.store_id, kpi_day.c.day_on, kpi_day.c.parts).where(
    kpi_day.c.store_id.in_(_STORES),
    kpi_day.c.day_on >= sa.bindparam("since", type_=sa.Text),
    kpi_day.c.day_on <= sa.bindparam("until", type_=sa.Text),
)
Days = Mapping[date, Parts]


class Here(msgspec.Struct, frozen=True, kw_only=True):
    """Days that are counted from what lies on this tablet, not read from what the hub has counted."""

    store_id: str
    time_zone: str
    since: date
    """The day on which the hub was heard last, or of the oldest record that it does not have yet."""
    today: date

    @property
    def first(self) -> date:
        return max(min(self.since, self.today), self.today - timedelta(days=MOST_DAYS_HERE - 1))


def figures_over(
    conn: sa.Connection,
    stores: Sequence[str],
    since: date,
    until: date,
    step: Step,
    *,
    here: Here | None = None,
) -> tuple[Stretch, ...]:
    """From `since` to `until`, both in it, of these shops together; every day, week or month is there."""
    return stretched(by_store(conn, stores, since, until, here=here), since, until, step)


def stretched(found: Mapping[str, Days], since: date, until: date, step: Step) -> tuple[Stretch, ...]:
    """What was read, of all its shops together."""
    by_day: dict[date, list[Parts]] = defaultdict(list)
    for days in found.values():
        for day, parts in days.items():
            by_day[day].append(parts)
    return tuple(_stretch(by_day, begins, ends) for begins, ends in stretches(since, until, step))


def total_over(
    conn: sa.Connection, stores: Sequence[str], since: date, until: date, *, here: Here | None = None
) -> Stretch:
    """The whole time as one, of these shops together."""
    found = by_store(conn, stores, since, until, here=here)
    parts = [whole(days, since, until) for days in found.values()]
    counted = {day for days in found.values() for day in days}
    return Stretch(begins=since, ends=until, parts=added([one.parts for one in parts]), days=len(counted))


def whole(days: Days, since: date, until: date) -> Stretch:
    """Of one shop, as much of what was read as lies in that time."""
    parts = [one for day, one in days.items() if since <= day <= until]
    return Stretch(begins=since, ends=until, parts=added(parts) if parts else NOTHING, days=len(parts))


def by_store(
    conn: sa.Connection, stores: Sequence[str], since: date, until: date, *, here: Here | None = None
) -> Mapping[str, Days]:
    """Shop → day → its numbers; days on which nothing happened are not there."""
    found: dict[str, dict[date, Parts]] = {store_id: {} for store_id in stores}
    asked = {"stores": list(stores), "since": since.isoformat(), "until": until.isoformat()}
    for row in conn.execute(_DAYS, asked):
        found[row.store_id][date.fromisoformat(row.day_on)] = parts_of(row.parts)
    if here is not None and here.store_id in found:
        _count_here(conn, found[here.store_id], max(since, here.first), min(until, here.today), here)
    return {
        store_id: {day: parts for day, parts in days.items() if parts != NOTHING}
        for store_id, days in found.items()
    }


def _count_here(conn: sa.Connection, days: dict[date, Parts], since: date, until: date, here: Here) -> None:
    if since <= until:
        facts = facts_between(conn, here.store_id, since, until, here.time_zone)
        days |= {day: count(of_day) for day, of_day in facts.items()}


def _stretch(by_day: Mapping[date, Sequence[Parts]], begins: date, ends: date) -> Stretch:
    found = [some for day, _ in stretches(begins, ends, Step.DAY) if (some := by_day.get(day, ()))]
    parts = [one for some in found for one in some]
    return Stretch(begins=begins, ends=ends, parts=added(parts) if parts else NOTHING, days=len(found))
