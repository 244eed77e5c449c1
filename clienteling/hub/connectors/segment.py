"""The Segment HTTP tracking API, which RudderStack speaks too: a batch of messages → what we heard.

Pure translation. Format: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
"""

import hashlib
from functools import partial

import msgspec

from clienteling.hub.connectors import tracking
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.tracking import Account, Batch, Message

LARGEST_BATCH = 500 * 1024
MOST_EVENTS = 2_500
CALLS = ("identify", "track", "page", "screen", "group", "alias")


class Sender(msgspec.Struct, frozen=True, rename="camel"):
    """What a body says of its sender, whatever else it holds."""

    sent_at: str | None = None
    write_key: str | None = None


_read = msgspec.json.Decoder(Message).decode


def translate(body: bytes, call: str, account: Account, received_at: int) -> Translation:
    """Every message that we understand; the rest stays in the raw payload. Raises msgspec.MsgspecError.

    `call` is the last word of the address: "batch", or the type of the one message that is the body.
    """
    batch = read(body, call)
    return tracking.translated(batch, partial(_message, call=call, batch=batch), account, received_at)


def read(body: bytes, call: str) -> Batch:
    """The body as a batch, whichever call it came by. Raises msgspec.MsgspecError or UnicodeDecodeError."""
    if call == "batch":
        return msgspec.json.decode(body, type=Batch)
    sender = msgspec.json.decode(body, type=Sender)
    return Batch([msgspec.Raw(body)], sender.sent_at, sender.write_key)


def _message(raw: msgspec.Raw, call: str, batch: Batch) -> Message:
    """The message with what its address and its batch say about it, and an id where it came without."""
    message = _read(raw)
    if message.type and message.message_id and message.timestamp and (message.sent_at or not batch.sent_at):
        return message
    return msgspec.structs.replace(
        message,
        type=message.type or call,
        message_id=message.message_id or hashlib.sha256(memoryview(raw)).hexdigest(),
        timestamp=message.timestamp or message.original_timestamp,
        sent_at=message.sent_at or batch.sent_at,
    )
