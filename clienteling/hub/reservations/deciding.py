"""The hub's answers: each from what is free at that moment, one after the other, never two at once."""

from datetime import date

import sqlalchemy as sa

from clienteling.catalog.tables import variant
from clienteling.customers.aliases import ids_of
from clienteling.hub.reservations.stock import free
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.reservations.rules import decide
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer, Decision, Refusal, Wish
from clienteling.stores.tables import store
from clienteling.vocabulary import Channel, known
from clienteling.wording import Wording
from sync.hub.store import HubStore
from sync.hub.writer import HubWriter

ALONE = "reservations"
"""One transaction at a time decides, also where several hub processes share a database."""
AT_ONCE = 50
_WAITING = (
    sa.select(reservation)
    .where(reservation.c.answer == Answer.ASKED.value)
    .order_by(reservation.c.at, reservation.c.id)
    .limit(AT_ONCE)
)
_OPEN = (
    sa.select(reservation.c.id, reservation.c.from_store_id, reservation.c.until_on)
    .join_from(reservation, promise, promise.c.id == reservation.c.id)
    .where(reservation.c.answer == Answer.GRANTED.value, promise.c.state == PromiseState.OPEN.value)
)
_KINDS = {Wish.HOLD: PromiseKind.HOLD, Wish.COLLECT: PromiseKind.HOLD, Wish.ORDER: PromiseKind.SEND}


def work(store: HubStore) -> None:
    """All that is to be decided now, in the caller's thread."""
    now = store.clock.now()
    with store.read() as conn:
        waiting, late = any_waiting(conn), any_late(conn, now)
    while waiting:
        with store.write() as writer:
            waiting = answer_waiting(writer) == AT_ONCE
    if late:
        with store.write() as writer:
            let_go(writer)


def any_waiting(conn: sa.Connection) -> bool:
    return conn.execute(_WAITING).first() is not None


def any_late(conn: sa.Connection, now: int) -> bool:
    return any(_over(conn, row, now) for row in conn.execute(_OPEN).all())


def answer_waiting(writer: HubWriter) -> int:
    """Whoever asked first comes first. Returns how many were answered."""
    writer.alone(ALONE)
    waiting = writer.connection.execute(_WAITING).all()
    for row in waiting:
        decision = _decided(writer.connection, row, writer.now)
        _write(writer, row, decision)
    return len(waiting)


def let_go(writer: HubWriter) -> int:
    """What waited for her until a day that is over is free again. Returns how many."""
    writer.alone(ALONE)
    late = [
        row for row in writer.connection.execute(_OPEN).all() if _over(writer.connection, row, writer.now)
    ]
    for row in late:
        writer.update("reservation", row.id, {"answer": Answer.EXPIRED.value})
        writer.update("promise", row.id, {"state": PromiseState.CANCELLED.value, "closed_at": writer.now})
    return len(late)


def _decided(conn: sa.Connection, row: sa.Row, now: int) -> Decision:
    if conn.scalar(sa.select(variant.c.id).where(variant.c.id == row.variant_id)) is None:
        return Decision(Answer.REFUSED, Refusal.UNKNOWN_ITEM)
    return decide(
        free(conn, row.variant_id, ids_of(conn, row.customer_id or "")),
        from_store=row.from_store_id or "",
        quantity=max(1, row.quantity),
        asked_in=row.store_id or "",
        overdue=_over(conn, row, now),
    )


def _write(writer: HubWriter, row: sa.Row, decision: Decision) -> None:
    writer.update(
        "reservation",
        row.id,
        {
            "answer": decision.answer.value,
            "answered_at": writer.now,
            "why": decision.why.value,
            "elsewhere": decision.elsewhere,
        },
    )
    if decision.answer is Answer.GRANTED:
        writer.insert("promise", _promise(row))


def _promise(row: sa.Row) -> dict[str, object]:
    """Kept by the shop whose piece it is."""
    return {
        "id": row.id,
        "customer_id": row.customer_id,
        "kind": _KINDS[known(Wish, row.wish, Wish.HOLD)].value,
        "what": "",
        "product_id": row.product_id,
        "variant_id": row.variant_id,
        "quantity": max(1, row.quantity),
        "due_on": row.until_on,
        "state": PromiseState.OPEN.value,
        "channel": Channel.SHOP.value,
        "made_at": row.at,
        "made_by": row.associate_id,
        "store_id": row.from_store_id,
    }


def _over(conn: sa.Connection, row: sa.Row, now: int) -> bool:
    """By the calendar of the shop where it waits."""
    zone = conn.scalar(sa.select(store.c.time_zone).where(store.c.id == row.from_store_id))
    today = Wording(time_zone=zone or "Europe/Rome").day_of(now)
    return row.until_on is not None and date.fromisoformat(row.until_on) < today
