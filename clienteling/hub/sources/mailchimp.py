"""Mailchimp: an audience's webhook, its members, and what became of each campaign.

https://mailchimp.com/developer/marketing/api/ ; the key ends with the data centre where the account lives.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors import form, mailchimp, moments
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.mailchimp import Account
from clienteling.hub.sources.addressed import addressed, basic
from clienteling.hub.sources.arriving import Accepted, Arrived, Webhook
from clienteling.hub.sources.asking import DAY_MS, HOUR_MS, Answer, Ask, Page, Poll, day_of
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.said import Reached, Said, Secret, asked
from clienteling.hub.sources.secret_place import PlaceSecret, let_in, place_of
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from clienteling.hub.sources.trust import plain_address
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid
from sync.errors import Code, HubRefused

LARGEST_BODY = 64 * 1024
AT_ONCE = 1_000
FOLLOWED_MS = 30 * DAY_MS
"""So long after it was sent people still open a campaign."""
_MEMBER = (
    *("id", "list_id", "email_address", "status", "merge_fields", "language"),
    *("ip_signup", "timestamp_signup", "timestamp_opt", "last_changed"),
)


TOPICS = "subscribe, unsubscribe, profile, upemail, cleaned"


class MailchimpSaid(Reached, frozen=True, kw_only=True):
    api_key: Annotated[Secret, asked(msgid("The API key; it ends with the data centre, such as -us21."))]
    audience: Annotated[str, asked(msgid("The audience's id, from its settings."))]
    secret: PlaceSecret = Secret()
    double_opt_in: Annotated[
        bool,
        asked(
            msgid(
                "Whether the audience asks for a confirmation by e-mail. If so, being in it counts as "
                "consent to e-mail marketing, with that as its proof."
            )
        ),
    ] = False
    every_minutes: int = 15
    address: str = ""
    """Where the API is, if not where the key says."""

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.address and "-" not in self.api_key:
            raise ValueError("api_key does not end with a data centre. Copy the whole key, such as …-us21.")
        if self.address:
            plain_address(self.address, "https://us21.api.mailchimp.com", "address")

    @property
    def api(self) -> str:
        place = self.address or f"https://{self.api_key.rpartition('-')[2]}.api.mailchimp.com"
        return f"{place.rstrip('/')}/3.0"


class MailchimpWebhook:
    largest: int = LARGEST_BODY

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        """Mailchimp looks with GET whether somebody is there before it accepts the address.

        The form is kept as its fields: in its own spelling nobody who is to be erased would be found.
        """
        let_in(arrived, said.secret)
        if arrived.method != "POST":
            return Accepted()
        try:
            delivery = form.fields(arrived.plain)
        except form.NotAForm as error:
            raise HubRefused(Code.MALFORMED, "The body is no form.") from error
        if "type" not in delivery:
            raise HubRefused(Code.MALFORMED, "The form says no type.")
        return Accepted(call=mailchimp.WEBHOOK, body=msgspec.json.encode(delivery))


class Members(Poll):
    resource: ClassVar[str] = mailchimp.MEMBERS

    def first(self, said: Any, since: int | None) -> Ask:
        changed = (("since_last_changed", moments.iso(since)),) if since is not None else ()
        order = (("sort_field", "last_changed"), ("sort_dir", "ASC"))
        fields = f"total_items,{','.join(f'members.{field}' for field in _MEMBER)}"
        return Ask(
            path=f"/lists/{said.audience}/members", params=_pages(0, *changed, *order, ("fields", fields))
        )

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        items, total = _listed(answer, "members")
        return Page(items=[bytes(item) for item in items], next=_onward(ask, len(items)), total=total)


class Left(Members):
    """Who left the audience, once more each week: who was nobody's customer then may be one now."""

    resource: ClassVar[str] = "left"
    whole_every_ms: ClassVar[int | None] = 7 * DAY_MS

    def first(self, said: Any, since: int | None) -> Ask:
        ask = super().first(said, since)
        return msgspec.structs.replace(ask, params=(("status", "unsubscribed"), *ask.params))

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        page = super().read(said, ask, answer)
        return msgspec.structs.replace(page, stamp=day_of(answer))


class _Settings(msgspec.Struct, frozen=True):
    subject_line: str = ""


class _Campaign(msgspec.Struct, frozen=True):
    """As much of it as what became of it needs."""

    id: str
    send_time: str = ""
    settings: _Settings = _Settings()


class _Following(msgspec.Struct, frozen=True):
    """Carried from a list of campaigns to what became of each."""

    since: int | None
    campaign: _Campaign | None = None


class Campaigns(Poll):
    """What was sent lately: to whom, who followed a link, and who opened it herself."""

    resource: ClassVar[str] = "campaigns"
    overlap_ms: ClassVar[int] = 3 * HOUR_MS

    def first(self, said: Any, since: int | None) -> Ask:
        sent = (("since_send_time", moments.iso(max(0, since - FOLLOWED_MS))),) if since is not None else ()
        wanted = (("status", "sent"), ("list_id", said.audience), ("sort_field", "send_time"))
        carried = msgspec.json.encode(_Following(since)).decode()
        return Ask(path="/campaigns", params=_pages(0, *wanted, *sent), carried=carried)

    def read(self, said: Any, ask: Ask, answer: Answer) -> Page:
        del said
        following = msgspec.json.decode(ask.carried, type=_Following)
        if following.campaign is None:
            items, _ = _listed(answer, "campaigns")
            campaigns = [msgspec.json.decode(item, type=_Campaign) for item in items]
            also = [one for campaign in campaigns for one in _what_became(campaign, following.since)]
            return Page(also=also, next=_onward(ask, len(items)))
        name, of = ("emails", "email") if ask.path.endswith("/email-activity") else ("members", "member")
        items, _ = _listed(answer, name)
        told = [
            msgspec.json.encode({"campaign": following.campaign, of: item})
            for item in items
            if "since" not in dict(ask.params) or b'"timestamp"' in bytes(item)
        ]
        return Page(items=told, next=_onward(ask, len(items)))


class Mailchimp(Kind):
    name: ClassVar[str] = "mailchimp"
    settings: ClassVar[type[Said]] = MailchimpSaid
    webhook: ClassVar[Webhook | None] = MailchimpWebhook()
    polls = (Members(), Left(), Campaigns())
    pace_s: ClassVar[float] = 0.2

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        account = Account(double_opt_in=said.double_opt_in)
        yield mailchimp.translate(payload.body, payload.call, account, source, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        return addressed(ask, said.api, "authorization", basic("clienteling", said.api_key))

    def check(self, said: Any, web: Web) -> Met:
        answer = web.ask(self.signed(said, Ask(path=f"/lists/{said.audience}")))
        count = msgspec.json.decode(answer.body)["stats"]["member_count"]
        return Met("Mailchimp", Thing.MEMBERS, count)

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        return (Entry(ADDRESS, place_of(address, said.secret)), Entry(msgid("Topics"), TOPICS))


def _what_became(campaign: _Campaign, since: int | None) -> Iterable[Ask]:
    """Of one sent since the last look everything, of an earlier one what happened since."""
    carried = msgspec.json.encode(_Following(since, campaign)).decode()
    earlier = since is not None and moments.written(campaign.send_time) < since
    news = (("since", moments.iso(since)),) if since is not None and earlier else ()
    for report in ("email-activity", "open-details"):
        yield Ask(path=f"/reports/{campaign.id}/{report}", params=_pages(0, *news), carried=carried)


def _pages(offset: int, *wanted: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (*wanted, ("count", str(AT_ONCE)), ("offset", str(offset)))


def _onward(ask: Ask, count: int) -> Ask | None:
    if count < AT_ONCE:
        return None
    params = dict(ask.params)
    return msgspec.structs.replace(
        ask, params=tuple({**params, "offset": str(int(params["offset"]) + AT_ONCE)}.items())
    )


def _listed(answer: Answer, name: str) -> tuple[list[msgspec.Raw], int | None]:
    page = msgspec.json.decode(answer.body, type=dict[str, msgspec.Raw])
    total = msgspec.json.decode(page["total_items"], type=int) if "total_items" in page else None
    return msgspec.json.decode(page[name], type=list[msgspec.Raw]), total
