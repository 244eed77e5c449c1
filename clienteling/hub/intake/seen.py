"""What somebody looked at, the most frequent by far, goes straight to its row and its place in the feed."""

import msgspec
from uuid_utils import uuid7

from clienteling.hub.identity.strangers import Waiting
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel
from sync.hub.intake.facts import NewFact
from sync.hub.writer import HubWriter

SEEN = frozenset(
    {
        EventKind.PAGE_VIEWED,
        EventKind.PRODUCT_VIEWED,
        EventKind.PRODUCT_SEARCHED,
        EventKind.BASKET_ADDED,
        EventKind.BASKET_REMOVED,
        EventKind.WISH_ADDED,
        EventKind.WISH_REMOVED,
    }
)
"""Nothing reads these again in the transaction that writes them, and nothing amends them."""
_PLAIN = {word: word.value for word in (*EventKind, *Channel)}
"""An enum's own `value` takes longer than writing the event."""
_NUL = b"\\u0000"


class Told(msgspec.Struct, frozen=True, gc=False):
    """An event, as devices are told of it."""

    customer_id: str
    channel: str
    kind: str
    at: int
    text: str
    detail: msgspec.Raw
    """EventDetail"""
    source: str
    source_id: str


_NAMES = ("id", *Told.__struct_fields__)


def note(writer: HubWriter, customer_id: str, heard: Waiting, detail: EventDetail) -> bool:
    """False where it holds a text that no database carries: the general way refuses that."""
    event = heard.event
    channel, kind = _PLAIN[event.channel], _PLAIN[event.kind]
    try:
        said = msgspec.Raw(msgspec.json.encode(detail))
        told = Told(customer_id, channel, kind, event.at, event.text, said, heard.source, heard.source_id)
        written = msgspec.json.encode(told)
    except UnicodeEncodeError:
        return False
    if _NUL in written:
        return False
    record_id = str(uuid7())
    row = (
        *(record_id, customer_id, channel, kind, event.at, event.text),
        *(said, heard.source, heard.source_id),
    )
    writer.enter_fact(
        NewFact(0, "event", record_id, "", customer_id, msgspec.Raw(written), _NAMES, row, new=True)
    )
    return True
