"""The raw body of a foreign request: bounded, unpacked, whatever its content type says.

Some official packages send gzipped JSON labelled as a form, so neither label is believed: gzip is known by
its first bytes. Signatures are over the bytes as they came, so those are kept too.
"""

import zlib

import msgspec
from litestar import Request

from clienteling.hub.sources.arriving import Arrived
from sync.errors import Code, HubRefused
from sync.instants import wall_clock

GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What reading foreign JSON may raise: not JSON, not text, or nested without end."""


async def arrived(request: Request, largest: int, place: str = "") -> Arrived:
    """Raises HubRefused (too large, malformed). `largest` holds for both forms of the body."""
    wire = await _read(request, largest)
    return Arrived(
        wire=wire,
        plain=unpack(wire, largest) if wire.startswith(GZIP) else wire,
        method=request.method,
        headers={name.lower(): value for name, value in request.headers.items()},
        query={name: str(value) for name, value in request.query_params.items()},
        at=wall_clock(),
        address=f"{request.url.scheme}://{request.url.netloc}{request.url.path}",
        place=place,
    )


def unpack(packed: bytes, largest: int) -> bytes:
    """Raises HubRefused: too large before more than `largest` bytes were made, malformed when cut off."""
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    try:
        plain = unpacker.decompress(packed, largest + 1)
    except zlib.error as error:
        raise HubRefused(Code.MALFORMED, "The body is not gzip.") from error
    if len(plain) > largest:
        raise _too_large(largest)
    if not unpacker.eof:
        raise HubRefused(Code.MALFORMED, "The gzip body is cut off.")
    return plain


async def _read(request: Request, largest: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        parts.append(part)
    return b"".join(parts)


def _too_large(largest: int) -> HubRefused:
    return HubRefused(Code.TOO_LARGE, f"The body is larger than {largest // 1024} KB.")
