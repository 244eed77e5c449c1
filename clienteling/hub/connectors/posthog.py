"""What PostHog's packages send to `/batch/`, as the messages that `tracking` understands.

Pure translation. Format: https://posthog.com/docs/api/capture ; names with a $ are PostHog's own.
"""

import hashlib
from functools import partial

import msgspec

from clienteling.hub.connectors import tracking
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.tracking import Account, Batch, Id, Message

CALL = "posthog"
_TYPES = {
    "$identify": "identify",
    "$set": "identify",
    "$pageview": "page",
    "$screen": "screen",
    "$create_alias": "alias",
    "$groupidentify": "group",
}


class Body(msgspec.Struct, frozen=True):
    api_key: str = ""
    batch: list[msgspec.Raw] = []
    sent_at: str | None = None


class Captured(msgspec.Struct, frozen=True):
    event: str
    distinct_id: Id = None
    properties: Words | None = None
    uuid: str | None = None
    timestamp: str | None = None
    set: Words | None = msgspec.field(default=None, name="$set")


def translate(body: bytes, account: Account, received_at: int) -> Translation:
    """Raises msgspec.MsgspecError."""
    batch = read(body)
    return tracking.translated(batch, partial(_message, batch=batch), account, received_at)


def read(body: bytes) -> Batch:
    """Raises msgspec.MsgspecError or UnicodeDecodeError."""
    said = msgspec.json.decode(body, type=Body)
    return Batch(said.batch, said.sent_at, said.api_key)


def _message(raw: msgspec.Raw, batch: Batch) -> Message:
    captured = msgspec.json.decode(raw, type=Captured)
    said = captured.properties or {}
    who = captured.distinct_id or text(said.get("distinct_id"))
    kind = _TYPES.get(captured.event, "track")
    user, anonymous = (None, who) if _is_device(said) else (who, text(said.get("$anon_distinct_id")))
    if kind == "alias":
        user, anonymous = text(said.get("alias")), None
    return Message(
        type=kind,
        message_id=captured.uuid or hashlib.sha256(memoryview(raw)).hexdigest(),
        user_id=user,
        anonymous_id=anonymous,
        previous_id=who if kind == "alias" else None,
        event=captured.event,
        name=text(said.get("$screen_name")) or None,
        properties=said | {"url": said.get("$current_url") or said.get("url")},
        traits=captured.set or words(said, "$set") or said,
        timestamp=captured.timestamp or text(said.get("timestamp")) or None,
        sent_at=batch.sent_at,
    )


def _is_device(said: Words) -> bool:
    """Its packages mark what was not sent in the name of somebody who is signed in."""
    return said.get("$is_identified") is False or said.get("$process_person_profile") is False
