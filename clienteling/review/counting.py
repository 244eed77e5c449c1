"""A shop's day from its records. Plain functions: what a figure means is written here and nowhere else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec

from clienteling.interactions.values import InteractionKind, Item, Reason
from clienteling.promises.values import PromiseState
from clienteling.review.values import Deed, Figures, Hour, LostBecause, Receipts

NOT_IN_THE_SHOP = frozenset({InteractionKind.CALL, InteractionKind.MESSAGE})
_CAN_BE_LOST = frozenset({InteractionKind.NOT_BOUGHT, InteractionKind.SALE, InteractionKind.FITTING})


class Due(NamedTuple):
    """A promise that was to be kept by a day."""

    state: PromiseState
    kept_in_time: bool


class Visit(NamedTuple):
    began_at: int
    recognised: bool


def figures(deeds: Sequence[Deed], due: Iterable[Due] = ()) -> Figures:
    seen = visits(deeds)
    sales = [deed for deed in deeds if deed.kind is InteractionKind.SALE]
    stands = [promise for promise in due if promise.state is not PromiseState.CANCELLED]
    return Figures(
        visits=len(seen),
        recognised=sum(visit.recognised for visit in seen),
        interactions=len(deeds),
        receipts=receipts(sales),
        recognised_receipts=receipts(sale for sale in sales if sale.customer_id is not None),
        returned_pieces=sum(
            item.quantity for deed in deeds if deed.kind is InteractionKind.RETURN for item in deed.items
        ),
        lost=sum(line.times for line in lost_because(deeds)),
        promises_due=len(stands),
        promises_kept=sum(promise.kept_in_time for promise in stands),
    )


def visits(deeds: Iterable[Deed]) -> list[Visit]:
    """What was recorded with one person at one time in the shop is one; calls and messages are none."""
    began: dict[str, int] = {}
    known: set[str] = set()
    for deed in deeds:
        if deed.kind in NOT_IN_THE_SHOP:
            continue
        visit = deed.visit_id or deed.id
        began[visit] = min(began.get(visit, deed.at), deed.at)
        if deed.customer_id is not None:
            known.add(visit)
    return [Visit(at, visit in known) for visit, at in began.items()]


def receipts(sales: Iterable[Deed]) -> Receipts:
    """Each sale is a receipt: what was bought of it, at the price that was recorded."""
    count = cents = pieces = 0
    for sale in sales:
        bought = [item for item in sale.items if item.bought]
        count += 1
        cents += sum(item.quantity * item.price_cents for item in bought)
        pieces += sum(item.quantity for item in bought)
    return Receipts(count=count, cents=cents, pieces=pieces)


def lost_items(deeds: Iterable[Deed]) -> list[Item]:
    """What somebody wanted and did not buy; a visit without anything named is one of them too."""
    found: list[Item] = []
    for deed in deeds:
        if deed.kind not in _CAN_BE_LOST:
            continue
        reasoned = [item for item in deed.items if item.reason and not item.bought]
        if deed.kind is InteractionKind.NOT_BOUGHT:
            found += reasoned or list(deed.items) or [Item(product_id="")]
        else:
            found += reasoned
    return found


def lost_because(deeds: Iterable[Deed]) -> tuple[LostBecause, ...]:
    """The most frequent first; Reason.NONE where nobody said why."""
    times = Counter(item.reason for item in lost_items(deeds))
    order = list(Reason)
    ranked = sorted(times.items(), key=lambda one: (one[0] is Reason.NONE, -one[1], order.index(one[0])))
    return tuple(LostBecause(reason, count) for reason, count in ranked)


def by_hour(deeds: Iterable[Deed], time_zone: str) -> tuple[Hour, ...]:
    """From the first hour with a visit to the last; an hour that the clock shows twice is one."""
    zone = ZoneInfo(time_zone)
    recognised: Counter[int] = Counter()
    unknown: Counter[int] = Counter()
    for visit in visits(deeds):
        hour = datetime.fromtimestamp(visit.began_at / 1000, zone).hour
        (recognised if visit.recognised else unknown)[hour] += 1
    seen = recognised.keys() | unknown.keys()
    if not seen:
        return ()
    return tuple(Hour(hour, recognised[hour], unknown[hour]) for hour in range(min(seen), max(seen) + 1))


def differing(then: Figures, now: Figures) -> tuple[str, ...]:
    """Names of the figures that are other ones now."""
    fields = msgspec.structs.fields(Figures)
    return tuple(one.name for one in fields if getattr(then, one.name) != getattr(now, one.name))
