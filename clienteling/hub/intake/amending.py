"""What became of an earlier message: changed or taken back by its writer, read, or never arrived.

A fact does not change: the earlier one is kept no longer, from every tablet too, and where something of it
remains another takes its place in the timeline.
"""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.hub.connectors.heard import Amendment, Amends, HeardEvent
from clienteling.hub.identity import strangers
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.identity.tables import waiting_event
from clienteling.hub.identity.who import Known, Stranger, Whose
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.deliver import Delivery
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventDetail, EventKind, Reached, detail_of

LATEST_MS = 8 * 86_400_000
"""So long after it happened an item may still come: Meta tries for seven days."""
MOST_WAITING = 200
_REACHED = {Amendment.READ: Reached.READ, Amendment.FAILED: Reached.FAILED}


class Amending:
    """Within one transaction."""

    def __init__(self, pen: Pen, delivery: Delivery) -> None:
        self._pen = pen
        self._delivery = delivery

    def amend(
        self, whose: Whose | None, source: str, kept_as: str, amends: Amends, said: HeardEvent | None
    ) -> None:
        """`kept_as`: the source by which its payload is kept. `said`: what takes the place of the edited."""
        match whose:
            case Known(customer_id):
                self._pen.flush()
                self._hers(customer_id, source, kept_as, amends, said)
            case Stranger(stranger_id):
                self._strangers(stranger_id, source, kept_as, amends, said)
            case None:
                pass

    def _hers(
        self, customer_id: str, source: str, kept_as: str, amends: Amends, said: HeardEvent | None
    ) -> None:
        row = _found(self._pen.conn, customer_id, source, amends)
        match amends.how:
            case Amendment.READ | Amendment.FAILED:
                if row is not None:
                    self._reached(row, _REACHED[amends.how])
            case Amendment.EDITED | Amendment.DELETED:
                if row is not None:
                    self._pen.writer.expire("event", [row.id])
                    self._forget(kept_as, amends, row.at)
                if said is not None:
                    at = row.at if row is not None else said.at
                    one = Waiting(source, amends.of, msgspec.structs.replace(said, at=at))
                    self._delivery.deliver(row.customer_id if row is not None else customer_id, one)

    def _reached(self, row: sa.Row, reached: Reached) -> None:
        """Read once, it reached her, whatever else is told of it."""
        detail = detail_of(row.detail)
        if detail.reached in {reached, Reached.READ}:
            return
        self._pen.writer.expire("event", [row.id])
        values = {name: value for name, value in row._mapping.items() if name != "id"}  # noqa: SLF001
        self._pen.add("event", {**values, "detail": _with(detail, reached)})

    def _strangers(
        self, stranger_id: str, source: str, kept_as: str, amends: Amends, said: HeardEvent | None
    ) -> None:
        conn = self._pen.conn
        row = next(_waiting(conn, stranger_id, source, amends), None)
        if row is None:
            if said is not None:
                strangers.wait(conn, stranger_id, Waiting(source, amends.of, said))
            return
        told = msgspec.json.decode(row.body, type=HeardEvent)
        this = waiting_event.c.id == row.id
        if amends.how is Amendment.DELETED:
            conn.execute(sa.delete(waiting_event).where(this))
        else:
            after = _amended(told, amends.how, said)
            conn.execute(sa.update(waiting_event).where(this).values(body=msgspec.json.encode(after)))
        if amends.how in {Amendment.EDITED, Amendment.DELETED}:
            self._forget(kept_as, amends, row.at)

    def _forget(self, kept_as: str, amends: Amends, happened_at: int) -> None:
        """In what the source sent, too."""
        raws.take_out(self._pen.conn, kept_as, amends.of, happened_at, happened_at + LATEST_MS)


def _found(conn: sa.Connection, customer_id: str, source: str, amends: Amends) -> sa.Row | None:
    """The earlier item; for reading, only where it is the shop's last word."""
    hers = sa.select(event).where(
        event.c.customer_id.in_(ids_of(conn, customer_id)), event.c.source == source
    )
    if amends.how is not Amendment.READ:
        return conn.execute(hers.where(event.c.source_id == amends.of).limit(1)).first()
    ours = hers.where(event.c.kind == EventKind.MESSAGE_OUT)
    if not amends.of:
        ours = ours.where(event.c.at <= amends.at)
    row = conn.execute(ours.order_by(event.c.at.desc(), event.c.id.desc()).limit(1)).first()
    return row if row is not None and amends.of in {"", row.source_id} else None


def _waiting(conn: sa.Connection, stranger_id: str, source: str, amends: Amends) -> Iterable[sa.Row]:
    theirs = waiting_event.c.stranger_id == stranger_id, waiting_event.c.source == source
    query = sa.select(waiting_event).where(*theirs).order_by(waiting_event.c.at.desc()).limit(MOST_WAITING)
    if amends.of:
        yield from conn.execute(query.where(waiting_event.c.source_id == amends.of)).all()
        return
    for row in conn.execute(query.where(waiting_event.c.at <= amends.at)).all():
        if msgspec.json.decode(row.body, type=HeardEvent).kind is EventKind.MESSAGE_OUT:
            yield row


def _amended(told: HeardEvent, how: Amendment, said: HeardEvent | None) -> HeardEvent:
    if how in _REACHED:
        detail = msgspec.structs.replace(told.detail, reached=_REACHED[how].value)
        return msgspec.structs.replace(told, detail=detail)
    return msgspec.structs.replace(said, at=told.at) if said is not None else told


def _with(detail: EventDetail, reached: Reached) -> dict[str, object]:
    return msgspec.to_builtins(msgspec.structs.replace(detail, reached=reached.value))
