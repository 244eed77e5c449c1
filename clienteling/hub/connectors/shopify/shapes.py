"""Shopify's JSON as its webhooks have it; `sources/shopify` asks the Admin API for the same names."""

from typing import Any

from clienteling.hub.connectors import foreign, shop
from clienteling.hub.connectors.foreign import Words, text, words
from clienteling.hub.connectors.shop import Money


def number(said: Words, key: str = "id", gid: str = "admin_graphql_api_id") -> str:
    """The id as text. That of the gid first: a number this large loses digits in many a program."""
    return tail(said.get(gid)) or tail(said.get(key))


def tail(written: object) -> str:
    """`gid://shopify/Order/17?x=1` → `17`; what is no gid stays."""
    return text(written).rpartition("/")[2].partition("?")[0]


def listed(said: Words, key: str) -> list[Words]:
    """A list as a webhook has it, or the nodes of a connection."""
    inner: Any = said.get(key)
    return foreign.listed(inner, "nodes") if isinstance(inner, dict) else foreign.listed(said, key)


def amount(said: Words, key: str, currency: object = "") -> Money:
    """In the shop's own currency, whatever the buyer paid in."""
    ours = words(words(said, f"{key}_set"), "shop_money")
    return shop.money(ours.get("amount", said.get(key)), ours.get("currency_code", currency))
