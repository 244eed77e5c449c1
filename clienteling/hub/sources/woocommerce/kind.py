"""A shop on WooCommerce: asked over its REST interface; its webhooks only make it quicker."""

import base64
import secrets
import time
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

import msgspec

from clienteling.hub.connectors.foreign import listed, text, words
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.woocommerce.translation import translate
from clienteling.hub.sources.arriving import Webhook
from clienteling.hub.sources.asking import Answer, Ask, Poll
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.said import Said, Secret, Selling, asked, made
from clienteling.hub.sources.source import Entry, Kind, Payload
from clienteling.hub.sources.trust import TRUST_EMAIL, TRUST_GUEST_EMAIL, URL
from clienteling.hub.sources.web import Refused, Web
from clienteling.hub.sources.woocommerce import oauth
from clienteling.hub.sources.woocommerce.polls import Customers, Orders, Products
from clienteling.hub.sources.woocommerce.webhook import Telling
from clienteling.marking import msgid

REST = "/wp-json/wc/v3"
_TOPICS = ("customer", "order", "product")
_HAPPENED = ("created", "updated", "deleted", "restored")


class WooCommerceSaid(Selling, frozen=True, kw_only=True):
    url: Annotated[str, asked(URL)]
    consumer_key: Annotated[
        Secret,
        asked(
            msgid(
                "A key of WooCommerce's REST API (WooCommerce, Settings, Advanced, REST API) that may read "
                "and write: writing only switches on again a webhook that WooCommerce has given up."
            )
        ),
    ]
    consumer_secret: Annotated[Secret, asked(msgid("Its secret."))]
    webhook_secret: Annotated[
        Secret, made(msgid("The secret of the webhooks, the same for each of them. Empty: none is accepted."))
    ] = Secret()
    trust_email: Annotated[bool, asked(TRUST_EMAIL)] = False
    trust_guest_email: Annotated[bool, asked(TRUST_GUEST_EMAIL)] = False

    def __post_init__(self) -> None:
        super().__post_init__()
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment:
            raise ValueError("url is no address of a shop. Write one such as https://shop.example.org.")


class WooCommerce(Kind):
    name: ClassVar[str] = "woocommerce"
    settings: ClassVar[type[Said]] = WooCommerceSaid
    webhook: ClassVar[Webhook | None] = Telling()
    polls: ClassVar[Sequence[Poll]] = (Customers(), Orders(), Products())
    pace_s: ClassVar[float] = 0.2

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        terms = Terms(source=source, trust_email=said.trust_email, trust_guest_email=said.trust_guest_email)
        yield translate(payload.body, payload.call, terms, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        """Over plain HTTP the secret must not travel: the request is signed with it."""
        address = f"{said.url.rstrip('/')}{REST}{ask.path}"
        if address.startswith("https:"):
            pair = base64.b64encode(f"{said.consumer_key}:{said.consumer_secret}".encode()).decode()
            headers = (*ask.headers, ("authorization", f"Basic {pair}"))
            return msgspec.structs.replace(ask, path=address, headers=headers)
        params = oauth.signed(
            ask.method,
            address,
            ask.params,
            key=said.consumer_key,
            secret=said.consumer_secret,
            at_s=int(time.time()),
            nonce=secrets.token_hex(16),
        )
        return msgspec.structs.replace(ask, path=address, params=tuple(params))

    def check(self, said: Any, web: Web) -> Met:
        orders = web.ask(self.signed(said, Ask(path="/orders", params=(("per_page", "1"),))))
        msgspec.json.decode(orders.body, type=list)
        count = orders.headers.get("x-wp-total", "0")
        return Met(
            f"WooCommerce {self._version(said, web)}", Thing.ORDERS, int(count) if count.isdecimal() else 0
        )

    def advice(self, said: Any, address: str) -> Sequence[Entry]:
        topics = ", ".join(f"{topic}.{happened}" for topic in _TOPICS for happened in _HAPPENED)
        return (
            Entry(msgid("Delivery URL"), address),
            Entry(msgid("Secret"), said.webhook_secret),
            Entry(msgid("Topics, one webhook for each"), topics),
        )

    def upkeep(self, name: str, said: Any, web: Web) -> str:
        """Only those of this hub, and only those that WooCommerce itself has switched off."""
        found = web.ask(self.signed(said, Ask(path="/webhooks", params=(("per_page", "100"),))))
        given_up = [hook for hook in _listed(found) if _is_given_up(hook, name)]
        for hook in given_up:
            self._switch_on(said, web, text(hook.get("id")))
        return f"{len(given_up)} webhooks that WooCommerce had given up are on again" if given_up else ""

    def _switch_on(self, said: Any, web: Web, hook_id: str) -> None:
        body = '{"status":"active"}'
        headers = (("content-type", "application/json"),)
        ask = Ask(path=f"/webhooks/{hook_id}", method="PUT", headers=headers, body=body)
        web.ask(self.signed(said, ask))

    def _version(self, said: Any, web: Web) -> str:
        """Not every key may read it."""
        try:
            answer = web.ask(
                self.signed(said, Ask(path="/system_status", params=(("_fields", "environment"),)))
            )
        except Refused:
            return "3"
        status = msgspec.json.decode(answer.body)
        return text(words(status if isinstance(status, dict) else {}, "environment").get("version"))


def _listed(answer: Answer) -> list[dict[str, Any]]:
    return listed({"hooks": msgspec.json.decode(answer.body)}, "hooks")


def _is_given_up(hook: dict[str, Any], name: str) -> bool:
    mine = urlsplit(text(hook.get("delivery_url"))).path.rstrip("/").endswith(f"/webhooks/{name}")
    return mine and text(hook.get("status")) == "disabled"
