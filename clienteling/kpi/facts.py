"""Reads what a shop's day is counted from. Each query goes by shop and day, or by the day's few customers."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar

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
from clienteling.review.queries import deeds_of
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
_RECORDED = sa.select(interaction.c.id, interaction.c.customer_id).where(
    interaction.c.store_id == _STORE,
    interaction.c.at >= _SINCE,
    interaction.c.at < _BEFORE,
    interaction.c.corrects.is_(None),
)
_PROMISED = sa.select(promise.c.customer_id, promise.c.state, promise.c.closed_at).where(
    promise.c.store_id == _STORE,
    promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
    promise.c.due_on == sa.bindparam("on", type_=sa.Text),
)
_DONE = sa.select(task.c.customer_id, task.c.rule, task.c.closed_at, task.c.outcome).where(
    task.c.store_id == _STORE,
    task.c.closed_at >= _SINCE,
    task.c.closed_at < _BEFORE,
    task.c.state == TaskState.DONE.value,
    task.c.kind.in_([kind.value for kind in FOLLOW_UPS]),
    task.c.customer_id.is_not(None),
)
_ANSWERED = sa.select(consent.c.customer_id, consent.c.purpose, consent.c.granted).where(
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
_MET = sa.union(
    sa.select(event.c.customer_id).where(
        event.c.customer_id.in_(_IDS),
        event.c.at >= _SINCE,
        event.c.at < _BEFORE,
        event.c.kind.in_([kind.value for kind in HER_OWN_DOING]),
    ),
    sa.select(interaction.c.customer_id).where(
        interaction.c.customer_id.in_(_IDS),
        interaction.c.at >= _SINCE,
        interaction.c.at < _BEFORE,
        interaction.c.kind.in_(_CALLED),
        uncorrected(interaction),
    ),
)


Named = TypeVar("Named", Deed, Promised, Tried, Answered)


class _Read(msgspec.Struct, frozen=True):
    """The shop's own records of the day, customers named as the records name them."""

    promised: list[Promised]
    follow_ups: list[Tried]
    suggestions: list[Tried]
    answered: list[Answered]

    def customers(self) -> Iterator[str]:
        for some in (self.promised, self.follow_ups, self.suggestions, self.answered):
            yield from (one.customer_id for one in some)


def day_facts(
    conn: sa.Connection, store_id: str, day: date, time_zone: str, late: Collection[str] = frozenset()
) -> DayFacts:
    """`late`: ids of interactions that came after their day had ended, where somebody knows."""
    since, before = day_bounds(day, time_zone)
    asked = {"in_store": store_id, "since": since, "before": before}
    deeds = deeds_of(conn, store_id, day, time_zone)
    recorded = conn.execute(_RECORDED, asked).all()
    read = _Read(
        list(_promised(conn, store_id, day, time_zone)),
        list(_done(conn, asked)),
        list(_judged(conn, store_id, since, before)),
        [Answered(row.customer_id or "", row.purpose, row.granted) for row in conn.execute(_ANSWERED, asked)],
    )
    named = {deed.customer_id for deed in deeds} | {row.customer_id for row in recorded} | {*read.customers()}
    people = together(conn, {i for i in named if i})
    stands = {i: she.id for i, she in people.items()}
    visitors = {deed.customer_id for deed in deeds if deed.customer_id and in_the_shop(deed.kind)}
    tried = {one.customer_id for one in (*read.follow_ups, *read.suggestions)}
    return DayFacts(
        deeds=tuple(_named(deed, stands) for deed in deeds),
        recorded=tuple((stands.get(row.customer_id or "", ""), row.id in late) for row in recorded),
        promised=tuple(_named(one, stands) for one in read.promised),
        follow_ups=tuple(_named(one, stands) for one in read.follow_ups),
        suggestions=tuple(_named(one, stands) for one in read.suggestions),
        answered=tuple(_named(one, stands) for one in read.answered),
        came=_came(conn, {i: people[i] for i in tried if i}, since, before + RETURN_MS),
        elsewhere=_elsewhere(conn, {i: people[i] for i in visitors}, before - CHANNEL_MS, before),
    )


def _promised(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> Iterator[Promised]:
    for row in conn.execute(_PROMISED, {"in_store": store_id, "on": day.isoformat()}):
        state = known(PromiseState, row.state, PromiseState.OPEN)
        closed_on = wall(row.closed_at, time_zone)[0] if row.closed_at else None
        in_time = state is PromiseState.KEPT and (closed_on is None or closed_on <= day)
        yield Promised(row.customer_id or "", Due(state, in_time))


def _done(conn: sa.Connection, asked: Mapping[str, object]) -> Iterator[Tried]:
    for row in conn.execute(_DONE, asked):
        yield Tried(row.customer_id, row.rule, row.closed_at, row.outcome in _USEFUL)


def _judged(conn: sa.Connection, store_id: str, since: int, before: int) -> Iterator[Tried]:
    for one in judged_between(conn, store_id, since, before):
        yield Tried(one.customer_id, one.kind, one.at, one.useful, one.product_id)


def _came(
    conn: sa.Connection, people: Mapping[str, Her], since: int, before: int
) -> Mapping[str, tuple[Came, ...]]:
    found: dict[str, list[Came]] = {}
    for stands, asked in _asked(people.values(), since, before):
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


def _elsewhere(conn: sa.Connection, people: Mapping[str, Her], since: int, before: int) -> frozenset[str]:
    return frozenset(
        stands[customer_id]
        for stands, asked in _asked(people.values(), since, before)
        for customer_id in conn.scalars(_MET, asked)
    )


def _asked(
    people: Iterable[Her], since: int, before: int
) -> Iterator[tuple[Mapping[str, str], Mapping[str, object]]]:
    stands = {i: she.id for she in people for i in she.ids}
    for ids in batches(sorted(stands)):
        yield stands, {"ids": ids, "since": since, "before": before}


def _named(one: Named, stands: Mapping[str, str]) -> Named:
    """By the id that stands for her."""
    if not one.customer_id or stands.get(one.customer_id, one.customer_id) == one.customer_id:
        return one
    return msgspec.structs.replace(one, customer_id=stands[one.customer_id])
