"""What a shop, or several together, are to reach."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.tables import kpi_target
from clienteling.kpi.values import AddsUp, Kpi, Period, Target

HUNDREDTHS = 100
_IN_FORCE = (
    sa.select(kpi_target)
    .where(
        kpi_target.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        kpi_target.c.kpi == sa.bindparam("of", type_=sa.Text),
        kpi_target.c.period == sa.bindparam("per", type_=sa.Text),
        kpi_target.c.from_on <= sa.bindparam("on", type_=sa.Text),
    )
    .order_by(kpi_target.c.from_on.desc(), kpi_target.c.at.desc(), kpi_target.c.id.desc())
    .limit(1)
)


def target_of(conn: sa.Connection, store_id: str, kpi: Kpi, period: Period, on: date) -> Target | None:
    """The one that is in force on that day; None where there is none, or was taken away."""
    asked = {"in_store": store_id, "of": kpi.value, "per": period.value, "on": on.isoformat()}
    row = conn.execute(_IN_FORCE, asked).first()
    if row is None or row.hundredths is None:
        return None
    return Target(
        id=row.id,
        store_id=row.store_id,
        kpi=kpi,
        period=period,
        value=row.hundredths / HUNDREDTHS,
        since=date.fromisoformat(row.from_on),
        set_at=row.at or 0,
        set_by=row.associate_id or "",
    )


def target_over(
    conn: sa.Connection, stores: Sequence[str], kpi: Kpi, period: Period, on: date
) -> float | None:
    """Of several shops: what adds up is added, of the rest it is the mean. None where one has none."""
    found = [target_of(conn, store_id, kpi, period, on) for store_id in stores]
    values = [one.value for one in found if one is not None]
    if not values or len(values) < len(stores):
        return None
    total = sum(values)
    return total if DEFINITIONS[kpi].adds_up is AddsUp.SUM else total / len(values)
