"""A shop on WooCommerce, a hub process and a tablet: what happens online is on her card in the shop."""

import threading

import msgspec
import pytest
import requests

from clienteling.customers.tables import customer, identifier
from clienteling.hub import settings
from clienteling.hub.connectors.woocommerce.signature import sign
from clienteling.hub.demo.story import certificate_of
from clienteling.hub.sources import section
from clienteling.hub.sources.kinds import KINDS
from clienteling.hub.sources.tables import source_position
from clienteling.timeline.queries import page
from clienteling.timeline.tables import event
from clienteling.wording import Wording
from sync.device.states import Kind
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.sources.fake_shop import FakeShop
from tests.hub.sources.fake_woocommerce import KEY, SECRET, Fake

HOOKS = "hook-secret"
MARTA = {
    "id": 71,
    "email": "marta.bellini@example.org",
    "first_name": "Marta",
    "last_name": "Bellini",
    "role": "customer",
    "date_created_gmt": "2026-11-01T08:00:00",
    "date_modified_gmt": "2026-11-20T08:00:00",
}


def order(number: int) -> dict:
    return {
        "id": number,
        "number": f"2026-{number}",
        "status": "processing",
        "customer_id": 71,
        "total": "129.80",
        "date_created_gmt": "2026-11-10T10:00:00",
        "date_modified_gmt": "2026-11-10T10:00:00",
        "line_items": [{"name": "Stringata", "quantity": 1, "total": "129.80"}],
    }


@pytest.fixture
def shop():
    with FakeShop() as shop:
        shop.answer = Fake(shop, customers=[MARTA], orders=[order(501)])
        yield shop


@pytest.fixture
def hub(tmp_path, shop):
    data = tmp_path / "hub"
    file = settings.load_or_create(data).data / settings.FILE
    values = {"url": shop.url, "consumer_key": KEY, "consumer_secret": SECRET, "webhook_secret": HOOKS}
    written = section.write("negozio", KINDS["woocommerce"], values)
    file.write_text(f"{file.read_text()}\n{written}")
    process = HubProcess(data)
    process.start()
    yield process
    process.close()


def orders(tablet) -> list[tuple[str, str]]:
    """Who ordered what, as the tablet has it."""
    with tablet.replica.read() as conn:
        rows = conn.execute(
            event.select()
            .join(customer, customer.c.id == event.c.customer_id)
            .with_only_columns(customer.c.given_name, event.c.detail)
            .order_by(event.c.source_id)
        )
        return [(name, detail["order_number"]) for name, detail in rows]


def test_an_order_is_on_the_tablet_whether_the_hub_asked_for_it_or_was_told(hub, paired):
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    until(lambda: orders(tablet) == [("Marta", "2026-501")])
    body = msgspec.json.encode(order(502))
    headers = {"x-wc-webhook-topic": "order.created", "x-wc-webhook-signature": sign(body, HOOKS)}
    url = f"https://127.0.0.1:{hub.port}/webhooks/negozio"
    with certificate_of(hub.house.settings) as certificate:
        told = requests.post(url, data=body, headers=headers, verify=str(certificate), timeout=10)
    assert told.status_code == 200
    until(lambda: orders(tablet) == [("Marta", "2026-501"), ("Marta", "2026-502")])
    with tablet.replica.read() as conn:
        (her_id,) = conn.execute(customer.select().with_only_columns(customer.c.id)).scalars()
        shown = page(conn, her_id, wording=Wording("en"), associate_id="")
    assert sorted(entry.subtitle.count("2026-50") + entry.title.count("2026-50") for entry in shown) == [1, 1]


def test_a_hub_that_is_killed_while_it_asks_ends_with_everybody_once(hub, shop, paired):
    hub.stop()
    shop.asked.clear()
    shop.answer.customers = [MARTA | {"id": n, "email": f"prova{n}@example.org"} for n in range(100, 450)]
    answers, killed = shop.answer, threading.Event()

    def slow(asked):
        if asked.query.get("page") == "2":
            killed.wait(30)
        return answers(asked)

    shop.answer = slow
    with hub.house.store.write() as writer:
        writer.connection.execute(source_position.delete())
    hub.start()
    until(lambda: any(one.query.get("page") == "2" for one in shop.asked))
    hub.kill()
    killed.set()
    hub.start()
    until(lambda: accounts(hub) == 351)
    firsts = [one for one in shop.asked if one.path.endswith("/customers") and one.query["page"] == "1"]
    assert len(firsts) == 1
    tablet = paired(hub, "one")
    tablet.becomes(Kind.LIVE)
    until(lambda: len(tablet_customers(tablet)) == 351)


def accounts(hub) -> int:
    with hub.house.store.read() as conn:
        return len(conn.execute(identifier.select().where(identifier.c.kind == "user")).all())


def tablet_customers(tablet) -> list[str]:
    with tablet.replica.read() as conn:
        return list(conn.execute(customer.select().with_only_columns(customer.c.id)).scalars())
