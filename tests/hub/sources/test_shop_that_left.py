"""What Shopify passes on by law, the whole way to the last row, on either database."""

import msgspec
import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer, identifier
from clienteling.hub.app import create_hub
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.worker import Intake
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.wishes import Door
from clienteling.hub.settings import FILE, load_or_create
from clienteling.hub.sources import section
from clienteling.privacy.queries import receipts
from clienteling.timeline.tables import event
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import NOW, settled

BUYER = {
    "id": 706405506930370084,
    "state": "enabled",
    "verified_email": True,
    "email": "anna.prova@example.org",
    "first_name": "Anna",
    "updated_at": "2026-11-20T09:00:00Z",
}
ORDER = {
    "id": 1,
    "name": "#1",
    "created_at": "2026-11-20T09:00:00Z",
    "currency": "EUR",
    "total_price": "159.00",
    "customer": BUYER,
    "line_items": [{"title": "Nora", "sku": "NORA", "variant_id": 111, "quantity": 1, "price": "159.00"}],
}
SHOP = {"shop_id": 1, "shop_domain": "shop.myshopify.com"}


@pytest.fixture(params=["a file", "PostgreSQL"])
def hub(request, tmp_path):
    load_or_create(tmp_path)
    if request.param == "PostgreSQL":
        address = request.getfixturevalue("postgresql").database()
        settings = (tmp_path / FILE).read_text().replace('database = ""', f'database = "{address}"')
        (tmp_path / FILE).write_text(settings)
    hub = create_hub(settled(tmp_path), now=lambda: NOW)
    yield hub
    hub.close()


@pytest.fixture
def tell(hub):
    said = {"kind": "shopify", "url": "https://shop.myshopify.com"}
    intake = Intake(hub.store, [section.read("shop", said)], keyed)
    intake.wishes.append(Door(hub.forgotten))

    def told(topic: str, body: object) -> None:
        intake.keep("shopify:shop", topic, msgspec.json.encode(body))
        intake.work()

    yield told
    intake.close()


def left(hub) -> list[int]:
    with hub.store.read() as conn:
        tables = (customer, event, identifier)
        rows = [conn.scalar(sa.select(sa.func.count()).select_from(table)) for table in tables]
        named = sa.select(raw_payload.c.body)
        return [*rows, sum(b"anna.prova" in bytes(body) for body in conn.scalars(named))]


@pytest.mark.parametrize(
    ("topic", "body"),
    [("shop/redact", SHOP), ("customers/redact", {**SHOP, "customer": BUYER, "orders_to_redact": [1]})],
)
def test_of_whom_shopify_asks_to_forget_nothing_is_left_and_a_receipt_says_so(hub, tell, topic, body):
    tell("customers/create", BUYER)
    tell("orders/create", ORDER)
    assert left(hub) == [1, 1, 2, 2]
    tell(topic, body)
    Clerk(hub).work()
    assert left(hub) == [0, 0, 0, 0]
    with hub.store.read() as conn:
        assert len(receipts(conn, 9)) == 1


def test_a_payload_of_before_her_erasure_does_not_bring_her_back(hub, tell):
    tell("customers/create", BUYER)
    tell("customers/redact", {**SHOP, "customer": BUYER, "orders_to_redact": []})
    Clerk(hub).work()
    tell("orders/create", ORDER)
    assert left(hub)[:2] == [0, 0]
