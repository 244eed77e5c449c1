"""3CX's report of a call, as our own CRM template makes the telephone system send it → what we heard.

Pure translation. The template is served by the hub; its variables: https://www.3cx.com/docs/crm-template-variables/
"""

import re

import msgspec

from clienteling.hub.connectors import calls, moments
from clienteling.hub.connectors.calls import Call, Direction
from clienteling.hub.connectors.foreign import Words, mark, text
from clienteling.hub.connectors.heard import Translation

_INBOUND, _MISSED, _OUTBOUND, _NOT_ANSWERED = "inbound", "missed", "outbound", "notanswered"
_CLOCK = re.compile(r"(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?")


def translate(body: bytes, source: str, received_at: int) -> Translation:
    """Raises msgspec.MsgspecError."""
    said = msgspec.json.decode(body, type=Words)
    kind = text(said.get("type")).replace(" ", "").lower()
    if kind not in {_INBOUND, _MISSED, _OUTBOUND, _NOT_ANSWERED}:
        return Translation(source, (), ("3CX report: of no known kind of call",))
    call = Call(
        id=_key(said),
        direction=Direction.OUT if kind in {_OUTBOUND, _NOT_ANSWERED} else Direction.IN,
        number=text(said.get("number")),
        answered=kind in {_INBOUND, _OUTBOUND},
        started_at=moments.written(said.get("started_at")),
        seconds=seconds(text(said.get("duration"))),
        agent=_agent(said),
    )
    return Translation(source, calls.hear(call, source, received_at))


def seconds(duration: str) -> int:
    """Of "185", or of a clock: "0:03:05", "1.02:00:00"."""
    if duration.isascii() and duration.isdigit():
        return int(duration)
    clock = _CLOCK.fullmatch(duration)
    if clock is None:
        return 0
    days, hours, minutes, rest = (int(part or 0) for part in clock.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest


def _key(said: Words) -> str:
    """3CX numbers no calls: one number cannot begin two calls with one extension in the same second."""
    return mark(*(text(said.get(name)) for name in ("type", "number", "extension", "started_at")))


def _agent(said: Words) -> str:
    return " ".join(part for name in ("first_name", "last_name") if (part := text(said.get(name))))
