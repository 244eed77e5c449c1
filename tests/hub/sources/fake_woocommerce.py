"""A shop on WooCommerce, as far as its REST interface is documented and as a real one was seen to answer."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from urllib.parse import quote

import msgspec

from tests.hub.sources.fake_shop import Answered, Asked, FakeShop

KEY, SECRET = "ck_made_up", "cs_made_up"
REST = "/wp-json/wc/v3"
MOST = 100


@dataclass
class Fake:
    """`shop.answer = fake`: answers over HTTP with what stands in its lists."""

    shop: FakeShop
    customers: list[dict] = field(default_factory=list)
    orders: list[dict] = field(default_factory=list)
    products: list[dict] = field(default_factory=list)
    variations: dict[str, list[dict]] = field(default_factory=dict)
    webhooks: list[dict] = field(default_factory=list)
    instead: list[Answered] = field(default_factory=list)
    """Given out first, one for each request."""

    def __call__(self, asked: Asked) -> Answered:
        if self.instead:
            return self.instead.pop(0)
        if not self._is_known(asked):
            return _error(401, "woocommerce_rest_cannot_view")
        return self._found(asked)

    def _found(self, asked: Asked) -> Answered:
        path = asked.path.removeprefix(REST).strip("/").split("/")
        match path:
            case ["customers" | "orders" | "products" | "webhooks" as name] if asked.method == "GET":
                return self._listed(getattr(self, name), asked)
            case ["products", number, "variations"]:
                return self._listed(self.variations.get(number, []), asked)
            case ["webhooks", number] if asked.method == "PUT":
                return self._changed(number, msgspec.json.decode(asked.body))
            case ["system_status"]:
                return _answer({"environment": {"version": "11.0.1"}})
        return _error(404, "rest_no_route")

    def _listed(self, everything: list[dict], asked: Asked) -> Answered:
        query = asked.query
        size, page = int(query.get("per_page", "10")), int(query.get("page", "1"))
        if not 1 <= size <= MOST:
            return _error(400, "rest_invalid_param")
        after = query.get("modified_after", "")
        if after and query.get("dates_are_gmt") != "true":
            return _error(400, "the shop's own time zone is not what is meant")
        fitting = [one for one in everything if not after or one["date_modified_gmt"] > after]
        by = {"modified": "date_modified_gmt", "registered_date": "date_created_gmt"}.get(
            query.get("orderby", ""), "id"
        )
        fitting.sort(key=lambda one: one[by], reverse=query.get("order", "desc") == "desc")
        part = fitting[(page - 1) * size : page * size]
        pages = -(-len(fitting) // size)
        return _answer(part, {"X-WP-Total": str(len(fitting)), "X-WP-TotalPages": str(pages)})

    def _changed(self, number: str, said: dict) -> Answered:
        hook = next(hook for hook in self.webhooks if str(hook["id"]) == number)
        hook |= said
        return _answer(hook)

    def _is_known(self, asked: Asked) -> bool:
        """Over plain HTTP the request is signed (OAuth 1.0a); nobody may send the secret itself."""
        query = dict(asked.query)
        signature = query.pop("oauth_signature", "")
        if query.get("oauth_consumer_key") != KEY or "authorization" in asked.headers:
            return False
        pairs = sorted((quote(k, safe="~"), quote(v, safe="~")) for k, v in query.items())
        together = "&".join(f"{name}={value}" for name, value in pairs)
        base = "&".join(quote(x, safe="~") for x in (asked.method, self.shop.url + asked.path, together))
        digest = hmac.new(f"{SECRET}&".encode(), base.encode(), hashlib.sha256).digest()
        return base64.b64encode(digest).decode() == signature


def _answer(said: object, headers: dict[str, str] | None = None) -> Answered:
    given = {"content-type": "application/json", **(headers or {})}
    return Answered(msgspec.json.encode(said), headers=given)


def _error(status: int, code: str) -> Answered:
    said = {"code": code, "message": "Made up.", "data": {"status": status}}
    return Answered(msgspec.json.encode(said), status)
