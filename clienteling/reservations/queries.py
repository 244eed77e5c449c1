from collections.abc import Sequence

import sqlalchemy as sa

from clienteling.catalog.products import Named, about, named
from clienteling.customers.aliases import Whom, ids_of, of_record
from clienteling.customers.tables import customer
from clienteling.prepared import Prepared
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer, Refusal, ReservationView, Wish
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.vocabulary import known

REFUSED_SHOWN_MS = 3 * 86_400_000
"""A refusal is news for so long; the timeline keeps it."""
_FROM, _ELSEWHERE = store.alias("from_store"), store.alias("elsewhere_store")
RESERVATION = (
    sa.select(
        reservation,
        customer.c.given_name.label("customer_given"),
        customer.c.family_name.label("customer_family"),
        customer.c.id.label("stands_id"),
        associate.c.given_name.label("associate_name"),
        _FROM.c.name.label("from_name"),
        _ELSEWHERE.c.name.label("elsewhere_name"),
    )
    .outerjoin_from(reservation, customer, customer.c.id == of_record(reservation.c.customer_id))
    .outerjoin(associate, associate.c.id == reservation.c.associate_id)
    .outerjoin(_FROM, _FROM.c.id == reservation.c.from_store_id)
    .outerjoin(_ELSEWHERE, _ELSEWHERE.c.id == reservation.c.elsewhere)
)
_IDS = sa.bindparam("ids", type_=sa.Text, expanding=True)
_NEWS = Prepared(
    RESERVATION.where(
        reservation.c.customer_id.in_(_IDS),
        sa.or_(
            reservation.c.answer == Answer.ASKED.value,
            sa.and_(
                reservation.c.answer == Answer.REFUSED.value,
                reservation.c.answered_at > sa.bindparam("since", type_=sa.BigInteger),
            ),
        ),
    ).order_by(reservation.c.at, reservation.c.id)
)
_ASKED = sa.select(reservation.c.id).where(
    reservation.c.answer == Answer.ASKED.value,
    reservation.c.store_id == sa.bindparam("in_store", type_=sa.Text),
)
_ASKED_ABOUT = RESERVATION.where(
    reservation.c.answer == Answer.ASKED.value,
    reservation.c.store_id == sa.bindparam("in_store", type_=sa.Text),
    about(reservation),
).order_by(reservation.c.at, reservation.c.id)
_GRANTED_ELSEWHERE = (
    sa.select(reservation.c.id)
    .join_from(reservation, promise, promise.c.id == reservation.c.id)
    .where(
        reservation.c.answer == Answer.GRANTED.value,
        reservation.c.from_store_id == sa.bindparam("in_store", type_=sa.Text),
        reservation.c.store_id != sa.bindparam("in_store", type_=sa.Text),
        promise.c.state == PromiseState.OPEN.value,
    )
)
_BY_ID = RESERVATION.where(reservation.c.id.in_(_IDS)).order_by(reservation.c.at, reservation.c.id)


def undecided(conn: sa.Connection, whom: Whom, now: int) -> list[ReservationView]:
    """What she still waits for an answer to, and what was refused lately. What was granted is a promise."""
    return views(conn, _NEWS.rows(conn, {"ids": ids_of(conn, whom), "since": now - REFUSED_SHOWN_MS}))


def asked_in(conn: sa.Connection, store_id: str) -> frozenset[str]:
    """The ids of what this shop waits for an answer to."""
    return frozenset(conn.scalars(_ASKED, {"in_store": store_id}))


def asked_about(conn: sa.Connection, product_id: str, store_id: str) -> list[ReservationView]:
    """What of it is about that product."""
    asked = {"in_store": store_id, "about_product": product_id}
    return views(conn, conn.execute(_ASKED_ABOUT, asked).all())


def granted_elsewhere(conn: sa.Connection, store_id: str) -> frozenset[str]:
    """The ids of what this shop has to put aside, or to send, because another one asked."""
    return frozenset(conn.scalars(_GRANTED_ELSEWHERE, {"in_store": store_id}))


def by_ids(conn: sa.Connection, ids: Sequence[str]) -> list[ReservationView]:
    return views(conn, conn.execute(_BY_ID, {"ids": list(ids)}).all()) if ids else []


def views(conn: sa.Connection, rows: Sequence[sa.Row]) -> list[ReservationView]:
    products = named(conn, (row.product_id for row in rows), (row.variant_id for row in rows))
    return [view(row, products) for row in rows]


def view(row: sa.Row, products: Named) -> ReservationView:
    product = products.get(row.product_id, row.variant_id)
    return ReservationView(
        id=row.id,
        customer_id=row.stands_id or row.customer_id or "",
        customer_name=f"{row.customer_given or ''} {row.customer_family or ''}".strip(),
        product_id=row.product_id,
        variant_id=row.variant_id,
        product_name=product.name if product else "",
        colour=product.colour if product else "",
        size=product.size if product else "",
        quantity=row.quantity,
        wish=known(Wish, row.wish, Wish.HOLD),
        from_store=row.from_name or "",
        until_on=row.until_on,
        at=row.at or 0,
        store_id=row.store_id or "",
        associate_id=row.associate_id or "",
        associate_name=row.associate_name or "",
        answer=known(Answer, row.answer, Answer.ASKED),
        why=known(Refusal, row.why, Refusal.NONE),
        elsewhere_id=row.elsewhere or "",
        elsewhere=row.elsewhere_name or "",
    )
