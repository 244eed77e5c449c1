from datetime import date

import sqlalchemy as sa

from clienteling.errors import InvalidRecord
from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.tables import kpi_target
from clienteling.kpi.targets import HUNDREDTHS
from clienteling.kpi.values import Kpi, Period, Unit
from clienteling.staff.values import Author
from sync.writer import Writer

WHOLE = 100.0
MOST = 1e12
"""Of any figure: more is a slip of the finger, and does not fit everywhere."""


def set_target(
    writer: Writer,
    kpi: Kpi,
    period: Period,
    value: float | None,
    since: date,
    *,
    store_id: str,
    author: Author,
) -> str:
    """In the figure's unit, from that day on; None: no target from then on. What was in force before stays.

    Said again for the same day it changes what was said. Returns the record's id. Raises InvalidRecord.
    """
    said = {"hundredths": _hundredths(kpi, value), "at": writer.now, "associate_id": author.associate_id}
    known = _for_that_day(writer.connection, store_id, kpi, period, since)
    if known is not None:
        writer.update("kpi_target", known, said)
        return known
    names = {"store_id": store_id, "kpi": kpi.value, "period": period.value, "from_on": since.isoformat()}
    return writer.insert("kpi_target", {**names, **said})


def _hundredths(kpi: Kpi, value: float | None) -> int | None:
    if value is None:
        return None
    most = WHOLE if DEFINITIONS[kpi].unit is Unit.PERCENT else MOST
    if not 0 <= value <= most:
        raise InvalidRecord("value", f"a target of this figure lies between 0 and {most:g}")
    return round(value * HUNDREDTHS)


def _for_that_day(conn: sa.Connection, store_id: str, kpi: Kpi, period: Period, since: date) -> str | None:
    query = (
        sa.select(kpi_target.c.id)
        .where(
            kpi_target.c.store_id == store_id,
            kpi_target.c.kpi == kpi.value,
            kpi_target.c.period == period.value,
            kpi_target.c.from_on == since.isoformat(),
        )
        .order_by(kpi_target.c.at.desc(), kpi_target.c.id.desc())
    )
    return conn.scalar(query.limit(1))
