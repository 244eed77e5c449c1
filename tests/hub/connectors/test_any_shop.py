"""Whatever a shop system sends under the names of its own fields is heard or set aside, never an error."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import clienteling.hub.connectors as rooms
from clienteling.hub.connectors.heard import Translation
from clienteling.hub.connectors.magento.translation import translate as magento
from clienteling.hub.connectors.prestashop.terms import PrestaTerms
from clienteling.hub.connectors.prestashop.translation import translate as prestashop
from clienteling.hub.connectors.shopify.translation import translate as shopify

NOW = 1_795_340_800_000
TERMS = PrestaTerms(source="shop:shop", address="https://shop.example.org")
SYSTEMS = {
    "shopify": (
        shopify,
        (
            "customers/update",
            "customers/merge",
            "customers/redact",
            "customers_email_marketing_consent/update",
            "orders/updated",
            "refunds/create",
            "carts/update",
            "checkouts/update",
            "products/update",
            "inventory_levels/update",
        ),
    ),
    "prestashop": (
        prestashop,
        ("customers", "addresses", "orders", "order_slip", "products", "stock_availables"),
    ),
    "magento": (magento, ("customers", "orders", "creditmemos", "products", "stock")),
}


def names(system: str) -> list[str]:
    """Every word that stands in quotes in the connector: among them are all fields that it reads."""
    room = Path(rooms.__path__[0]) / system
    return sorted({word for file in room.glob("*.py") for word in re.findall(r'"(\w+)"', file.read_text())})


def anything(fields: list[str]) -> st.SearchStrategy[dict]:
    dates = st.sampled_from(
        ["2026-11-20 10:00:00", "2026-11-20T10:00:00Z", "0000-00-00", "9999-12-31T23:59:59-12:00"]
    )
    flat = (
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12) | dates
    )
    flat = flat | st.sampled_from([1, "1", "7", "subscribed", "configurable", "success", "12.50", "EUR"])
    deep = st.recursive(
        flat,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(fields), inner, max_size=8)
        ),
        max_leaves=30,
    )
    return st.dictionaries(st.sampled_from(fields), deep, max_size=12)


@pytest.mark.parametrize("system", SYSTEMS)
def test_it_is_heard_or_set_aside(system):
    translate, calls = SYSTEMS[system]

    @given(anything(names(system)), st.sampled_from(calls))
    def tried(said: dict, call: str) -> None:
        for one in translate(json.dumps(said).encode(), call, TERMS, NOW):
            assert isinstance(one, Translation)
            assert all(
                heard.hints and 0 <= (heard.event.at if heard.event else 0) <= NOW for heard in one.heard
            )
            assert all(product.variants or product.gone for product in one.products)
            assert all(-(2**31) < level.quantity < 2**31 for level in one.levels)

    tried()


@given(st.binary(max_size=200), st.sampled_from(["", "<", "<prestashop>", "<?xml version='1.0'?><a>", "{"]))
def test_bytes_that_mean_nothing_are_set_aside(body, head):
    for translate, calls in SYSTEMS.values():
        for one in translate(head.encode() + body, calls[0], TERMS, NOW):
            assert one.heard == () or one.set_aside == ()
