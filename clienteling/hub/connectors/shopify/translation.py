"""Shopify: a webhook's body, or one object of the Admin API, → what we heard. Pure translation.

https://shopify.dev/docs/api/admin-rest/latest/resources/webhook (topics and bodies)
"""

import hashlib
from collections.abc import Callable, Iterable
from functools import partial

from clienteling.hub.connectors.foreign import Words, decoded
from clienteling.hub.connectors.heard import Heard, PrivacyWish, Translation
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.shopify import baskets, goods, orders, people

UNINSTALLED = "shop/redact"
Read = Callable[[Words, Terms, int], Iterable[Heard]]


def _merge(said: Words, terms: Terms, received_at: int) -> Iterable[Heard]:
    del received_at
    return people.merge(said, terms)


def _consent(channel: str, said: Words, terms: Terms, received_at: int) -> Iterable[Heard]:
    return people.consent(said, channel, terms, received_at)


_HEARD: dict[str, Read] = {
    **dict.fromkeys(
        ("customers", "customers/create", "customers/update", "customers/enable", "customers/disable"),
        people.customer,
    ),
    "customers/merge": _merge,
    "customers_email_marketing_consent/update": partial(_consent, "email"),
    "customers_marketing_consent/update": partial(_consent, "sms"),
    **dict.fromkeys(
        (
            "orders",
            "orders/create",
            "orders/updated",
            "orders/paid",
            "orders/cancelled",
            "orders/fulfilled",
            "orders/partially_fulfilled",
        ),
        orders.order,
    ),
    "refunds/create": orders.refund,
    **dict.fromkeys(("carts/create", "carts/update"), baskets.cart),
    **dict.fromkeys(("checkouts", "checkouts/create", "checkouts/update"), baskets.checkout),
}
_WISHES = {"customers/data_request": PrivacyWish.FILE, "customers/redact": PrivacyWish.ERASURE}
_NOTHING_TO_US = {
    "customers/delete": "a customer deleted in Shopify, which is no wish to be erased",
    "orders/delete": "an order deleted in Shopify, which happened all the same",
    "orders/edited": "told again by orders/updated",
    "checkouts/delete": "a checkout that is over",
}


def translate(body: bytes, topic: str, terms: Terms, received_at: int) -> tuple[Translation, ...]:
    """`topic` is the webhook's, or the resource that was asked for: its first half."""
    said = decoded(body)
    if said is None:
        return (Translation(terms.source, (), (f"{_known(topic)}: not a JSON object",)),)
    if topic in _HEARD:
        return (Translation(terms.source, tuple(_HEARD[topic](said, terms, received_at))),)
    if topic in _WISHES:
        digest = hashlib.sha256(body).hexdigest()
        return (Translation(terms.source, tuple(people.wish(said, _WISHES[topic], terms, digest))),)
    return (_other(said, topic, terms.source, received_at),)


def _other(said: Words, topic: str, source: str, received_at: int) -> Translation:
    match topic:
        case "products" | "products/create" | "products/update":
            product = goods.product(said, received_at)
            return Translation(source, (), products=(product,) if product else ())
        case "products/delete":
            product = goods.deleted(said, received_at)
            return Translation(source, (), products=(product,) if product else ())
        case "inventory_levels" | "inventory_levels/update" | "inventory_levels/connect":
            level = goods.level(said, received_at)
            return Translation(source, (), levels=(level,) if level else ())
        case "shop/redact":
            return Translation(source, (), forget=True)
    return Translation(
        source, (), (f"{_known(topic)}: {_NOTHING_TO_US.get(topic, 'a topic not read here')}",)
    )


def _known(topic: str) -> str:
    """A topic comes from outside: only its own kind of sign is repeated."""
    return "".join(sign for sign in topic[:60] if sign.isalnum() or sign in "/_.")
