"""Brevo: webhooks of mailings and single e-mails, and its contacts.

https://developers.brevo.com/docs/how-to-use-webhooks and https://developers.brevo.com/reference/getcontacts-1
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors import brevo, moments
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.intake.body import UNREADABLE
from clienteling.hub.sources.addressed import addressed
from clienteling.hub.sources.arriving import Accepted, Arrived, Webhook
from clienteling.hub.sources.asking import DAY_MS, Answer, Ask, Page, Poll, day_of
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.said import Reached, Said, Secret, asked
from clienteling.hub.sources.secret_place import PlaceSecret, let_in, place_of
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from clienteling.hub.sources.trust import plain_address
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid
from sync.errors import Code, HubRefused

LARGEST_BODY = 1024 * 1024
AT_ONCE = 1_000


TOPICS = "sent, delivered, opened, click, hard_bounce, blocked, spam, unsubscribed"
"""Of mailings and of single e-mails, as far as each has them."""


class BrevoSaid(Reached, frozen=True, kw_only=True):
    api_key: Annotated[Secret, asked(msgid("An API key (version 3)."))]
    secret: PlaceSecret = Secret()
    every_minutes: int = 15
    address: str = "https://api.brevo.com"

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.address, "https://api.brevo.com", "address")


class BrevoWebhook:
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
            raise HubRefused(Code.MALFORMED, "The body is neither an event nor a list of events.")
        return Accepted(call=brevo.WEBHOOK, body=arrived.plain)


class Contacts(Poll):
    resource: ClassVar[str] = brevo.CONTACTS

    def first(self, said: Any, since: int | None) -> Ask:
        del said
        changed = (("modifiedSince", moments.iso(since)),) if since is not None else ()
        return Ask(path="/v3/contacts", params=(*changed, ("sort", "asc"), *_page(0)))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        page = msgspec.json.decode(answer.body, type=dict[str, msgspec.Raw])
        items = msgspec.json.decode(page["contacts"], type=list[msgspec.Raw])
        total = msgspec.json.decode(page["count"], type=int) if "count" in page else None
        params = dict(ask.params)
        further = {**params, **dict(_page(int(params["offset"]) + AT_ONCE))}
        onward = msgspec.structs.replace(ask, params=tuple(further.items()))
        last = len(items) < AT_ONCE
        return Page(items=[bytes(item) for item in items], next=None if last else onward, total=total)


class Left(Contacts):
    """Who may not be written to, once more each week: who was nobody's customer then may be one now."""

    resource: ClassVar[str] = "left"
    whole_every_ms: ClassVar[int | None] = 7 * DAY_MS

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        page = super().read(said, ask, answer)
        left = [item for item in page.items if msgspec.json.decode(item, type=_Standing).emailBlacklisted]
        return msgspec.structs.replace(page, items=left, stamp=day_of(answer))


class _Standing(msgspec.Struct, frozen=True):
    emailBlacklisted: bool = False  # noqa: N815 - Brevo's word


class Brevo(Kind):
    name: ClassVar[str] = "brevo"
    settings: ClassVar[type[Said]] = BrevoSaid
    webhook: ClassVar[Webhook | None] = BrevoWebhook()
    polls = (Contacts(), Left())
    pace_s: ClassVar[float] = 0.2

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        del said
        yield brevo.translate(payload.body, payload.call, source, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        return addressed(ask, said.address, "api-key", said.api_key)

    def check(self, said: Any, web: Web) -> Met:
        answer = web.ask(
            self.signed(said, Ask(path="/v3/contacts", params=(("limit", "1"), ("offset", "0"))))
        )
        count = msgspec.json.decode(answer.body)["count"]
        return Met("Brevo", Thing.CONTACTS, count)

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (Entry(ADDRESS, place_of(address, said.secret)), Entry(msgid("Topics"), TOPICS))


def _page(offset: int) -> tuple[tuple[str, str], ...]:
    return (("limit", str(AT_ONCE)), ("offset", str(offset)))
