"""Days of a shop as they were recorded: as many queries for the days of a week as for one of them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, wall
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.prepared import Prepared, Row
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import uncorrected
from clienteling.review import counting
from clienteling.review.counting import Due
from clienteling.review.readings import Readings, readings
from clienteling.review.values import Counted, Deed, Figures, Reviewed
from clienteling.vocabulary import known

ONE_DAY = timedelta(days=1)
_STORE = sa.bindparam("in_store", type_=sa.Text)
_FIRST, _LAST = sa.bindparam("first", type_=sa.Text), sa.bindparam("last", type_=sa.Text)
_DEEDS = Prepared(
    sa.select(
        interaction.c.id,
        interaction.c.visit_id,
        interaction.c.customer_id,
        interaction.c.kind,
        interaction.c["items"],
        interaction.c.at,
    )
    .where(
        interaction.c.store_id == _STORE,
        interaction.c.at >= sa.bindparam("since", type_=sa.BigInteger),
        interaction.c.at < sa.bindparam("before", type_=sa.BigInteger),
        uncorrected(interaction),
    )
    .order_by(interaction.c.at, interaction.c.id)
)
_DUE = Prepared(
    sa.select(promise.c.due_on, promise.c.state, promise.c.closed_at).where(
        promise.c.store_id == _STORE,
        promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
        promise.c.due_on >= _FIRST,
        promise.c.due_on <= _LAST,
    )
)


class Recorded(NamedTuple):
    """One day's, with its figures."""

    day: date
    time_zone: str
    deeds: Sequence[Deed] = ()
    figures: Figures = Figures()
    reviewed: Reviewed | None = None

    @property
    def counted(self) -> Counted:
        return Counted(day=self.day, figures=self.figures, reviewed=self.reviewed)


def recorded(
    conn: sa.Connection, store_id: str, days: Collection[date], time_zone: str, *, key: str = ""
) -> dict[date, Recorded]:
    """Of each of these days; `time_zone` is the shop's, `key` (hex) what its tablets open readings with."""
    found: dict[date, Recorded] = {}
    for first, last in _runs(days):
        read = readings(conn, store_id, first, last, key)
        found |= _run(conn, store_id, (first, last), time_zone, read)
    return found


def deeds_between(conn: sa.Connection, store_id: str, since: int, before: int) -> list[Deed]:
    """From `since` up to, not including, `before`."""
    rows = _DEEDS.rows(conn, {"in_store": store_id, "since": since, "before": before})
    return [
        Deed(
            id=record_id,
            visit_id=visit_id,
            customer_id=customer_id,
            kind=known(InteractionKind, kind, InteractionKind.VISIT),
            items=items_of(items),
            at=at,
        )
        for record_id, visit_id, customer_id, kind, items, at in rows
    ]


def _runs(days: Collection[date]) -> Iterator[tuple[date, date]]:
    """First and last of those that follow one another."""
    firsts = sorted(day for day in days if day - ONE_DAY not in days)
    lasts = sorted(day for day in days if day + ONE_DAY not in days)
    yield from zip(firsts, lasts, strict=True)


def _run(
    conn: sa.Connection, store_id: str, run: tuple[date, date], time_zone: str, read: Readings
) -> Iterator[tuple[date, Recorded]]:
    first, last = run
    days = [first + ONE_DAY * number for number in range((last - first).days + 1)]
    starts = [day_bounds(day, time_zone)[0] for day in days]
    deeds: dict[date, list[Deed]] = {day: [] for day in days}
    for deed in deeds_between(conn, store_id, starts[0], day_bounds(last, time_zone)[1]):
        deeds[days[bisect_right(starts, deed.at) - 1]].append(deed)
    asked = {"in_store": store_id, "first": first.isoformat(), "last": last.isoformat()}
    due = _by_day(days, _DUE.rows(conn, asked))
    for day in days:
        figures = counting.figures(deeds[day], (_due_of(row, day, time_zone) for row in due[day]))
        yield day, Recorded(day, time_zone, deeds[day], figures, read.of(day, figures))


def _by_day(days: Iterable[date], rows: Iterable[Row]) -> dict[date, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.due_on].append(row)
    return {day: found[day.isoformat()] for day in days}


def _due_of(row: Row, day: date, time_zone: str) -> Due:
    state = known(PromiseState, row.state, PromiseState.OPEN)
    closed_on = wall(row.closed_at, time_zone)[0] if row.closed_at else None
    return Due(state, state is PromiseState.KEPT and (closed_on is None or closed_on <= day))
