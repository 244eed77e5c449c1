"""A telephone call, whoever tells of it, and the plain webhook that any telephone system can be taught.

One call, or a list of them, as JSON:

    {"id": "a1", "direction": "in", "number": "+39 02 1234567", "answered": true,
     "started_at": "2026-11-22T10:00:00+01:00", "seconds": 185, "agent": "Sara"}

`direction` is "in" or "out"; `number` is the outside one, written as people do (Italian where no country is
named); `id` names the call for good; `agent` and `seconds` may be missing.
"""

import re
from enum import StrEnum

import msgspec

from clienteling.customers import normal
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import moments
from clienteling.hub.connectors.foreign import text
from clienteling.hub.connectors.heard import Heard, HeardEvent, Hint, Translation
from clienteling.timeline.values import EventDetail, EventKind
from clienteling.vocabulary import Channel

LONGEST_CALL_S = 86_400
LONGEST_EXTENSION = 5
_NOBODY = frozenset(
    {"", "unknown", "<unknown>", "anonymous", "private", "restricted", "unavailable", "asterisk"}
)
_AGENT = re.compile(r"[^\W\d_](?:[^\W_]|[ .,'\u2019-]){0,58}")


class Direction(StrEnum):
    IN = "in"
    OUT = "out"


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """As every telephone system's report is understood."""

    id: str
    direction: Direction
    number: str
    """The outside one, as it was shown."""
    answered: bool
    started_at: int
    """Milliseconds UTC; 0 where it is not told."""
    seconds: int = 0
    agent: str = ""


class ReportedCall(msgspec.Struct, frozen=True, kw_only=True):
    """The plain webhook's body. Field names are part of the documented API."""

    id: str
    direction: Direction
    number: str = ""
    answered: bool = False
    started_at: str = ""
    seconds: int = 0
    agent: str = ""


def translate(body: bytes, source: str, received_at: int) -> Translation:
    """One call or a list. Raises msgspec.MsgspecError where the body is neither."""
    heard: list[Heard] = []
    aside: list[str] = []
    for place, raw in enumerate(_each(body)):
        try:
            told = msgspec.json.decode(raw, type=ReportedCall)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            aside.append(f"call {place + 1}: not as documented")
            continue
        heard.extend(hear(_call(told), source, received_at))
    return Translation(source, tuple(heard), tuple(aside))


def _each(body: bytes) -> list[msgspec.Raw]:
    read = msgspec.json.decode(body, type=msgspec.Raw)
    if bytes(read).lstrip().startswith(b"["):
        return msgspec.json.decode(body, type=list[msgspec.Raw])
    msgspec.json.decode(body, type=dict)
    return [read]


def _call(told: ReportedCall) -> Call:
    return Call(
        id=told.id,
        direction=told.direction,
        number=told.number,
        answered=told.answered,
        started_at=moments.written(told.started_at),
        seconds=told.seconds,
        agent=told.agent,
    )


def hear(call: Call, source: str, received_at: int) -> tuple[Heard, ...]:
    """Nothing where the caller hid her number, or it was a call within the house.

    A display shows what the caller's line told it: nobody vouches that the number is hers.
    """
    number, key = outside(call.number), text(call.id)
    if not number or not key:
        return ()
    event = HeardEvent(
        channel=Channel.CALL,
        kind=_kind(call),
        at=moments.bounded(call.started_at, received_at),
        detail=EventDetail(
            seconds=min(max(call.seconds, 0), LONGEST_CALL_S) if call.answered else 0,
            by_name=agent(call.agent),
        ),
    )
    hint = Hint(IdentifierKind.PHONE, source, number, verified=False)
    return (Heard(key=f"call/{key}", hints=(hint,), event=event),)


def _kind(call: Call) -> EventKind:
    if call.direction is Direction.OUT:
        return EventKind.CALL_OUT
    return EventKind.CALL_IN if call.answered else EventKind.CALL_MISSED


def outside(shown: str, longest_extension: int = LONGEST_EXTENSION) -> str:
    """E.164 of what a display shows; empty for a hidden number, an extension or a SIP name."""
    plain = shown.strip().lower()
    if plain in _NOBODY or len(re.sub(r"\D", "", plain)) <= longest_extension:
        return ""
    return normal.phone(plain)


def agent(shown: str) -> str:
    """A person's name; an extension's number or a device is nobody's."""
    name = text(shown)
    return name if name.lower() not in _NOBODY and _AGENT.fullmatch(name) else ""
