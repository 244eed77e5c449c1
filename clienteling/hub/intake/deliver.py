"""What a known customer did becomes a row of her timeline, and a promise where the shop made one."""

import msgspec

from clienteling.hub.connectors.asked import Asked, asked
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.intake import conversation, promised
from clienteling.hub.intake.shelf import Shelf
from clienteling.timeline.values import EventDetail, EventKind
from sync.writer import Writer


def deliver(writer: Writer, shelf: Shelf, customer_id: str, heard: Waiting) -> None:
    event = heard.event
    about = Asked()
    if event.kind in {EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT}:
        about = conversation.so_far(writer.connection, customer_id, heard.source, event.at)
    detail = shelf.detail(event)
    if event.kind is EventKind.MESSAGE_IN:
        detail = _with_question(detail, conversation.continued(asked(event.text, shelf.named()), about))
    if event.kind is EventKind.MESSAGE_OUT:
        promised.note(writer, shelf, customer_id, heard.event, about=about, by_name=detail.by_name)
    writer.insert(
        "event",
        {
            "customer_id": customer_id,
            "channel": event.channel,
            "kind": event.kind,
            "at": event.at,
            "text": event.text,
            "detail": msgspec.to_builtins(detail),
            "source": heard.source,
            "source_id": heard.source_id,
        },
    )


def _with_question(detail: EventDetail, said: Asked) -> EventDetail:
    return msgspec.structs.replace(
        detail,
        asked_product_id=said.product_id,
        asked_colour=said.colour,
        asked_size=said.size,
        asked_price=said.price,
    )
