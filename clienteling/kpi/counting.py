"""A shop's day in numbers, from what was recorded. Plain functions, the same on both ends."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

import msgspec

from clienteling.interactions.values import InteractionKind
from clienteling.kpi.definitions import RETURN_DAYS
from clienteling.kpi.values import Led, Parts
from clienteling.promises.values import PromiseState
from clienteling.review import counting
from clienteling.review.counting import Due
from clienteling.review.values import Deed, Receipts

RETURN_MS = RETURN_DAYS * 86_400_000


class Came(msgspec.Struct, frozen=True):
    """She was in a shop, or bought something, some time."""

    at: int
    in_shop: bool
    bought: frozenset[str] = frozenset()
    """Product ids."""


class Tried(msgspec.Struct, frozen=True):
    """A follow-up that was done, or a suggestion that was judged, with one customer."""

    customer_id: str
    kind: str
    """TaskRule or SuggestionKind."""
    at: int
    useful: bool = False
    product_id: str = ""
    """What was suggested; empty where anything that she buys counts."""


class Promised(msgspec.Struct, frozen=True):
    customer_id: str
    due: Due


class Answered(msgspec.Struct, frozen=True):
    """What she said when she was asked for a consent."""

    customer_id: str
    purpose: str
    granted: bool


class DayFacts(msgspec.Struct, frozen=True, kw_only=True):
    """All that a day's numbers rest on. A customer is named by the id that stands for her."""

    deeds: tuple[Deed, ...] = ()
    recorded: tuple[tuple[str, bool], ...] = ()
    """Of each interaction of the day, corrected ones too: whose it is (empty: nobody's), and whether it
    came late."""
    promised: tuple[Promised, ...] = ()
    follow_ups: tuple[Tried, ...] = ()
    suggestions: tuple[Tried, ...] = ()
    answered: tuple[Answered, ...] = ()
    came: Mapping[str, tuple[Came, ...]] = {}
    """Customer → when she was in a shop or bought, on that day and after it."""
    elsewhere: frozenset[str] = frozenset()
    """Customers who were met by another channel shortly before."""


def count(facts: DayFacts) -> Parts:
    visits = counting.visits(facts.deeds)
    sales = [deed for deed in facts.deeds if deed.kind is InteractionKind.SALE]
    due = [one.due for one in facts.promised if one.due.state is not PromiseState.CANCELLED]
    here = _customers(facts.deeds)
    return Parts(
        visits=len(visits),
        identified=sum(visit.recognised for visit in visits),
        interactions=len(facts.deeds),
        known=counting.receipts(sale for sale in sales if sale.customer_id is not None),
        unknown=counting.receipts(sale for sale in sales if sale.customer_id is None),
        returned=_returned(facts.deeds),
        promises_due=len(due),
        promises_kept=sum(one.kept_in_time for one in due),
        lost=_lost(facts.deeds),
        suggestions=_led(facts.suggestions, facts.came),
        rules=_led(facts.follow_ups, facts.came),
        consents=_times(one.purpose for one in facts.answered if one.granted),
        refusals=_times(one.purpose for one in facts.answered if not one.granted),
        customers=len(here),
        two_channels=len(here & facts.elsewhere),
        recorded=len(facts.recorded),
        late=sum(late for _, late in facts.recorded),
    )


def without(facts: DayFacts, customer_ids: Collection[str]) -> DayFacts:
    """The same day as if these customers had never been."""
    return msgspec.structs.replace(
        facts,
        deeds=tuple(deed for deed in facts.deeds if deed.customer_id not in customer_ids),
        recorded=tuple(one for one in facts.recorded if one[0] not in customer_ids),
        promised=tuple(one for one in facts.promised if one.customer_id not in customer_ids),
        follow_ups=tuple(one for one in facts.follow_ups if one.customer_id not in customer_ids),
        suggestions=tuple(one for one in facts.suggestions if one.customer_id not in customer_ids),
        answered=tuple(one for one in facts.answered if one.customer_id not in customer_ids),
    )


def in_the_shop(kind: InteractionKind) -> bool:
    return kind not in counting.NOT_IN_THE_SHOP


def _customers(deeds: Iterable[Deed]) -> frozenset[str]:
    return frozenset(deed.customer_id for deed in deeds if deed.customer_id and in_the_shop(deed.kind))


def _returned(deeds: Iterable[Deed]) -> Receipts:
    items = [deed.items for deed in deeds if deed.kind is InteractionKind.RETURN]
    return Receipts(
        count=len(items),
        cents=sum(item.quantity * item.price_cents for some in items for item in some),
        pieces=sum(item.quantity for some in items for item in some),
    )


def _lost(deeds: Iterable[Deed]) -> Mapping[str, int]:
    return {line.reason.value: line.times for line in counting.lost_because(list(deeds))}


def _times(words: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(words).items()))


def _led(tried: Iterable[Tried], came: Mapping[str, tuple[Came, ...]]) -> Mapping[str, Led]:
    found: dict[str, Led] = {}
    for one in tried:
        found[one.kind] = found.get(one.kind, Led()).plus(_one(one, came.get(one.customer_id, ())))
    return {kind: found[kind] for kind in sorted(found)}


def _one(tried: Tried, came: Iterable[Came]) -> Led:
    after = [one for one in came if tried.at < one.at <= tried.at + RETURN_MS]
    return Led(
        tried=1,
        useful=int(tried.useful),
        returned=int(any(one.in_shop for one in after)),
        sold=int(any(_counts(one, tried.product_id) for one in after)),
    )


def _counts(came: Came, product_id: str) -> bool:
    return product_id in came.bought if product_id else bool(came.bought)
