"""How long what is kept: what the hub says, or else the law's own figures."""

import sqlalchemy as sa

from clienteling.consents.values import Purpose
from clienteling.privacy.tables import retention_period
from clienteling.privacy.values import MONTH_MS, MONTHS, Keep


def months(conn: sa.Connection, keep: Keep) -> int:
    """0: for ever."""
    said = conn.scalar(sa.select(retention_period.c.months).where(retention_period.c.id == keep.value))
    return MONTHS[keep] if said is None else said


def of_purpose(purpose: Purpose) -> Keep | None:
    """The clock that a consent goes by; service lasts as long as she is a customer."""
    match purpose:
        case Purpose.SERVICE:
            return None
        case Purpose.PROFILING:
            return Keep.PROFILING
        case _:
            return Keep.MARKETING


def expiry(conn: sa.Connection, purpose: Purpose, given_at: int) -> int | None:
    """When a consent given then (milliseconds) ends; None where it does not."""
    keep = of_purpose(purpose)
    lasts = months(conn, keep) if keep is not None else 0
    return given_at + lasts * MONTH_MS if lasts else None
