"""A shop's day as it is read. Each query goes by shop and day: what it costs does not grow with the years."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import sqlalchemy as sa

from clienteling.appointments.hours import day_bounds
from clienteling.catalog.products import Named, named
from clienteling.interactions.today import today as visitors_of
from clienteling.interactions.values import Item, Reason
from clienteling.promises.queries import PROMISE, views
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState, PromiseView
from clienteling.review import counting
from clienteling.review.days import Recorded, deeds_between, recorded
from clienteling.review.tables import tablet_standing
from clienteling.review.values import (
    Counted,
    Deed,
    Figures,
    ShopDay,
    TabletStanding,
    Wanted,
)
from clienteling.stock.queries import NONE, Pieces, pieces_by_product, pieces_by_variant

WEEK = timedelta(days=7)
MOST_WANTED = 8
Asked = tuple[str, str | None]
"""Ids of a product and, where it was said, of its variant."""

_STORE = sa.bindparam("in_store", type_=sa.Text)
_STILL_OPEN = PROMISE.where(
    promise.c.store_id == _STORE,
    promise.c.state == PromiseState.OPEN.value,
    promise.c.due_on <= sa.bindparam("on", type_=sa.Text),
).order_by(promise.c.due_on, promise.c.made_at)
_TABLETS = (
    sa.select(tablet_standing).where(tablet_standing.c.store_id == _STORE).order_by(tablet_standing.c.name)
)


def shop_day(
    conn: sa.Connection, store_id: str, day: date, today: date, time_zone: str, *, key: str = ""
) -> ShopDay:
    """All of it, as it is known today. `time_zone` is the shop's, `key` (hex) that of its tablets."""
    found = recorded(conn, store_id, {day, day - WEEK}, time_zone, key=key)
    return _shop_day(conn, store_id, day, today, found)


def day_and_others(
    conn: sa.Connection, store_id: str, day: date, today: date, time_zone: str, *, key: str = ""
) -> tuple[ShopDay, Sequence[Counted]]:
    """The same, and what each day came to beside which it stands, in their order.

    Those are its week, and beside today the seven before: what comes late comes to one of them.
    """
    beside = _beside(day, today)
    wanted = {day, day - WEEK, *(one for one in beside if one <= today)}
    found = recorded(conn, store_id, wanted, time_zone, key=key)
    others = [found[one].counted if one in found else Counted(day=one) for one in beside]
    return _shop_day(conn, store_id, day, today, found), others


def figures_on(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> Figures:
    return recorded(conn, store_id, {day}, time_zone)[day].figures


def deeds_of(conn: sa.Connection, store_id: str, day: date, time_zone: str) -> list[Deed]:
    return deeds_between(conn, store_id, *day_bounds(day, time_zone))


def _shop_day(
    conn: sa.Connection, store_id: str, day: date, today: date, found: Mapping[date, Recorded]
) -> ShopDay:
    this = found[day]
    return ShopDay(
        store_id=store_id,
        day=day,
        figures=this.figures,
        week_before=found[day - WEEK].figures,
        hours=counting.by_hour(this.deeds, this.time_zone),
        visitors=visitors_of(conn, store_id, *day_bounds(day, this.time_zone)).visitors,
        lost=counting.lost_because(this.deeds),
        wanted=_wanted(conn, store_id, this.deeds),
        still_open=tuple(_still_open(conn, store_id, day, today)),
        tablets=tuple(tablets(conn, store_id)),
        reviewed=this.reviewed,
    )


def _beside(day: date, today: date) -> list[date]:
    monday = day - timedelta(days=day.weekday())
    begins = min(monday, day - WEEK) if day == today else monday
    return [begins + timedelta(days=number) for number in range((monday + WEEK - begins).days)]


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
