"""zstd for bodies, with a bound on what comes out: a small body must not become a large one in memory."""

import zstandard

ENCODING = "zstd"
WORTHWHILE = 1024
"""Below this many bytes a body travels as it is."""
_LEVEL = 1
"""Of records as JSON a higher one makes no less, and takes twice as long."""
_SMALLEST_WINDOW = 1 << 23


class BodyTooLarge(Exception):
    """More bytes come out than are allowed."""


class NotCompressed(Exception):
    """The body is no zstd frame."""


def compress(body: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=_LEVEL).compress(body)


def decompress(body: bytes, limit: int) -> bytes:
    """At most `limit` bytes, or BodyTooLarge; a frame that was cut off gives what there is of it."""
    window = max(limit, _SMALLEST_WINDOW)  # what a frame asks for is set aside before anything comes out
    reader = zstandard.ZstdDecompressor(max_window_size=window).stream_reader(body)
    try:
        content = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise NotCompressed("no zstd frame") from error
    if len(content) > limit:
        raise BodyTooLarge(f"more than {limit} bytes")
    return content
