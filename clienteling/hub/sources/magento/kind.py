"""Magento Open Source and Adobe Commerce, connected by the REST API. It sends nothing by itself."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar

import msgspec

from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.magento.translation import translate
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.sources.asking import Ask, Poll
from clienteling.hub.sources.magento.polls import POLLS
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Said, Secret, Selling, asked
from clienteling.hub.sources.source import Kind, Payload
from clienteling.hub.sources.trust import TRUST_EMAIL, TRUST_GUEST_EMAIL, URL, plain_address
from clienteling.hub.sources.web import Refused, Web
from clienteling.marking import msgid


class MagentoSaid(Selling, frozen=True, kw_only=True):
    url: Annotated[str, asked(URL)]
    token: Annotated[
        Secret,
        asked(
            msgid(
                "The access token of an integration (System, Integrations) that may read sales, customers, "
                "the catalogue and stock. In Stores, Configuration, Services, OAuth it must be allowed as a "
                "standalone bearer token."
            )
        ),
    ]
    inventory_sources: Annotated[
        bool, asked(msgid("Whether the shop has Magento's inventory with sources (since 2.3)."))
    ] = True
    trust_email: Annotated[bool, asked(TRUST_EMAIL)] = False
    trust_guest_email: Annotated[bool, asked(TRUST_GUEST_EMAIL)] = False

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.url, "https://shop.example.org")

    @property
    def base(self) -> str:
        return self.url.rstrip("/")


class Magento(Kind):
    name: ClassVar[str] = "magento"
    settings: ClassVar[type[Said]] = MagentoSaid
    polls: ClassVar[Sequence[Poll]] = POLLS
    pace_s: ClassVar[float] = 0.2

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        terms = Terms(source=source, trust_email=said.trust_email, trust_guest_email=said.trust_guest_email)
        return translate(payload.body, payload.call, terms, payload.received_at, address=said.base)

    def signed(self, said: Any, ask: Ask) -> Ask:
        return msgspec.structs.replace(
            ask,
            path=f"{said.base}/rest/all/V1{ask.path}",
            headers=(*ask.headers, ("authorization", f"Bearer {said.token}")),
        )

    def check(self, said: Any, web: Web) -> Met:
        """Asks for one of each: the token may be good for some and not for others."""
        for poll in self.polls:
            first = poll.first(said, None)
            try:
                poll.read(said, first, web.ask(self.signed(said, first)))
            except Refused as error:
                raise Refused(
                    f"{error} The token must be allowed to read {poll.resource}.", error.status
                ) from error
        return Met("Magento")
