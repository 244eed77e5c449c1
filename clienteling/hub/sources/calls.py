"""Any telephone system that can send a request when a call ends: the documented plain webhook."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

import msgspec

from clienteling.hub.connectors import calls
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.arriving import Accepted, Arrived, Webhook
from clienteling.hub.sources.said import Said, Secret
from clienteling.hub.sources.secret_place import PlaceSecret, let_in, place_of
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from sync.errors import Code, HubRefused

LARGEST_BODY = 256 * 1024


class CallsSaid(Said, frozen=True, kw_only=True):
    secret: PlaceSecret = Secret()


class CallsWebhook:
    largest: int = LARGEST_BODY

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        let_in(arrived, said.secret)
        if arrived.method != "POST":
            return Accepted()
        try:
            told = msgspec.json.decode(arrived.plain)
        except UNREADABLE as error:
            raise HubRefused(Code.MALFORMED, "The body is not JSON.") from error
        if not isinstance(told, dict | list):
            raise HubRefused(Code.MALFORMED, "The body is neither a call nor a list of calls.")
        return Accepted(call="call", body=arrived.plain)


class Calls(Kind):
    name: ClassVar[str] = "calls"
    settings: ClassVar[type[Said]] = CallsSaid
    webhook: ClassVar[Webhook | None] = CallsWebhook()

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        del said
        yield calls.translate(payload.body, source, payload.received_at)

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (Entry(ADDRESS, place_of(address, said.secret)),)
