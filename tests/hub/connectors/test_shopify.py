import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Heard, HeardConsent, Hint, PrivacyWish, Profile, Translation
from clienteling.hub.connectors.shop import Terms
from clienteling.hub.connectors.shopify import signature
from clienteling.hub.connectors.shopify.translation import translate
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
SOURCE = "shopify:shop"
TERMS = Terms(source=SOURCE)
SHARED = Path(__file__).parents[3] / "../shared/payloads/shopify"
HER_ID = 706405506930370084
USER = Hint(IdentifierKind.USER, SOURCE, str(HER_ID))
ADDRESS = {
    "address1": "Via Po 1",
    "address2": None,
    "city": "Torino",
    "zip": "10124",
    "phone": "+39 333 000 1122",
}
ACCOUNT = {
    "id": HER_ID,
    "admin_graphql_api_id": f"gid://shopify/Customer/{HER_ID}",
    "email": "Anna.Prova@example.org",
    "first_name": "Anna",
    "last_name": "PROVA",
    "state": "enabled",
    "verified_email": True,
    "phone": None,
    "updated_at": "2026-11-20T10:00:00+01:00",
    "default_address": ADDRESS,
}
GUEST = {**ACCOUNT, "state": "disabled"}
NORA = {
    "id": 1,
    "product_id": 11,
    "variant_id": 111,
    "sku": "NORA-BLACK-39",
    "title": "Stringata Nora",
    "quantity": 2,
    "price": "159.00",
}
ORDER = {
    "id": 820982911946154508,
    "name": "#1001",
    "created_at": "2026-11-20T10:00:00+01:00",
    "updated_at": "2026-11-20T10:00:05+01:00",
    "currency": "EUR",
    "total_price": "318.00",
    "source_name": "web",
    "customer": ACCOUNT,
    "line_items": [NORA],
    "fulfillments": [],
    "refunds": [],
}
ORDERED_AT = 1_795_165_200_000


def told(said: dict[str, Any], topic: str, terms: Terms = TERMS) -> Translation:
    (translation,) = translate(msgspec.json.encode(said), topic, terms, NOW)
    return translation


def hear(said: dict[str, Any], topic: str, terms: Terms = TERMS) -> tuple[Heard, ...]:
    translation = told(said, topic, terms)
    assert not translation.set_aside
    return translation.heard


def test_an_account_is_a_customer_whose_address_the_shop_vouches_for():
    (heard,) = hear(ACCOUNT, "customers/update")
    assert heard.key == f"customer/{HER_ID}@{ORDERED_AT}"
    assert heard.hints == (USER, Hint(IdentifierKind.EMAIL, "", "anna.prova@example.org"))
    assert heard.founds
    assert heard.modified_at == ORDERED_AT
    assert heard.profile == Profile(
        given_name="Anna",
        family_name="Prova",
        email="anna.prova@example.org",
        phone="+393330001122",
        address="Via Po 1",
        postcode="10124",
        city="Torino",
    )


@pytest.mark.parametrize(
    "said", [GUEST, {**ACCOUNT, "verified_email": False}, {**ACCOUNT, "state": "invited"}]
)
def test_who_only_typed_an_address_goes_by_it_within_the_source(said):
    (heard,) = hear(said, "customers/create")
    assert heard.hints[1] == Hint(IdentifierKind.EMAIL, SOURCE, "anna.prova@example.org", verified=False)


def test_how_far_an_address_counts_is_the_settings_word():
    strict, trusting = Terms(source=SOURCE, trust_email=False), Terms(source=SOURCE, trust_guest_email=True)
    assert not hear(ACCOUNT, "customers/create", strict)[0].hints[1].verified
    assert hear(GUEST, "customers/create", trusting)[0].hints[1].verified


def test_the_id_of_the_gid_counts_where_a_program_between_lost_digits():
    (heard,) = hear({**ACCOUNT, "id": 706405506930370000}, "customers/update")
    assert heard.hints[0] == USER


@pytest.mark.parametrize(
    ("agreed", "consent"),
    [
        (
            {
                "email_marketing_consent": {
                    "state": "subscribed",
                    "opt_in_level": "confirmed_opt_in",
                    "consent_updated_at": "2026-11-20T09:00:00Z",
                }
            },
            HeardConsent(
                purpose=Purpose.MARKETING_EMAIL,
                granted=True,
                at=ORDERED_AT,
                proof=f"Shopify customer {HER_ID}, email marketing: subscribed (confirmed opt in)",
            ),
        ),
        (
            {"sms_marketing_consent": {"state": "unsubscribed", "consent_updated_at": None}},
            HeardConsent(
                purpose=Purpose.MARKETING_MESSAGE,
                granted=False,
                at=ORDERED_AT,
                proof=f"Shopify customer {HER_ID}, sms marketing: unsubscribed",
            ),
        ),
    ],
)
def test_a_consent_is_told_with_its_proof(agreed, consent):
    _, heard = hear({**ACCOUNT, **agreed}, "customers/update")
    assert heard.consents == (consent,)


@pytest.mark.parametrize(
    "agreed",
    [
        {"state": "not_subscribed", "consent_updated_at": "2026-11-20T09:00:00Z"},
        {"state": "pending", "consent_updated_at": "2026-11-20T09:00:00Z"},
        {"state": "subscribed", "consent_updated_at": None},
        {"state": None},
        None,
        "yes",
    ],
)
def test_what_proves_no_consent_is_none(agreed):
    assert len(hear({**ACCOUNT, "email_marketing_consent": agreed}, "customers/update")) == 1


def test_a_consent_told_alone_is_the_one_that_her_account_tells():
    agreed = {"state": "unsubscribed", "opt_in_level": None, "consent_updated_at": "2026-11-20T09:00:00Z"}
    alone = {"customer_id": HER_ID, "email_address": None, "email_marketing_consent": agreed}
    (heard,) = hear(alone, "customers_email_marketing_consent/update")
    _, of_account = hear({**ACCOUNT, "email_marketing_consent": agreed}, "customers/update")
    assert (heard.key, heard.consents) == (of_account.key, of_account.consents)
    assert heard.hints == (USER,)


def test_a_finished_merge_says_that_two_accounts_are_hers():
    gids = {
        "admin_graphql_api_customer_kept_id": "gid://shopify/Customer/1",
        "admin_graphql_api_customer_deleted_id": "gid://shopify/Customer/2",
    }
    (heard,) = hear({**gids, "status": "completed"}, "customers/merge")
    assert heard.hints == (Hint(IdentifierKind.USER, SOURCE, "1"),)
    assert heard.same == (Hint(IdentifierKind.USER, SOURCE, "2"),)
    assert hear({**gids, "status": "failed"}, "customers/merge") == ()


def test_an_order_is_all_that_it_implies_each_with_a_key_of_its_own():
    refund = {
        "id": 38,
        "created_at": "2026-11-21T10:00:00Z",
        "refund_line_items": [{"quantity": 1, "subtotal": "159.00", "line_item": NORA}],
        "transactions": [{"kind": "refund", "status": "success", "amount": "150.00", "currency": "EUR"}],
    }
    whole = {
        **ORDER,
        "fulfillments": [
            {"id": 5, "status": "success", "created_at": "2026-11-20T12:00:00Z", "line_items": [NORA]},
            {"id": 6, "status": "cancelled", "created_at": "2026-11-20T12:00:00Z"},
        ],
        "refunds": [refund],
        "cancelled_at": "2026-11-21T11:00:00Z",
    }
    heard = hear(whole, "orders/updated")
    one = "order/820982911946154508"
    assert [h.key for h in heard] == [
        f"{one}/hers@{ORDERED_AT + 5_000}",
        f"{one}/ordered",
        f"{one}/shipped/5",
        f"{one}/cancelled",
        f"{one}/refund/38",
    ]
    events = [h.event for h in heard if h.event]
    assert [(e.kind, e.detail.order_number, e.detail.price_cents) for e in events] == [
        (EventKind.ORDERED, "1001", 31800),
        (EventKind.ORDER_SHIPPED, "1001", 0),
        (EventKind.ORDER_CANCELLED, "1001", 0),
        (EventKind.REFUNDED, "1001", 15000),
    ]
    assert events[0].at == ORDERED_AT
    assert [(i.sku, i.variant_id, i.quantity, i.price_cents) for i in events[0].items] == [
        ("NORA-BLACK-39", "111", 2, 15900)
    ]
    assert [(i.sku, i.quantity) for i in events[3].items] == [("NORA-BLACK-39", 1)]


def test_a_refund_told_alone_is_the_one_that_its_order_tells_and_waits_for_her_there():
    refund = {"id": 38, "order_id": ORDER["id"], "created_at": "2026-11-21T10:00:00Z"}
    (alone,) = hear(refund, "refunds/create")
    within = hear({**ORDER, "refunds": [refund]}, "orders/updated")
    assert alone.key == within[-1].key
    assert alone.hints == (Hint(IdentifierKind.ANONYMOUS, SOURCE, "order/820982911946154508"),)
    assert alone.hints[0] in within[0].hints
    assert USER in within[0].hints


def test_an_order_as_the_admin_api_gives_it_is_the_order_of_the_webhook():
    asked = {
        "id": "820982911946154508",
        "admin_graphql_api_id": "gid://shopify/Order/820982911946154508",
        "name": "#1001",
        "created_at": "2026-11-20T09:00:00Z",
        "updated_at": "2026-11-20T09:00:05Z",
        "total_price_set": {"shop_money": {"amount": "318.0", "currency_code": "EUR"}},
        "source_name": "web",
        "customer": {**ACCOUNT, "id": str(HER_ID), "state": "ENABLED", "updated_at": "2026-11-20T09:00:00Z"},
        "line_items": {
            "nodes": [
                {
                    "title": "Stringata Nora",
                    "sku": "NORA-BLACK-39",
                    "quantity": 2,
                    "price_set": {"shop_money": {"amount": "159.0", "currency_code": "EUR"}},
                    "variant": {"id": "111"},
                    "product": {"id": "11"},
                }
            ]
        },
        "fulfillments": [],
        "refunds": [],
    }
    assert hear(asked, "orders") == hear(ORDER, "orders/create")


def test_an_order_without_a_customer_is_its_guests():
    (heard,) = hear({**ORDER, "customer": None, "email": "ospite@example.org"}, "orders/create")
    assert heard.hints == (Hint(IdentifierKind.EMAIL, SOURCE, "ospite@example.org", verified=False),)
    assert heard.founds


def test_an_order_that_names_nobody_is_nobodys():
    assert hear({**ORDER, "customer": None}, "orders/create") == ()


def test_an_order_in_another_currency_adds_to_no_sum():
    (heard,) = hear({**ORDER, "currency": "USD"}, "orders/create")
    assert heard.event is not None
    assert (heard.event.detail.price_cents, heard.event.detail.elsewhere) == (0, "318.00 USD")


def test_what_a_foreign_buyer_paid_counts_in_the_shops_currency():
    both = {
        "shop_money": {"amount": "318.00", "currency_code": "EUR"},
        "presentment_money": {"amount": "345.00", "currency_code": "USD"},
    }
    (heard,) = hear({**ORDER, "total_price_set": both}, "orders/create")
    assert heard.event is not None
    assert heard.event.detail.price_cents == 31800


def test_a_receipt_of_the_till_is_no_online_order():
    (heard,) = hear({**ORDER, "source_name": "pos"}, "orders/create")
    assert heard.event is not None
    assert heard.event.channel is Channel.SHOP


def test_a_checkout_and_its_cart_are_one_basket():
    cart = {"token": "c-1", "created_at": "2026-11-20T08:00:00Z", "line_items": [NORA]}
    checkout = {**ORDER, "id": 9, "cart_token": "c-1"}
    (in_cart,) = hear(cart, "carts/update")
    in_checkout, marked = hear(checkout, "checkouts/create")
    assert in_cart.key == in_checkout.key == "cart/c-1/111"
    assert in_cart.hints == (Hint(IdentifierKind.ANONYMOUS, SOURCE, "cart/c-1"),)
    assert in_cart.hints[0] in in_checkout.hints
    assert in_cart.event is not None
    assert (in_cart.event.kind, in_cart.event.channel) == (EventKind.BASKET_ADDED, Channel.BASKET)
    (abandoned,) = hear({**checkout, "cart_token": None}, "checkouts")
    assert (abandoned.key, marked.key, marked.event) == ("checkout/9/111", "checkout/9/111", None)


PRODUCT = {
    "id": 11,
    "title": "Stringata Nora",
    "product_type": "Scarpe",
    "body_html": "<p>Pelle &amp; cuoio.<br>Fatta a mano.</p><script>alert(1)</script>",
    "status": "active",
    "updated_at": "2026-11-20T10:00:00+01:00",
    "options": [{"name": "Colore", "position": 1}, {"name": "Taglia", "position": 2}],
    "images": [{"id": 3, "src": "https://example.org/a.jpg"}, {"id": 4, "src": "https://example.org/b.jpg"}],
    "variants": [
        {
            "id": 111,
            "sku": "NORA-BLACK-39",
            "barcode": "2012345678903",
            "option1": "Nero",
            "option2": "39",
            "price": "159.00",
            "inventory_item_id": 77,
            "image_id": 4,
        }
    ],
}


def test_a_product_comes_with_its_variants():
    translation = told(PRODUCT, "products/update")
    (product,) = translation.products
    assert translation.levels == ()
    assert (product.key, product.name, product.family) == ("11", "Stringata Nora", "Scarpe")
    assert product.description == "Pelle & cuoio. Fatta a mano."
    assert (product.price_cents, product.picture, product.gone) == (15900, "https://example.org/a.jpg", False)
    assert product.modified_at == ORDERED_AT
    (variant,) = product.variants
    assert (variant.key, variant.counted_as, variant.colour, variant.size) == ("111", "77", "Nero", "39")
    assert (variant.sku, variant.ean, variant.price_cents) == ("NORA-BLACK-39", "2012345678903", 15900)
    assert variant.picture == "https://example.org/b.jpg"


def test_a_product_that_was_asked_for_has_its_options_by_name():
    asked = {
        "id": "11",
        "title": "Stringata Nora",
        "updated_at": "2026-11-20T09:00:00Z",
        "image": {"preview": {"image": {"url": "https://example.org/a.jpg"}}},
        "variants": {
            "nodes": [
                {
                    "id": "111",
                    "price": "159.00",
                    "selected_options": [{"name": "Size", "value": "39"}],
                    "inventory_item": {"id": "77"},
                    "media": {"nodes": [{"preview": {"image": {"url": "https://example.org/b.jpg"}}}]},
                }
            ]
        },
    }
    (product,) = told(asked, "products").products
    (variant,) = product.variants
    assert (variant.size, variant.counted_as, variant.picture) == ("39", "77", "https://example.org/b.jpg")
    assert product.picture == "https://example.org/a.jpg"


def test_stock_told_alone_names_what_the_variant_is_counted_as():
    said = {
        "inventory_item_id": 77,
        "location_id": 5,
        "available": 0,
        "updated_at": "2026-11-20T10:00:00+01:00",
    }
    (level,) = told(said, "inventory_levels/update").levels
    assert (level.variant, level.place, level.quantity, level.counted_at) == ("77", "5", 0, ORDERED_AT)
    assert told({**said, "available": None}, "inventory_levels/update").levels == ()
    counts = [{"name": "available", "quantity": 0}, {"name": "incoming", "quantity": 2}]
    asked = {"inventory_item": {"id": "77"}, "location": {"id": "5"}, "quantities": counts}
    (again,) = told({**asked, "updated_at": "2026-11-20T09:00:00Z"}, "inventory_levels").levels
    assert again == msgspec.structs.replace(level, incoming=2)


def test_a_product_not_sold_any_more_is_gone():
    assert told({**PRODUCT, "status": "archived"}, "products/update").products[0].gone
    (gone,) = told({"id": 11}, "products/delete").products
    assert (gone.key, gone.gone) == ("11", True)


HER = {"id": HER_ID, "email": "anna.prova@example.org", "phone": None}


@pytest.mark.parametrize(
    ("topic", "more", "wish", "key"),
    [
        (
            "customers/data_request",
            {"data_request": {"id": 9999}},
            PrivacyWish.FILE,
            f"file/{HER_ID}/9999",
        ),
        ("customers/redact", {"orders_to_redact": [1]}, PrivacyWish.ERASURE, f"erasure/{HER_ID}/"),
    ],
)
def test_what_the_law_lets_her_ask_is_passed_on(topic, more, wish, key):
    (heard,) = hear({"shop_domain": "shop.myshopify.com", "customer": HER, **more}, topic)
    assert heard.wish is wish
    assert heard.key.startswith(key)
    assert heard.hints[0] == USER
    assert not any(hint.verified for hint in heard.hints[1:])


def test_a_shop_that_left_is_forgotten():
    assert told({"shop_id": 1, "shop_domain": "shop.myshopify.com"}, "shop/redact").forget


@pytest.mark.parametrize("topic", ["themes/publish", "customers/delete", "app/uninstalled", "x <b> 'y'"])
def test_a_topic_that_is_not_read_is_set_aside_by_name(topic):
    translation = told({"id": 1}, topic)
    assert translation.heard == ()
    assert translation.set_aside[0].startswith("".join(c for c in topic if c.isalnum() or c in "/_."))
    assert "<" not in translation.set_aside[0]


@pytest.mark.parametrize("body", [b"", b"[]", b'"x"', b"{", b"\xff", b'{"id":"\\ud800"}', b"null"])
@pytest.mark.parametrize("topic", ["customers/update", "orders/create", "shop/redact", "products/update"])
def test_what_is_no_object_is_set_aside(body, topic):
    (translation,) = translate(body, topic, TERMS, NOW)
    assert translation.set_aside == (f"{topic}: not a JSON object",)
    assert not translation.forget


ODD = [None, True, -1, 1.5, "", "x", [], {}, [None], {"nodes": 1}, "9" * 5000, 10**30, "\u202eX\x00"]


@pytest.mark.parametrize("odd", ODD, ids=repr)
@pytest.mark.parametrize(("topic", "said"), [
    ("customers/update", {**ACCOUNT, "email_marketing_consent": {"state": "subscribed"}}),
    ("orders/updated", {**ORDER, "refunds": [{"id": 1}], "cancelled_at": ""}),
    ("products/update", PRODUCT),
    ("checkouts/update", ORDER),
    ("inventory_levels/update", {"available": 1, "inventory_item_id": 1}),
    ("customers/redact", {"customer": HER}),
])  # fmt: skip
def test_odd_content_in_any_field_is_no_error(topic, said, odd):
    for field in said:
        for translation in translate(json.dumps({**said, field: odd}).encode(), topic, TERMS, NOW):
            assert all("\x00" not in h.key and len(h.key) < 2_000 for h in translation.heard)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<b>Anna</b>", "<b>Anna</b>"),
        ('=HYPERLINK("x")', '=HYPERLINK("x")'),
        ("Anna 🌸", "Anna 🌸"),
        ("שרה", "שרה"),
        ("\u202eannA\x00\x1b[31m", "annA[31m"),
        ("  Anna\u2066 ", "Anna"),
    ],
)
def test_names_are_plain_text_whatever_is_in_them(written, read):
    (heard,) = hear({**ACCOUNT, "first_name": written}, "customers/update")
    assert heard.profile is not None
    assert heard.profile.given_name == read


def test_a_clock_that_is_years_off_tells_nothing_of_the_future():
    (heard,) = hear({**ORDER, "created_at": "2031-01-01T00:00:00Z"}, "orders/create")
    assert heard.event is not None
    assert heard.event.at == NOW


def test_the_signature_is_over_the_bytes_as_they_came():
    wire = '{"first_name":"Zoë"}'.encode()
    signed = signature.sign(wire, "app-secret")
    assert signature.holds(wire, signed, "app-secret")
    assert not signature.holds(wire + b" ", signed, "app-secret")
    assert not signature.holds(wire, signed, "other")
    assert not signature.holds(wire, "", "app-secret")
    assert not signature.holds(wire, "è", "app-secret")
    assert not signature.holds(wire, signature.sign(wire, ""), "")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("topic", "heard", "products"),
    [
        ("customers.create", 1, 0),
        ("customers.update", 1, 0),
        ("customers.merge", 0, 0),
        ("customers_email_marketing_consent.update", 0, 0),
        ("orders.create", 2, 0),
        ("orders.updated", 2, 0),
        ("orders.paid", 2, 0),
        ("orders.cancelled", 2, 0),
        ("orders.fulfilled", 2, 0),
        ("refunds.create", 1, 0),
        ("checkouts.create", 4, 0),
        ("carts.update", 1, 0),
        ("products.update", 0, 1),
    ],
)
def test_the_recorded_webhooks_are_understood(topic, heard, products):
    file = SHARED / f"webhook-2024-10-{topic}.json"
    if not file.is_file():
        pytest.skip("the recorded webhooks do not lie beside this checkout")
    recorded = json.loads(file.read_bytes())
    translation = told(recorded["body"], recorded["headers"]["x-shopify-topic"])
    assert translation.set_aside == ()
    assert (len(translation.heard), len(translation.products)) == (heard, products)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "topic", "least"),
    [
        ("orders", "orders", 1),
        ("order", "orders", 1),
        ("customer", "customers", 1),
        ("checkouts", "checkouts", 1),
    ],
)
def test_the_recorded_answers_of_the_old_admin_api_are_understood_too(name, topic, least):
    file = SHARED / f"rest-{name}.json"
    if not file.is_file():
        pytest.skip("the recorded answers do not lie beside this checkout")
    (said,) = json.loads(file.read_bytes()).values()
    every = said if isinstance(said, list) else [said]
    assert len([h for one in every for h in hear(one, topic)]) >= least
