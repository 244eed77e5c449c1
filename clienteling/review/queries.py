"""A shop's day as it is read. Each query goes by shop and day: what it costs does not grow with the years."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds, wall
from clienteling.catalog.products import Named, named
from clienteling.interactions.tables import interaction
from clienteling.interactions.today import today as visitors_of
from clienteling.interactions.values import InteractionKind, Item, Reason, items_of
from clienteling.promises.queries import PROMISE, views
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState, PromiseView
from clienteling.records import uncorrected
from clienteling.review import counting
from clienteling.review.counting import Due
from clienteling.review.tables import day_review, tablet_standing
from clienteling.review.values import (
    Counted,
    Deed,
    Figures,
    Reviewed,
    ShopDay,
    TabletStanding,
    Wanted,
    figures_of,
)
from clienteling.staff.tables import associate
from clienteling.stock.queries import NONE, Pieces, pieces_by_product, pieces_by_variant
from clienteling.vocabulary import known

WEEK = timedelta(days=7)
MOST_WANTED = 8
Asked = tuple[str, str | None]
"""Ids of a product and, where it was said, of its variant."""

_STORE = sa.bindparam("in_store", type_=sa.Text)
_DEEDS = (
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
_DUE_ON = sa.select(promise.c.state, promise.c.due_on, promise.c.closed_at).where(
    promise.c.store_id == _STORE,
    promise.c.state.in_((PromiseState.OPEN.value, PromiseState.KEPT.value)),
    promise.c.due_on == sa.bindparam("on", type_=sa.Text),
)
_STILL_OPEN = PROMISE.where(
    promise.c.store_id == _STORE,
    promise.c.state == PromiseState.OPEN.value,
    promise.c.due_on <= sa.bindparam("on", type_=sa.Text),
).order_by(promise.c.due_on, promise.c.made_at)
_REVIEW = (
    sa.select(day_review, associate.c.given_name, associate.c.family_name)
    .outerjoin_from(day_review, associate, associate.c.id == day_review.c.associate_id)
    .where(
        day_review.c.store_id == _STORE,
        day_review.c.day_on == sa.bindparam("on", type_=sa.Text),
        uncorrected(day_review),
    )
    .order_by(day_review.c.at.desc(), day_review.c.id.desc())
)
_TABLETS = (
    sa.select(tablet_standing).where(tablet_standing.c.store_id == _STORE).order_by(tablet_standing.c.name)
)


def shop_day(conn: sa.Connection, store_id: str, day: date, today: date, time_zone: str) -> ShopDay:
    """All of it, as it is known today. `time_zone` is the shop's."""
    deeds = deeds_of(conn, store_id, day, time_zone)
    figures = counting.figures(deeds, _due(conn, store_id, day, time_zone))
    return ShopDay(
        store_id=store_id,
        day=day,
        figures=figures,
        week_before=figures_on(conn, store_id, day - WEEK, time_zone),
        hours=counting.by_hour(deeds, time_zone),
        visitors=visitors_of(conn, store_id, *day_bounds(day, time_zone)).visitors,
        lost=counting.lost_because(deeds),
        wanted=_wanted(conn, store_id, deeds),
        still_open=tuple(_still_open(conn, store_id, day, today)),
        tablets=tuple(tablets(conn, store_id)),
        reviewed=reviewed(conn, store_id, day, figures),
    )


def figures_on(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> Figures:
    due = _due(conn, store_id, day, time_zone)
    return counting.figures(deeds_of(conn, store_id, day, time_zone), due)


def deeds_of(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> list[Deed]:
    return deeds_between(conn, store_id, *day_bounds(day, time_zone))


def deeds_between(conn: sa.Connection, store_id: str, since: int, before: int) -> list[Deed]:
    """From `since` up to, not including, `before`."""
    rows = conn.execute(_DEEDS, {"in_store": store_id, "since": since, "before": before})
    return [
        Deed(
            id=row.id,
            visit_id=row.visit_id,
            customer_id=row.customer_id,
            kind=known(InteractionKind, row.kind, InteractionKind.VISIT),
            items=items_of(row.items),
            at=row.at,
        )
        for row in rows
    ]


def counted(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> Counted:
    figures = figures_on(conn, store_id, day, time_zone)
    return Counted(day=day, figures=figures, reviewed=reviewed(conn, store_id, day, figures))


def reviewed(conn: sa.Connection, store_id: str, day: date, figures: Figures) -> Reviewed | None:
    """By whoever read it last: two managers may do so at once, on two tablets."""
    rows = conn.execute(_REVIEW, {"in_store": store_id, "on": day.isoformat()}).all()
    if not rows:
        return None
    last, names = rows[0], [f"{row.given_name or ''} {row.family_name or ''}".strip() for row in rows]
    return Reviewed(
        id=last.id,
        at=last.at,
        by_id=last.associate_id or "",
        by_name=names[0],
        changed=counting.differing(figures_of(last.figures), figures),
        also=tuple(name for name in dict.fromkeys(names) if name not in {names[0], ""}),
    )


def tablets(conn: sa.Connection, store_id: str) -> list[TabletStanding]:
    return [
        TabletStanding(
            id=row.id,
            name=row.name,
            last_seen_at=row.last_seen_at or 0,
            owes=row.owes,
            set_aside=row.set_aside,
        )
        for row in conn.execute(_TABLETS, {"in_store": store_id})
    ]


def _due(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> list[Due]:
    rows = conn.execute(_DUE_ON, {"in_store": store_id, "on": day.isoformat()})
    return [_due_of(row, day, time_zone) for row in rows]


def _due_of(row: sa.Row, day: date, time_zone: str) -> Due:
    state = known(PromiseState, row.state, PromiseState.OPEN)
    closed_on = wall(row.closed_at, time_zone)[0] if row.closed_at else None
    return Due(state, state is PromiseState.KEPT and (closed_on is None or closed_on <= day))


def _still_open(conn: sa.Connection, store_id: str, day: date, today: date) -> list[PromiseView]:
    rows = conn.execute(_STILL_OPEN, {"in_store": store_id, "on": day.isoformat()}).all()
    return views(conn, rows, today)


def _wanted(conn: sa.Connection, store_id: str, deeds: Sequence[Deed]) -> tuple[Wanted, ...]:
    asked = _asked(counting.lost_items(deeds))
    names = named(conn, (of for of, _ in asked), (variant_id for _, variant_id in asked))
    of_variant = pieces_by_variant(conn, (one for _, one in asked if one), store_id)
    of_product = pieces_by_product(conn, (of for of, one in asked if not one), store_id)
    lines = (
        _one_wanted(one, reasons, names, of_variant if one[1] else of_product)
        for one, reasons in asked.items()
    )
    ranked = sorted(
        (line for line in lines if line.name), key=lambda line: (-line.times, line.name, line.size)
    )
    return tuple(ranked[:MOST_WANTED])


def _asked(items: Sequence[Item]) -> Mapping[Asked, Counter[Reason]]:
    found: dict[Asked, Counter[Reason]] = defaultdict(Counter)
    for item in items:
        if item.product_id:
            found[item.product_id, item.variant_id][item.reason] += 1
    return found


def _one_wanted(
    asked: Asked, reasons: Counter[Reason], names: Named, counted: Mapping[str, Pieces]
) -> Wanted:
    product_id, variant_id = asked
    product = names.get(product_id, variant_id)
    pieces = counted.get(variant_id or product_id, NONE)
    return Wanted(
        product_id=product_id,
        variant_id=variant_id,
        name=product.name if product else "",
        colour=product.colour if product else "",
        size=product.size if product else "",
        picture=product.picture if product else "",
        reason=reasons.most_common(1)[0][0],
        times=reasons.total(),
        here=pieces.here,
        elsewhere=pieces.elsewhere,
    )
