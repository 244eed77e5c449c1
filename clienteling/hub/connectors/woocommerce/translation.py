"""WooCommerce's webhooks and REST resources (version 3 of its interface) → what we heard.

Pure translation; both have the same form. https://woocommerce.github.io/woocommerce-rest-api-docs/
"""

import msgspec

from clienteling.hub.connectors.foreign import Words, listed, words
from clienteling.hub.connectors.heard import HeardProduct, Translation
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.woocommerce import goods
from clienteling.hub.connectors.woocommerce.orders import order
from clienteling.hub.connectors.woocommerce.people import customer

CUSTOMERS, ORDERS, PRODUCTS = "customers", "orders", "products"
_TOPICS = {"customer": CUSTOMERS, "order": ORDERS, "product": PRODUCTS}
_TOLD = frozenset({"created", "updated", "restored"})
_DELETED = "deleted"
LONGEST_TOPIC = 60


def translate(body: bytes, call: str, terms: Terms, received_at: int) -> Translation:
    """`call` is a webhook's topic, "order.updated", or the resource that was asked for, "orders".

    A variable product that was asked for comes as {"product": …, "variations": […]}.
    """
    topic, _, happened = call.partition(".")
    resource = _TOPICS.get(topic, topic)
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _aside(terms, "not readable")
    known = resource in _TOPICS.values() and (not happened or happened in _TOLD or happened == _DELETED)
    if not known or not isinstance(said, dict):
        return _aside(terms, "not an object" if known else call[:LONGEST_TOPIC] or "without a topic")
    if happened == _DELETED:
        return _deleted(said, resource, terms, received_at)
    if resource == PRODUCTS:
        return _product(said, terms, received_at)
    heard = customer(said, terms, received_at) if resource == CUSTOMERS else order(said, terms, received_at)
    return Translation(terms.source, tuple(heard))


def _product(said: Words, terms: Terms, received_at: int) -> Translation:
    one, variations = said, listed(said, "variations")
    if isinstance(said.get("product"), dict):
        one = words(said, "product")
    found = goods.product(one, variations, received_at)
    levels = tuple(goods.levels(one, variations, received_at))
    return _goods(terms, found, levels)


def _deleted(said: Words, resource: str, terms: Terms, received_at: int) -> Translation:
    """A product is sold no more. An account that was closed or an order put away was there all the same."""
    if resource == PRODUCTS:
        return _goods(terms, goods.gone(said, received_at))
    return _aside(terms, f"deleted from {resource}")


def _goods(terms: Terms, product: HeardProduct | None, levels: tuple = ()) -> Translation:
    return Translation(terms.source, (), products=() if product is None else (product,), levels=levels)


def _aside(terms: Terms, what: str) -> Translation:
    return Translation(terms.source, (), (what,))
