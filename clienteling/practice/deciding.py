"""What the hub would answer to requests to put something aside, from the practice shop's stock."""

import sqlalchemy as sa

from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseKind, PromiseState
from clienteling.reservations.rules import decide
from clienteling.reservations.tables import reservation
from clienteling.reservations.values import Answer, Decision, Free, Wish
from clienteling.stock.tables import stock_level
from clienteling.vocabulary import Channel
from sync.changes import Changes
from sync.device.replica import Replica

_ASKED = sa.select(reservation).where(reservation.c.answer == Answer.ASKED.value).order_by(reservation.c.at)


def decide_waiting(replica: Replica) -> None:
    with replica.transaction() as connection:
        asked = connection.execute(_ASKED).all()
        for request in asked:
            _answer(connection, request, replica.now())
    if asked:
        ids = frozenset(request.id for request in asked)
        replica.tell(Changes({"reservation": ids, "promise": ids}))


def _answer(connection: sa.Connection, request: sa.Row, now: int) -> None:
    decision = _decided(connection, request)
    said = {"answer": decision.answer.value, "why": decision.why.value, "elsewhere": decision.elsewhere}
    mine = reservation.c.id == request.id
    connection.execute(reservation.update().where(mine).values(**said, answered_at=now))
    if decision.answer is Answer.GRANTED:
        connection.execute(promise.insert().values(_promise(request)))


def _decided(connection: sa.Connection, request: sa.Row) -> Decision:
    levels = connection.execute(stock_level.select().where(stock_level.c.variant_id == request.variant_id))
    return decide(
        {level.store_id: Free(there=level.quantity) for level in levels},
        from_store=request.from_store_id or "",
        quantity=request.quantity,
        asked_in=request.store_id or "",
        overdue=False,
    )


def _promise(request: sa.Row) -> dict[str, object]:
    sent = request.wish == Wish.ORDER.value
    return {
        "id": request.id,
        "customer_id": request.customer_id,
        "kind": (PromiseKind.SEND if sent else PromiseKind.HOLD).value,
        "product_id": request.product_id,
        "variant_id": request.variant_id,
        "quantity": request.quantity,
        "due_on": request.until_on,
        "state": PromiseState.OPEN.value,
        "channel": Channel.SHOP.value,
        "made_at": request.at,
        "made_by": request.associate_id,
        "store_id": request.from_store_id,
    }
