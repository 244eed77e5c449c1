"""The Segment HTTP tracking API: POST /v1/batch and /v1/{identify,track,page,screen,group,alias}.

Success is exactly 200, for some packages take 202 as a failure and send again; every error has `code` and
`message`, without which they fail on the answer and retry for minutes.
"""

import base64
import binascii
from hmac import compare_digest

from anyio import to_thread
from litestar import Request, Response, Router, post

from clienteling.hub.connectors import segment, tracking
from clienteling.hub.intake.body import UNREADABLE, arrived
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources.arriving import Arrived
from clienteling.hub.sources.segment import SegmentSaid
from clienteling.hub.sources.source import Source
from sync.errors import Code, HubRefused
from sync.hub.http.refusals import render


def segment_router(intake: Intake) -> Router:
    @post([f"/{call}" for call in ("batch", *segment.CALLS)], status_code=200)
    async def take_in(request: Request) -> Response[dict[str, bool]]:
        call = request.url.path.rstrip("/").rpartition("/")[2]
        body = await arrived(request, segment.LARGEST_BATCH)
        await to_thread.run_sync(_keep, intake, call, body)
        return Response({"success": True})

    return Router(
        "/v1",
        route_handlers=[take_in],
        exception_handlers={Exception: render},
        request_max_body_size=None,
        include_in_schema=False,
    )


def _keep(intake: Intake, call: str, body: Arrived) -> None:
    key = _basic_user(body.headers.get("authorization", ""))
    if key:
        site = _site(intake, key)
        _check(_read(body.plain, call), call)
    else:
        batch = _read(body.plain, call)
        site = _site(intake, batch.write_key or "")
        _check(batch, call)
    intake.keep(site.id, call, body.plain)


def _read(body: bytes, call: str) -> tracking.Batch:
    try:
        return segment.read(body, call)
    except UNREADABLE as error:
        raise HubRefused(Code.MALFORMED, f"The body is not what /v1/{call} takes: {error}.") from error


def _check(batch: tracking.Batch, call: str) -> None:
    if len(batch.batch) > segment.MOST_EVENTS:
        raise HubRefused(Code.TOO_LARGE, f"More than {segment.MOST_EVENTS} events in one batch.")
    if call != "batch" and any(map(tracking.too_large, batch.batch)):
        raise HubRefused(Code.TOO_LARGE, f"The event is larger than {tracking.LARGEST_EVENT // 1024} KB.")


def _site(intake: Intake, key: str) -> Source:
    """Every key is compared, each in constant time."""
    found = None
    for source in intake.sources.values():
        said = source.said
        if isinstance(said, SegmentSaid) and compare_digest(said.write_key.encode(), key.encode()):
            found = source
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
