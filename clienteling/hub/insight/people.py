"""What is deduced of each customer, brought to what is known of her now: only while she consents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, tzinfo
from zoneinfo import ZoneInfo

import msgspec
import sqlalchemy as sa

from clienteling.consents import queries as consents
from clienteling.consents.values import Purpose
from clienteling.customers.aliases import Her
from clienteling.hub.insight import habits, receipts
from clienteling.hub.insight.doings import Doings, doings
from clienteling.insight.habits import habits as habits_of
from clienteling.insight.interests import DAY_MS, interests
from clienteling.insight.rhythm import rhythm
from clienteling.insight.tables import customer_insight
from clienteling.insight.values import CustomerInsight
from clienteling.privacy.keeping import months
from clienteling.privacy.values import MONTH_MS, Keep
from sync.batches import batches
from sync.hub.writer import HubWriter

A_YEAR = 365 * DAY_MS
COMPUTED_AGAIN = 30 * DAY_MS
"""Of whom nothing was heard for so long, what was bought in the last 12 months is added up again."""
_SHOPS_ZONE: tzinfo = ZoneInfo("Europe/Rome")


def bring(writer: HubWriter, people: Sequence[Her]) -> None:
    """`people`: each once."""
    conn, now = writer.connection, writer.now
    until = _agreed(conn, people, now)
    agreed = [she for she in people if she.id in until]
    keep = months(conn, Keep.PROFILING)
    since = now - keep * MONTH_MS if keep else 0
    found, catalogue = doings(conn, agreed, receipts.of_people(conn, agreed), since)
    fresh = {
        i: msgspec.structs.replace(
            _insight(hers, now), interests=interests(hers.did(catalogue, since)), valid_until=until[i]
        )
        for i, hers in found.items()
        if hers.came or hers.handled
    }
    _write(writer, [i for she in people for i in she.ids], fresh)
    habits.write(writer, people, {i: habits_of(hers.pieces(catalogue, since)) for i, hers in found.items()})


def due(conn: sa.Connection, now: int) -> list[str]:
    """Of whom something changes by time alone: a consent ended, or a year is over."""
    c = customer_insight.c
    over = sa.or_(c.valid_until <= now, c.computed_at <= now - COMPUTED_AGAIN)
    return list(conn.scalars(sa.select(c.id).where(over).order_by(c.id)))


def _agreed(conn: sa.Connection, people: Iterable[Her], now: int) -> dict[str, int | None]:
    """Those who let us, and until when."""
    states = {she.id: consents.state_of(conn, she, Purpose.PROFILING, now) for she in people}
    return {i: state.expires_at for i, state in states.items() if state.granted}


def _insight(hers: Doings, now: int) -> CustomerInsight:
    last_year = [line for line in hers.bought if line.kept and now - A_YEAR < line.receipt.at <= now]
    came = [at for at in hers.came if at <= now]
    usual = rhythm(datetime.fromtimestamp(at / 1000, _SHOPS_ZONE).date() for at in came)
    return CustomerInsight(
        last_bought_at=max((line.receipt.at for line in hers.bought if line.kept), default=None),
        last_seen_at=max(came, default=None),
        times=len({line.receipt.record_id for line in last_year}),
        spent_cents=sum(line.kept * line.item.price_cents for line in last_year),
        rhythm_days=usual.days if usual else 0,
        lapsing_at=_instant(datetime.combine(usual.overdue_on, time(), _SHOPS_ZONE)) if usual else None,
    )


def _instant(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _write(writer: HubWriter, ids: Sequence[str], fresh: Mapping[str, CustomerInsight]) -> None:
    """Only what says something else than before: the moment of computing alone moves no row."""
    known = {
        row.id: row
        for some in batches(ids)
        for row in writer.connection.execute(
            sa.select(customer_insight).where(customer_insight.c.id.in_(some))
        )
    }
    for gone in sorted(known.keys() - fresh.keys()):
        writer.remove(customer_insight.name, gone)
    rows = {i: msgspec.json.decode(msgspec.json.encode(one)) for i, one in fresh.items()}
    made = {"computed_at": writer.now}
    new = [{"id": i, "customer_id": i, **rows[i], **made} for i in sorted(rows) if i not in known]
    writer.insert_many(customer_insight.name, new)
    for i in sorted(rows.keys() & known.keys()):
        before = {name: getattr(known[i], name) for name in rows[i]}
        stale = (known[i].computed_at or 0) <= writer.now - COMPUTED_AGAIN
        if before != rows[i] or stale:
            writer.update(customer_insight.name, i, {**rows[i], **made})
