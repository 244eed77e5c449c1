"""Shopify over real HTTP: a shop that executes the hub's own queries, and its signed webhooks."""

from typing import Any

import msgspec
import pytest

from clienteling.hub.connectors.shopify import signature
from clienteling.hub.sources.arriving import Arrived
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Secret
from clienteling.hub.sources.shopify import polls, queries
from clienteling.hub.sources.shopify.kind import Shopify, ShopifySaid
from clienteling.hub.sources.shopify.webhook import ShopifyWebhook
from clienteling.hub.sources.source import Payload
from clienteling.hub.sources.web import Busy, Refused, Web
from clienteling.timeline.values import EventKind
from sync.errors import Code, HubRefused
from tests.hub.sources.fake_shop import FakeShop
from tests.hub.sources.fake_shopify import CLIENT_ID, CLIENT_SECRET, TOKEN, FakeShopify
from tests.hub.sources.walking import walk

KIND, SOURCE, NOW = Shopify(), "shopify:shop", 1_795_340_800_000
SINCE = 1_795_165_200_000  # 2026-11-20 09:00 UTC
BEFORE, AFTER = "2026-11-19T09:00:00Z", "2026-11-20T09:00:00Z"
MONEY = {"shopMoney": {"amount": "159.0", "currencyCode": "EUR"}}


@pytest.fixture
def shop():
    with FakeShop() as shop:
        yield shop


def said_of(shop: FakeShop, **more: Any) -> ShopifySaid:
    token = {} if "client_id" in more else {"access_token": Secret(TOKEN)}
    return ShopifySaid(url=shop.url, **token, **more)


def customer(number: int, updated_at: str = AFTER) -> dict[str, Any]:
    return {
        "id": f"gid://shopify/Customer/{number}",
        "firstName": "Anna",
        "lastName": f"Prova {number}",
        "state": "ENABLED",
        "verifiedEmail": True,
        "locale": "it",
        "updatedAt": updated_at,
        "defaultEmailAddress": {
            "emailAddress": f"anna{number}@example.org",
            "marketingState": "SUBSCRIBED",
            "marketingOptInLevel": "SINGLE_OPT_IN",
            "marketingUpdatedAt": AFTER,
        },
    }


LINE = {
    "id": "gid://shopify/LineItem/1",
    "title": "Stringata Nora",
    "sku": "NORA-BLACK-39",
    "quantity": 1,
    "originalUnitPriceSet": MONEY,
    "variant": {"id": "gid://shopify/ProductVariant/111", "legacyResourceId": "111"},
}


def order(number: int, **more: Any) -> dict[str, Any]:
    buyer = customer(7)
    return {
        "id": f"gid://shopify/Order/{number}",
        "name": f"#{number}",
        "createdAt": AFTER,
        "updatedAt": AFTER,
        "taxesIncluded": True,
        "totalPriceSet": MONEY,
        "customer": {"legacyResourceId": "7", **buyer},
        "lineItems": [LINE],
        "fulfillments": [],
        "refunds": [],
        **more,
    }


def translated(items: list[bytes], resource: str) -> list[Any]:
    said = ShopifySaid(url="https://shop.example.org")
    return [t for item in items for t in KIND.translate(Payload(resource, item, NOW), said, SOURCE)]


def sizes(shop: FakeShop) -> list[int]:
    return [msgspec.json.decode(asked.body)["variables"].get("first") for asked in shop.asked]


def test_all_customers_come_page_by_page_and_only_the_changed_ones_later(shop):
    shop.answer = FakeShopify(customers=[customer(n, AFTER if n % 2 else BEFORE) for n in range(1, 251)])
    said = said_of(shop)
    items = list(walk(KIND, said, "customers"))
    heard = [h for t in translated(items, "customers") for h in t.heard]
    assert len({h.hints[0].value for h in heard}) == 250
    assert heard[0].profile.email == "anna1@example.org"
    assert heard[1].consents[0].proof.endswith("subscribed (single opt in)")
    assert len(shop.asked) == 3
    assert len(list(walk(KIND, said, "customers", since=SINCE))) == 125


def test_a_pass_goes_on_where_it_stopped(shop):
    shop.answer = FakeShopify(orders=[order(n) for n in range(1, 13)])
    said = said_of(shop)
    left: list[Any] = []
    pass_ = walk(KIND, said, "orders", kept=left.append)
    first = [next(pass_) for _ in range(6)]
    pass_.close()
    written = msgspec.json.encode(left[-1])
    asks = msgspec.json.decode(written, type=tuple[polls.Ask, ...])
    rest = list(walk(KIND, said, "orders", from_=asks))
    names = [msgspec.json.decode(item)["name"] for item in [*first, *rest]]
    assert names == [f"#{n}" for n in range(1, 13)]


def test_a_long_list_is_taken_in_pieces_before_shopify_ends_it(shop, monkeypatch):
    monkeypatch.setattr(polls, "LONGEST_LIST", 200)
    fake = FakeShopify(customers=[customer(n) for n in range(1, 751)])
    fake.longest_list = 250
    shop.answer = fake
    items = list(walk(KIND, said_of(shop), "customers", since=SINCE))
    assert len({msgspec.json.decode(item)["id"] for item in items}) == len(items) == 750


def test_shopify_says_how_long_to_wait_for_its_points(shop):
    fake = FakeShopify(orders=[order(1)])
    fake.points, fake.restore = 100, 50
    shop.answer = fake
    with pytest.raises(Busy) as busy:
        list(walk(KIND, said_of(shop), "orders"))
    assert 800 < busy.value.wait_s * 50 + 100 < 1_000
    assert len(list(walk(KIND, said_of(shop), "orders"))) == 1


def test_what_is_too_much_at_once_is_asked_in_smaller_pieces(shop, monkeypatch):
    monkeypatch.setattr(polls.Orders, "size", 40)
    shop.answer = FakeShopify(orders=[order(n) for n in range(1, 8)])
    assert len(list(walk(KIND, said_of(shop), "orders"))) == 7
    assert sizes(shop) == [40, 20, 10, 5, 2, 2, 2, 2]


@pytest.mark.parametrize("resource", ["customers", "orders", "checkouts", "products", "inventory_levels"])
def test_no_query_costs_more_than_shopify_takes(shop, resource):
    place = {"id": "gid://shopify/Location/5", "levels": []}
    shop.answer = FakeShopify(customers=[], orders=[], abandonedCheckouts=[], products=[], locations=[place])
    assert list(walk(KIND, said_of(shop), resource)) == []
    assert len(shop.asked) == (2 if resource == "inventory_levels" else 1)


def test_an_order_with_all_that_became_of_it(shop):
    refund = {
        "id": "gid://shopify/Refund/38",
        "createdAt": AFTER,
        "totalRefundedSet": MONEY,
        "refundLineItems": [{"quantity": 1, "lineItem": LINE}],
    }
    sent = {"id": "gid://shopify/Fulfillment/5", "status": "SUCCESS", "createdAt": AFTER}
    shop.answer = FakeShopify(orders=[order(1, refunds=[refund], fulfillments=[sent], cancelledAt=AFTER)])
    (item,) = walk(KIND, said_of(shop), "orders")
    (translation,) = translated([item], "orders")
    assert [h.key for h in translation.heard if h.event] == [
        "order/1/ordered",
        "order/1/shipped/5",
        "order/1/cancelled",
        "order/1/refund/38",
    ]
    assert [h.event.detail.price_cents for h in translation.heard if h.event] == [15900, 0, 0, 15900]
    assert translation.heard[-1].event.items[0].sku == "NORA-BLACK-39"
    assert {h.hints[0].value for h in translation.heard} == {"7"}


def test_an_abandoned_checkout_becomes_a_basket(shop):
    left = {**order(9), "id": "gid://shopify/AbandonedCheckout/9"}
    shop.answer = FakeShopify(abandonedCheckouts=[left])
    (item,) = walk(KIND, said_of(shop), "checkouts")
    (heard,) = translated([item], "checkouts")[0].heard
    assert (heard.key, heard.event.kind) == ("checkout/9/111", EventKind.BASKET_ADDED)


def variant(number: int) -> dict[str, Any]:
    return {
        "id": f"gid://shopify/ProductVariant/{number}",
        "sku": f"NORA-{number}",
        "price": "159.00",
        "selectedOptions": [{"name": "Taglia", "value": str(number)}],
        "inventoryItem": {"id": "x", "legacyResourceId": str(1_000 + number)},
        "media": {"nodes": [{"preview": {"image": {"url": f"https://example.org/{number}.jpg"}}}]},
    }


def product(number: int, variants: int) -> dict[str, Any]:
    return {
        "id": f"gid://shopify/Product/{number}",
        "title": f"Nora {number}",
        "productType": "Scarpe",
        "descriptionHtml": "<p>Pelle</p>",
        "status": "ACTIVE",
        "updatedAt": AFTER,
        "featuredMedia": {"preview": {"image": {"url": "https://example.org/nora.jpg"}}},
        "variants": [variant(number * 1_000 + n) for n in range(variants)],
    }


def test_a_product_comes_whole_however_many_variants_it_has(shop):
    few, many = product(1, 3), product(2, queries.VARIANTS * 2 + 5)
    shop.answer = FakeShopify(products=[few, many, product(3, 1)])
    items = list(walk(KIND, said_of(shop), "products"))
    products = [p for t in translated(items, "products") for p in t.products]
    assert {p.name: len(p.variants) for p in products} == {
        "Nora 1": 3,
        "Nora 2": queries.VARIANTS * 2 + 5,
        "Nora 3": 1,
    }
    (nora,) = (p for p in products if p.name == "Nora 1")
    assert nora.picture == "https://example.org/nora.jpg"
    assert nora.variants[0].picture == "https://example.org/1000.jpg"
    assert (nora.variants[0].size, nora.variants[0].counted_as) == ("1000", "2000")


def test_stock_comes_place_by_place_and_only_what_changed(shop):
    def level(number: int, updated_at: str) -> dict[str, Any]:
        return {
            "id": f"gid://shopify/InventoryLevel/{number}",
            "updatedAt": updated_at,
            "quantities": [{"name": "available", "quantity": number}, {"name": "incoming", "quantity": 1}],
            "item": {"id": "x", "legacyResourceId": str(number)},
            "location": {"id": "y", "legacyResourceId": "5", "name": "Milano"},
        }

    places = [
        {"id": f"gid://shopify/Location/{n}", "levels": [level(1, BEFORE), level(2, AFTER)]} for n in (5, 6)
    ]
    shop.answer = FakeShopify(locations=places)
    assert len(list(walk(KIND, said_of(shop), "inventory_levels"))) == 4
    changed = list(walk(KIND, said_of(shop), "inventory_levels", since=SINCE))
    levels = [one for t in translated(changed, "inventory_levels") for one in t.levels]
    assert [(one.variant, one.quantity, one.incoming, one.place) for one in levels] == [("2", 2, 1, "5")] * 2


def test_a_scope_that_is_missing_is_named(shop):
    fake = FakeShopify(customers=[])
    fake.denied = {"customers"}
    shop.answer = fake
    with pytest.raises(Refused, match="read_customers"):
        list(walk(KIND, said_of(shop), "customers"))


def test_an_app_of_today_gets_its_access_with_its_id_and_secret(shop):
    shop.answer = FakeShopify()
    said = said_of(shop, client_id=CLIENT_ID, client_secret=Secret(CLIENT_SECRET))
    web = Web()
    assert KIND.check(said, web) == Met("Prova, EUR")
    assert KIND.signed_in(said, web).access_token == TOKEN
    wrong = said_of(shop, client_id=CLIENT_ID, client_secret=Secret("no"))
    with pytest.raises(Refused, match="credentials"):
        KIND.check(wrong, web)
    web.close()


@pytest.mark.parametrize(
    ("address", "version"),
    [
        ("http://name.myshopify.com", "2026-07"),
        ("name.myshopify.com", "2026-07"),
        ("https://u:p@name.myshopify.com", "2026-07"),
        ("https://name.myshopify.com", "latest"),
    ],
)
def test_what_is_no_address_or_no_version_is_said(address, version):
    with pytest.raises(ValueError, match="Write it like"):
        ShopifySaid(url=address, api_version=version)


SIGNED = ShopifySaid(url="https://Shop.myshopify.com", client_secret=Secret(CLIENT_SECRET))


def delivery(body: bytes, topic: str = "orders/create", **headers: str) -> Arrived:
    return Arrived(
        wire=body,
        plain=body,
        headers={
            "x-shopify-topic": topic,
            "x-shopify-hmac-sha256": signature.sign(body, CLIENT_SECRET),
            "x-shopify-shop-domain": "shop.myshopify.com",
            **headers,
        },
    )


def test_a_signed_webhook_is_kept_under_its_topic():
    accepted = ShopifyWebhook().receive(delivery(b'{"id":1}'), SIGNED)
    assert (accepted.call, accepted.body, accepted.stamp) == ("orders/create", b'{"id":1}', "")


def test_what_was_deleted_is_told_apart_by_its_topic():
    stamps = {
        ShopifyWebhook().receive(delivery(b'{"id":1}', f"{what}/delete"), SIGNED).stamp
        for what in ("products", "customers", "orders")
    }
    assert len(stamps) == 3


@pytest.mark.parametrize(
    ("arrived", "code"),
    [
        (delivery(b"{}", **{"x-shopify-hmac-sha256": ""}), Code.UNAUTHENTICATED),
        (delivery(b"{}", **{"x-shopify-hmac-sha256": "AAAA"}), Code.UNAUTHENTICATED),
        (delivery(b"{}", **{"x-shopify-shop-domain": "other.myshopify.com"}), Code.UNAUTHENTICATED),
        (msgspec.structs.replace(delivery(b"{}"), wire=b"{ }"), Code.UNAUTHENTICATED),
        (delivery(b"{}", ""), Code.MALFORMED),
        (delivery(b"nonsense"), Code.MALFORMED),
        (msgspec.structs.replace(delivery(b"{}"), method="GET"), Code.NOT_FOUND),
    ],
)
def test_what_is_not_surely_shopifys_is_refused(arrived, code):
    with pytest.raises(HubRefused) as refused:
        ShopifyWebhook().receive(arrived, SIGNED)
    assert refused.value.code is code


def test_without_a_secret_no_webhook_is_accepted():
    unsigned = ShopifySaid(url="https://shop.myshopify.com")
    with pytest.raises(HubRefused):
        ShopifyWebhook().receive(delivery(b"{}"), unsigned)
