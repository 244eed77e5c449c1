"""A part of a file as HTTP asks for it (RFC 9110, 14): from one byte on, to its end."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

from anyio import to_thread
from litestar import Request
from litestar.response import Stream

from sync.errors import Code, HubRefused

_AT_ONCE = 1 << 18
_FROM = re.compile(r"bytes=(\d{1,18})-")


def part_of_file(request: Request, path: Path, tag: str) -> Stream:
    """The bytes from the one that `Range` names; all where it names none, or names another form.

    With an `If-Range` other than the tag the device has begun with another file: it gets all of this one.
    Raises HubRefused where the file is gone or has no such byte.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise HubRefused(Code.NOT_FOUND, "it is not given out any more") from error
    etag = f'"{tag}"'
    asked = _FROM.fullmatch(request.headers.get("range", ""))
    same = request.headers.get("if-range", etag) == etag
    headers = {"etag": etag, "accept-ranges": "bytes", "cache-control": "private, no-transform"}
    if asked is None or not same:
        return _stream(path, 0, headers | {"content-length": str(size)}, 200)
    start = int(asked[1])
    if start >= size:
        raise HubRefused(Code.MALFORMED, f"it has {size} bytes")
    headers |= {"content-length": str(size - start), "content-range": f"bytes {start}-{size - 1}/{size}"}
    return _stream(path, start, headers, 206)


def _stream(path: Path, start: int, headers: dict[str, str], status: int) -> Stream:
    media_type = "application/octet-stream"
    return Stream(_chunks(path, start), headers=headers, status_code=status, media_type=media_type)


async def _chunks(path: Path, start: int) -> AsyncIterator[bytes]:
    with await to_thread.run_sync(path.open, "rb") as file:
        file.seek(start)
        while chunk := await to_thread.run_sync(file.read, _AT_ONCE):
            yield chunk
