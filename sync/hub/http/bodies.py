"""Request and response bodies: bounded, and compressed where both ends can."""

from typing import TypeVar

import msgspec
from anyio import to_thread
from litestar import Request, Response
from litestar.exceptions import HTTPException

from sync.compression import ENCODING, WORTHWHILE, BodyTooLarge, NotCompressed, compress, decompress
from sync.errors import Code, HubRefused

M = TypeVar("M", bound=msgspec.Struct)

LARGEST_BODY = 8 << 20
"""Bytes of a request, as it travels and decompressed: some forty times a full batch of writes."""

SMALL_BODY = 64 << 10
"""Bytes of a request as it travels: far more than what a person writes at a time."""

_OCTETS = "application/octet-stream"
JSON = "application/json"


def is_small(request: Request) -> bool:
    length = request.headers.get("content-length", "")
    return length.isdecimal() and int(length) <= SMALL_BODY


async def read_body(request: Request) -> bytes:
    """The body, decompressed; raises HubRefused (TOO_LARGE, MALFORMED)."""
    body = await _read(request)
    match request.headers.get("content-encoding", ""):
        case "" | "identity":
            return body
        case encoding if encoding == ENCODING:
            return await to_thread.run_sync(_decompress, body)
        case encoding:
            raise HubRefused(Code.MALFORMED, f"content-encoding {encoding!r}: only {ENCODING} is understood")


async def read_message(request: Request, kind: type[M]) -> M:
    """The body as a message; raises HubRefused (TOO_LARGE, MALFORMED)."""
    body = await read_body(request)
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise HubRefused(Code.MALFORMED, f"the body is no {kind.__name__}: {error}") from error


def read_query(request: Request, kind: type[M]) -> M:
    """The query as a message; raises HubRefused (MALFORMED)."""
    try:
        return msgspec.convert(dict(request.query_params), kind, strict=False)
    except msgspec.ValidationError as error:
        raise HubRefused(Code.MALFORMED, f"the query is no {kind.__name__}: {error}") from error


def answer(request: Request, message: msgspec.Struct | bytes) -> Response[bytes]:
    """A message, or one already encoded. To be called in a worker thread: pages are compressed here."""
    body = message if isinstance(message, bytes) else msgspec.json.encode(message)
    return _response(request, body, JSON)


def file_answer(content: bytes) -> Response[bytes]:
    """A file as it is: pictures are compressed already. Its name is its digest, so it never changes."""
    headers = {"cache-control": "private, max-age=31536000, immutable"}
    return Response(content, media_type=_OCTETS, headers=headers)


def _response(request: Request, body: bytes, media_type: str) -> Response[bytes]:
    headers = {"cache-control": "no-store"}
    if len(body) >= WORTHWHILE and ENCODING in request.headers.get("accept-encoding", ""):
        body = compress(body)
        headers["content-encoding"] = ENCODING
    return Response(body, media_type=media_type, headers=headers)


async def _read(request: Request) -> bytes:
    parts, size = [], 0
    try:
        async for part in request.stream():
            size += len(part)
            if size > LARGEST_BODY:
                raise _too_large()
            parts.append(part)
    except HTTPException as error:
        if error.status_code != 413:  # noqa: PLR2004 (Litestar's own limit, from Content-Length)
            raise
        raise _too_large() from error
    return b"".join(parts)


def _decompress(body: bytes) -> bytes:
    try:
        return decompress(body, LARGEST_BODY)
    except BodyTooLarge as error:
        raise _too_large() from error
    except NotCompressed as error:
        raise HubRefused(Code.MALFORMED, f"the body is not {ENCODING}") from error


def _too_large() -> HubRefused:
    return HubRefused(Code.TOO_LARGE, f"the body is larger than {LARGEST_BODY >> 20} MB")
