from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from clienteling.catalog.tables import product
from clienteling.customers.aliases import Whom, ids_of
from clienteling.insight.rules import NO_LASTS, Pair, SuggestionKind
from clienteling.insight.tables import customer_insight, goes_with, suggestion_feedback
from clienteling.insight.values import CustomerInsight
from clienteling.prepared import Prepared
from clienteling.records import uncorrected

_PAIRS = Prepared(
    sa.select(goes_with)
    .join(product, product.c.id == goes_with.c.other_product_id)
    .where(
        goes_with.c.product_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        goes_with.c.kind.in_([kind.value for kind in SuggestionKind]),
        product.c.gone.is_(False),
    )
)
_JUDGED = Prepared(
    sa.select(suggestion_feedback.c.other_product_id, suggestion_feedback.c.useful)
    .where(
        suggestion_feedback.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)),
        suggestion_feedback.c.at > sa.bindparam("since", type_=sa.BigInteger),
        uncorrected(suggestion_feedback),
    )
    .order_by(suggestion_feedback.c.at, suggestion_feedback.c.id)
)
_HERS = Prepared(
    sa.select(customer_insight).where(customer_insight.c.id == sa.bindparam("id", type_=sa.Text))
)


def of_her(conn: sa.Connection, customer_id: str) -> CustomerInsight | None:
    """By the id that stands for her. None where nothing is deduced, or a newer version did it."""
    row = _HERS.first(conn, {"id": customer_id})
    if row is None:
        return None
    try:
        return msgspec.convert(
            {n: getattr(row, n) for n in CustomerInsight.__struct_fields__}, CustomerInsight
        )
    except msgspec.ValidationError:
        return None


def judged(conn: sa.Connection, whom: Whom, now: int) -> dict[str, bool]:
    """Product that was suggested to her → whether it was useful, as was said last and not too long ago."""
    rows = _JUDGED.rows(conn, {"ids": ids_of(conn, whom), "since": now - NO_LASTS})
    return {row.other_product_id: row.useful for row in rows}


def pairs(conn: sa.Connection, product_ids: Iterable[str]) -> list[Pair]:
    """What is known to go with any of these products, or to be a step up from it, and is still sold."""
    ids = sorted(set(product_ids))
    return [_pair(row) for row in _PAIRS.rows(conn, {"ids": ids})] if ids else []


def _pair(row: sa.Row) -> Pair:
    return Pair(
        product_id=row.product_id,
        other_id=row.other_product_id,
        kind=SuggestionKind(row.kind),
        together=row.together,
        receipts=row.receipts,
        argument=_argument(row.argument),
        useful=row.useful,
        judged=row.judged,
    )


def _argument(stored: object) -> dict[str, str]:
    """What a newer version wrote in another shape is left to it."""
    try:
        return msgspec.convert(stored or {}, dict[str, str])
    except msgspec.ValidationError:
        return {}
