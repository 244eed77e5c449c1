"""What a shop's contacts led to, in a stretch of days. It costs what happened in them, not the years before.

Whoever had a contact in the shop in time, and whoever brought something back in those days, is looked at with
her contacts and receipts; of who brought something back all are read, for it may have been bought long ago.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

import sqlalchemy as sa

from clienteling.appointments.hours import instant
from clienteling.attribution.histories import histories
from clienteling.attribution.history import Ground, influenced
from clienteling.attribution.rules import NO_CONTACT, USUAL_ZONE, Rules
from clienteling.attribution.tables import attribution_rule, sale_split
from clienteling.attribution.values import (
    LONGEST_WINDOW,
    Influenced,
    Priority,
    Rule,
)
from clienteling.interactions.tables import interaction
from clienteling.interactions.values import InteractionKind
from clienteling.records import uncorrected
from clienteling.stores.queries import stores
from clienteling.timeline.tables import TAKEN_BACK, event
from clienteling.vocabulary import known
from sync.batches import batches

_DAY_MS = 86_400_000
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_SINCE, _BEFORE = sa.bindparam("since", type_=sa.BigInteger), sa.bindparam("before", type_=sa.BigInteger)
_STORE = sa.bindparam("in_store", type_=sa.Text)

_SEEN_HERE = (
    sa.select(interaction.c.customer_id)
    .distinct()
    .where(
        interaction.c.store_id == _STORE,
        interaction.c.at >= _SINCE,
        interaction.c.at < _BEFORE,
        interaction.c.customer_id.is_not(None),
        interaction.c.kind.not_in([kind.value for kind in NO_CONTACT]),
    )
)
_BROUGHT_BACK = (
    sa.select(interaction.c.customer_id)
    .distinct()
    .where(
        interaction.c.store_id.in_(_IDS),
        interaction.c.at >= _SINCE,
        interaction.c.at < _BEFORE,
        interaction.c.customer_id.is_not(None),
        interaction.c.kind == InteractionKind.RETURN.value,
    )
)
_REFUNDED = (
    sa.select(event.c.customer_id)
    .distinct()
    .where(TAKEN_BACK, event.c.at >= _SINCE, event.c.at < _BEFORE, event.c.customer_id.is_not(None))
)
_PARTED = (
    sa.select(sale_split.c.customer_id)
    .distinct()
    .where(sale_split.c.at >= _SINCE, sale_split.c.customer_id.is_not(None))
)
_RULES = sa.select(attribution_rule).where(uncorrected(attribution_rule))


def influenced_in(conn: sa.Connection, store_id: str, since: date, until: date) -> list[Influenced]:
    """Of which a part is that shop's, from `since` up to, not including, `until`; the newest first."""
    zones = {one.id: one.time_zone for one in stores(conn)}
    zone = zones.get(store_id) or USUAL_ZONE
    began, ended = instant(since - timedelta(days=1), 0, zone), instant(until + timedelta(days=1), 0, zone)
    asked = {"since": began, "before": ended}
    back = _ids(conn.execute(_BROUGHT_BACK, {**asked, "ids": [*zones]}), conn.execute(_REFUNDED, asked))
    parted = _ids(conn.execute(_PARTED, asked))
    window = began - (LONGEST_WINDOW + 1) * _DAY_MS
    seen = _ids(conn.execute(_SEEN_HERE, {"in_store": store_id, "since": window, "before": ended}))
    rules = Rules(rules_of_all(conn))
    found = [
        one
        for people, from_the in (((seen | parted) - back, window), (back, 0))
        for one in _of(conn, people, (from_the, ended), Ground(rules=rules, zones=zones), (since, until))
        if any(part.store_id == store_id for part in one.parts)
    ]
    unique = {(one.customer_id, one.key): one for one in found}
    return sorted(unique.values(), key=lambda one: (one.at, one.record_id), reverse=True)


def rules_of_all(conn: sa.Connection) -> list[Rule]:
    return [
        Rule(
            id=row.id,
            store_id=row.store_id or "",
            from_on=row.from_on or "",
            window_days=min(row.window_days, LONGEST_WINDOW),
            priority=known(Priority, row.priority, Priority.LAST),
            till=row.till,
            at=row.at or 0,
        )
        for row in conn.execute(_RULES)
    ]


def rule_on(conn: sa.Connection, store_id: str, day: date) -> Rule:
    return Rules(rules_of_all(conn)).on(store_id, day)


def still_here(conn: sa.Connection, sale_ids: Iterable[str]) -> set[str]:
    """Those whose record this replica has with a customer; of the others it can say nothing any more."""
    found: set[str] = set()
    for ids in batches(sorted(set(sale_ids))):
        for table in (interaction, event):
            here = sa.select(table.c.id).where(table.c.id.in_(_IDS), table.c.customer_id.is_not(None))
            found |= set(conn.execute(here, {"ids": ids}).scalars())
    return found


def _ids(*results: sa.CursorResult) -> set[str]:
    return {customer_id for result in results for customer_id in result.scalars()}


def _of(
    conn: sa.Connection,
    people: Collection[str],
    read: tuple[int, int],
    ground: Ground,
    days: tuple[date, date],
) -> Iterator[Influenced]:
    for history, whole in histories(conn, people, read, ground):
        yield from influenced(history, whole, *days)
