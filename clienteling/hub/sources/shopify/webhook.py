from collections.abc import Mapping
from typing import Any

from clienteling.hub.connectors.foreign import decoded
from clienteling.hub.connectors.shopify import signature
from clienteling.hub.sources.arriving import Accepted, Arrived
from sync.errors import Code, HubRefused

_LEFT = "shop/redact"


class ShopifyWebhook:
    """One address for every topic; each delivery is signed with the app's client secret.

    A delivery that is repeated is known by its bytes. Shopify's own number of it would say no more, and two
    deliveries that say the same have two.
    """

    largest: int = 5 * 1024 * 1024

    def receive(self, arrived: Arrived, said: Any) -> Accepted:
        if arrived.method != "POST":
            raise HubRefused(Code.NOT_FOUND, "Shopify sends with POST.")
        headers = arrived.headers
        if not signature.holds(arrived.wire, headers.get("x-shopify-hmac-sha256", ""), said.client_secret):
            raise HubRefused(Code.UNAUTHENTICATED, "The signature is missing or not of this app's secret.")
        if not _is_this_shops(headers, said.domain):
            raise HubRefused(Code.UNAUTHENTICATED, "This address is for another shop.")
        topic = headers.get("x-shopify-topic", "")
        if not topic or decoded(arrived.plain) is None:
            raise HubRefused(Code.MALFORMED, "A webhook has a topic and a JSON object.")
        # Of what was deleted nothing but its id is told: the bytes do not say what it was.
        return Accepted(call=topic, body=arrived.plain, stamp=topic if topic.endswith("/delete") else "")


def _is_this_shops(headers: Mapping[str, str], domain: str) -> bool:
    return headers.get("x-shopify-shop-domain", "").lower() == domain
