"""Shopify, connected: what hub.toml says of a shop, how it is asked, and how its webhooks are believed."""

import re
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

import msgspec

from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.shopify.translation import translate
from clienteling.hub.sources.arriving import Webhook
from clienteling.hub.sources.asking import Ask, Poll
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Said, Secret, Selling, asked
from clienteling.hub.sources.shopify import graphql, queries
from clienteling.hub.sources.shopify.polls import POLLS
from clienteling.hub.sources.shopify.webhook import ShopifyWebhook
from clienteling.hub.sources.source import ADDRESS, Entry, Kind, Payload
from clienteling.hub.sources.trust import TRUST_EMAIL, TRUST_GUEST_EMAIL, plain_address
from clienteling.hub.sources.web import Web
from clienteling.marking import msgid

_VERSION = re.compile(r"20\d\d-(01|04|07|10)")
TOPICS = (
    "customers/create, customers/update, customers/merge, customers_email_marketing_consent/update, "
    "orders/create, orders/updated, refunds/create, checkouts/create, checkouts/update, products/create, "
    "products/update, products/delete, inventory_levels/update"
)
WISHES = "customers/data_request, customers/redact, shop/redact"


class ShopifySaid(Selling, frozen=True, kw_only=True):
    url: Annotated[
        str,
        asked(msgid("The shop's own address at Shopify, such as: https://name.myshopify.com")),
    ]
    client_id: Annotated[
        str,
        asked(msgid("“Client ID” of the app that was made for the shop in Shopify's Dev Dashboard.")),
    ] = ""
    client_secret: Annotated[
        Secret,
        asked(
            msgid(
                "“Client secret” of that app. It signs the webhooks, and gets the hub its access day "
                "by day. Of an older app: its “API secret key”."
            )
        ),
    ] = Secret()
    access_token: Annotated[
        Secret,
        asked(msgid("Only of an older app, made in the shop's admin: its “Admin API access token”.")),
    ] = Secret()
    trust_email: Annotated[bool, asked(TRUST_EMAIL)] = True
    trust_guest_email: Annotated[bool, asked(TRUST_GUEST_EMAIL)] = False
    api_version: str = "2026-07"

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.url, "https://name.myshopify.com")
        if not _VERSION.fullmatch(self.api_version):
            raise ValueError("api_version is none of Shopify's. Write it like 2026-07.")

    @property
    def domain(self) -> str:
        return (urlsplit(self.url).hostname or "").lower()


class _Token(msgspec.Struct, frozen=True):
    access_token: str


class _Shop(msgspec.Struct, frozen=True, rename="camel"):
    name: str = ""
    currency_code: str = ""


class Shopify(Kind):
    name: ClassVar[str] = "shopify"
    settings: ClassVar[type[Said]] = ShopifySaid
    webhook: ClassVar[Webhook | None] = ShopifyWebhook()
    polls: ClassVar[Sequence[Poll]] = POLLS
    pace_s: ClassVar[float] = 0.25

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        terms = Terms(source=source, trust_email=said.trust_email, trust_guest_email=said.trust_guest_email)
        return translate(payload.body, payload.call, terms, payload.received_at)

    def signed_in(self, said: Any, web: Web) -> Any:
        """With a token of its own where the app gets one for a day at a time."""
        if said.access_token or not said.client_id:
            return said
        body = msgspec.json.encode(
            {
                "client_id": said.client_id,
                "client_secret": str(said.client_secret),
                "grant_type": "client_credentials",
            }
        ).decode()
        answer = web.ask(
            Ask(
                method="POST",
                path=f"{said.url.rstrip('/')}/admin/oauth/access_token",
                headers=(("content-type", "application/json"),),
                body=body,
            )
        )
        token = msgspec.json.decode(answer.body, type=_Token).access_token
        return msgspec.structs.replace(said, access_token=Secret(token))

    def signed(self, said: Any, ask: Ask) -> Ask:
        return msgspec.structs.replace(
            ask,
            path=f"{said.url.rstrip('/')}/admin/api/{said.api_version}{ask.path}",
            headers=(*ask.headers, ("x-shopify-access-token", str(said.access_token))),
        )

    def check(self, said: Any, web: Web) -> Met:
        said = self.signed_in(said, web)
        found = graphql.data(web.ask(self.signed(said, graphql.ask(queries.SHOP))))
        shop = msgspec.json.decode(found["shop"], type=_Shop)
        return Met(f"{shop.name}, {shop.currency_code}")

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        del said
        return (
            Entry(ADDRESS, address),
            Entry(msgid("Topics"), TOPICS),
            Entry(msgid("Privacy webhooks, at the same address"), WISHES),
        )
