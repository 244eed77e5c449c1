"""What was sealed with the hub's key, and what it means that the key is not there."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from clienteling.attribution.sealed import is_sealed as month_is_sealed
from clienteling.attribution.tables import incentive_statement
from clienteling.hub.settings import HubSettings
from clienteling.marking import msgid
from clienteling.records import uncorrected
from clienteling.review.sealed import is_sealed as day_is_sealed
from clienteling.review.tables import day_review
from clienteling.stores.tables import store
from clienteling.wording import Wording
from sync.hub.trust.sealing import Sealing, Standing

_HOW: Mapping[Standing, str] = {
    Standing.RIGHT: msgid("{path} is the sealing key, since {since}."),
    Standing.GONE: msgid("{path} is not there: the sealing key of this hub, since {since}, is missing."),
    Standing.UNUSABLE: msgid("{path} holds no key: the sealing key of this hub, since {since}, is missing."),
    Standing.ANOTHER: msgid(
        "{path} is not the sealing key of this hub, but another hub's or an older one: that of {since} is"
        " missing."
    ),
}
_MEANS = msgid(
    "Closed months of single people, and how a day of a small team was read, open with it alone. Until it"
    " is back no tablet is told a key: those that have theirs open and close as before, new ones of the shop"
    " open nothing, and no queue is taken from a file."
)
_DO = msgid(
    "Put the file back from a backup of the hub's directory and start the hub again. If there is none, stop"
    " the hub and run `clienteling hub sealing --new`."
)


@dataclass(frozen=True)
class Sealed:
    """Of one shop: how many records there are of what is sealed."""

    shop: str
    months: int
    days: int


def standing(sealing: Sealing, settings: HubSettings, wording: Wording) -> str:
    """Where it is not as it should be: what is wrong, what it means and what to do."""
    since = wording.full_date(wording.day_of(sealing.since))
    how = wording.say(_HOW[sealing.standing], path=settings.sealing, since=since)
    if sealing.standing is Standing.RIGHT:
        return how
    return f"{how} {wording.say(_MEANS)} {wording.say(_DO)}"


def what_is_sealed(conn: sa.Connection) -> list[Sealed]:
    """By shop, those of which nothing is sealed left out."""
    months = sa.select(incentive_statement.c.store_id, incentive_statement.c.statement)
    days = sa.select(day_review.c.store_id, day_review.c.figures)
    counted = (
        Counter(row[0] for row in conn.execute(query.where(uncorrected(table))) if is_sealed(row[1]))
        for query, table, is_sealed in (
            (months, incentive_statement, month_is_sealed),
            (days, day_review, day_is_sealed),
        )
    )
    of_months, of_days = counted
    names = {row.id: row.name for row in conn.execute(sa.select(store.c.id, store.c.name))}
    found = [
        Sealed(names.get(one) or one or "", of_months[one], of_days[one])
        for one in of_months.keys() | of_days
    ]
    return sorted(found, key=lambda one: one.shop)
