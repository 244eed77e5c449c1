"""What the page reads at once: the parts of each stretch, those before, and the targets of all figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING

import msgspec

from clienteling.kpi.definitions import value_of
from clienteling.kpi.values import NOTHING, Kpi, Parts, Step, Stretch
from clienteling.tablet.figures import spans
from clienteling.tablet.figures.spans import Kind, Span
from clienteling.tablet.figures.together import Apart, Shop, Together, together

if TYPE_CHECKING:
    import sqlalchemy as sa

    from clienteling.basis.values import Asker
    from clienteling.kpi.queries import Days, Here

Targets = Mapping[tuple[Kpi, Step], float]


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page says of these shops and days."""

    span: Span
    today: date
    shops: tuple[str, ...] = ()
    """Their names, of those that are added up."""
    several: bool = False
    """More than one was asked for."""
    stretches: tuple[Stretch, ...] = ()
    """One for each bar."""
    before: tuple[Stretch, ...] = ()
    """What each of them is held against, in the same places."""
    total: Parts = NOTHING
    total_before: Parts | None = None
    """None where nothing was counted then: the shop was closed, or not there yet."""
    targets: Targets = {}
    apart: tuple[Apart, ...] = ()
    """Several shops side by side; empty for one."""
    left_out: tuple[str, ...] = ()
    """Names of shops that were asked for too, and where too few work."""
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
    from clienteling.basis.values import Days

    seen = together(conn, asker=asker, shops=shops, days=Days(span.since, span.until), today=today)
    if not seen.shops:
        return Read(
            span=span,
            today=today,
            shops=tuple(one.name for one in shops),
            several=len(shops) > 1,
            too_few=True,
        )
    found = _counted(conn, seen, span, today, here)
    return msgspec.structs.replace(found, several=len(shops) > 1)


def _counted(conn: "sa.Connection", seen: Together, span: Span, today: date, here: "Here") -> Read:
    from clienteling.kpi.queries import by_store, stretched

    stores = [one.key for one in seen.shops]
    drawn, so_far = spans.up_to(spans.drawn(span), today), spans.up_to(span, today)
    shift = spans.drawn(span).since - span.since
    against = spans.before(so_far)
    now = by_store(conn, seen.sums, drawn.since, drawn.until, here=here)
    then = by_store(conn, seen.sums, against.since + shift, against.until, here=here)
    stretches = stretched(now, drawn.since, drawn.until, span.step)
    before = stretched(then, against.since + shift, against.until, span.step)
    last = -1 if span.kind is Kind.DAY else 0
    return Read(
        span=span,
        today=today,
        shops=tuple(one.name for one in seen.shops),
        stretches=stretches,
        before=before,
        total=_sum(stretches[last:]) or NOTHING,
        total_before=_sum(before[last:]),
        targets=_targets(conn, stores, so_far.until),
        apart=tuple(_apart(seen, so_far, against, now, then)) if len(stores) > 1 else (),
        left_out=tuple(one.name for one in seen.left_out),
    )


def _apart(
    seen: Together, span: Span, against: Span, now: Mapping[str, "Days"], then: Mapping[str, "Days"]
) -> Iterator[Apart]:
    from clienteling.kpi.queries import whole

    for shop in seen.shops:
        if shop.key not in seen.alone:
            yield Apart(shop)
            continue
        yield Apart(
            shop,
            whole(now[shop.key], span.since, span.until),
            whole(then[shop.key], against.since, against.until),
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
