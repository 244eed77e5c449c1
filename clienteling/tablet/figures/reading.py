"""What the page reads at once: the parts of each stretch, those before, and the targets of all figures."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

import msgspec

from clienteling.kpi.definitions import value_of
from clienteling.kpi.values import NOTHING, Kpi, Parts, Step, Stretch
from clienteling.tablet.figures import spans
from clienteling.tablet.figures.spans import Kind, Span

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.basis.values import Asker
    from clienteling.kpi.queries import Here

Targets = Mapping[tuple[Kpi, Step], float]


class Shop(msgspec.Struct, frozen=True):
    key: str
    name: str


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page says of these shops and days."""

    span: Span
    today: date
    shops: tuple[str, ...] = ()
    """Their names."""
    stretches: tuple[Stretch, ...] = ()
    """One for each bar."""
    before: tuple[Stretch, ...] = ()
    """What each of them is held against, in the same places."""
    total: Parts = NOTHING
    total_before: Parts | None = None
    """None where nothing was counted then: the shop was closed, or not there yet."""
    targets: Targets = {}
    too_few: bool = False
    """So few work there that they would be figures about one of them: none was read."""

    @property
    def complete(self) -> bool:
        """Whether all its days are over."""
        return self.span.until < self.today

    @property
    def empty(self) -> bool:
        return not any(one.days for one in self.stretches)

    def value(self, kpi: Kpi) -> float | None:
        return value_of(kpi, self.total)

    def value_before(self, kpi: Kpi) -> float | None:
        return None if self.total_before is None else value_of(kpi, self.total_before)

    def target(self, kpi: Kpi) -> float | None:
        step = self.span.target_for
        return None if step is None else self.targets.get((kpi, step))

    def target_of_a_bar(self, kpi: Kpi) -> float | None:
        return self.targets.get((kpi, self.span.step))


def read(
    conn: "sa.Connection", *, asker: "Asker", shops: Sequence[Shop], span: Span, today: date, here: "Here"
) -> Read:
    """Nothing where `asker` may not see it."""
    stores = [shop.key for shop in shops]
    names = tuple(shop.name for shop in shops)
    if not _may_see(conn, asker, stores, span, today):
        return Read(span=span, today=today, shops=names, too_few=True)
    return msgspec.structs.replace(_counted(conn, stores, span, today, here), shops=names)


def _may_see(conn: "sa.Connection", asker: "Asker", stores: Sequence[str], span: Span, today: date) -> bool:
    from clienteling.basis import queries, rules
    from clienteling.basis.values import Days, Team
    from clienteling.staff.queries import people_of

    people, least = people_of(conn, stores), queries.least_people(conn)
    days = Days(span.since, span.until)
    every = (rules.may_see(asker, Team(one, people), days, today, (), least=least) for one in stores)
    return bool(stores) and all(every)


def _counted(conn: "sa.Connection", stores: Sequence[str], span: Span, today: date, here: "Here") -> Read:
    from clienteling.kpi.queries import figures_over

    shown = spans.up_to(spans.drawn(span), today)
    shift = spans.drawn(span).since - span.since
    against = spans.before(spans.up_to(span, today))
    stretches = figures_over(conn, stores, shown.since, shown.until, span.step, here=here)
    before = figures_over(conn, stores, against.since + shift, against.until, span.step, here=here)
    last = -1 if span.kind is Kind.DAY else 0
    return Read(
        span=span,
        today=today,
        stretches=stretches,
        before=before,
        total=_sum(stretches[last:]) or NOTHING,
        total_before=_sum(before[last:]),
        targets=_targets(conn, stores, spans.up_to(span, today).until),
    )


def _sum(stretches: Iterable[Stretch]) -> Parts | None:
    counted = [one.parts for one in stretches if one.days]
    return reduce(Parts.plus, counted) if counted else None


def _targets(conn: "sa.Connection", stores: Sequence[str], on: date) -> Targets:
    from clienteling.kpi.targets import target_over

    every = {(kpi, step): target_over(conn, stores, kpi, step, on) for kpi in Kpi for step in Step}
    return {which: value for which, value in every.items() if value is not None}


def shops(conn: "sa.Connection") -> list[Shop]:
    """All of the chain, by name."""
    from clienteling.stores.queries import stores

    return [Shop(one.id, one.name) for one in stores(conn)]
