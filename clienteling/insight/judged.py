"""What associates said of the suggestions that they made: not deduced of anybody."""

import msgspec
import sqlalchemy as sa

from clienteling.insight.tables import suggestion_feedback
from clienteling.records import uncorrected

_BETWEEN = sa.select(
    suggestion_feedback.c.customer_id,
    suggestion_feedback.c.kind,
    suggestion_feedback.c.other_product_id,
    suggestion_feedback.c.useful,
    suggestion_feedback.c.at,
).where(
    suggestion_feedback.c.store_id == sa.bindparam("in_store", type_=sa.Text),
    suggestion_feedback.c.at >= sa.bindparam("since", type_=sa.BigInteger),
    suggestion_feedback.c.at < sa.bindparam("before", type_=sa.BigInteger),
    uncorrected(suggestion_feedback),
)


class Judged(msgspec.Struct, frozen=True):
    customer_id: str
    kind: str
    """SuggestionKind."""
    product_id: str
    """What was suggested."""
    useful: bool
    at: int


def judged_between(conn: sa.Connection, store_id: str, since: int, before: int) -> list[Judged]:
    """In a shop, from `since` up to, not including, `before`."""
    rows = conn.execute(_BETWEEN, {"in_store": store_id, "since": since, "before": before})
    return [
        Judged(row.customer_id or "", row.kind, row.other_product_id or "", row.useful, row.at or 0)
        for row in rows
    ]
