"""What a known customer did becomes a row of her timeline, and a promise where the shop made one."""

import msgspec

from clienteling.hub.connectors.asked import asked
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import conversation, later_words, promised, seen
from clienteling.hub.intake.shelf import Shelf
from clienteling.timeline.values import EventDetail, EventKind

_SAID = frozenset({EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT})


class Delivery:
    """Within one transaction: rows are made many at once, and before anything reads them."""

    def __init__(self, pen: Pen, shelf: Shelf) -> None:
        self._pen = pen
        self._shelf = shelf

    def deliver(self, customer_id: str, heard: Waiting) -> None:
        event = heard.event
        detail = self._shelf.detail(event, heard.source)
        if event.kind in seen.SEEN and seen.note(self._pen.writer, customer_id, heard, detail):
            return
        if event.kind in _SAID:
            detail = self._in_conversation(customer_id, heard, detail)
        self._pen.add(
            "event",
            {
                "customer_id": customer_id,
                "channel": event.channel.value,
                "kind": event.kind.value,
                "at": event.at,
                "text": event.text,
                "detail": msgspec.to_builtins(detail),
                "source": heard.source,
                "source_id": heard.source_id,
            },
        )
        if event.kind in conversation.SAYING:
            self._pen.flush()
            later_words.understand(self._pen, self._shelf, customer_id, heard.source, event.at)

    def _in_conversation(self, customer_id: str, heard: Waiting, detail: EventDetail) -> EventDetail:
        event = heard.event
        self._pen.flush()
        about = conversation.so_far(self._pen.conn, customer_id, heard.source, event.at)
        if event.kind is EventKind.MESSAGE_IN:
            said = conversation.continued(asked(event.text, self._shelf.named()), about)
            return conversation.with_question(detail, said)
        promised.note(self._pen.writer, self._shelf, customer_id, event, about=about, by_name=detail.by_name)
        return detail
