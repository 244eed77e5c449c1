"""Zendesk: event webhooks with a signature, and its incremental exports with the comments of what changed.

https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/ (signing) and
https://developer.zendesk.com/api-reference/ticketing/ticket-management/incremental_exports/
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors import zendesk
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.zendesk import Account
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.addressed import addressed, basic
from clienteling.hub.sources.arriving import Accepted, Arrived, Webhook
from clienteling.hub.sources.asking import Answer, Ask, Page, Poll
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.said import Reached, Said, Secret, asked
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from clienteling.hub.sources.trust import ExternalIds, plain_address
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid
from sync.errors import Code, HubRefused

LARGEST_BODY = 512 * 1024
FROM_THE_BEGINNING_S = 1
COMMENTS_AT_ONCE = 100
_THIN = "messaging_ticket."
TOPICS = "ticket.created, ticket.status_changed, ticket.comment_added, messaging_ticket.message_added"


class ZendeskSaid(Reached, frozen=True, kw_only=True):
    address: Annotated[str, asked(msgid("The desk's address, such as: https://shop.zendesk.com"))]
    email: Annotated[str, asked(msgid("The e-mail address of the agent to whom the API token belongs."))]
    token: Annotated[Secret, asked(msgid("The API token."))]
    signing_secret: Annotated[
        Secret, asked(msgid("The signing secret of the webhook. Empty: the desk is only asked what is new."))
    ] = Secret()
    trust_email: Annotated[
        bool, asked(msgid("Whether an address that the desk calls verified counts as the customer's."))
    ] = True
    external_ids_of: ExternalIds = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.address, "https://shop.zendesk.com", "address")


class ZendeskWebhook:
    largest: int = LARGEST_BODY

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        if arrived.method != "POST":
            return Accepted()
        self._check(arrived, said.signing_secret)
        try:
            delivery = msgspec.json.decode(arrived.plain, type=dict[str, Any])
        except UNREADABLE as error:
            raise HubRefused(Code.MALFORMED, "The body is no JSON object.") from error
        thin = _THIN in str(delivery.get("type"))
        return Accepted(call=zendesk.WEBHOOK, body=arrived.plain, look=("users", "tickets") if thin else ())

    def _check(self, arrived: Arrived, secret: Secret) -> None:
        signature = arrived.headers.get("x-zendesk-webhook-signature", "")
        moment = arrived.headers.get("x-zendesk-webhook-signature-timestamp", "")
        if not secret or not zendesk.signature_holds(arrived.wire, moment, signature, secret):
            raise HubRefused(Code.UNAUTHENTICATED, "The signature is missing or not of this webhook.")
        if not zendesk.is_fresh(moment, arrived.at):
            raise HubRefused(Code.UNAUTHENTICATED, "The delivery was signed too long ago.")


class Export(Poll):
    """A resource by cursor, as Zendesk exports it: what changed since, up to a thousand at a time."""

    def __init__(self, resource: str) -> None:
        self.resource = resource

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        start = FROM_THE_BEGINNING_S if since is None else max(FROM_THE_BEGINNING_S, since // 1000)
        return Ask(path=f"/api/v2/incremental/{self.resource}/cursor", params=(("start_time", str(start)),))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        page = msgspec.json.decode(answer.body, type=dict[str, msgspec.Raw])
        items = msgspec.json.decode(page[self.resource], type=list[msgspec.Raw])
        ended = msgspec.json.decode(page["end_of_stream"], type=bool)
        cursor = msgspec.json.decode(page.get("after_cursor", msgspec.Raw(b"null")), type=str | None)
        onward = None if ended or not cursor else Ask(path=ask.path, params=(("cursor", cursor),))
        return Page(items=[bytes(item) for item in items], next=onward, also=self._also(items))

    def _also(self, items: list[msgspec.Raw]) -> list[Ask]:
        del items
        return []


class _Ticket(msgspec.Struct, frozen=True):
    """As much of it as its comments need."""

    id: int
    requester_id: int | None = None
    status: str | None = None


class Tickets(Export):
    """And of each the comments, with who wrote them: an export has none."""

    def __init__(self) -> None:
        super().__init__("tickets")

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        if not ask.carried:
            return super().read(said, ask, answer)
        page = msgspec.json.decode(answer.body, type=dict[str, Any])
        said_there = {name: page[name] for name in ("comments", "users")}
        item = {"ticket": msgspec.Raw(ask.carried.encode()), **said_there}
        more = page.get("meta") or {}
        onward = _comments(ask.path, ask.carried, more["after_cursor"]) if more.get("has_more") else None
        return Page(items=[msgspec.json.encode(item)], next=onward)

    def _also(self, items: list[msgspec.Raw]) -> list[Ask]:
        tickets = [msgspec.json.decode(item, type=_Ticket) for item in items]
        return [
            _comments(f"/api/v2/tickets/{one.id}/comments", msgspec.json.encode(one).decode())
            for one in tickets
            if one.status != "deleted"
        ]


def _comments(path: str, ticket: str, after: str = "") -> Ask:
    onward = (("page[after]", after),) if after else ()
    size = ("page[size]", str(COMMENTS_AT_ONCE))
    return Ask(path=path, params=(("include", "users"), size, *onward), carried=ticket)


class Zendesk(Kind):
    name: ClassVar[str] = "zendesk"
    settings: ClassVar[type[Said]] = ZendeskSaid
    webhook: ClassVar[Webhook | None] = ZendeskWebhook()
    polls = (Export("users"), Tickets())
    pace_s: ClassVar[float] = 0.3
    """Two hundred a minute on the smallest plan; exports have a limit of their own and say when it is met."""

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        account = Account(trust_email=said.trust_email, external_ids_of=said.external_ids_of)
        yield zendesk.translate(payload.body, payload.call, account, source, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        return addressed(ask, said.address, "authorization", basic(f"{said.email}/token", said.token))

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        """Without a signing secret no webhook is accepted."""
        return (Entry(ADDRESS, address), Entry(msgid("Topics"), TOPICS)) if said.signing_secret else ()

    def check(self, said: Any, web: Web) -> Met:
        answer = web.ask(self.signed(said, Ask(path="/api/v2/tickets/count")))
        count = msgspec.json.decode(answer.body)["count"]["value"]
        return Met("Zendesk", Thing.TICKETS, count)
