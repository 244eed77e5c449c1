"""PrestaShop, connected by its webservice. It sends nothing by itself."""

import base64
from collections.abc import Iterable, Sequence
from typing import Annotated, Any, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.prestashop.terms import PrestaTerms
from clienteling.hub.connectors.prestashop.translation import translate
from clienteling.hub.connectors.shop import HOME_CURRENCY
from clienteling.hub.sources.asking import Ask, Poll
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.prestashop.polls import POLLS, rows_of
from clienteling.hub.sources.said import Said, Secret, Selling, asked
from clienteling.hub.sources.source import Kind, Payload
from clienteling.hub.sources.trust import TRUST_EMAIL, TRUST_GUEST_EMAIL, URL, plain_address
from clienteling.hub.sources.web import Refused, Web
from clienteling.marking import msgid

RESOURCES = (
    "addresses",
    "categories",
    "combinations",
    "customers",
    "order_slip",
    "order_states",
    "orders",
    "product_option_values",
    "product_options",
    "products",
    "stock_availables",
)


class PrestaShopSaid(Selling, frozen=True, kw_only=True):
    url: Annotated[str, asked(URL)]
    key: Annotated[
        Secret,
        asked(
            msgid(
                "A key of its webservice (Advanced parameters, Webservice) that may read (GET): addresses, "
                "categories, combinations, customers, order_slip, order_states, orders, "
                "product_option_values, product_options, products, stock_availables."
            )
        ),
    ]
    time_zone: Annotated[
        str, asked(msgid("The shop's time zone, as it says in Localization: Europe/Rome."))
    ] = "Europe/Rome"
    currency: Annotated[str, asked(msgid("The shop's default currency: EUR."))] = HOME_CURRENCY
    trust_email: Annotated[bool, asked(TRUST_EMAIL)] = False
    trust_guest_email: Annotated[bool, asked(TRUST_GUEST_EMAIL)] = False
    language: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        plain_address(self.url, "https://shop.example.org")
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("time_zone is none. Write it like Europe/Rome.") from error

    @property
    def base(self) -> str:
        return self.url.rstrip("/")


class PrestaShop(Kind):
    name: ClassVar[str] = "prestashop"
    settings: ClassVar[type[Said]] = PrestaShopSaid
    polls: ClassVar[Sequence[Poll]] = POLLS
    pace_s: ClassVar[float] = 0.2

    def translate(self, payload: Payload, said: Any, source: str) -> Iterable[Translation]:
        terms = PrestaTerms(
            source=source,
            trust_email=said.trust_email,
            trust_guest_email=said.trust_guest_email,
            zone=said.time_zone,
            currency=said.currency,
            language=said.language,
            address=said.base,
        )
        return translate(payload.body, payload.call, terms, payload.received_at)

    def signed(self, said: Any, ask: Ask) -> Ask:
        key = base64.b64encode(f"{said.key}:".encode()).decode()
        return msgspec.structs.replace(
            ask, path=f"{said.base}{ask.path}", headers=(*ask.headers, ("authorization", f"Basic {key}"))
        )

    def check(self, said: Any, web: Web) -> Met:
        version = ""
        for resource in RESOURCES:
            terms = (("output_format", "JSON"), ("display", "[id]"), ("limit", "1"))
            try:
                answer = web.ask(self.signed(said, Ask(path=f"/api/{resource}", params=terms)))
                rows_of(answer.body, resource)
            except Refused as error:
                raise Refused(f"{error} The key must be allowed to read {resource}.", error.status) from error
            version = answer.headers.get("psws-version", "")
        return Met(f"PrestaShop {version}".strip())
