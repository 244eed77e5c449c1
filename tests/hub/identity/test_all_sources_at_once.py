"""Her shop account, her visits to the site and her chat arrive in any order, and are one person's."""

import itertools
from typing import Any

import msgspec
import pytest

from clienteling.card.compose import customer_card
from clienteling.customers.aliases import her
from clienteling.customers.tables import customer
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from clienteling.timeline.queries import page
from clienteling.wording import Wording
from tests.hub.intake.conftest import keyed
from tests.hub.little_house import ANNA, BEA, NOW, email, link, open_house, rows

SHOP = section.read(
    "shop",
    {
        "kind": "woocommerce",
        "url": "https://shop.example",
        "consumer_key": "ck_a",
        "consumer_secret": "cs_b",
        "trust_email": True,
    },
)
WEB = section.read("web", {"kind": "segment", "write_key": "wk-web", "server_key": "sk-web"})
META = section.read("meta", {"kind": "meta", "app_secret": "a", "verify_token": "v"})
MAIL = "anna.riva@example.org"
EARLIER = NOW - 3_600_000

ACCOUNT = {
    "id": 71,
    "email": MAIL,
    "first_name": "Anna",
    "last_name": "Riva",
    "role": "customer",
    "date_created_gmt": "2026-11-01T08:00:00",
    "date_modified_gmt": "2026-11-20T08:00:00",
    "billing": {"first_name": "Anna", "last_name": "Riva", "phone": "399 000 1122"},
}
ORDER = {
    "id": 501,
    "number": "501",
    "status": "completed",
    "currency": "EUR",
    "customer_id": 71,
    "total": "129.80",
    "date_created_gmt": "2026-11-10T10:00:00",
    "date_modified_gmt": "2026-11-10T10:00:00",
    "date_paid_gmt": "2026-11-10T10:01:00",
    "billing": {"first_name": "Anna", "last_name": "Riva", "email": MAIL},
    "line_items": [{"product_id": 31, "quantity": 1, "name": "Berretto", "total": "100.00"}],
}
LOOKED = {
    "type": "track",
    "messageId": "m1",
    "anonymousId": "her-phone",
    "event": "Product Viewed",
    "properties": {"name": "Stringata Nora"},
}
SIGNED_IN = {
    "type": "identify",
    "messageId": "m2",
    "anonymousId": "her-phone",
    "userId": "u-7",
    "traits": {"email": MAIL},
}
CHAT = {
    "object": "page",
    "entry": [
        {
            "id": "9001",
            "time": EARLIER,
            "messaging": [
                {
                    "sender": {"id": "7001"},
                    "recipient": {"id": "9001"},
                    "timestamp": EARLIER,
                    "referral": {"ref": ANNA, "source": "SHORTLINK", "type": "OPEN_THREAD"},
                },
                {
                    "sender": {"id": "7001"},
                    "recipient": {"id": "9001"},
                    "timestamp": EARLIER + 1,
                    "message": {"mid": "w1", "text": "Avete la Nora nera in 39?"},
                },
            ],
        }
    ],
}
PARTS = {
    "account": (SHOP.id, "customers", ACCOUNT),
    "order": (SHOP.id, "orders", ORDER),
    "looked": (WEB.id, "batch", {"batch": [LOOKED]}),
    "signed in": (WEB.id, "server.batch", {"batch": [SIGNED_IN]}),
    "chat": (META.id, "webhook", CHAT),
}


def hear(store, order: tuple[str, ...]) -> None:
    intake = Intake(store, [SHOP, WEB, META], keyed)
    for name in order:
        source, call, said = PARTS[name]
        intake.keep(source, call, msgspec.json.encode(said), name)
        intake.work()
    intake.close()


def story(store) -> set[tuple[str, str]]:
    with store.read() as conn:
        asked: dict[str, Any] = {"wording": Wording("en"), "associate_id": "sofia"}
        customer_card(conn, ANNA, store_id="milano", now=NOW, **asked)
        return {(entry.channel.value, entry.title) for entry in page(conn, ANNA, limit=100, **asked)}


ORDERS = [order for order in itertools.permutations(PARTS) if order[0] != "chat"][::8]


@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
def test_in_any_order_she_is_one_person_with_one_story(tmp_path, order):
    store = open_house(tmp_path)
    try:
        with store.write() as writer:
            writer.update("customer", ANNA, {"family_name": "Riva", "email": MAIL})
        link(store, ANNA, email(MAIL))
        hear(store, order)
        assert people(store) == {ANNA, BEA}
        assert nobody_waits(store)
        channels = {channel for channel, _ in story(store)}
        assert {"order", "web", "messenger"} <= channels
        assert len(story(store)) == 3
    finally:
        store.engine.dispose()


def people(store) -> set[str]:
    """An order that comes before its account founds a record, which joins when that says who she is."""
    with store.read() as conn:
        return {her(conn, row.id).id for row in rows(store, customer)}


def nobody_waits(store) -> bool:
    with store.read() as conn:
        return not any(conn.execute(table.select()).all() for table in (stranger, waiting_event))
