from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from clienteling.catalog.products import Named, about, named
from clienteling.customers.aliases import Whom, ids_of, of_record
from clienteling.customers.tables import customer
from clienteling.prepared import Prepared
from clienteling.promises.rules import is_overdue
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState, PromiseView
from clienteling.staff.tables import associate
from clienteling.vocabulary import known

PROMISE = (
    sa.select(
        promise,
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        customer.c.id.label("stands_id"),
        associate.c.given_name.label("associate_name"),
    )
    .outerjoin_from(promise, customer, customer.c.id == of_record(promise.c.customer_id))
    .outerjoin(associate, associate.c.id == promise.c.made_by)
)
_OPEN = PROMISE.where(promise.c.state == PromiseState.OPEN.value).order_by(
    promise.c.due_on.is_(None), promise.c.due_on, promise.c.made_at
)
_OPEN_HERE = Prepared(_OPEN.where(promise.c.store_id == sa.bindparam("in_store", type_=sa.Text)))
_DUE = Prepared(_OPEN_HERE.query.where(promise.c.due_on <= sa.bindparam("today", type_=sa.Text)))
_KEPT = Prepared(
    PROMISE.where(
        promise.c.store_id == sa.bindparam("in_store", type_=sa.Text),
        promise.c.closed_at >= sa.bindparam("since", type_=sa.BigInteger),
        promise.c.state == PromiseState.KEPT.value,
    )
    .order_by(promise.c.closed_at.desc(), promise.c.id)
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_OPEN_ABOUT = Prepared(_OPEN_HERE.query.where(about(promise)))
_OPEN_FOR = Prepared(
    _OPEN.where(promise.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)))
)


def due(conn: sa.Connection, store_id: str, today: date) -> list[PromiseView]:
    """What this shop has to keep by today: overdue first."""
    rows = _DUE.rows(conn, {"in_store": store_id, "today": today.isoformat()})
    return views(conn, rows, today)


def open_in(conn: sa.Connection, store_id: str, today: date) -> list[PromiseView]:
    """Everything that this shop has to keep, overdue first, what has no day last."""
    return views(conn, _OPEN_HERE.rows(conn, {"in_store": store_id}), today)


def kept_since(conn: sa.Connection, store_id: str, since: int, today: date, most: int) -> list[PromiseView]:
    """The newest first."""
    rows = _KEPT.rows(conn, {"in_store": store_id, "since": since, "most": most})
    return views(conn, rows, today)


def open_about(conn: sa.Connection, product_id: str, store_id: str, today: date) -> list[PromiseView]:
    """What of it this shop has to keep is about that product, or a variant of it."""
    asked = {"in_store": store_id, "about_product": product_id}
    return views(conn, _OPEN_ABOUT.rows(conn, asked), today)


def open_for(conn: sa.Connection, whom: Whom, today: date) -> list[PromiseView]:
    return views(conn, _OPEN_FOR.rows(conn, {"ids": ids_of(conn, whom)}), today)


def views(conn: sa.Connection, rows: Sequence[sa.Row], today: date) -> list[PromiseView]:
    products = named(conn, (row.product_id for row in rows), (row.variant_id for row in rows))
    return [view(row, products, today) for row in rows]


def view(row: sa.Row, products: Named, today: date) -> PromiseView:
    product = products.get(row.product_id, row.variant_id)
    state = known(PromiseState, row.state, PromiseState.OPEN)
    return PromiseView(
        id=row.id,
        customer_id=row.stands_id or row.customer_id or "",
        customer_name=f"{row.customer_given or ''} {row.customer_family or ''}".strip(),
        kind=known(PromiseKind, row.kind, PromiseKind.OTHER),
        what=row.what,
        product_id=product.product_id if product else row.product_id,
        variant_id=row.variant_id,
        quantity=max(1, row.quantity),
        product_name=product.name if product else "",
        colour=product.colour if product else "",
        size=product.size if product else "",
        due_on=row.due_on,
        overdue=is_overdue(state, row.due_on, today),
        state=state,
        channel=row.channel,
        made_at=row.made_at or 0,
        made_by=row.made_by or "",
        taken_by=row.taken_by,
        closed_at=row.closed_at or 0,
        made_by_name=row.made_by_name or row.associate_name or "",
    )
