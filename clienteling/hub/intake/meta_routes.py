"""Meta's webhook (Messenger, Instagram): GET to set it up, POST with what happened."""

import hmac
from typing import Annotated

import msgspec
from anyio import to_thread
from litestar import MediaType, Request, Router, get, post
from litestar.params import QueryParameter

from clienteling.hub.connectors import messenger
from clienteling.hub.intake.body import UNREADABLE, Arrived, arrived
from clienteling.hub.intake.work import META
from clienteling.hub.intake.worker import Intake
from sync.errors import Code, HubRefused
from sync.hub.http.refusals import render

PATH = "/webhooks/meta"
LONGEST_CHALLENGE = 1_000


def meta_router(intake: Intake) -> Router:
    @get("/", media_type=MediaType.TEXT)
    async def verify(
        mode: Annotated[str, QueryParameter(name="hub.mode")] = "",
        token: Annotated[str, QueryParameter(name="hub.verify_token")] = "",
        challenge: Annotated[str, QueryParameter(name="hub.challenge")] = "",
    ) -> str:
        expected = intake.settings.verify_token
        right = hmac.compare_digest(expected.encode(), token.encode())
        if mode != "subscribe" or not expected or not right:
            raise HubRefused(Code.UNAUTHENTICATED, "The verify token is not this hub's.")
        return challenge[:LONGEST_CHALLENGE]

    @post("/", status_code=200, media_type=MediaType.TEXT)
    async def take_in(request: Request) -> str:
        body = await arrived(request, messenger.LARGEST_BODY)
        await to_thread.run_sync(_keep, intake, request.headers.get("x-hub-signature-256", ""), body)
        return "EVENT_RECEIVED"

    return Router(
        PATH,
        route_handlers=[verify, take_in],
        exception_handlers={Exception: render},
        request_max_body_size=None,
        include_in_schema=False,
    )


def _keep(intake: Intake, signature: str, body: Arrived) -> None:
    secret = intake.settings.app_secret
    if not secret or not messenger.signature_holds(body.wire, signature, secret):
        raise HubRefused(Code.UNAUTHENTICATED, "The signature is missing or not of this app's secret.")
    try:
        msgspec.json.decode(body.plain, type=messenger.Body, strict=False)
    except UNREADABLE as error:
        raise HubRefused(Code.MALFORMED, f"The body is no webhook: {error}.") from error
    intake.keep(META, "webhook", body.plain)
