"""What somebody looked at, the most frequent by far, goes straight to its row and its place in the feed."""

import msgspec
from uuid_utils import uuid7

from clienteling.hub.identity.strangers import Waiting
from clienteling.timeline.values import EventDetail, EventKind
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
_NUL = b"\\u0000"


class Told(msgspec.Struct, frozen=True, gc=False):
    """An event, as devices are told of it."""

    customer_id: str
    channel: str
    kind: str
    at: int
    text: str
    detail: EventDetail
    source: str
    source_id: str


_NAMES = ("id", *Told.__struct_fields__)


def note(writer: HubWriter, customer_id: str, heard: Waiting, detail: EventDetail) -> bool:
    """False where it holds a text that no database carries: the general way refuses that."""
    event = heard.event
    told = Told(
        customer_id=customer_id,
        channel=event.channel.value,
        kind=event.kind.value,
        at=event.at,
        text=event.text,
        detail=detail,
        source=heard.source,
        source_id=heard.source_id,
    )
    try:
        if _NUL in msgspec.json.encode(told):
            return False
    except UnicodeEncodeError:
        return False
    record_id = str(uuid7())
    row = msgspec.structs.astuple(msgspec.structs.replace(told, detail=msgspec.to_builtins(detail)))
    writer.enter_fact(
        NewFact(0, "event", record_id, "", customer_id, told, _NAMES, (record_id, *row), new=True)
    )
    return True
