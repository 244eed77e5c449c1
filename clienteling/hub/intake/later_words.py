"""A word that comes later than what was said after it: that is understood with it after all.

Meta brings messages in any order. A question that names no product is about the advert that it followed, and
a promise about the question, whichever of them arrives first.
"""

from collections.abc import Sequence

import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import ids_of
from clienteling.hub.connectors.asked import Asked, asked
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import conversation, promised
from clienteling.hub.intake.shelf import Shelf
from clienteling.timeline.tables import event
from clienteling.timeline.values import EventKind, detail_of

_ANSWERS = (EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT)


def understand(pen: Pen, shelf: Shelf, customer_id: str, source: str, since: int) -> None:
    """What was said in this conversation after `since`, where it was told before what happened then."""
    for row in _after(pen.conn, customer_id, source, since):
        about = conversation.so_far(pen.conn, customer_id, source, row.at)
        if about.product_id is None:
            continue
        if row.kind == EventKind.MESSAGE_OUT:
            promised.complete(pen.writer, shelf, customer_id, row, about)
        else:
            _complete(pen, shelf, row, about)


def _after(conn: sa.Connection, customer_id: str, source: str, since: int) -> Sequence[sa.Row]:
    query = sa.select(event).where(
        event.c.customer_id.in_(ids_of(conn, customer_id)),
        event.c.source == source,
        event.c.kind.in_(_ANSWERS),
        event.c.at > since,
        event.c.at <= since + conversation.LOOK_BACK_MS,
    )
    in_turn = query.order_by(event.c.at, event.c.id).limit(conversation.LOOK_BACK_ENTRIES)
    return conn.execute(in_turn).all()


def _complete(pen: Pen, shelf: Shelf, row: sa.Row, about: Asked) -> None:
    """A fact does not change: another takes the place of a question that named no product."""
    detail = detail_of(row.detail)
    said = conversation.continued(asked(row.text, shelf.named()), about)
    if detail.asked_product_id is not None or said.product_id is None:
        return
    pen.writer.expire("event", [row.id])
    values = {name: value for name, value in row._mapping.items() if name != "id"}  # noqa: SLF001
    pen.add("event", {**values, "detail": msgspec.to_builtins(conversation.with_question(detail, said))})
    pen.flush()
