"""PrestaShop's webservice over real HTTP, in JSON and in XML."""

from typing import Any

import msgspec
import pytest

from clienteling.hub.sources.asking import Ask
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.prestashop import polls
from clienteling.hub.sources.prestashop.kind import PrestaShop, PrestaShopSaid
from clienteling.hub.sources.said import Secret
from clienteling.hub.sources.source import Payload
from clienteling.hub.sources.web import Busy, Refused, Web
from tests.hub.sources.fake_prestashop import KEY, FakePrestaShop
from tests.hub.sources.fake_shop import Answered, FakeShop
from tests.hub.sources.walking import walk

KIND, SOURCE, NOW = PrestaShop(), "prestashop:shop", 1_795_340_800_000
SINCE = 1_795_165_200_000  # 2026-11-20 10:00 in Rome
BEFORE, AFTER = "2026-11-19 10:00:00", "2026-11-20 10:00:00"


@pytest.fixture
def shop():
    with FakeShop() as shop:
        yield shop


def said_of(shop: FakeShop, **more: Any) -> PrestaShopSaid:
    return PrestaShopSaid(url=shop.url, key=Secret(KEY), **more)


def customer(number: int, date_upd: str = AFTER, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "firstname": "Anna",
        "lastname": f"Prova & {number}",
        "email": f"anna{number}@example.org",
        "is_guest": "0",
        "newsletter": "0",
        "date_upd": date_upd,
        "associations": {"groups": [{"id": "3"}]},
        **more,
    }


def order(number: int, state: str = "2", **more: Any) -> dict[str, Any]:
    row = {
        "id": "1",
        "product_id": "1",
        "product_attribute_id": "7",
        "product_quantity": "1",
        "product_name": "Nora",
        "product_reference": "NORA-39",
        "unit_price_tax_incl": "159.000000",
    }
    return {
        "id": number,
        "id_customer": "7",
        "reference": f"R{number}",
        "current_state": state,
        "date_add": AFTER,
        "date_upd": AFTER,
        "total_paid_tax_incl": "159.000000",
        "conversion_rate": "1.000000",
        "associations": {"order_rows": [row]},
        **more,
    }


STATES = [
    {"id": 2, "shipped": "0", "template": [{"id": "1", "value": "payment"}]},
    {"id": 4, "shipped": "1", "template": [{"id": "1", "value": "shipped"}]},
]


def translated(shop: FakeShop, items: list[bytes], resource: str) -> list[Any]:
    said = said_of(shop)
    return [t for item in items for t in KIND.translate(Payload(resource, item, NOW), said, SOURCE)]


@pytest.mark.parametrize("xml", [False, True])
def test_customers_come_page_by_page_until_a_short_one_and_later_only_who_changed(shop, xml):
    people = [customer(n, AFTER if n % 2 else BEFORE) for n in range(1, 251)]
    shop.answer = FakePrestaShop(xml=xml, customers=people)
    items = list(walk(KIND, said_of(shop), "customers"))
    heard = [h for t in translated(shop, items, "customers") for h in t.heard]
    assert [h.hints[0].value for h in heard] == [str(n) for n in range(1, 251)]
    assert heard[0].profile.family_name == "Prova & 1"
    assert len(shop.asked) == 3
    assert len(list(walk(KIND, said_of(shop), "customers", since=SINCE))) == 125


def test_a_page_that_is_full_to_the_last_row_is_followed_by_an_empty_one(shop):
    shop.answer = FakePrestaShop(customers=[customer(n) for n in range(1, 101)])
    assert len(list(walk(KIND, said_of(shop), "customers"))) == 100
    assert len(shop.asked) == 2


def test_who_changes_while_the_list_is_taken_hides_nobody(shop):
    fake = FakePrestaShop(customers=[customer(n) for n in range(1, 206)])
    shop.answer = fake
    seen = []
    for item in walk(KIND, said_of(shop), "customers"):
        seen.append(msgspec.json.decode(item)["id"])
        if len(seen) == 100:  # one of the first page is deleted, one changes
            fake.lists["customers"] = [customer(n) for n in range(2, 206)]
    assert seen == list(range(1, 206))


def test_a_pass_goes_on_where_it_stopped(shop):
    shop.answer = FakePrestaShop(orders=[order(n) for n in range(1, 151)], order_states=STATES)
    left: list[Any] = []
    pass_ = walk(KIND, said_of(shop), "orders", kept=left.append)
    first = [next(pass_) for _ in range(100)]
    pass_.close()
    asks = msgspec.json.decode(msgspec.json.encode(left[-1]), type=tuple[Ask, ...])
    rest = list(walk(KIND, said_of(shop), "orders", from_=asks))
    assert [msgspec.json.decode(item)["order"]["id"] for item in [*first, *rest]] == list(range(1, 151))


@pytest.mark.parametrize("xml", [False, True])
def test_an_order_comes_with_the_state_that_it_is_in(shop, xml):
    shop.answer = FakePrestaShop(xml=xml, orders=[order(5, "4"), order(6)], order_states=STATES)
    items = list(walk(KIND, said_of(shop), "orders"))
    heard = [h for t in translated(shop, items, "orders") for h in t.heard]
    assert [h.key for h in heard] == ["order/5/ordered", "order/5/shipped", "order/6/ordered"]
    assert heard[0].event.items[0].variant_id == "1/7"


def product(number: int, combinations: list[int]) -> dict[str, Any]:
    return {
        "id": number,
        "name": [{"id": "1", "value": f"Nora {number}"}],
        "reference": f"NORA-{number}",
        "price": "100.000000",
        "active": "1",
        "id_category_default": "3",
        "id_default_image": "24",
        "date_upd": AFTER,
        "associations": {"combinations": [{"id": str(each)} for each in combinations]},
    }


def combination(number: int, of: int, values: list[int]) -> dict[str, Any]:
    linked = {"product_option_values": [{"id": str(value)} for value in values]}
    return {
        "id": number,
        "id_product": str(of),
        "reference": f"C{number}",
        "price": "0.000000",
        "associations": linked,
    }


@pytest.mark.parametrize("xml", [False, True])
def test_a_page_of_products_brings_their_combinations_and_what_the_values_are_called(shop, xml):
    shop.answer = FakePrestaShop(
        xml=xml,
        products=[product(n, [n * 10, n * 10 + 1] if n % 2 else []) for n in range(1, 26)],
        combinations=[combination(n * 10 + m, n, [5 + m, 9]) for n in range(1, 26, 2) for m in (0, 1)],
        product_option_values=[
            {"id": 5, "id_attribute_group": "1", "name": [{"id": "1", "value": "38"}]},
            {"id": 6, "id_attribute_group": "1", "name": [{"id": "1", "value": "39"}]},
            {"id": 9, "id_attribute_group": "2", "name": [{"id": "1", "value": "Nero"}]},
        ],
        product_options=[
            {"id": 1, "is_color_group": "0", "name": [{"id": "1", "value": "Taglia"}]},
            {"id": 2, "is_color_group": "1", "name": [{"id": "1", "value": "Pelle"}]},
        ],
        categories=[{"id": 3, "name": [{"id": "1", "value": "Scarpe"}]}],
    )
    items = list(walk(KIND, said_of(shop), "products"))
    products = [p for t in translated(shop, items, "products") for p in t.products]
    assert [p.key for p in products] == [str(n) for n in range(1, 26)]
    first, second = products[:2]
    assert (first.name, first.family, first.price_cents) == ("Nora 1", "Scarpe", 12200)
    assert [(v.key, v.colour, v.size) for v in first.variants] == [
        ("1/10", "Nero", "38"),
        ("1/11", "Nero", "39"),
    ]
    assert [v.key for v in second.variants] == ["2/0"]
    assert first.picture == f"{shop.url}/img/p/2/4/24.jpg"
    paths = [asked.path.removeprefix("/api/") for asked in shop.asked]
    needed = ["products", "combinations", "product_option_values", "product_options", "categories"]
    assert paths == needed * 2


def test_stock_is_asked_for_whole_and_the_hour_tells_one_asking_from_the_next(shop):
    rows = [
        {"id": n, "id_product": str(n), "id_product_attribute": "0", "quantity": "2"} for n in range(1, 601)
    ]
    shop.answer = FakePrestaShop(stock_availables=rows)
    items = list(walk(KIND, said_of(shop), "stock_availables", since=SINCE))
    levels = [one for t in translated(shop, items, "stock_availables") for one in t.levels]
    assert (len(items), len(levels)) == (2, 600)
    said, web = said_of(shop), Web()
    this = polls.Stock()
    ask = this.first(said, None)
    answer = web.ask(KIND.signed(said, ask))
    at = {**answer.headers, "date": "Sun, 22 Nov 2026 17:05:00 GMT"}
    page = this.read(said, ask, msgspec.structs.replace(answer, headers=at))
    assert page.stamp == "Sun, 22 Nov 2026 17"
    web.close()


@pytest.mark.parametrize(
    ("answered", "trouble"),
    [
        (Answered(status=503, headers={"retry-after": "7"}), Busy),
        (Answered(b"", 401), Refused),
        (Answered(b"<html><body>Maintenance</body>"), msgspec.DecodeError),
        (Answered(b"<html><body>Maintenance</body></html>"), msgspec.DecodeError),
        (Answered(b"<prestashop><errors><error/></errors></prestashop>"), msgspec.DecodeError),
        (Answered(b'{"orders":[]}'), KeyError),
    ],
)
def test_what_is_no_page_is_said_to_be_none(shop, answered, trouble):
    shop.answer = lambda _asked: answered
    with pytest.raises(trouble):
        list(walk(KIND, said_of(shop), "customers"))


def test_connecting_proves_that_the_key_may_read_what_is_needed(shop):
    fake = FakePrestaShop()
    shop.answer = fake
    web = Web()
    assert KIND.check(said_of(shop), web) == Met("PrestaShop 8.1.0")
    fake.forbidden = {"order_slip"}
    with pytest.raises(Refused, match="order_slip"):
        KIND.check(said_of(shop), web)
    web.close()


@pytest.mark.parametrize("more", [{"url": "http://shop.example.org"}, {"time_zone": "Rome"}])
def test_settings_that_cannot_be_are_said(more):
    with pytest.raises(ValueError, match="Write it like"):
        PrestaShopSaid(**{"url": "https://shop.example.org", "key": Secret("x"), **more})


def test_the_night_on_which_an_hour_is_there_twice_is_asked_for_with_that_hour(shop):
    shop.answer = FakePrestaShop(customers=[])
    the_second_half_past_two = 1_792_891_800_000  # 2026-10-25 02:30 CET
    list(walk(KIND, said_of(shop), "customers", since=the_second_half_past_two - polls.AN_HOUR_AND_MORE_MS))
    assert shop.asked[0].query["filter[date_upd]"].startswith("[2026-10-25 02:15:00,")
