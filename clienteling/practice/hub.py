"""What the hub would do, for a practice shop that has none: confirm, decide, carry out wishes by law."""

import sqlalchemy as sa

from clienteling.newcomers.mistakes import going
from clienteling.practice.deciding import decide_waiting
from clienteling.privacy.tables import erasure_receipt, privacy_request
from clienteling.privacy.values import Answer, Hold, PrivacyWish
from clienteling.promises.tables import promise
from clienteling.promises.values import PromiseState
from sync.changes import Changes
from sync.device import outbox
from sync.device.gone.erase import erase
from sync.device.replica import OUTBOX, Replica
from sync.wire import Status, Verdict

_MOST = 1_000
_BYTES = 1_000_000


def answer(replica: Replica) -> None:
    """Everything that waits; then whoever wants to be forgotten is, and who was entered by mistake goes."""
    _confirm(replica)
    decide_waiting(replica)
    _forget(replica)
    _take_back(replica)


def _confirm(replica: Replica) -> None:
    with replica.transaction() as connection:
        waiting = outbox.waiting(connection, after=0, count=_MOST, size=_BYTES)
        taken = [Verdict(dseq=record.dseq, status=Status.APPLIED, seq=record.dseq) for record in waiting]
        outbox.answer(connection, taken, replica.now())
    if waiting:
        replica.tell(Changes({OUTBOX: frozenset()}))


def _forget(replica: Replica) -> None:
    with replica.read() as connection:
        wishes = connection.execute(_open_wishes).all()
        held = {row.id for row in wishes if connection.scalar(_owed(row.customer_id)) is not None}
    for row in wishes:
        if row.id in held:
            _hold(replica, row.id)
        else:
            erase(replica, [row.customer_id])
            _receipt(replica, row.id)


def _take_back(replica: Replica) -> None:
    """Nobody else could make more of her here: the tablet has looked."""
    with replica.read() as connection:
        mistaken = sorted(going(connection))
    if mistaken:
        erase(replica, mistaken)


_open_wishes = sa.select(privacy_request.c.id, privacy_request.c.customer_id).where(
    privacy_request.c.wish == PrivacyWish.ERASURE.value,
    privacy_request.c.answer.in_([Answer.ASKED.value, Answer.HELD.value]),
)


def _owed(customer_id: str) -> sa.Select:
    still_open = promise.c.state == PromiseState.OPEN.value
    return sa.select(promise.c.id).where(promise.c.customer_id == customer_id, still_open).limit(1)


def _hold(replica: Replica, wish_id: str) -> None:
    held = {"answer": Answer.HELD.value, "holds": Hold.PROMISE.value}
    changed = privacy_request.update().where(
        privacy_request.c.id == wish_id, privacy_request.c.answer != Answer.HELD.value
    )
    with replica.transaction() as connection:
        told = connection.execute(changed.values(**held)).rowcount
    if told:
        replica.tell(Changes({"privacy_request": frozenset({wish_id})}))


def _receipt(replica: Replica, wish_id: str) -> None:
    now = replica.now()
    with replica.transaction() as connection:
        connection.execute(
            erasure_receipt.insert().values(id=wish_id, at=now, devices=1, confirmed=1, done_at=now)
        )
    replica.tell(Changes({"erasure_receipt": frozenset({wish_id})}))
