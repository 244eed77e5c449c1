import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, HeardLevel, Hint, Profile, Translation
from clienteling.hub.connectors.magento.translation import translate
from clienteling.hub.connectors.shop import Terms
from clienteling.timeline.values import EventKind

NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
SOURCE = "magento:shop"
TERMS = Terms(source=SOURCE)
SHARED = Path(__file__).parents[3] / "../shared/payloads/magento"
TEN = 1_795_168_800_000  # 2026-11-20 10:00 UTC
USER = Hint(IdentifierKind.USER, SOURCE, "7")
LIVES = {
    "firstname": "Anna",
    "lastname": "Prova",
    "telephone": "333 000 1122",
    "street": ["Via Po 1", "Scala B"],
    "postcode": "10124",
    "city": "Torino",
}
ACCOUNT = {
    "id": 7,
    "email": "Anna.Prova@example.org",
    "firstname": "Anna",
    "lastname": "Prova",
    "dob": "1980-04-01",
    "updated_at": "2026-11-20 10:00:00",
    "addresses": [{**LIVES, "default_billing": True}],
    "extension_attributes": {"is_subscribed": True},
}
ORDER = {
    "entity_id": 3,
    "increment_id": "000000003",
    "customer_id": 7,
    "customer_is_guest": 0,
    "customer_email": "anna.prova@example.org",
    "state": "processing",
    "created_at": "2026-11-20 10:00:00",
    "updated_at": "2026-11-21 10:00:00",
    "base_currency_code": "EUR",
    "base_grand_total": 318,
    "order_currency_code": "USD",
    "grand_total": 345,
    "billing_address": LIVES,
    "items": [
        {
            "item_id": 1,
            "sku": "NORA-39",
            "name": "Stringata Nora",
            "product_id": 20,
            "qty_ordered": 2,
            "base_price_incl_tax": 159,
            "product_type": "configurable",
        },
        {"item_id": 2, "parent_item_id": 1, "sku": "NORA-39", "name": "Nora 39", "qty_ordered": 2},
    ],
}


def told(said: Any, resource: str, terms: Terms = TERMS) -> Translation:
    (translation,) = translate(
        msgspec.json.encode(said), resource, terms, NOW, address="https://shop.example.org"
    )
    return translation


def hear(said: Any, resource: str, terms: Terms = TERMS) -> tuple[Heard, ...]:
    translation = told(said, resource, terms)
    assert not translation.set_aside
    return translation.heard


def test_an_account_is_a_customer_and_a_subscription_without_a_day_no_consent():
    (heard,) = hear(ACCOUNT, "customers")
    assert heard.key == f"customer/7@{TEN}"
    assert heard.hints == (USER, Hint(IdentifierKind.EMAIL, "", "anna.prova@example.org"))
    assert (heard.founds, heard.modified_at, heard.consents) == (True, TEN, ())
    assert heard.profile == Profile(
        given_name="Anna",
        family_name="Prova",
        email="anna.prova@example.org",
        phone="+393330001122",
        birthday_on="1980-04-01",
        address="Via Po 1, Scala B",
        postcode="10124",
        city="Torino",
    )


def test_an_address_that_waits_to_be_confirmed_vouches_for_nobody():
    (heard,) = hear({**ACCOUNT, "confirmation": "xyz"}, "customers")
    assert heard.hints[1] == Hint(IdentifierKind.EMAIL, SOURCE, "anna.prova@example.org", verified=False)


def test_an_order_counts_in_the_shops_currency_and_each_piece_once():
    (heard,) = hear(ORDER, "orders")
    assert (heard.key, heard.hints, heard.founds) == ("order/3/ordered", (USER,), True)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.at) == (EventKind.ORDERED, TEN)
    assert (heard.event.detail.order_number, heard.event.detail.price_cents) == ("000000003", 31800)
    assert [(i.sku, i.quantity, i.price_cents) for i in heard.event.items] == [("NORA-39", 2, 15900)]


def test_a_guest_goes_by_what_she_typed_within_the_source():
    (heard,) = hear({**ORDER, "customer_id": None, "customer_is_guest": 1}, "orders")
    assert heard.hints == (
        Hint(IdentifierKind.EMAIL, SOURCE, "anna.prova@example.org", verified=False),
        Hint(IdentifierKind.PHONE, SOURCE, "+393330001122", verified=False),
    )
    assert heard.profile is not None
    assert heard.profile.given_name == "Anna"


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ({"state": "pending_payment"}, []),
        ({"state": "canceled"}, ["ordered", "cancelled"]),
        ({"state": "complete"}, ["ordered", "shipped"]),
        (
            {"status_histories": [{"entity_name": "shipment", "created_at": "2026-11-20 12:00:00"}]},
            ["ordered", "shipped"],
        ),
    ],
)
def test_the_state_says_what_became_of_an_order(more, keys):
    heard = hear({**ORDER, **more}, "orders")
    assert [h.key for h in heard] == [f"order/3/{key}" for key in keys]
    if "status_histories" in more:
        assert heard[1].event is not None
        assert heard[1].event.at == TEN + 7_200_000


def test_a_credit_memo_finds_her_by_its_order():
    memo = {
        "entity_id": 9,
        "order_id": 3,
        "created_at": "2026-11-21 10:00:00",
        "base_currency_code": "EUR",
        "base_grand_total": 159,
        "items": [
            {"sku": "NORA-39", "name": "Stringata Nora", "qty": 1, "base_price_incl_tax": 159},
            {"sku": "NORA-39", "name": "Nora 39", "qty": 1, "base_price": 0},
        ],
    }
    (heard,) = hear(memo, "creditmemos")
    hers, _ordered = hear({**ORDER, "base_total_refunded": 159}, "orders")
    assert heard.key == "order/3/refund/9"
    assert heard.hints == (Hint(IdentifierKind.USER, SOURCE, "order/3"),)
    assert (hers.key, hers.hints, hers.same) == (f"order/3/hers@{TEN + 86_400_000}", (USER,), heard.hints)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.price_cents) == (EventKind.REFUNDED, 15900)
    assert [(i.sku, i.quantity) for i in heard.event.items] == [("NORA-39", 1)]


def custom(**attributes: str) -> list[dict[str, str]]:
    return [{"attribute_code": code, "value": value} for code, value in attributes.items()]


CHILD = {
    "id": 21,
    "sku": "NORA-39",
    "type_id": "simple",
    "visibility": 1,
    "status": 1,
    "price": 159,
    "custom_attributes": custom(color="52", shoe_size="168", ean="2012345678903", image="/n/o/nora.jpg"),
}
CONFIGURABLE = {
    "id": 20,
    "sku": "NORA",
    "name": "Stringata Nora",
    "type_id": "configurable",
    "visibility": 4,
    "status": 1,
    "price": 0,
    "updated_at": "2026-11-20 10:00:00",
    "custom_attributes": custom(description="<p>Pelle</p>"),
    "extension_attributes": {"category_links": [{"category_id": "11"}]},
}
LABELS = {"color": {"52": "Nero"}, "shoe_size": {"168": "39"}}


def test_a_configurable_product_comes_with_its_simple_ones():
    whole = {
        "product": CONFIGURABLE,
        "children": [CHILD],
        "attributes": LABELS,
        "categories": {"11": "Scarpe"},
    }
    (product,) = told(whole, "products").products
    assert (product.key, product.name, product.family) == ("NORA", "Stringata Nora", "Scarpe")
    assert (product.description, product.price_cents, product.modified_at) == ("Pelle", 15900, TEN)
    (variant,) = product.variants
    assert (variant.key, variant.counted_as, variant.colour, variant.size) == ("NORA-39", "21", "Nero", "39")
    assert (variant.ean, variant.price_cents) == ("2012345678903", 15900)
    assert variant.picture == "https://shop.example.org/media/catalog/product/n/o/nora.jpg"


def test_a_simple_product_is_its_only_variant_unless_it_is_another_ones():
    (product,) = told({"product": {**CHILD, "visibility": 4, "status": 2}}, "products").products
    assert [variant.key for variant in product.variants] == ["NORA-39"]
    assert product.gone
    assert told({"product": CHILD}, "products").products == ()
    assert told({"product": CONFIGURABLE}, "products").products == ()


def test_stock_by_source_and_stock_without():
    by_source = [
        {"sku": "NORA-39", "source_code": "default", "quantity": 5, "status": 1},
        {"sku": "NORA-39", "source_code": "torino", "quantity": 2.0, "status": 1},
        {"sku": "", "quantity": 1},
        {"sku": "NORA-40", "quantity": None},
    ]
    assert told({"items": by_source}, "stock").levels == (
        HeardLevel(variant="NORA-39", quantity=5, counted_at=NOW),
        HeardLevel(variant="NORA-39", quantity=2, counted_at=NOW, place="torino"),
    )
    alone = told({"items": [{"item_id": 1, "product_id": 21, "qty": -3}]}, "stock").levels
    assert alone == (HeardLevel(variant="21", quantity=0, counted_at=NOW),)


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b"<xml/>", b"1"])
def test_what_is_no_object_is_set_aside(body):
    (translation,) = translate(body, "orders", TERMS, NOW)
    assert translation.set_aside == ("orders: not a JSON object",)


ODD = [None, True, -1, 1.5, "", "x", [], {}, [None], {"id": []}, "9" * 5000, 10**30, 1e300, "\x00"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(
    ("resource", "said"),
    [
        ("customers", ACCOUNT),
        ("orders", {**ORDER, "base_total_refunded": 1, "status_histories": []}),
        ("creditmemos", {"entity_id": 1, "order_id": 1, "created_at": "2026-01-01 00:00:00", "items": []}),
        ("products", {"product": CONFIGURABLE, "children": [CHILD], "attributes": LABELS, "categories": {}}),
        ("products", {"product": {**CHILD, "visibility": 4}}),
        ("stock", {"items": [{"sku": "A", "quantity": 1}]}),
    ],
    ids=range(6),
)
def test_odd_content_in_any_field_is_no_error(resource, said, odd):
    inner = said.get("product", {})
    for changed in (
        *({**said, field: odd} for field in said),
        *({**said, "product": {**inner, field: odd}} for field in inner),
    ):
        for translation in translate(json.dumps(changed).encode(), resource, TERMS, NOW):
            assert all("\x00" not in heard.key for heard in translation.heard)


@pytest.mark.shared
def test_the_documentations_customer_is_understood():
    file = SHARED / "orders-order-create-customer-1.json"
    if not file.is_file():
        pytest.skip("the documentation's examples do not lie beside this checkout")
    (heard,) = hear(json.loads(file.read_bytes()), "customers")
    assert heard.profile is not None
    assert (heard.profile.given_name, heard.profile.city) == ("Jane", "Purchase")


@pytest.mark.shared
def test_the_documentations_configurable_product_is_understood():
    file = SHARED / "bulk-configurable-product-create-configurable-simple-products-0.json"
    if not file.is_file():
        pytest.skip("the documentation's examples do not lie beside this checkout")
    products = [one["product"] for one in json.loads(file.read_bytes())]
    whole = {
        "product": products[0],
        "children": products[1:],
        "attributes": {"size": {"168": "S", "169": "M", "170": "L"}},
    }
    (product,) = told(whole, "products").products
    assert [variant.size for variant in product.variants][:2] == ["S", "M"]
    assert {variant.price_cents for variant in product.variants} == {2500}
