"""From a shop's own systems to our customers: asked and told, twice, late and in any order."""

import itertools
from typing import Any

import msgspec
import pytest
import requests
import sqlalchemy as sa
from litestar import Litestar

from clienteling.consents.tables import consent
from clienteling.customers.aliases import her
from clienteling.customers.tables import customer, identifier
from clienteling.hub.connectors.shopify import signature
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.intake.tables import raw_payload, taken_item
from clienteling.hub.intake.webhook_routes import webhook_router
from clienteling.hub.intake.worker import Intake
from clienteling.hub.privacy.forgotten import Forgotten
from clienteling.hub.privacy.wishes import Door as WishDoor
from clienteling.hub.sources import section
from clienteling.hub.sources.poller import Poller
from clienteling.hub.sources.tables import source_position
from clienteling.notes.tables import note as note_table
from clienteling.privacy.tables import privacy_request
from clienteling.timeline.tables import event
from sync.hub.gone.remembered import Remembered
from tests.hub.intake.conftest import Door, keyed
from tests.hub.little_house import NOW, rows
from tests.hub.sources import fake_magento, fake_prestashop, fake_shopify
from tests.hub.sources.test_magento import order as magento_order
from tests.hub.sources.test_prestashop import STATES
from tests.hub.sources.test_prestashop import customer as presta_customer
from tests.hub.sources.test_prestashop import order as presta_order
from tests.hub.sources.test_shopify import customer as shopify_customer
from tests.hub.sources.test_shopify import order as shopify_order


@pytest.fixture
def hear(store, shop, tmp_path):
    """Asks the whole shop once and works through all that it said; more may be told beforehand or after."""
    made: list[Any] = []

    def connect(kind: str, **said: Any) -> Any:
        source = section.read("shop", {"kind": kind, "url": shop.url, **said})
        intake = Intake(store, [source], keyed)
        intake.wishes.append(WishDoor(Forgotten(tmp_path, Remembered(tmp_path))))
        poller = Poller(store, {source.id: source}, lambda: None, lambda: NOW)
        made.extend((poller, intake))

        def ask() -> None:
            while poller.turn():
                pass
            intake.work()

        def tell(call: str, *bodies: dict[str, Any]) -> None:
            for body in bodies:
                intake.keep(source.id, call, msgspec.json.encode(body), call)
            intake.work()

        return ask, tell

    yield connect
    for one in made:
        one.close()


def new_people(store) -> list[Any]:
    return [row for row in rows(store, customer) if row.given_name not in {"Anna", "Bea"} or row.email]


def told(store) -> list[tuple[str, str]]:
    found = rows(store, event)
    return sorted((row.kind, row.source_id) for row in found)


def test_shopify_asked_makes_her_a_customer_with_her_orders(store, shop, hear):
    buyers = [shopify_customer(7), shopify_customer(8)]
    shop.answer = fake_shopify.FakeShopify(
        customers=buyers,
        orders=[shopify_order(1), shopify_order(2)],
        abandonedCheckouts=[],
        products=[],
        locations=[],
    )
    ask, _ = hear("shopify", access_token=fake_shopify.TOKEN)
    ask()
    people = {row.email: row for row in new_people(store)}
    assert set(people) == {"anna7@example.org", "anna8@example.org"}
    hers = people["anna7@example.org"]
    assert (hers.given_name, hers.family_name) == ("Anna", "Prova 7")
    assert {row.customer_id for row in rows(store, event)} == {hers.id}
    (first, _second) = rows(store, event)
    assert first.detail["items"][0]["variant_id"] == "nora-black-39"
    ask()
    assert len(told(store)) == 2


CREATED, UPDATED = "2026-11-20T09:00:00Z", "2026-11-21T09:00:00Z"
LINE = {"title": "Nora", "sku": "NORA-BLACK-39", "variant_id": 111, "quantity": 1, "price": "159.00"}
REFUND = {"id": 38, "order_id": 1, "created_at": UPDATED, "refund_line_items": []}
WEBHOOK = {
    "id": 1,
    "name": "#1",
    "created_at": CREATED,
    "updated_at": CREATED,
    "currency": "EUR",
    "total_price": "159.00",
    "customer": {"id": 7, "state": "enabled", "verified_email": True, "email": "anna7@example.org"},
    "line_items": [LINE],
}
ACCOUNT = {**WEBHOOK["customer"], "first_name": "Anna", "last_name": "Prova", "updated_at": CREATED}
MOVED = {**ACCOUNT, "last_name": "Nuova", "updated_at": UPDATED}
TOLD = (
    ("customers/create", ACCOUNT),
    ("orders/create", WEBHOOK),
    ("refunds/create", REFUND),
    ("orders/updated", {**WEBHOOK, "refunds": [REFUND], "updated_at": UPDATED}),
    ("customers/update", MOVED),
)


@pytest.mark.parametrize("order", list(itertools.permutations(range(5)))[::11])
def test_whatever_the_order_in_which_shopify_tells_there_is_one_truth(store, hear, order):
    _, tell = hear("shopify")
    for n in order:
        tell(*TOLD[n])
    for n in reversed(order):
        tell(*TOLD[n])
    (she,) = new_people(store)
    assert (she.family_name, she.email) == ("Nuova", "anna7@example.org")
    assert told(store) == [("ordered", "order/1/ordered"), ("refunded", "order/1/refund/38")]
    assert {row.customer_id for row in rows(store, event)} == {she.id}


def test_two_accounts_that_shopify_made_one_are_one_person(store, hear):
    _, tell = hear("shopify")
    other = {**WEBHOOK["customer"], "id": 8, "email": "altra@example.org", "last_name": "Prova"}
    tell("customers/create", ACCOUNT, {**other, "updated_at": CREATED, "first_name": "Anna"})
    gids = {
        "admin_graphql_api_customer_kept_id": "gid://shopify/Customer/7",
        "admin_graphql_api_customer_deleted_id": "gid://shopify/Customer/8",
    }
    tell("customers/merge", {**gids, "status": "completed"})
    tell("orders/create", {**WEBHOOK, "customer": other})
    (ordered,) = rows(store, event)

    with store.read() as conn:
        first, second = (row.customer_id for row in rows(store, identifier, kind="user"))
        assert her(conn, first).id == her(conn, second).id == her(conn, ordered.customer_id).id


@pytest.mark.parametrize("xml", [False, True])
def test_the_many_rows_of_a_guest_of_prestashop_are_one_person(store, shop, hear, xml):
    guests = [presta_customer(n, is_guest="1", email="Ospite@example.org") for n in (7, 8, 9)]
    shop.answer = fake_prestashop.FakePrestaShop(
        xml=xml,
        customers=guests,
        orders=[presta_order(n, id_customer=str(n)) for n in (7, 8, 9)],
        order_states=STATES,
        order_slip=[
            {
                "id": 3,
                "id_order": "8",
                "id_customer": "8",
                "total_products_tax_incl": "159.000000",
                "date_add": "2026-11-21 10:00:00",
                "date_upd": "2026-11-21 10:00:00",
            }
        ],
    )
    ask, _ = hear("prestashop", key=fake_prestashop.KEY)
    ask()
    (she,) = new_people(store)
    assert she.email == "ospite@example.org"
    assert len(told(store)) == 4
    assert {row.customer_id for row in rows(store, event)} == {she.id}


def test_a_guest_of_magento_is_found_by_the_credit_memo_of_her_order(store, shop, hear):
    guest = {"customer_id": None, "customer_is_guest": 1, "customer_email": "ospite@example.org"}
    memo = {"entity_id": 9, "order_id": 2, "base_currency_code": "EUR", "base_grand_total": 159}
    changed = {"created_at": "2026-11-21 09:00:00", "updated_at": "2026-11-21 09:00:00"}
    shop.answer = fake_magento.FakeMagento(
        attributes=[],
        categories=[],
        products=[],
        customers=[],
        source_items=[],
        orders=[magento_order(1, **guest), magento_order(2, base_total_refunded=159, **guest)],
        creditmemos=[{**memo, **changed}],
    )
    ask, tell = hear("magento", token=fake_magento.TOKEN)
    tell("creditmemos", {**memo, **changed})
    assert told(store) == []
    ask()
    (she,) = new_people(store)
    assert told(store) == [
        ("ordered", "order/1/ordered"),
        ("ordered", "order/2/ordered"),
        ("refunded", "order/2/refund/9"),
    ]
    assert {row.customer_id for row in rows(store, event)} == {she.id}


def wish(store) -> list[tuple[str, str]]:
    return [(row.customer_id, row.wish) for row in rows(store, privacy_request)]


def test_the_wishes_that_shopify_passes_on_reach_whom_they_are_about(store, hear):
    _, tell = hear("shopify")
    tell("customers/create", ACCOUNT)
    (she,) = new_people(store)
    tell("customers/data_request", {"customer": WEBHOOK["customer"], "data_request": {"id": 5}})
    tell("customers/redact", {"customer": WEBHOOK["customer"], "orders_to_redact": []})
    tell("customers/redact", {"customer": {"id": 999, "email": "nessuna@example.org"}})
    assert wish(store) == [(she.id, "file"), (she.id, "erasure")]


def test_a_shop_that_left_shopify_takes_along_what_shopify_told_and_nothing_else(store, hear):
    _, tell = hear("shopify")
    other = {"id": 8, "state": "enabled", "verified_email": True, "email": "altra@example.org"}
    tell("customers/create", ACCOUNT, {**other, "first_name": "Clara", "updated_at": CREATED})
    tell("orders/create", WEBHOOK, {**WEBHOOK, "id": 2, "customer": other})
    tell("carts/update", {"token": "c", "created_at": CREATED, "line_items": [LINE]})
    known = {row.email: row.id for row in new_people(store)}
    hers, in_the_shop = known["anna7@example.org"], known["altra@example.org"]
    with store.write() as writer:
        writer.insert("note", {"customer_id": in_the_shop, "body": "Porta il 39", "at": NOW})
    tell("shop/redact", {"shop_id": 1, "shop_domain": "shop.myshopify.com"})
    assert wish(store) == [(hers, "erasure")]
    assert {row.customer_id for row in rows(store, event)} == {hers}
    assert {row.source for row in rows(store, identifier, customer_id=in_the_shop)} == {""}
    assert [row.body for row in rows(store, note_table)] == ["Porta il 39"]
    with store.read() as conn:
        for table in (raw_payload, taken_item, stranger, waiting_event, source_position):
            assert conn.execute(sa.select(sa.func.count()).select_from(table)).scalar() == 0
    tell("orders/create", {**WEBHOOK, "id": 3, "customer": other})
    assert in_the_shop in {row.customer_id for row in rows(store, event)}, "the shop has come back"


def test_an_address_of_prestashop_fills_what_the_account_lacks_and_changes_what_it_said_itself(
    store, shop, hear
):
    def address(number: int, phone: str, date_upd: str) -> dict[str, Any]:
        return {"id": number, "id_customer": "7", "phone": phone, "deleted": "0", "date_upd": date_upd}

    fake = fake_prestashop.FakePrestaShop(
        customers=[presta_customer(7, "2026-11-21 10:00:00")],
        addresses=[
            address(4, "011 5550101", "2026-11-19 10:00:00"),
            address(5, "011 5550199", "2026-11-19 10:00:00"),
        ],
    )
    shop.answer = fake
    ask, tell = hear("prestashop", key=fake_prestashop.KEY)
    ask()
    assert [row.phone for row in new_people(store)] == ["+390115550101"]
    tell("addresses", address(4, "011 5550102", "2026-11-22 09:00:00"))
    tell("addresses", address(5, "011 5550103", "2026-11-22 09:30:00"))
    tell("addresses", address(4, "011 5550100", "2026-11-18 09:00:00"))
    assert [row.phone for row in new_people(store)] == ["+390115550102"]


def test_a_signed_webhook_is_taken_at_the_hubs_door_and_an_unsigned_one_is_not(store, eventually):
    said = {"kind": "shopify", "url": "https://shop.myshopify.com", "client_secret": "app-secret"}
    intake = Intake(store, [section.read("shop", said)], keyed)
    door = Door()
    door.behind = Litestar(
        [webhook_router(intake, lambda *_: None)], openapi_config=None, logging_config=None
    )
    intake.start()
    body = msgspec.json.encode(ACCOUNT)
    headers = {"X-Shopify-Topic": "customers/create", "X-Shopify-Shop-Domain": "shop.myshopify.com"}

    def deliver(signed: str) -> int:
        all_headers = {**headers, "X-Shopify-Hmac-Sha256": signed}
        return requests.post(
            f"{door.address}/webhooks/shop", body, headers=all_headers, timeout=10
        ).status_code

    assert deliver(signature.sign(body, "another-secret")) == 401
    assert [deliver(signature.sign(body, "app-secret")) for _ in range(3)] == [200, 200, 200]
    eventually(lambda: [row.family_name for row in new_people(store)] == ["Prova"])
    with store.read() as conn:
        assert conn.execute(sa.select(sa.func.count()).select_from(raw_payload)).scalar() == 1
    door.close()
    intake.close()


def test_a_consent_that_is_told_before_her_account_is_hers_all_the_same(store, hear):
    _, tell = hear("shopify")
    agreed = {"state": "subscribed", "opt_in_level": "single_opt_in", "consent_updated_at": CREATED}
    tell("customers_email_marketing_consent/update", {"customer_id": 7, "email_marketing_consent": agreed})
    tell("customers/create", {**ACCOUNT, "email_marketing_consent": agreed})
    (she,) = new_people(store)
    assert [(row.customer_id, row.purpose, row.granted) for row in rows(store, consent)] == [
        (she.id, "marketing_email", True)
    ]
