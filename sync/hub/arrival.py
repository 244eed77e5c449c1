"""A push as it arrives: read record by record, so that a broken one is answered and the rest flow on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from sync.errors import Code, HubRefused
from sync.texts import texts_in
from sync.wire import Count, Push, PushedRecord


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A pushed write that is not one: only its number could be read."""

    dseq: int
    body: bytes
    message: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A push as it came, with what could be read of each write."""

    epoch: str
    records: Sequence[PushedRecord | Unreadable]


MOST_NAMES = 1_000
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_push = msgspec.json.Decoder(Push)


class _RawPush(msgspec.Struct):
    epoch: str
    records: list[msgspec.Raw]


class _Numbered(msgspec.Struct):
    dseq: Count


def read_push(body: bytes) -> Arrived:
    """Raises HubRefused (malformed) where the message itself cannot be read or a write has no number."""
    try:
        return arrived(_push.decode(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _one_by_one(body)


def _one_by_one(body: bytes) -> Arrived:
    """Something in it is not right: what is, is taken."""
    try:
        push = msgspec.json.decode(body, type=_RawPush)
        return Arrived(push.epoch, [_read(raw) for raw in push.records])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HubRefused(Code.MALFORMED, str(error)) from error


def arrived(push: Push) -> Arrived:
    return Arrived(push.epoch, push.records)


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
