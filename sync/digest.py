"""Whether two ends hold the same: counts and sums of hashes, kept up with every change on both.

All numbers are signed and 64 bits wide; sums wrap around, so their order does not matter and a hash can be
taken out again.
"""

import hashlib
import struct
from collections.abc import Iterable

import msgspec

from sync.wire import Difference, Page, Tally

BUCKETS = 256
_RANGE = 1 << 64
_HALF = 1 << 63
_FIRST_EIGHT = struct.Struct(">q").unpack_from


class _Bodies(msgspec.Struct):
    records: list[msgspec.Raw]


_bodies = msgspec.json.Decoder(_Bodies)


def hash_of(body: bytes | msgspec.Raw) -> int:
    """Of a record: its bytes as they travel, from brace to brace; eight bytes of SHA-256."""
    return _FIRST_EIGHT(hashlib.sha256(body).digest())[0]


def hashes_of(message: bytes) -> list[int]:
    """Of each record in a message, in their order. Raises msgspec.DecodeError."""
    return [hash_of(body) for body in _bodies.decode(message).records]


def read_page(message: bytes) -> Page:
    """A page with the hashes of its records. Raises msgspec.DecodeError."""
    page = msgspec.json.decode(message, type=Page)
    return msgspec.structs.replace(page, hashes=hashes_of(message))


def read_difference(message: bytes) -> Difference:
    """The same for the answer to a comparison."""
    difference = msgspec.json.decode(message, type=Difference)
    return msgspec.structs.replace(difference, hashes=hashes_of(message))


def bucket_of(record_id: str) -> int:
    """Where a difference is looked for: the first byte of the id's SHA-256."""
    return hashlib.sha256(record_id.encode()).digest()[0]


def changed(tally: Tally, *, entered: Iterable[int] = (), left: Iterable[int] = ()) -> Tally:
    come, gone = list(entered), list(left)
    total = tally.sum + sum(come) - sum(gone)
    return Tally(count=tally.count + len(come) - len(gone), sum=(total + _HALF) % _RANGE - _HALF)


def by_bucket(hashes: Iterable[tuple[str, int]]) -> list[Tally]:
    """One tally per bucket, of ids and their records' hashes."""
    parts: list[list[int]] = [[] for _ in range(BUCKETS)]
    for record_id, value in hashes:
        parts[bucket_of(record_id)].append(value)
    return [changed(Tally(), entered=part) for part in parts]


def together(tallies: Iterable[Tally]) -> Tally:
    parts = list(tallies)
    whole = changed(Tally(), entered=(part.sum for part in parts))
    return Tally(count=sum(part.count for part in parts), sum=whole.sum)
