"""WooCommerce in our words: by own examples, and by what a real one sent where that is at hand."""

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.woocommerce.signature import sign, signature_holds
from clienteling.hub.connectors.woocommerce.translation import translate
from clienteling.timeline.values import EventKind

SHOP = "woocommerce:shop"
TERMS = Terms(source=SHOP)
RECEIVED = 1_795_350_000_000
LIVES = {
    "first_name": "MARTA",
    "last_name": "BELLINI",
    "address_1": "Via Inventata 1",
    "address_2": "scala B",
    "city": "Torino",
    "postcode": "10100",
    "email": "Marta.Bellini@example.org",
    "phone": "399 000 1122",
}
CUSTOMER = {
    "id": 71,
    "date_created_gmt": "2026-11-01T08:00:00",
    "date_modified_gmt": "2026-11-20T08:00:00",
    "email": "marta.bellini@example.org",
    "first_name": "Marta",
    "last_name": "Bellini",
    "role": "customer",
    "billing": LIVES,
    "meta_data": [
        {"key": "lang", "value": "it_IT"},
        {"key": "billing_birthday", "value": "1984-05-17"},
        {"key": "_billing_codice_fiscale", "value": "BLLMRT84E57L219X"},
    ],
}
ORDER = {
    "id": 501,
    "number": "2026-501",
    "status": "completed",
    "currency": "EUR",
    "customer_id": 71,
    "total": "129.80",
    "date_created_gmt": "2026-11-10T10:00:00",
    "date_modified_gmt": "2026-11-13T10:00:00",
    "date_paid_gmt": "2026-11-10T10:01:00",
    "date_completed_gmt": "2026-11-12T10:00:00",
    "billing": LIVES,
    "shipping_lines": [{"id": 3, "total": "6.90"}],
    "line_items": [
        {
            "product_id": 31,
            "variation_id": 0,
            "quantity": 2,
            "sku": "BEANIE",
            "name": "Beanie",
            "total": "100.00",
            "total_tax": "22.00",
        },
        {
            "product_id": 11,
            "variation_id": 34,
            "quantity": 1,
            "name": "Hoodie - Blu",
            "parent_name": "Hoodie",
        },
    ],
    "refunds": [{"id": 502, "reason": "Taglia sbagliata", "total": "-10.00"}],
    "meta_data": [
        {"key": "_wc_order_attribution_utm_source", "value": "instagram"},
        {"key": "_wc_order_attribution_utm_campaign", "value": "Autunno"},
    ],
}


def told(said: object, call: str = "orders", terms: Terms = TERMS):
    return translate(msgspec.json.encode(said), call, terms, RECEIVED)


def by_key(said: dict, **changes):
    return {heard.key: heard for heard in told(said | changes).heard}


def test_a_customer_founds_and_her_account_vouches_for_her_address_but_not_for_her_telephone():
    (heard,) = told(CUSTOMER, "customer.updated").heard
    assert heard.founds
    assert heard.modified_at == 1_795_161_600_000
    assert heard.key == f"customer/71@{heard.modified_at}"
    assert heard.hints == (
        Hint(IdentifierKind.USER, SHOP, "71"),
        Hint(IdentifierKind.EMAIL, "", "marta.bellini@example.org"),
    )
    said = heard.profile
    assert (said.given_name, said.family_name, said.language) == ("Marta", "Bellini", "it")
    assert (said.phone, said.birthday_on, said.city) == ("+393990001122", "1984-05-17", "Torino")
    assert said.address == "Via Inventata 1, scala B"
    assert "BLLMRT" not in repr(heard)


def test_the_same_customer_told_again_after_an_order_is_the_same_item():
    again = CUSTOMER | {"meta_data": [], "is_paying_customer": True}
    assert told(again, "customers").heard[0].key == told(CUSTOMER, "customer.created").heard[0].key


def test_who_runs_the_shop_is_no_customer():
    assert told(CUSTOMER | {"role": "administrator"}, "customers").heard == ()
    assert told(CUSTOMER | {"role": "editor", "is_paying_customer": True}, "customers").heard


def test_an_order_tells_all_that_has_happened_to_it_each_with_a_key_of_its_own():
    heard = by_key(ORDER)
    assert list(heard) == ["order/501/ordered", "order/501/shipped", "order/501/refund/502"]
    ordered, shipped, refund = (one.event for one in heard.values())
    assert [one.kind for one in (ordered, shipped, refund)] == [
        EventKind.ORDERED,
        EventKind.ORDER_SHIPPED,
        EventKind.REFUNDED,
    ]
    assert (ordered.detail.order_number, ordered.detail.price_cents) == ("2026-501", 12_980)
    assert (ordered.detail.advert_title, ordered.at) == ("Autunno", 1_794_304_800_000)
    assert [(i.sku, i.product_id, i.variant_id, i.quantity, i.price_cents) for i in ordered.items] == [
        ("BEANIE", "31", "", 2, 6_100),
        ("", "11", "34", 1, 0),
    ]
    assert (refund.text, refund.detail.price_cents) == ("Taglia sbagliata", 1_000)
    assert {one.hints for one in heard.values()} == {(Hint(IdentifierKind.USER, SHOP, "71"),)}


def test_a_guest_is_called_what_she_typed_and_that_joins_nobody():
    guest = by_key(ORDER, customer_id=0)["order/501/ordered"]
    assert guest.hints == (
        Hint(IdentifierKind.EMAIL, SHOP, "marta.bellini@example.org", verified=False),
        Hint(IdentifierKind.PHONE, SHOP, "+393990001122", verified=False),
    )
    assert (guest.profile.given_name, guest.founds) == ("Marta", True)
    trusting = msgspec.structs.replace(TERMS, trust_guest_email=True)
    assert all(hint.verified for hint in told(ORDER | {"customer_id": 0}, terms=trusting).heard[0].hints)


def test_guests_who_were_erased_at_the_shop_are_nobody():
    assert by_key(ORDER, customer_id=0, billing={"email": "deleted@site.invalid"}) == {}


@pytest.mark.parametrize("status", ["pending", "failed", "checkout-draft", "trash"])
def test_what_is_no_order_yet_is_not_told(status):
    assert "order/501/ordered" not in by_key(ORDER, status=status, refunds=[])


def test_a_cancelled_order_was_one_only_if_it_was_paid():
    assert list(by_key(ORDER, status="cancelled", refunds=[])) == ["order/501/ordered", "order/501/cancelled"]
    assert list(by_key(ORDER, status="cancelled", date_paid_gmt=None, refunds=[])) == ["order/501/cancelled"]


def test_what_needs_no_parcel_was_not_sent():
    assert "order/501/shipped" not in by_key(ORDER, shipping_lines=[])


def test_another_currency_is_said_and_not_added_up():
    ordered = by_key(ORDER, currency="USD")["order/501/ordered"].event
    assert (ordered.detail.price_cents, ordered.detail.elsewhere) == (0, "129.80 USD")
    assert {item.price_cents for item in ordered.items} == {0}


SIMPLE = {
    "id": 31,
    "type": "simple",
    "status": "publish",
    "name": "Cuffia",
    "sku": "CUFFIA",
    "global_unique_id": "8001234567890",
    "price": "18",
    "short_description": "<p>Di <b>lana</b>.</p>",
    "date_modified_gmt": "2026-11-20T08:00:00",
    "manage_stock": True,
    "stock_quantity": 7,
    "categories": [{"name": "Accessori"}],
    "images": [{"src": "https://shop.example.org/cuffia.jpg"}],
    "attributes": [{"name": "Colore", "slug": "pa_colore", "options": ["Rosso"]}],
}
VARIABLE = {"id": 11, "type": "variable", "status": "publish", "name": "Felpa", "variations": [34, 35]}
VARIATIONS = [
    {
        "id": number,
        "type": "variation",
        "sku": f"FELPA-{size}",
        "price": "45.00",
        "manage_stock": stock is not None,
        "stock_quantity": stock,
        "attributes": [{"slug": "pa_taglia", "name": "Taglia", "option": size}],
        "image": {"src": f"https://shop.example.org/{number}.jpg"},
    }
    for number, size, stock in ((34, "M", 3), (35, "L", None))
]


def test_a_simple_product_is_its_own_variant():
    translation = told(SIMPLE, "product.updated")
    (product,) = translation.products
    assert (product.key, product.name, product.family) == ("31", "Cuffia", "Accessori")
    assert (product.price_cents, product.gone) == (1_800, False)
    assert "lana" in product.description
    assert "<" not in product.description
    (variant,) = product.variants
    assert (variant.key, variant.sku, variant.ean, variant.colour) == (
        "31",
        "CUFFIA",
        "8001234567890",
        "Rosso",
    )
    (level,) = translation.levels
    assert (level.variant, level.quantity, level.counted_at) == ("31", 7, product.modified_at)


def test_a_variable_product_has_the_variations_that_were_asked_for_beside():
    translation = told({"product": VARIABLE, "variations": VARIATIONS}, "products")
    (product,) = translation.products
    assert product.price_cents == 4_500
    assert [(v.key, v.size, v.picture[-6:]) for v in product.variants] == [
        ("34", "M", "34.jpg"),
        ("35", "L", "35.jpg"),
    ]
    assert [(level.variant, level.quantity) for level in translation.levels] == [("34", 3)]


def test_a_variable_product_by_itself_waits_for_its_variations():
    assert told(VARIABLE, "product.updated").products == ()


def test_a_variation_by_itself_tells_its_stock():
    assert told(VARIATIONS[0], "product.updated").levels[0].variant == "34"


@pytest.mark.parametrize(("changes", "gone"), [({"status": "draft"}, True), ({"status": "private"}, False)])
def test_what_is_not_on_sale_is_gone(changes, gone):
    assert told(SIMPLE | changes, "products").products[0].gone is gone


def test_a_deleted_product_is_gone_and_a_closed_account_is_not():
    assert told({"id": 31}, "product.deleted").products[0].gone
    assert told({"id": 71}, "customer.deleted").set_aside == ("deleted from customers",)


@pytest.mark.parametrize(
    ("body", "call"),
    [
        (b"", "order.updated"),
        (b"\xff", "order.updated"),
        (b"[" * 90_000, "order.updated"),
        (b"[]", "order.updated"),
        (b"{}", "coupon.created"),
        (b'{"action":"x","arg":1}', "action.woocommerce_add_to_cart"),
        (b"{}", ""),
    ],
)
def test_what_is_not_understood_is_set_aside(body, call):
    translation = translate(body, call, TERMS, RECEIVED)
    assert translation.set_aside
    assert not translation.heard


def test_a_signature_is_of_these_very_bytes():
    body, secret = b'{"id":1}', "s&<é>"
    assert signature_holds(body, sign(body, secret), secret)
    assert not signature_holds(body + b" ", sign(body, secret), secret)
    assert not signature_holds(body, "", secret)
    assert not signature_holds(body, sign(body, "other"), secret)
