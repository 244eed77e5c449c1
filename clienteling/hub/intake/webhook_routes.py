"""`/webhooks/NAME`: where the sources of hub.toml send what happened.

What is taken is answered with exactly the status its kind names (200) when it is durably kept, and worked
through afterwards. Every refusal has `code` and `message`; no payload, however odd, is the hub's own fault.
"""

from asyncio import wrap_future
from collections.abc import Callable, Sequence

import sqlalchemy as sa
from anyio import to_thread
from litestar import HttpMethod, Request, Response, Router, route
from litestar.background_tasks import BackgroundTask

from clienteling.hub.intake.body import arrived
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources.arriving import Accepted, Arrived, Reply, Webhook
from clienteling.hub.sources.source import Source
from sync.errors import Code, HubRefused
from sync.hub.http.refusals import render

PATH = "/webhooks"
SMALL = 32 * 1024
"""Bytes that are checked in less time than it takes to hand them to another thread."""
_METHODS = [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST]


Look = Callable[[Source, Sequence[str]], None]
"""Have these resources of a source asked for now."""


def webhook_router(intake: Intake, look: Look) -> Router:
    doors = {
        source.name: (source, source.kind.webhook)
        for source in intake.sources.values()
        if source.kind.webhook is not None
    }

    @route(["/{name:str}", "/{name:str}/{place:path}"], http_method=_METHODS, status_code=200)
    async def take_in(request: Request) -> Response[bytes]:
        name, place = request.path_params["name"], request.path_params.get("place", "")
        if name not in doors:
            raise HubRefused(Code.NOT_FOUND, "No source of that name sends here.")
        source, webhook = doors[name]
        body = await arrived(request, webhook.largest, str(place).strip("/"))
        accepted = await _received(webhook, source, body)
        if accepted.body is not None:
            kept = intake.keep_soon(source.id, accepted.call, accepted.body, accepted.stamp)
            await wrap_future(kept)
        if accepted.look:
            look(source, accepted.look)
        reply = accepted.reply
        if not isinstance(reply, Reply):
            reply = await to_thread.run_sync(_read, intake, reply)
        noted = BackgroundTask(to_thread.run_sync, intake.showed, source.id, reply.shows)
        return Response(
            reply.body,
            media_type=reply.media_type,
            status_code=reply.status,
            background=noted if reply.shows else None,
        )

    return Router(
        PATH,
        route_handlers=[take_in],
        exception_handlers={Exception: render},
        request_max_body_size=None,
        include_in_schema=False,
    )


async def _received(webhook: Webhook, source: Source, arrived: Arrived) -> Accepted:
    """A large body is checked beside the requests of others."""
    if len(arrived.plain) > SMALL:
        return await to_thread.run_sync(webhook.receive, arrived, source.said)
    return webhook.receive(arrived, source.said)


def _read(intake: Intake, reply: Callable[[sa.Connection], Reply]) -> Reply:
    with intake.read() as connection:
        return reply(connection)
