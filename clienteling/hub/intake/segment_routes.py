"""What websites' analytics packages send: POST /v1/batch, /v1/track and its like, and PostHog's /batch/.

Success is exactly 200, for some packages take 202 as a failure and send again; every error has `code` and
`message`, without which they fail on the answer and retry for minutes. A browser that shows the shop's pages
may send from any of them, and sees every answer: what it may say is in the key, no cookie is heard.
"""

import base64
import binascii
from asyncio import wrap_future
from concurrent.futures import Future
from hmac import compare_digest

from anyio import to_thread
from litestar import HttpMethod, Request, Response, Router, route

from clienteling.hub.connectors import posthog, segment, tracking
from clienteling.hub.intake.body import UNREADABLE, arrived
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources.arriving import Arrived
from clienteling.hub.sources.segment import SegmentSaid, Sent
from clienteling.hub.sources.source import Source
from sync.errors import Code, HubRefused
from sync.hub.http.refusals import render
from sync.wire import Refusal

_SEGMENT = ("batch", *segment.CALLS)
_SHORT = {f"/v1/{call[0]}": call for call in _SEGMENT}
"""The package for browsers calls each by its first letter."""
CALLS = {f"/v1/{call}": call for call in _SEGMENT} | _SHORT | {"/batch": posthog.CALL}
"""Where each is sent to."""
LARGEST = {posthog.CALL: 4 * 1024 * 1024}
"""Bytes; PostHog's packages put more into a batch than the others."""


_EVERY_PAGE = {"access-control-allow-origin": "*"}
_ALLOWED = _EVERY_PAGE | {
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": "authorization, content-encoding, content-type",
    "access-control-max-age": "7200",
}


def segment_router(intake: Intake) -> Router:
    @route(list(CALLS), http_method=[HttpMethod.POST, HttpMethod.OPTIONS], status_code=200)
    async def take_in(request: Request) -> Response[dict[str, bool]]:
        if request.method == HttpMethod.OPTIONS:
            return Response({"success": True}, headers=_ALLOWED)
        call = CALLS[request.url.path.rstrip("/")]
        body = await arrived(request, LARGEST.get(call, segment.LARGEST_BATCH))
        await wrap_future(await to_thread.run_sync(_keep, intake, call, body))
        return Response({"success": True}, headers=_EVERY_PAGE)

    return Router(
        "/",
        route_handlers=[take_in],
        exception_handlers={Exception: _refuse},
        request_max_body_size=None,
        include_in_schema=False,
    )


def _refuse(request: Request, error: Exception) -> Response[Refusal]:
    answer = render(request, error)
    answer.headers.update(_EVERY_PAGE)
    return answer


def _keep(intake: Intake, call: str, body: Arrived) -> Future[None]:
    """Who is not known by the header alone is heard no further than for a key in the body."""
    key = _basic_user(body.headers.get("authorization", ""))
    if key:
        site, server = _site(intake, key)
        _check(_read(body.plain, call), call)
    else:
        batch = _read(body.plain, call)
        site, server = _site(intake, batch.write_key or "")
        _check(batch, call)
    return intake.keep_soon(site.id, Sent(call, server).kept, body.plain)


def _read(body: bytes, call: str) -> tracking.Batch:
    try:
        return posthog.read(body) if call == posthog.CALL else segment.read(body, call)
    except UNREADABLE as error:
        raise HubRefused(Code.MALFORMED, f"The body is not what this address takes: {error}.") from error


def _check(batch: tracking.Batch, call: str) -> None:
    if len(batch.batch) > segment.MOST_EVENTS:
        raise HubRefused(Code.TOO_LARGE, f"More than {segment.MOST_EVENTS} events in one batch.")
    if call in segment.CALLS and any(map(tracking.too_large, batch.batch)):
        raise HubRefused(Code.TOO_LARGE, f"The event is larger than {tracking.LARGEST_EVENT // 1024} KB.")


def _site(intake: Intake, key: str) -> tuple[Source, bool]:
    """Whose key it is, and whether it is its server's. Every key is compared, each in constant time."""
    found = None
    for source in intake.sources.values():
        said = source.said
        if not isinstance(said, SegmentSaid):
            continue
        for known, server in ((said.write_key, False), (said.server_key, True)):
            if compare_digest(known.encode(), key.encode()):
                found = source, server
    if found is None or not key:
        raise HubRefused(Code.UNAUTHENTICATED, "This hub does not know that write key.")
    return found


def _basic_user(authorization: str) -> str:
    scheme, _, credentials = authorization.partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(credentials.strip()).decode().partition(":")[0]
    except (binascii.Error, UnicodeDecodeError):
        return ""
