"""Magento's REST API over real HTTP."""

from typing import Any

import magento
import msgspec
import pytest

from clienteling.hub.sources.asking import Ask
from clienteling.hub.sources.magento import polls
from clienteling.hub.sources.magento.kind import Magento, MagentoSaid
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.said import Secret
from clienteling.hub.sources.source import Payload
from clienteling.hub.sources.web import Busy, Refused, Web
from tests.hub.sources.fake_magento import TOKEN, FakeMagento
from tests.hub.sources.fake_shop import Answered, FakeShop
from tests.hub.sources.walking import walk

KIND, SOURCE, NOW = Magento(), "magento:shop", 1_795_340_800_000
SINCE = 1_795_165_200_000  # 2026-11-20 09:00 UTC
BEFORE, AFTER = "2026-11-19 09:00:00", "2026-11-20 09:00:00"


@pytest.fixture
def shop():
    with FakeShop() as shop:
        yield shop


def said_of(shop: FakeShop, **more: Any) -> MagentoSaid:
    return MagentoSaid(url=shop.url, token=Secret(TOKEN), **more)


def customer(number: int, updated_at: str = AFTER) -> dict[str, Any]:
    return {"id": number, "email": f"anna{number}@example.org", "firstname": "Anna", "updated_at": updated_at}


def order(number: int, updated_at: str = AFTER, **more: Any) -> dict[str, Any]:
    item = {"item_id": 1, "sku": "NORA-39", "name": "Nora", "qty_ordered": 1, "base_price_incl_tax": 159}
    return {
        "entity_id": number,
        "increment_id": f"{number:09}",
        "customer_id": 7,
        "state": "processing",
        "created_at": AFTER,
        "updated_at": updated_at,
        "base_currency_code": "EUR",
        "base_grand_total": 159,
        "items": [item],
        **more,
    }


def translated(shop: FakeShop, items: list[bytes], resource: str) -> list[Any]:
    said = said_of(shop)
    return [t for item in items for t in KIND.translate(Payload(resource, item, NOW), said, SOURCE)]


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_a_list_ends_where_its_count_says_although_its_last_page_repeats(shop, count):
    shop.answer = FakeMagento(customers=[customer(n) for n in range(1, count + 1)])
    items = list(walk(KIND, said_of(shop), "customers"))
    heard = [h for t in translated(shop, items, "customers") for h in t.heard]
    assert [h.hints[0].value for h in heard] == [str(n) for n in range(1, count + 1)]
    assert len(shop.asked) == max(1, -(-count // 100))


def test_only_what_changed_is_asked_for_later(shop):
    shop.answer = FakeMagento(orders=[order(n, AFTER if n % 2 else BEFORE) for n in range(1, 21)])
    assert len(list(walk(KIND, said_of(shop), "orders", since=SINCE))) == 10


def test_what_is_deleted_while_the_list_is_taken_hides_nothing(shop):
    fake = FakeMagento(orders=[order(n) for n in range(1, 206)])
    shop.answer = fake
    seen = []
    for item in walk(KIND, said_of(shop), "orders"):
        seen.append(msgspec.json.decode(item)["entity_id"])
        if len(seen) == 100:
            fake.lists["orders"] = [order(n) for n in range(2, 206)]
    assert seen == list(range(1, 206))


def test_a_pass_goes_on_where_it_stopped(shop):
    shop.answer = FakeMagento(orders=[order(n) for n in range(1, 151)])
    left: list[Any] = []
    pass_ = walk(KIND, said_of(shop), "orders", kept=left.append)
    first = [next(pass_) for _ in range(100)]
    pass_.close()
    asks = msgspec.json.decode(msgspec.json.encode(left[-1]), type=tuple[Ask, ...])
    rest = list(walk(KIND, said_of(shop), "orders", from_=asks))
    assert [msgspec.json.decode(item)["entity_id"] for item in [*first, *rest]] == list(range(1, 151))


def custom(**attributes: str) -> list[dict[str, str]]:
    return [{"attribute_code": code, "value": value} for code, value in attributes.items()]


def simple(number: int, *, shown: bool = False, size: str = "168") -> dict[str, Any]:
    return {
        "id": number,
        "sku": f"S{number}",
        "name": f"Nora {number}",
        "type_id": "simple",
        "visibility": 4 if shown else 1,
        "status": 1,
        "price": 159,
        "updated_at": AFTER,
        "custom_attributes": custom(color="52", shoe_size=size),
    }


def configurable(number: int, children: list[int]) -> dict[str, Any]:
    linked = {"configurable_product_links": children, "category_links": [{"category_id": "11"}]}
    return {
        **simple(number, shown=True),
        "type_id": "configurable",
        "price": 0,
        "custom_attributes": [],
        "extension_attributes": linked,
    }


ATTRIBUTES = [
    {
        "attribute_id": 93,
        "attribute_code": "color",
        "frontend_input": "select",
        "options": [{"label": " ", "value": ""}, {"label": "Nero", "value": "52"}],
    },
    {
        "attribute_id": 94,
        "attribute_code": "shoe_size",
        "frontend_input": "select",
        "options": [{"label": "39", "value": "168"}, {"label": "40", "value": "169"}],
    },
    {"attribute_id": 95, "attribute_code": "material", "frontend_input": "select", "options": []},
]


def test_a_page_of_products_brings_the_variants_with_their_words(shop, monkeypatch):
    monkeypatch.setattr(polls.Products, "size", 4)
    monkeypatch.setattr(polls.Products, "_variants", 3)
    children = {n: [n * 100, n * 100 + 1] for n in range(1, 7)}
    products = [configurable(n, links) for n, links in children.items()]
    products += [simple(each, size=str(168 + each % 2)) for links in children.values() for each in links]
    products.append(simple(999, shown=True))
    shop.answer = FakeMagento(
        products=products, attributes=ATTRIBUTES, categories=[{"id": 11, "name": "Scarpe"}]
    )
    items = list(walk(KIND, said_of(shop), "products"))
    found = [p for t in translated(shop, items, "products") for p in t.products]
    assert [p.key for p in found] == ["S1", "S2", "S3", "S4", "S5", "S6", "S999"]
    assert [(v.key, v.colour, v.size) for v in found[0].variants] == [
        ("S100", "Nero", "39"),
        ("S101", "Nero", "40"),
    ]
    assert (found[0].family, found[0].price_cents) == ("Scarpe", 15900)
    kept = msgspec.json.decode(items[0])
    assert kept["attributes"] == {"color": {"52": "Nero"}, "shoe_size": {"168": "39", "169": "40"}}


def test_the_stock_of_each_source_is_asked_for_whole(shop):
    rows = [{"sku": f"S{n}", "source_code": "torino", "quantity": n, "status": 1} for n in range(1, 1_201)]
    shop.answer = FakeMagento(source_items=rows)
    items = list(walk(KIND, said_of(shop), "stock", since=SINCE))
    levels = [one for t in translated(shop, items, "stock") for one in t.levels]
    assert (len(items), len(levels), levels[4].quantity, levels[4].place) == (3, 1_200, 5, "torino")


def test_the_stock_of_a_shop_without_sources_is_asked_for_by_its_products(shop):
    shop.answer = FakeMagento(stock=[{"item_id": n, "product_id": n, "qty": 2} for n in range(1, 502)])
    items = list(walk(KIND, said_of(shop, inventory_sources=False), "stock"))
    levels = [one for t in translated(shop, items, "stock") for one in t.levels]
    assert (len(items), len(levels), levels[0].variant) == (2, 501, "1")


@pytest.mark.parametrize(
    ("answered", "trouble"),
    [
        (Answered(status=429, headers={"retry-after": "7"}), Busy),
        (Answered(status=502), Busy),
        (Answered(b"{}", 401), Refused),
        (Answered(b"<html>"), msgspec.DecodeError),
        (Answered(b'{"items":1}'), msgspec.ValidationError),
    ],
)
def test_what_is_no_page_is_said_to_be_none(shop, answered, trouble):
    shop.answer = lambda _asked: answered
    with pytest.raises(trouble):
        list(walk(KIND, said_of(shop), "orders"))


def test_an_empty_answer_of_the_shop_is_an_empty_page(shop):
    shop.answer = lambda _asked: Answered(b'{"items":null,"total_count":0}')
    assert list(walk(KIND, said_of(shop), "orders")) == []


def test_connecting_proves_that_the_token_may_read_what_is_needed(shop):
    fake = FakeMagento(customers=[customer(1)])
    shop.answer = fake
    web = Web()
    assert KIND.check(said_of(shop), web) == Met("Magento")
    fake.closed = {"/inventory/source-items"}
    with pytest.raises(Refused, match="stock"):
        KIND.check(said_of(shop), web)
    with pytest.raises(Refused, match="credentials"):
        KIND.check(MagentoSaid(url=shop.url, token=Secret("no")), web)
    web.close()


@pytest.mark.parametrize("url", ["http://shop.example.org", "shop.example.org", ""])
def test_an_address_without_tls_is_none(url):
    with pytest.raises(ValueError, match="Write it like"):
        MagentoSaid(url=url, token=Secret("x"))


def test_the_shop_of_these_tests_is_one_to_a_client_that_others_wrote(shop):
    shop.answer = FakeMagento(
        orders=[order(n) for n in range(1, 26)],
        customers=[customer(n) for n in range(1, 8)],
        products=[simple(n, shown=True) for n in range(1, 4)],
    )
    client = magento.Magento(base_url=shop.url, token=TOKEN, scope="all", read_only=True)
    assert [one["entity_id"] for one in client.get_orders(limit=-1, status=None)] == list(range(1, 26))
    assert [one["id"] for one in client.get_customers(limit=-1)] == list(range(1, 8))
    assert [one["sku"] for one in client.get_products(limit=-1)] == ["S1", "S2", "S3"]
    assert {asked.headers["authorization"] for asked in shop.asked} == {f"Bearer {TOKEN}"}
