"""The hub's side of PROTOCOL.md over HTTPS.

Handlers only translate: whatever touches the database or compresses runs in a worker thread. What comes often
takes one turn of one, with the question who asks: on a busy machine each turn is a wait.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import msgspec
from anyio import to_thread
from litestar import Request, Response, Router, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, FromQuery, SkipValidation
from litestar.response import Stream

from sync.errors import Code, HubRefused
from sync.hub.feed import MOST_RECORDS
from sync.hub.greeting import Terms, welcome
from sync.hub.http.bodies import (
    JSON,
    LARGEST_BODY,
    answer,
    file_answer,
    is_small,
    read_body,
    read_message,
    read_query,
)
from sync.hub.http.live import Bells, Ear
from sync.hub.http.openapi import document
from sync.hub.http.ranges import part_of_file
from sync.hub.http.refusals import render
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.hub.trust.devices import Device, Devices
from sync.hub.trust.gate import Gate, caller
from sync.hub.trust.pairing import Accepted, Pairings
from sync.instants import Now
from sync.pairing_proof import Role, prove
from sync.ready import make_ready
from sync.trusting import PairReply, PairRequest, Renewal
from sync.wire import (
    OLDEST_PROTOCOL_VERSION,
    PROTOCOL_VERSION,
    Comparison,
    Confirmation,
    Fetch,
    Greeting,
    Noted,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

PATH = "/sync/v1"
LONGEST_DEVICE_NAME = 100
POSITIONS = range(2**63)


@dataclass(frozen=True, slots=True)
class SyncHub:
    """What the routes serve."""

    name: str
    fingerprint: str
    store: HubStore
    devices: Devices
    pairings: Pairings
    bells: Bells
    gate: Gate
    now: Now
    snapshots: Snapshots
    terms: Callable[[], Terms]
    """What every device is told just now."""


Served = NamedDependency[SkipValidation[SyncHub]]
Admitted = NamedDependency[SkipValidation[Device]]


def sync_router(hub: SyncHub) -> Router:
    make_ready(msgspec.Struct)

    async def admitted(request: Request) -> Device:
        return await _apart(partial(hub.gate.admit, request))

    async def met(request: Request) -> Device:
        return await _apart(partial(hub.gate.meet, request))

    return Router(
        PATH,
        route_handlers=[
            *(pair, hello, renew, push, feed, digest, compare, fetch, confirm, blob, live, wait),
            *(snapshot, snapshot_bytes, described),
        ],
        dependencies={
            "hub": Provide(lambda: hub, sync_to_thread=False),
            "device": Provide(admitted),
            "visitor": Provide(met),
        },
        exception_handlers={Exception: render},
        request_max_body_size=LARGEST_BODY,
        include_in_schema=False,
    )


@post("/pair", status_code=200)
async def pair(request: Request, hub: Served) -> Response[bytes]:
    asked = await read_message(request, PairRequest)
    _check_request(asked)
    outcome = await _apart(lambda: hub.pairings.accept(asked, caller=caller(request), now=hub.now()))
    if isinstance(outcome, Code):
        raise HubRefused(outcome, REFUSED_PAIRING[outcome])
    return await _apart(lambda: answer(request, _welcome(hub, asked, outcome)))


@get("/hello")
async def hello(request: Request, hub: Served, visitor: Admitted) -> Response[bytes]:
    """Also for a device that is to be wiped: here it hears of it, and confirms."""
    greeting = read_query(request, Greeting)
    holds = hub.store.holds(visitor.scope)
    hub.bells.met(visitor.id)

    def said() -> Response[bytes]:
        told = welcome(hub.store, visitor.id, greeting, hub.terms(), holds=holds)
        ready = hub.snapshots.schema(holds)
        return answer(request, msgspec.structs.replace(told, snapshot=ready))

    return await _apart(said)


@post("/renew", status_code=200)
async def renew(request: Request, hub: Served, device: Admitted) -> Response[bytes]:
    return await _apart(lambda: answer(request, Renewal(credential=hub.devices.renew(device.id, hub.now()))))


@post("/push", status_code=200)
async def push(request: Request, hub: Served) -> Response[bytes]:
    """A stranger may send no more than a little before the hub looks who it is."""
    admit = partial(hub.gate.admit, request)

    def taken(device: Device, pushed: bytes) -> Response[bytes]:
        take = partial(hub.store.apply, device.id, pushed)
        return answer(request, hub.bells.answered(device.id, take))

    if is_small(request):
        pushed = await read_body(request)
        return await _apart(lambda: taken(admit(), pushed))
    device = await _apart(admit)
    pushed = await read_body(request)
    return await _apart(lambda: taken(device, pushed))


@get("/feed")
async def feed(
    request: Request,
    hub: Served,
    *,
    epoch: FromQuery[str] = "",
    after: FromQuery[int] = 0,
    limit: FromQuery[int] = MOST_RECORDS,
    floor: FromQuery[int] = 0,
) -> Response[bytes]:
    def page() -> Response[bytes]:
        device = hub.gate.admit(request)
        _check_position(after)
        hub.store.note_pull(device.id, after)
        holds = hub.store.holds(device.scope)
        return answer(request, hub.store.page(epoch, after, limit, holds, floor, device_id=device.id))

    return await _apart(page)


@get("/digest")
async def digest(
    request: Request, hub: Served, device: Admitted, *, epoch: FromQuery[str], collection: FromQuery[str]
) -> Response[bytes]:
    holds = hub.store.holds(device.scope)
    return await _apart(
        lambda: answer(request, hub.store.buckets(epoch, collection, holds, device_id=device.id))
    )


@post("/compare", status_code=200)
async def compare(request: Request, hub: Served, device: Admitted) -> Response[bytes]:
    asked = await read_message(request, Comparison)
    holds = hub.store.holds(device.scope)
    return await _apart(lambda: answer(request, hub.store.compare(asked, holds, device_id=device.id)))


@post("/fetch", status_code=200)
async def fetch(request: Request, hub: Served, device: Admitted) -> Response[bytes]:
    asked = await read_message(request, Fetch)
    hub.gate.spend_on_fetching(device)
    fetched = await _apart(lambda: hub.store.fetch(hub.store.holds(device.scope), asked.group))
    log.info("Device %s fetched somebody from outside its scope", device.id)
    return answer(request, fetched)


@post("/confirm", status_code=200)
async def confirm(request: Request, hub: Served, device: Admitted) -> Response[bytes]:
    said = await read_message(request, Confirmation)
    await _apart(lambda: hub.store.erasing.confirm(device.id, said))
    return answer(request, Noted())


@get("/blobs/{digest:str}")
async def blob(hub: Served, device: Admitted, digest: FromPath[str]) -> Response[bytes]:
    del device
    content = await _apart(lambda: hub.store.blob(digest))
    if content is None:
        raise HubRefused(Code.NOT_FOUND, "The hub holds no such file.")
    return file_answer(content)


@get("/snapshot")
async def snapshot(
    request: Request, hub: Served, device: Admitted, *, schema: FromQuery[str], have: FromQuery[str] = ""
) -> Response[bytes]:
    holds = hub.store.holds(device.scope)
    return await _apart(lambda: answer(request, hub.snapshots.info(holds, schema, have)))


@get("/snapshot/{name:str}")
async def snapshot_bytes(request: Request, hub: Served, device: Admitted, name: FromPath[str]) -> Stream:
    holds = hub.store.holds(device.scope)
    return await _apart(lambda: part_of_file(request, hub.snapshots.path(holds, name), tag=name))


@get("/openapi.json")
async def described(hub: Served, device: Admitted) -> Response[bytes]:
    """What these calls take and answer, for whoever writes another client."""
    del device
    return Response(await _apart(lambda: msgspec.json.encode(document(hub.name))), media_type=JSON)


@get("/live")
async def live(
    hub: Served,
    device: Admitted,
    *,
    epoch: FromQuery[str] = "",
    after: FromQuery[int | None] = None,
    replies: FromQuery[bool] = False,
) -> Stream:
    ear = _ear(hub, device, epoch, after, replies=replies)
    stream = hub.bells.stream(ear, lambda: hub.gate.still_trusts(device))
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return Stream(stream, media_type="text/event-stream", headers=headers)


@get("/wait")
async def wait(
    hub: Served, device: Admitted, *, epoch: FromQuery[str], after: FromQuery[int]
) -> Response[bytes]:
    bell = await hub.bells.wait(_ear(hub, device, epoch, after))
    return Response(msgspec.json.encode(bell), media_type=JSON, headers={"cache-control": "no-store"})


def _ear(hub: SyncHub, device: Device, epoch: str, after: int | None, *, replies: bool = False) -> Ear:
    if after is not None:
        _check_position(after)
    return Ear(device.id, hub.store.holds(device.scope), epoch, after, replies)


REFUSED_PAIRING = {
    Code.PAIRING_UNKNOWN: "The hub does not know this pairing code.",
    Code.PAIRING_USED: "This pairing code was used already.",
    Code.PAIRING_EXPIRED: "This pairing code has expired.",
    Code.TOO_MANY_ATTEMPTS: "Too many attempts; wait a minute.",
}


def _check_position(after: int) -> None:
    if after not in POSITIONS:
        raise HubRefused(Code.MALFORMED, "after must be a feed position.")


def _check_request(asked: PairRequest) -> None:
    if not OLDEST_PROTOCOL_VERSION <= asked.protocol <= PROTOCOL_VERSION:
        raise HubRefused(Code.UNSUPPORTED_PROTOCOL, "Device and hub are of versions that do not match.")
    name = asked.device_name.strip()
    if not 0 < len(name) <= LONGEST_DEVICE_NAME or not name.isprintable():
        raise HubRefused(Code.MALFORMED, f"device_name must have 1 to {LONGEST_DEVICE_NAME} characters.")


def _welcome(hub: SyncHub, asked: PairRequest, accepted: Accepted) -> PairReply:
    return PairReply(
        proof=prove(accepted.secret, Role.HUB, hub.fingerprint, asked.nonce),
        hub_id=hub.fingerprint,
        hub_name=hub.name,
        device_id=accepted.enrolled.device_id,
        credential=accepted.enrolled.credential,
        scope=accepted.scope,
        epoch=hub.store.epoch,
    )


async def _apart(work: Callable[[], T]) -> T:
    return await to_thread.run_sync(work)
