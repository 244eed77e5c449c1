"""Magento's JSON: flags as 0 and 1 or as words of JSON, attributes of a shop's own in a list beside."""

from collections.abc import Callable

from clienteling.hub.connectors import shop
from clienteling.hub.connectors.foreign import Words, listed, text
from clienteling.hub.connectors.shop import Money


def is_yes(flag: object) -> bool:
    return flag is True or text(flag) == "1"


def attribute(said: Words, code: str, read: Callable[[object], str] = text) -> str:
    return next(
        (
            read(one.get("value"))
            for one in listed(said, "custom_attributes")
            if one.get("attribute_code") == code
        ),
        "",
    )


def amount(said: Words, key: str, order: Words) -> Money:
    """In the shop's base currency, whatever the buyer paid in."""
    if said.get(f"base_{key}") is not None:
        return shop.money(said.get(f"base_{key}"), order.get("base_currency_code"))
    return shop.money(said.get(key), order.get("order_currency_code"))
