from datetime import date

import sqlalchemy as sa

from clienteling.catalog.tables import variant
from clienteling.customers.aliases import ids_of
from clienteling.customers.tables import customer
from clienteling.errors import InvalidRecord
from clienteling.promises import use_cases as promises
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from clienteling.records import existing
from clienteling.reservations.rules import check
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer, Wish
from clienteling.staff.values import Author
from sync.writer import Writer


def ask(
    writer: Writer,
    *,
    customer_id: str,
    variant_id: str,
    wish: Wish,
    from_store_id: str,
    until: date,
    today: date,
    quantity: int = 1,
    author: Author,
) -> str:
    """Until the hub has answered it is only asked for.

    The same once more meanwhile is the same request; another number of pieces takes its place.
    """
    check(
        wish,
        here=author.store_id,
        from_store=from_store_id,
        until=until,
        today=today,
        quantity=quantity,
    )
    existing(writer.connection, customer, customer_id)
    wanted = existing(writer.connection, variant, variant_id)
    waiting = _waiting(writer.connection, customer_id, variant_id, from_store_id)
    if waiting is not None and waiting.quantity == quantity:
        return waiting.id
    if waiting is not None:
        writer.cancel("reservation", waiting.id)
    return writer.insert(
        "reservation",
        {
            "customer_id": customer_id,
            "product_id": wanted.product_id,
            "variant_id": variant_id,
            "quantity": quantity,
            "wish": wish.value,
            "from_store_id": from_store_id,
            "until_on": until.isoformat(),
            "at": writer.now,
            "store_id": author.store_id,
            "associate_id": author.associate_id,
        },
    )


def take_back(writer: Writer, reservation_id: str, *, author: Author) -> None:
    """She does not want it any more, whether the hub has answered or not."""
    asked = existing(writer.connection, reservation, reservation_id)
    if not asked.answer:
        writer.cancel("reservation", reservation_id)
        return
    kept = existing(writer.connection, promise, reservation_id)
    if kept.state != PromiseState.OPEN:
        raise InvalidRecord("state", "it is not put aside any more")
    promises.cancel(writer, reservation_id, author=author)


def _waiting(conn: sa.Connection, customer_id: str, variant_id: str, from_store_id: str) -> sa.Row | None:
    query = sa.select(reservation.c.id, reservation.c.quantity).where(
        reservation.c.customer_id.in_(ids_of(conn, customer_id)),
        reservation.c.variant_id == variant_id,
        reservation.c.from_store_id == from_store_id,
        reservation.c.answer == Answer.ASKED.value,
    )
    return conn.execute(query.limit(1)).first()
