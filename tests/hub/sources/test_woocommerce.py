"""A shop on WooCommerce, connected: asked over real HTTP, and telling by signed webhooks."""

import base64
from urllib.parse import urlsplit

import msgspec
import pytest
from woocommerce import API

from clienteling.customers.tables import customer, identifier
from clienteling.hub.connectors.woocommerce.signature import sign
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import positions, section
from clienteling.hub.sources.arriving import Arrived
from clienteling.hub.sources.asking import Ask
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.poller import Poller
from clienteling.hub.sources.web import Refused, Web
from clienteling.timeline.tables import event
from sync.errors import Code, HubRefused
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import NOW, rows, timeline
from tests.hub.sources.fake_shop import Answered
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
HOOKS = "hook-secret"


def stamp(number: int) -> str:
    """Each a second after the one before."""
    return f"2026-11-20T{number // 3600:02}:{number // 60 % 60:02}:{number % 60:02}"


def person(number: int) -> dict:
    return {
        "id": number,
        "email": f"prova{number}@example.org",
        "first_name": "Prova",
        "last_name": f"Numero {number}",
        "role": "customer",
        "date_created_gmt": stamp(number),
        "date_modified_gmt": stamp(number),
    }


def order(number: int, by: int, *, changed: int | None = None, **more) -> dict:
    return {
        "id": number,
        "number": str(number),
        "status": "processing",
        "customer_id": by,
        "total": "10.00",
        "date_created_gmt": stamp(number),
        "date_modified_gmt": stamp(changed or number),
        "customer_note": f"order {number}",
        **more,
    }


@pytest.fixture
def fake(shop):
    shop.answer = Fake(shop)
    return shop.answer


@pytest.fixture
def source(shop):
    return section.read(
        "shop",
        {
            "kind": "woocommerce",
            "url": shop.url,
            "consumer_key": KEY,
            "consumer_secret": SECRET,
            "webhook_secret": HOOKS,
        },
    )


@pytest.fixture
def intake(store, source):
    intake = Intake(store, [source], keyed)
    yield intake
    intake.close()


@pytest.fixture
def now():
    return [NOW]


@pytest.fixture
def poller(store, intake, now):
    poller = Poller(store, intake.sources, intake.kept, lambda: now[0])
    yield poller
    poller.close()


@pytest.fixture
def polled(store, shop, poller, intake):
    """All that a whole round needs."""
    return store, shop, poller, intake


def all_of_it(poller, intake) -> None:
    while poller.turn():
        pass
    intake.work()


def position(store, resource: str):
    with store.read() as conn:
        return positions.read(conn, "woocommerce:shop", resource)


def test_the_official_client_is_understood_by_the_shop_that_these_tests_ask(fake, shop):
    fake.orders = [order(1, 1)]
    client = API(url=shop.url, consumer_key=KEY, consumer_secret=SECRET, version="wc/v3", timeout=10)
    answer = client.get("orders", params={"per_page": 1, "modified_after": stamp(0), "dates_are_gmt": "true"})
    assert (answer.status_code, answer.headers["X-WP-Total"]) == (200, "1")
    assert API(shop.url, KEY, "wrong", version="wc/v3").get("orders").status_code == 401


def test_everything_is_taken_in_customers_before_their_orders(store, fake, shop, poller, intake):
    fake.customers = [person(n) for n in range(1, 251)]
    fake.orders = [order(n, n % 250 + 1) for n in range(1, 231)]
    all_of_it(poller, intake)
    assert {row.state for row in rows(store, raw_payload)} == {"done"}
    assert len(rows(store, customer)) == 250 + 2
    assert len(rows(store, event)) == 230
    asked = [one.path.rpartition("/")[2] for one in shop.asked]
    assert asked == ["customers"] * 3 + ["orders"] * 3 + ["products", "webhooks"]
    assert (position(store, "customers").total, position(store, "orders").total) == (250, 230)


def test_a_change_is_asked_for_with_an_overlap_and_takes_effect_once(fake, polled, now):
    store, shop, poller, intake = polled
    fake.customers, fake.orders = [person(1)], [order(1, 1)]
    all_of_it(poller, intake)
    shop.asked.clear()
    now[0] += 6 * MINUTE
    fake.orders[0] |= {"status": "completed", "refunds": [{"id": 9, "total": "-4.00"}]}
    fake.orders[0] |= {"date_modified_gmt": "2999-01-01T00:00:00"}
    all_of_it(poller, intake)
    (asked,) = [one for one in shop.asked if one.path.endswith("/orders")]
    assert asked.query["modified_after"] >= "2026"
    assert [row.kind for row in rows(store, event)] == ["ordered", "refunded"]


def test_what_changes_while_pages_are_asked_for_moves_nobody_out_of_sight(store, fake, poller, intake):
    fake.customers = [person(1)]
    fake.orders = [order(n, 1) for n in range(1, 251)]
    while position(store, "orders").taken < 100:
        assert poller.turn()
    for early in fake.orders[:50]:
        early["date_modified_gmt"] = stamp(9_999)
    all_of_it(poller, intake)
    assert len({row.detail["order_number"] for row in rows(store, event)}) == 250


def test_a_hundred_changes_in_one_second_are_passed(store, fake, poller, intake):
    fake.customers = [person(1)]
    fake.orders = [order(n, 1, changed=7) for n in range(1, 251)]
    all_of_it(poller, intake)
    assert len(rows(store, event)) == 250


def test_a_hub_that_was_killed_in_the_middle_goes_on_there(source, fake, polled, now):
    store, shop, poller, intake = polled
    fake.customers = [person(n) for n in range(1, 301)]
    assert poller.turn()
    assert poller.turn()
    again = Poller(store, {source.id: source}, intake.kept, lambda: now[0])
    all_of_it(again, intake)
    pages = [one.query["page"] for one in shop.asked if one.path.endswith("/customers")]
    assert pages == ["1", "2", "3", "4"]
    assert len(rows(store, identifier, kind="user")) == 300


def test_a_shop_that_is_tired_or_broken_is_given_its_time(store, fake, poller, intake, now):
    fake.customers = [person(1)]
    fake.instead = [Answered(status=429, headers={"retry-after": "30"}), Answered(b"<html>Fatal", 200)]
    for _ in range(6):
        all_of_it(poller, intake)
        now[0] += MINUTE
    assert len(rows(store, identifier, kind="user")) == 1
    assert position(store, "customers").problem == ""


def test_a_key_that_is_taken_away_is_said(store, fake, poller, intake, monkeypatch):
    monkeypatch.setattr("tests.hub.sources.fake_woocommerce.SECRET", "another")
    all_of_it(poller, intake)
    assert "does not accept these credentials" in position(store, "orders").problem
    assert SECRET not in position(store, "orders").problem


def test_new_customers_are_asked_for_and_everybody_once_a_day(fake, shop, poller, intake, now):
    fake.customers = [person(n) for n in range(1, 251)]
    all_of_it(poller, intake)
    for wait, pages in ((6 * MINUTE, 1), (DAY, 3)):
        shop.asked.clear()
        now[0] += wait
        all_of_it(poller, intake)
        assert sum(one.path.endswith("/customers") for one in shop.asked) == pages


def test_a_variable_product_is_kept_with_all_its_variations(store, fake, poller, intake):
    fake.products = [
        {"id": 1, "type": "simple", "date_modified_gmt": stamp(1)},
        {"id": 2, "type": "variable", "date_modified_gmt": stamp(2), "variations": [3]},
    ]
    fake.variations = {"2": [{"id": n, "sku": f"V{n}"} for n in range(1000, 1130)]}
    all_of_it(poller, intake)
    bodies = [msgspec.json.decode(row.body) for row in rows(store, raw_payload, call="products")]
    together = next(body for body in bodies if "product" in body)
    assert together["product"]["id"] == 2
    assert len(together["variations"]) == 130
    assert len(bodies) == 2


def test_a_webhook_that_woocommerce_has_given_up_is_switched_on_again(fake, poller, intake):
    hub = "https://hub.example.org/webhooks/"
    fake.webhooks = [
        {"id": 1, "status": "disabled", "delivery_url": f"{hub}shop"},
        {"id": 2, "status": "paused", "delivery_url": f"{hub}shop"},
        {"id": 3, "status": "disabled", "delivery_url": "https://elsewhere.example.org/"},
    ]
    all_of_it(poller, intake)
    assert [hook["status"] for hook in fake.webhooks] == ["active", "paused", "disabled"]


def test_the_credentials_are_proved_before_they_are_kept(fake, source, shop):
    fake.orders = [order(n, 1) for n in range(1, 1_205)]
    web = Web()
    assert source.kind.check(source.said, web) == Met("WooCommerce 11.0.1", Thing.ORDERS, 1204)
    wrong = msgspec.structs.replace(source.said, consumer_secret="other")
    with pytest.raises(Refused, match="credentials"):
        source.kind.check(wrong, web)
    web.close()


def test_over_https_the_keys_travel_as_a_name_and_a_password(source):
    said = msgspec.structs.replace(source.said, url="https://shop.example.org/negozio/")
    ask = source.kind.signed(said, Ask(path="/orders", params=(("page", "1"),)))
    assert ask.path == "https://shop.example.org/negozio/wp-json/wc/v3/orders"
    assert (
        dict(ask.headers)["authorization"] == "Basic " + base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    )
    assert ask.params == (("page", "1"),)
    assert urlsplit(ask.path).query == ""


def signed(body: bytes, topic: str, **headers: str) -> Arrived:
    said = {"x-wc-webhook-signature": sign(body, HOOKS), "x-wc-webhook-topic": topic}
    return Arrived(wire=body, plain=body, headers=said | headers)


def test_the_first_request_is_a_form_without_a_signature_and_keeps_nothing(source):
    ping = Arrived(wire=b"webhook_id=12", plain=b"webhook_id=12")
    accepted = source.kind.webhook.receive(ping, source.said)
    assert (accepted.body, accepted.reply.status) == (None, 200)


@pytest.mark.parametrize("body", [b"webhook_id=x", b"webhook_id=1&id=2", b'{"id":1}', b""])
def test_nothing_else_comes_in_without_a_signature(source, body):
    with pytest.raises(HubRefused) as refused:
        source.kind.webhook.receive(Arrived(wire=body, plain=body), source.said)
    assert refused.value.code is Code.UNAUTHENTICATED
    assert HOOKS not in str(refused.value)


def test_two_orders_of_one_second_have_one_delivery_id_and_are_two(source, intake, store):
    for number in (1, 2):
        arrived = signed(
            msgspec.json.encode(order(number, 0, billing={"email": "prova@example.org"})),
            "order.created",
            **{"x-wc-webhook-delivery-id": "afc379a8"},
        )
        accepted = source.kind.webhook.receive(arrived, source.said)
        intake.keep(source.id, accepted.call, accepted.body, accepted.stamp)
    intake.work()
    (guest,) = rows(store, identifier, kind="email")
    assert timeline(store, guest.customer_id) == ["order 1", "order 2"]


def test_a_second_deletion_is_another_payload(source):
    stamps = [
        source.kind.webhook.receive(
            signed(b'{"id":9}', "product.deleted", **{"x-wc-webhook-delivery-id": delivery}), source.said
        ).stamp
        for delivery in ("a", "b")
    ]
    assert stamps == ["a", "b"]


def test_a_variable_product_that_changed_is_asked_for(source):
    look = [
        source.kind.webhook.receive(signed(body, "product.updated"), source.said).look
        for body in (b'{"id":2,"type":"variable"}', b'{"id":2,"type":"simple"}', b"{")
    ]
    assert look == [("products",), (), ()]
