import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, HeardLevel, Hint, Profile, Translation
from clienteling.hub.connectors.prestashop import markup
from clienteling.hub.connectors.prestashop.terms import PrestaTerms
from clienteling.hub.connectors.prestashop.translation import read, translate
from clienteling.timeline.values import EventKind

NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
SOURCE = "prestashop:shop"
TERMS = PrestaTerms(source=SOURCE, address="https://shop.example.org")
SHARED = Path(__file__).parents[3] / "../shared/payloads/prestashop"
TEN_IN_ROME = 1_795_165_200_000  # 2026-11-20 10:00 in Italy
ACCOUNT = {
    "id": 7,
    "firstname": "Anna",
    "lastname": "PROVA",
    "email": "Anna.Prova@example.org",
    "birthday": "1980-04-01",
    "is_guest": "0",
    "newsletter": "1",
    "newsletter_date_add": "2026-11-20 10:00:00",
    "ip_registration_newsletter": "192.0.2.7",
    "optin": "1",
    "active": "1",
    "deleted": "0",
    "date_upd": "2026-11-20 10:00:00",
}
USER = Hint(IdentifierKind.USER, SOURCE, "7")
ROW = {
    "id": "13",
    "product_id": "1",
    "product_attribute_id": "7",
    "product_quantity": "2",
    "product_name": "Stringata Nora - Taglia : 39",
    "product_reference": "NORA-BLACK-39",
    "product_ean13": "2012345678903",
    "unit_price_tax_incl": "159.000000",
}
ORDER = {
    "id": 5,
    "id_customer": "7",
    "reference": "KHWLILZLL",
    "current_state": "2",
    "date_add": "2026-11-20 10:00:00",
    "date_upd": "2026-11-21 10:00:00",
    "delivery_date": "0000-00-00 00:00:00",
    "total_paid_tax_incl": "318.000000",
    "conversion_rate": "1.000000",
    "associations": {"order_rows": [ROW]},
}


def told(said: Any, resource: str, terms: PrestaTerms = TERMS) -> Translation:
    (translation,) = translate(msgspec.json.encode(said), resource, terms, NOW)
    return translation


def hear(said: Any, resource: str, terms: PrestaTerms = TERMS) -> tuple[Heard, ...]:
    translation = told(said, resource, terms)
    assert not translation.set_aside
    return translation.heard


def test_an_account_with_the_day_on_which_it_subscribed():
    account, consent = hear(ACCOUNT, "customers")
    assert account.key == f"customer/7@{TEN_IN_ROME}"
    assert account.hints == (USER, Hint(IdentifierKind.EMAIL, "", "anna.prova@example.org"))
    assert account.founds
    assert account.profile == Profile(
        given_name="Anna",
        family_name="Prova",
        email="anna.prova@example.org",
        birthday_on="1980-04-01",
    )
    (one,) = consent.consents
    assert (one.purpose, one.granted, one.at) == (Purpose.MARKETING_EMAIL, True, TEN_IN_ROME)
    assert one.proof == "PrestaShop customer 7, newsletter: subscribed (from 192.0.2.7)"


def test_the_rows_of_one_guest_share_her_address_within_the_source():
    rows = [
        hear({**ACCOUNT, "id": n, "is_guest": "1", "newsletter_date_add": ""}, "customers") for n in (8, 9)
    ]
    typed = Hint(IdentifierKind.EMAIL, SOURCE, "anna.prova@example.org", verified=False)
    assert [heard.hints for (heard,) in rows] == [(typed,), (typed,)]
    assert [heard.same[0].value for (heard,) in rows] == ["8", "9"]


def test_who_had_subscribed_and_is_not_any_more_has_withdrawn():
    _, consent = hear({**ACCOUNT, "newsletter": "0", "date_upd": "2026-11-21 10:00:00"}, "customers")
    (one,) = consent.consents
    assert (one.granted, one.at) == (False, TEN_IN_ROME + 86_400_000)


def test_offers_of_partners_are_not_the_shops_and_a_box_without_a_day_proves_nothing():
    assert len(hear({**ACCOUNT, "newsletter_date_add": "0000-00-00 00:00:00"}, "customers")) == 1


@pytest.mark.parametrize("more", [{"deleted": "1"}, {"email": "anonymous@psgdpr.com"}, {"id": ""}])
def test_whom_the_shop_has_deleted_is_nobody(more):
    assert hear({**ACCOUNT, **more}, "customers") == ()


def test_an_address_fills_what_her_account_lacks_and_joins_nobody():
    (heard,) = hear(
        {
            "id": 4,
            "id_customer": "7",
            "phone": "011 555 0101",
            "phone_mobile": "333 000 1122",
            "address1": "Via Po 1",
            "postcode": "10124",
            "city": "Torino",
            "deleted": "0",
            "date_upd": "2026-11-20 10:00:00",
        },
        "addresses",
    )
    assert heard.hints == (USER,)
    assert heard.profile == Profile(
        phone="+393330001122", address="Via Po 1", postcode="10124", city="Torino"
    )


@pytest.mark.parametrize("more", [{"id_customer": "0"}, {"deleted": "1"}])
def test_an_address_of_nobodys_is_nothing(more):
    assert hear({"id": 4, "id_customer": "7", "city": "Torino", **more}, "addresses") == ()


def test_an_order_by_itself_and_with_its_state():
    (ordered,) = hear(ORDER, "orders")
    assert ordered.key == "order/5/ordered"
    assert ordered.hints == (USER,)
    assert ordered.event is not None
    assert (ordered.event.kind, ordered.event.at) == (EventKind.ORDERED, TEN_IN_ROME)
    assert (ordered.event.detail.order_number, ordered.event.detail.price_cents) == ("KHWLILZLL", 31800)
    (item,) = ordered.event.items
    assert (item.product_id, item.variant_id, item.sku, item.quantity) == ("1", "1/7", "NORA-BLACK-39", 2)
    assert (item.ean, item.price_cents) == ("2012345678903", 15900)


@pytest.mark.parametrize(
    ("state", "more", "keys"),
    [
        ({"id": 4, "shipped": "1", "template": "shipped"}, {}, ["ordered", "shipped"]),
        ({"id": 44, "shipped": "1"}, {"delivery_date": "2026-11-20 12:00:00"}, ["ordered", "shipped"]),
        ({"id": 40, "template": [{"id": "1", "value": "order_canceled"}]}, {}, ["ordered", "cancelled"]),
        ({}, {"current_state": "6"}, ["ordered", "cancelled"]),
        ({"id": 8, "template": "payment_error"}, {}, []),
    ],
)
def test_the_state_says_what_became_of_an_order(state, more, keys):
    heard = hear({"order": {**ORDER, **more}, "state": state}, "orders")
    assert [h.key for h in heard] == [f"order/5/{key}" for key in keys]
    sent = [h.event.at for h in heard if h.event and h.event.kind is EventKind.ORDER_SHIPPED]
    assert sent == ([TEN_IN_ROME + (7_200_000 if more else 86_400_000)] if "shipped" in keys else [])


def test_an_order_in_another_currency_counts_at_the_rate_of_its_day():
    (heard,) = hear({**ORDER, "conversion_rate": "1.060000"}, "orders")
    assert heard.event is not None
    assert heard.event.detail.price_cents == 30000


def test_a_shop_in_another_currency_adds_to_no_sum():
    (heard,) = hear(ORDER, "orders", PrestaTerms(source=SOURCE, currency="CHF"))
    assert heard.event is not None
    assert (heard.event.detail.price_cents, heard.event.detail.elsewhere) == (0, "318.00 CHF")


def test_a_credit_slip_is_a_refund():
    slip = {
        "id": 3,
        "id_order": "5",
        "id_customer": "7",
        "conversion_rate": "1.000000",
        "total_products_tax_incl": "159.000000",
        "total_shipping_tax_incl": "5.000000",
        "date_add": "2026-11-21 10:00:00",
    }
    (heard,) = hear(slip, "order_slip")
    assert heard.key == "order/5/refund/3"
    assert heard.hints == (USER,)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.detail.price_cents) == (EventKind.REFUNDED, 16400)


PRODUCT = {
    "product": {
        "id": 1,
        "name": [{"id": "1", "value": "Stringata Nora"}, {"id": "2", "value": "Nora lace-up"}],
        "description_short": [{"id": "1", "value": "<p>Pelle &amp; cuoio</p>"}],
        "reference": "NORA",
        "ean13": "0",
        "price": "130.000000",
        "shown_price": "158.600000",
        "active": "1",
        "id_default_image": "24",
        "date_upd": "2026-11-20 10:00:00",
    },
    "category": {"id": 3, "name": "Scarpe"},
    "combinations": [
        {
            "id": 7,
            "reference": "NORA-BLACK-39",
            "ean13": "2012345678903",
            "price": "10.000000",
            "associations": {"product_option_values": [{"id": "5"}, {"id": "6"}], "images": [{"id": "25"}]},
        }
    ],
    "values": [
        {"id": 5, "id_attribute_group": "1", "name": "39"},
        {"id": 6, "id_attribute_group": "2", "name": [{"id": "1", "value": "Nero"}]},
    ],
    "options": [
        {"id": 1, "is_color_group": "0", "name": "Taglia"},
        {"id": 2, "is_color_group": "1", "name": "Tinta unita"},
    ],
}


def test_a_product_comes_with_its_combinations_and_what_their_values_are_called():
    (product,) = told(PRODUCT, "products").products
    assert (product.key, product.name, product.family) == ("1", "Stringata Nora", "Scarpe")
    assert (product.description, product.gone) == ("Pelle & cuoio", False)
    assert product.picture == "https://shop.example.org/img/p/2/4/24.jpg"
    (variant,) = product.variants
    assert (variant.key, variant.sku, variant.colour, variant.size) == ("1/7", "NORA-BLACK-39", "Nero", "39")
    assert variant.price_cents == product.price_cents == 17080
    assert variant.picture == "https://shop.example.org/img/p/2/5/25.jpg"


def test_a_product_is_named_in_the_shops_language():
    (product,) = told(PRODUCT, "products", PrestaTerms(source=SOURCE, language="2")).products
    assert (product.name, product.picture) == ("Nora lace-up", "")


def test_a_product_without_combinations_is_its_only_variant():
    (product,) = told({"product": {**PRODUCT["product"], "active": "0"}}, "products").products
    assert [(v.key, v.sku, v.ean, v.price_cents) for v in product.variants] == [("1/0", "NORA", "", 15860)]
    assert product.gone


def test_the_stock_of_a_page_leaves_sums_out():
    rows = [
        {"id": 1, "id_product": "1", "id_product_attribute": "0", "quantity": "5"},
        {"id": 2, "id_product": "1", "id_product_attribute": "7", "quantity": "5"},
        {"id": 3, "id_product": "2", "id_product_attribute": "0", "quantity": "-2"},
        {"id": 4, "id_product": "", "quantity": "x"},
    ]
    assert told({"stock_availables": rows}, "stock_availables").levels == (
        HeardLevel(variant="1/7", quantity=5, counted_at=NOW),
        HeardLevel(variant="2/0", quantity=0, counted_at=NOW),
    )


XML = """<?xml version="1.0" encoding="UTF-8"?>
<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">
<customer>
 <id><![CDATA[7]]></id>
 <id_lang xlink:href="http://shop.example.org/api/languages/1"><![CDATA[1]]></id_lang>
 <lastname><![CDATA[PROVA]]></lastname><firstname><![CDATA[Anna]]></firstname>
 <email><![CDATA[anna.prova@example.org]]></email><is_guest>0</is_guest>
 <date_upd><![CDATA[2026-11-20 10:00:00]]></date_upd>
 <associations><groups nodeType="group"><group><id>3</id></group></groups></associations>
</customer>
</prestashop>"""


def test_xml_is_heard_as_json_is():
    (translation,) = translate(XML.encode(), "customers", TERMS, NOW)
    plain = {k: ACCOUNT[k] for k in ("id", "firstname", "lastname", "is_guest", "date_upd")}
    assert translation.heard == hear({**plain, "email": "anna.prova@example.org"}, "customers")
    assert read(XML.encode())["associations"] == {"groups": [{"id": "3"}]}


def test_a_list_in_xml_is_its_objects():
    several = b"<prestashop><orders><order><id>1</id></order><order><id>2</id></order></orders></prestashop>"
    assert markup.resources(several) == [{"id": "1"}, {"id": "2"}]
    assert markup.resources(b"<prestashop><orders/></prestashop>") == []
    named = b'<prestashop><o><id>1</id><name><language id="2">Nero</language></name></o></prestashop>'
    assert markup.resources(named) == [{"id": "1", "name": [{"id": "2", "value": "Nero"}]}]


BOMB = (
    '<!DOCTYPE a [<!ENTITY b0 "bbbbbbbbbb">'
    + "".join(f'<!ENTITY b{n} "' + 10 * f"&b{n - 1};" + '">' for n in range(1, 9))
    + "]><prestashop><customer><id>&b8;</id></customer></prestashop>"
)


@pytest.mark.parametrize(
    "body",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<a>" * 10_000,
        b"<a>&undeclared;</a>",
        b"<prestashop><errors><error><code>35</code></error></errors></prestashop>",
        b"<prestashop><customers>",
        b"<\xff",
        b"<",
        b"",
        b"[]",
        b"nonsense",
    ],
    ids=range(13),
)
def test_what_is_no_object_is_set_aside_and_nothing_is_expanded_or_fetched(body):
    (translation,) = translate(body, "customers", TERMS, NOW)
    assert translation.set_aside == ("customers: neither a JSON object nor XML",)


ODD = [None, True, -1, 1.5, "", "x", [], {}, [None], {"id": []}, "9" * 5000, "0000-00-00", "NaN", "\x00"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(
    ("resource", "said"),
    [
        ("customers", ACCOUNT),
        ("addresses", {"id": 1, "id_customer": "7", "phone": "1", "date_upd": "", "deleted": ""}),
        ("orders", ORDER),
        ("orders", {"order": ORDER, "state": {}}),
        (
            "order_slip",
            {"id": 1, "id_customer": "7", "conversion_rate": "1", "date_add": "2026-01-01 00:00:00"},
        ),
        ("products", PRODUCT),
        ("products", {"product": {"id": 1, "price": "1", "shown_price": "1", "name": "x"}}),
        ("stock_availables", {"id_product": "1", "id_product_attribute": "1", "quantity": "1"}),
    ],
    ids=range(8),
)
def test_odd_content_in_any_field_is_no_error(resource, said, odd):
    for field in said:
        body = json.dumps({**said, field: odd}).encode()
        for translation in translate(body, resource, TERMS, NOW):
            assert all("\x00" not in heard.key for heard in translation.heard)


def test_the_hour_that_is_there_twice_is_still_an_hour():
    (heard, _) = hear({**ACCOUNT, "date_upd": "2026-10-25 02:30:00"}, "customers")
    assert heard.modified_at == 1_792_888_200_000


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "resource", "heard", "products"),
    [
        ("customers_1", "customers", 2, 0),
        ("addresses_1", "addresses", 1, 0),
        ("addresses_4", "addresses", 1, 0),
        ("orders_5", "orders", 1, 0),
    ],
)
def test_the_recorded_answers_are_understood(name, resource, heard, products):
    file = SHARED / f"{name}.xml"
    if not file.is_file():
        pytest.skip("the recorded answers do not lie beside this checkout")
    (translation,) = translate(file.read_bytes(), resource, TERMS, NOW)
    assert translation.set_aside == ()
    assert (len(translation.heard), len(translation.products)) == (heard, products)


@pytest.mark.shared
def test_the_recorded_product_has_its_colours_and_sizes():
    if not SHARED.is_dir():
        pytest.skip("the recorded answers do not lie beside this checkout")

    def every(pattern: str) -> list[Any]:
        return [read(file.read_bytes()) for file in sorted(SHARED.glob(pattern))]

    whole = {
        "product": every("products_1.xml")[0],
        "combinations": every("combinations_*.xml"),
        "values": every("product_option_values_*.xml"),
        "options": every("product_options_*.xml"),
    }
    (product,) = told(whole, "products").products
    assert product.name == "Faded Short Sleeves T-shirt"
    assert sorted((v.colour, v.size) for v in product.variants) == [
        (colour, size) for colour in ("Blue", "Orange") for size in ("L", "M", "S")
    ]
    assert {v.price_cents for v in product.variants} == {1651}
