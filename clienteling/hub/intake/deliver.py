"""What a known customer did becomes a row of her timeline, and a promise where the shop made one."""

import msgspec

from clienteling.hub.connectors.asked import asked
from clienteling.hub.identity.strangers import Waiting
from clienteling.hub.importing.pen import Pen
from clienteling.hub.intake import conversation, later_words, one_order, promised, seen
from clienteling.hub.intake.shelf import Shelf
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

_SAID = frozenset({EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT})


class Delivery:
    """Within one transaction: rows are made many at once, and before anything reads them."""

    def __init__(self, pen: Pen, shelf: Shelf) -> None:
        self._pen = pen
        self._shelf = shelf
        self._ordered: set[str] = set()
        """Whose website told of an order just now."""

    def deliver(self, customer_id: str, heard: Waiting) -> None:
        event = heard.event
        if event.channel is Channel.ORDER and self._is_told(customer_id, heard):
            return
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

    def _is_told(self, customer_id: str, heard: Waiting) -> bool:
        """What the shop's system tells takes the place of what its website told of the same order."""
        if one_order.is_of_a_site(heard.source):
            self._pen.flush()
            self._ordered.add(customer_id)
            return one_order.is_told(self._pen.conn, customer_id, heard)
        if heard.event.kind is EventKind.ORDERED:
            if customer_id in self._ordered:
                self._pen.flush()
            self._pen.writer.expire("event", one_order.by_a_site(self._pen.conn, customer_id, heard))
        return False

    def _in_conversation(self, customer_id: str, heard: Waiting, detail: EventDetail) -> EventDetail:
        event = heard.event
        self._pen.flush()
        about = conversation.so_far(self._pen.conn, customer_id, heard.source, event.at)
        if event.kind is EventKind.MESSAGE_IN:
            said = conversation.continued(asked(event.text, self._shelf.named()), about)
            return conversation.with_question(detail, said)
        promised.note(self._pen.writer, self._shelf, customer_id, event, about=about, by_name=detail.by_name)
        return detail
