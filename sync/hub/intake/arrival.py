"""A push as it arrives: read record by record, so that a broken one is answered and the rest flow on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sync.errors import Code, HubRefused
from sync.hub.intake.facts import NO_READERS, Came, NewFact, Readers
from sync.texts import texts_in
from sync.wire import Count, Fields, PushedRecord


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A pushed write that is not one: only its number could be read."""

    dseq: int
    body: bytes
    message: str


Write = NewFact | PushedRecord | Unreadable


@dataclass(frozen=True, slots=True)
class Arrived:
    """A push as it came, with what could be read of each write."""

    epoch: str
    writes: Sequence[Write]

    def general(self) -> "Arrived":
        """The same with nothing in it that was read ahead."""
        return Arrived(self.epoch, [w.pushed() if isinstance(w, NewFact) else w for w in self.writes])


MOST_NAMES = 1_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


class _Push(msgspec.Struct):
    epoch: str
    records: list[Came]


class _RawPush(msgspec.Struct):
    epoch: str
    records: list[msgspec.Raw]


class _Numbered(msgspec.Struct):
    dseq: Count


_push = msgspec.json.Decoder(_Push)
_fields = msgspec.json.Decoder(Fields)


def read_push(body: bytes, readers: Readers = NO_READERS) -> Arrived:
    """Raises HubRefused (malformed) where the message itself cannot be read or a write has no number."""
    try:
        return _together(body, readers)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _one_by_one(body)


def _together(body: bytes, readers: Readers) -> Arrived:
    push = _push.decode(body)
    known = readers if _each_once(push.records) else NO_READERS
    return Arrived(push.epoch, [_read_ahead(came, known) or _whole(came) for came in push.records])


def _each_once(records: Sequence[Came]) -> bool:
    """Where two writes are about one record, the second is judged by what the first has made of it."""
    return len({(came.collection, came.id) for came in records}) == len(records)


def _read_ahead(came: Came, readers: Readers) -> NewFact | None:
    reader = readers.get(came.collection)
    return reader.read(came) if reader is not None else None


def _whole(came: Came) -> PushedRecord:
    return PushedRecord(
        dseq=came.dseq,
        collection=came.collection,
        id=came.id,
        fields=_fields.decode(came.body),
        stamp=came.stamp,
        seen=came.seen or {},
        new=came.new,
    )


def _one_by_one(body: bytes) -> Arrived:
    """Something in it is not right: what is, is taken."""
    try:
        push = msgspec.json.decode(body, type=_RawPush)
        return Arrived(push.epoch, [_read(raw) for raw in push.records])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HubRefused(Code.MALFORMED, str(error)) from error


def _read(raw: msgspec.Raw) -> PushedRecord | Unreadable:
    try:
        return msgspec.json.decode(raw, type=PushedRecord)
    except msgspec.ValidationError as error:
        return Unreadable(msgspec.json.decode(raw, type=_Numbered).dseq, bytes(raw), str(error))


def names_in(body: bytes) -> frozenset[str] | None:
    """Every text in a write that may be an id, and each UUID within one.

    None where they are too many to look each of them up, or where they cannot be read either.
    """
    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    names: set[str] = set()
    for text in texts_in(value):
        names |= {text, *(found.lower() for found in _UUID.findall(text))}
        if len(names) > MOST_NAMES:
            return None
    return frozenset(names)
