"""Freshdesk: an automation's webhook that rings the bell, and API v2 for contacts, tickets, conversations.

https://developers.freshdesk.com/api/
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors import freshdesk, moments
from clienteling.hub.connectors.freshdesk import Account
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.addressed import addressed, basic
from clienteling.hub.sources.arriving import Accepted, Arrived, Webhook
from clienteling.hub.sources.asking import Answer, Ask, Page, Poll
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Reached, Said, Secret, asked
from clienteling.hub.sources.secret_place import PlaceSecret, let_in, place_of
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from clienteling.hub.sources.trust import ExternalIds, plain_address
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid
from sync.errors import Code, HubRefused

LARGEST_BODY = 512 * 1024
AT_ONCE = 100
LAST_PAGE = 300
"""Freshdesk tells no page after it: what comes then is asked from the last one's change on."""
FROM_THE_BEGINNING = "2010-01-01T00:00:00Z"
"""Without a day Freshdesk tells the last month only."""


class FreshdeskSaid(Reached, frozen=True, kw_only=True):
    address: Annotated[str, asked(msgid("The desk's address, such as: https://shop.freshdesk.com"))]
    api_key: Annotated[Secret, asked(msgid("The API key of an agent who may see every ticket."))]
    secret: PlaceSecret = Secret()
    trust_email: Annotated[
        bool, asked(msgid("Whether the address of a contact who has confirmed it counts as the customer's."))
    ] = True
    external_ids_of: ExternalIds = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.address, "https://shop.freshdesk.com", "address")


class FreshdeskWebhook:
    largest: int = LARGEST_BODY

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        let_in(arrived, said.secret)
        if arrived.method != "POST":
            return Accepted()
        try:
            msgspec.json.decode(arrived.plain, type=dict)
        except UNREADABLE as error:
            raise HubRefused(Code.MALFORMED, "The body is no JSON object.") from error
        return Accepted(call=freshdesk.WEBHOOK, body=arrived.plain, look=("contacts", "tickets"))


class Contacts(Poll):
    resource: ClassVar[str] = "contacts"

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        changed = FROM_THE_BEGINNING if since is None else moments.iso(since)
        return Ask(path="/api/v2/contacts", params=_pages(1, _updated_since=changed))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items = msgspec.json.decode(answer.body, type=list[msgspec.Raw])
        return Page(items=[bytes(item) for item in items], next=_onward(ask, len(items)))


class _Agent(msgspec.Struct, frozen=True):
    """Whose key it is."""

    id: int


class _Ticket(msgspec.Struct, frozen=True):
    """As much of it as its conversations need."""

    id: int
    requester_id: int | None = None
    updated_at: str = ""


class Tickets(Poll):
    """And of each what was written on it since it was opened."""

    resource: ClassVar[str] = "tickets"

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        return _tickets(FROM_THE_BEGINNING if since is None else moments.iso(since))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items = msgspec.json.decode(answer.body, type=list[msgspec.Raw])
        if ask.carried:
            ticket = msgspec.Raw(ask.carried.encode())
            written = [msgspec.json.encode({"ticket": ticket, "conversations": items})] if items else []
            return Page(items=written, next=_onward(ask, len(items)))
        tickets = [msgspec.json.decode(item, type=_Ticket) for item in items]
        also = [
            Ask(
                path=f"/api/v2/tickets/{one.id}/conversations",
                params=_pages(1),
                carried=msgspec.json.encode(one).decode(),
            )
            for one in tickets
        ]
        return Page(items=[bytes(item) for item in items], also=also, next=_after(ask, tickets))


class Freshdesk(Kind):
    name: ClassVar[str] = "freshdesk"
    settings: ClassVar[type[Said]] = FreshdeskSaid
    webhook: ClassVar[Webhook | None] = FreshdeskWebhook()
    polls = (Contacts(), Tickets())
    pace_s: ClassVar[float] = 0.4
    """A hundred and fifty a minute: the smallest paid plan allows two hundred, to everybody who asks."""

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        account = Account(trust_email=said.trust_email, external_ids_of=said.external_ids_of)
        yield freshdesk.translate(payload.body, payload.call, account, source, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        return addressed(ask, said.address, "authorization", basic(said.api_key, "X"))

    def check(self, said: Any, web: Web) -> Met:
        answer = web.ask(self.signed(said, Ask(path="/api/v2/agents/me")))
        msgspec.json.decode(answer.body, type=_Agent)
        return Met("Freshdesk")

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (Entry(ADDRESS, place_of(address, said.secret)),)


def _tickets(changed_since: str) -> Ask:
    wanted = {"updated_since": changed_since, "order_by": "updated_at", "order_type": "asc"}
    return Ask(path="/api/v2/tickets", params=_pages(1, **wanted, include="requester,stats,description"))


def _pages(number: int, **wanted: str) -> tuple[tuple[str, str], ...]:
    return (*wanted.items(), ("per_page", str(AT_ONCE)), ("page", str(number)))


def _onward(ask: Ask, count: int) -> Ask | None:
    if count < AT_ONCE:
        return None
    params = {**dict(ask.params), "page": str(_page(ask) + 1)}
    return msgspec.structs.replace(ask, params=tuple(params.items()))


def _after(ask: Ask, tickets: Sequence[_Ticket]) -> Ask | None:
    if len(tickets) == AT_ONCE and _page(ask) >= LAST_PAGE:
        return _tickets(tickets[-1].updated_at)
    return _onward(ask, len(tickets))


def _page(ask: Ask) -> int:
    return int(dict(ask.params)["page"])
