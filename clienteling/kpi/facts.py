"""Reads what a shop's day is counted from. Each query goes by shop and day, or by the day's few customers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, wall
from clienteling.baskets.queries import online_receipt
from clienteling.consents.tables import consent
from clienteling.customers.aliases import Her, together
from clienteling.insight.judged import judged_between
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.kpi.counting import RETURN_MS, Answered, Came, DayFacts, Promised, Tried, in_the_shop
from clienteling.kpi.definitions import CHANNEL_DAYS
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import uncorrected
from clienteling.review.counting import Due
from clienteling.review.days import deeds_between
from clienteling.review.values import Deed
from clienteling.tasks.tables import task
from clienteling.tasks.values import TaskKind, TaskOutcome, TaskState
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import known
from sync.batches import batches

CHANNEL_MS = CHANNEL_DAYS * 86_400_000
HER_OWN_DOING = (
    EventKind.ADVERT_TAPPED,
    EventKind.MESSAGE_IN,
    EventKind.PAGE_VIEWED,
    EventKind.PRODUCT_VIEWED,
    EventKind.PRODUCT_SEARCHED,
    EventKind.PRODUCT_SHARED,
    EventKind.LIST_VIEWED,
    EventKind.PROMOTION_TAPPED,
    EventKind.REVIEWED,
    EventKind.BASKET_VIEWED,
    EventKind.BASKET_ADDED,
    EventKind.BASKET_REMOVED,
    EventKind.CHECKOUT_STARTED,
    EventKind.COUPON_USED,
    EventKind.COUPON_REFUSED,
    EventKind.WISH_ADDED,
    EventKind.WISH_REMOVED,
    EventKind.ORDERED,
    EventKind.COMMENTED,
    EventKind.EMAIL_CLICKED,
    EventKind.CALL_IN,
    EventKind.TICKET_OPENED,
    EventKind.SIGNED_UP,
)
"""What a shop only sent or did to her meets nobody. An opened mail may have been opened by a machine."""
FOLLOW_UPS = (TaskKind.FOLLOW_UP, TaskKind.CALL, TaskKind.WRITE)
_USEFUL = frozenset({TaskOutcome.REACHED.value, TaskOutcome.COMES.value})
_CALLED = (InteractionKind.CALL.value, InteractionKind.MESSAGE.value)

_STORE, _IDS = (
    sa.bindparam("in_store", type_=sa.Text),
    sa.bindparam("ids", type_=sa.Text, expanding=True),
)
_SINCE, _BEFORE = sa.bindparam("since", type_=sa.BigInteger), sa.bindparam("before", type_=sa.BigInteger)
_RECORDED = sa.select(interaction.c.id, interaction.c.customer_id, interaction.c.at).where(
    interaction.c.store_id == _STORE,
    interaction.c.at >= _SINCE,
    interaction.c.at < _BEFORE,
    interaction.c.corrects.is_(None),
)
_PROMISED = sa.select(promise.c.due_on, promise.c.customer_id, promise.c.state, promise.c.closed_at).where(
    promise.c.store_id == _STORE,
    promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
    promise.c.due_on >= sa.bindparam("first", type_=sa.Text),
    promise.c.due_on <= sa.bindparam("last", type_=sa.Text),
)
_DONE = sa.select(task.c.customer_id, task.c.rule, task.c.closed_at, task.c.outcome).where(
    task.c.store_id == _STORE,
    task.c.closed_at >= _SINCE,
    task.c.closed_at < _BEFORE,
    task.c.state == TaskState.DONE.value,
    task.c.kind.in_([kind.value for kind in FOLLOW_UPS]),
    task.c.customer_id.is_not(None),
)
_ANSWERED = sa.select(consent.c.at, consent.c.customer_id, consent.c.purpose, consent.c.granted).where(
    consent.c.store_id == _STORE,
    consent.c.at >= _SINCE,
    consent.c.at < _BEFORE,
    uncorrected(consent),
)
_CAME = sa.select(
    interaction.c.customer_id, interaction.c.kind, interaction.c.at, interaction.c["items"]
).where(
    interaction.c.customer_id.in_(_IDS),
    interaction.c.at >= _SINCE,
    interaction.c.at < _BEFORE,
    uncorrected(interaction),
)
_ORDERED = sa.select(event).where(
    event.c.customer_id.in_(_IDS),
    event.c.at >= _SINCE,
    event.c.at < _BEFORE,
    event.c.kind == EventKind.ORDERED.value,
)
_MET = sa.union_all(
    sa.select(event.c.customer_id, event.c.at).where(
        event.c.customer_id.in_(_IDS),
        event.c.at >= _SINCE,
        event.c.at < _BEFORE,
        event.c.kind.in_([kind.value for kind in HER_OWN_DOING]),
    ),
    sa.select(interaction.c.customer_id, interaction.c.at).where(
        interaction.c.customer_id.in_(_IDS),
        interaction.c.at >= _SINCE,
        interaction.c.at < _BEFORE,
        interaction.c.kind.in_(_CALLED),
        uncorrected(interaction),
    ),
)


Named = TypeVar("Named", Deed, Promised, Tried)


def day_facts(
    conn: sa.Connection, store_id: str, day: date, time_zone: str, *, late: Collection[str] = frozenset()
) -> DayFacts:
    return facts_between(conn, store_id, day, day, time_zone, late=late)[day]


def facts_between(
    conn: sa.Connection,
    store_id: str,
    first: date,
    last: date,
    time_zone: str,
    *,
    late: Collection[str] = frozenset(),
) -> Mapping[date, DayFacts]:
    """Of each day from the first to the last, both in it: as many queries for many days as for one.

    `late`: ids of interactions that came after their day had ended, where somebody knows.
    """
    span = _Span(store_id, time_zone, first, last)
    deeds = span.by_day((deed.at, deed) for deed in deeds_between(conn, store_id, *span.bounds))
    recorded = span.by_day((row.at, row) for row in conn.execute(_RECORDED, span.asked))
    promised = _promised(conn, span)
    follow_ups = span.by_day((one.at, one) for one in _done(conn, span))
    suggestions = span.by_day((one.at, one) for one in _judged(conn, span))
    answered = span.by_day((row.at, row) for row in conn.execute(_ANSWERED, span.asked))
    everything = (deeds, recorded, promised, follow_ups, suggestions, answered)
    named = {one.customer_id for kind in everything for some in kind.values() for one in some}
    people = together(conn, {i for i in named if i})
    stands = {i: she.id for i, she in people.items()}
    tried = _people(people, (*follow_ups.values(), *suggestions.values()))
    came = _came(conn, tried, span.bounds[0], span.bounds[1] + RETURN_MS)
    visitors = _people(people, [[deed for deed in some if in_the_shop(deed.kind)] for some in deeds.values()])
    met = _met(conn, visitors, span)
    return {
        day: DayFacts(
            deeds=_named(deeds[day], stands),
            recorded=tuple((stands.get(row.customer_id or "", ""), row.id in late) for row in recorded[day]),
            promised=_named(promised[day], stands),
            follow_ups=_named(follow_ups[day], stands),
            suggestions=_named(suggestions[day], stands),
            answered=tuple(
                Answered(stands.get(row.customer_id or "", ""), row.purpose, row.granted)
                for row in answered[day]
            ),
            came=came,
            elsewhere=_elsewhere(met, day_bounds(day, time_zone)[1]),
        )
        for day in span.days()
    }


class _Span(msgspec.Struct, frozen=True):
    """Days of a shop."""

    store_id: str
    time_zone: str
    first: date
    last: date

    @property
    def bounds(self) -> tuple[int, int]:
        return day_bounds(self.first, self.time_zone)[0], day_bounds(self.last, self.time_zone)[1]

    @property
    def asked(self) -> Mapping[str, object]:
        since, before = self.bounds
        return {"in_store": self.store_id, "since": since, "before": before}

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1))

    def by_day(self, rows: Iterable[tuple[int, Any]]) -> defaultdict[date, list[Any]]:
        found: defaultdict[date, list[Any]] = defaultdict(list)
        for at, row in rows:
            found[wall(at, self.time_zone)[0]].append(row)
        return found


def _promised(conn: sa.Connection, span: _Span) -> defaultdict[date, list[Any]]:
    asked = {"in_store": span.store_id, "first": span.first.isoformat(), "last": span.last.isoformat()}
    found: defaultdict[date, list[Any]] = defaultdict(list)
    for row in conn.execute(_PROMISED, asked):
        day = date.fromisoformat(row.due_on)
        state = known(PromiseState, row.state, PromiseState.OPEN)
        closed_on = wall(row.closed_at, span.time_zone)[0] if row.closed_at else None
        in_time = state is PromiseState.KEPT and (closed_on is None or closed_on <= day)
        found[day].append(Promised(row.customer_id or "", Due(state, in_time)))
    return found


def _done(conn: sa.Connection, span: _Span) -> Iterator[Tried]:
    for row in conn.execute(_DONE, span.asked):
        yield Tried(row.customer_id, row.rule, row.closed_at, row.outcome in _USEFUL)


def _judged(conn: sa.Connection, span: _Span) -> Iterator[Tried]:
    for one in judged_between(conn, span.store_id, *span.bounds):
        yield Tried(one.customer_id, one.kind, one.at, one.useful, one.product_id)


def _people(people: Mapping[str, Her], some: Iterable[Iterable[Any]]) -> list[Her]:
    """Each once."""
    ids = {one.customer_id for rows in some for one in rows if one.customer_id}
    return list({people[i].id: people[i] for i in ids}.values())


def _came(
    conn: sa.Connection, people: Iterable[Her], since: int, before: int
) -> Mapping[str, tuple[Came, ...]]:
    found: dict[str, list[Came]] = {}
    for stands, asked in _asked(people, since, before):
        for row in conn.execute(_CAME, asked):
            kind = known(InteractionKind, row.kind, InteractionKind.VISIT)
            if in_the_shop(kind):
                found.setdefault(stands[row.customer_id], []).append(Came(row.at, True, _bought(kind, row)))
        for row in conn.execute(_ORDERED, asked):
            goods = frozenset(item.product_id for item in online_receipt(row).items if item.product_id)
            found.setdefault(stands[row.customer_id], []).append(Came(row.at, False, goods))
    return {i: tuple(some) for i, some in found.items()}


def _bought(kind: InteractionKind, row: sa.Row) -> frozenset[str]:
    if kind is not InteractionKind.SALE:
        return frozenset()
    return frozenset(item.product_id for item in items_of(row.items) if item.bought)


def _met(conn: sa.Connection, people: Iterable[Her], span: _Span) -> Mapping[str, Sequence[int]]:
    """Customer → when she was met by another channel, in order."""
    since, before = span.bounds
    found: dict[str, list[int]] = {}
    for stands, asked in _asked(people, since - CHANNEL_MS, before):
        for customer_id, at in conn.execute(_MET, asked):
            found.setdefault(stands[customer_id], []).append(at)
    return {i: sorted(times) for i, times in found.items()}


def _elsewhere(met: Mapping[str, Sequence[int]], before: int) -> frozenset[str]:
    return frozenset(
        i for i, times in met.items() if bisect_left(times, before - CHANNEL_MS) < bisect_left(times, before)
    )


def _asked(
    people: Iterable[Her], since: int, before: int
) -> Iterator[tuple[Mapping[str, str], Mapping[str, object]]]:
    stands = {i: she.id for she in people for i in she.ids}
    for ids in batches(sorted(stands)):
        yield stands, {"ids": ids, "since": since, "before": before}


def _named(some: Iterable[Named], stands: Mapping[str, str]) -> tuple[Named, ...]:
    """By the id that stands for her."""
    return tuple(
        msgspec.structs.replace(one, customer_id=stands.get(one.customer_id, one.customer_id))
        if one.customer_id
        else one
        for one in some
    )
