"""An order that the shop's own system tells of, and its website too."""

import itertools
from collections.abc import Iterator

import msgspec
import pytest

from clienteling.hub.intake.worker import Intake
from clienteling.timeline.tables import event
from tests.hub.identity.test_all_sources_at_once import ACCOUNT, MAIL, ORDER, SHOP, SIGNED_IN
from tests.hub.intake.conftest import WEB, keyed
from tests.hub.little_house import ANNA, BEA, email, link, rows, user

COMPLETED = {
    "type": "track",
    "messageId": "m5",
    "userId": "u-7",
    "event": "Order Completed",
    "properties": {"order_id": "501", "total": 129.8, "products": [{"name": "Berretto", "quantity": 1}]},
}
REFUNDED = COMPLETED | {"messageId": "m6", "event": "Order Refunded"}
PARTS = {
    "account": (SHOP.id, "customers", ACCOUNT),
    "order": (SHOP.id, "orders", ORDER),
    "signed in": (WEB.id, "server.batch", {"batch": [SIGNED_IN]}),
    "site": (WEB.id, "server.batch", {"batch": [COMPLETED]}),
}


@pytest.fixture
def intake(store) -> Iterator[Intake]:
    link(store, ANNA, email(MAIL))
    intake = Intake(store, [SHOP, WEB], keyed)
    yield intake
    intake.close()


def hear(intake: Intake, *names: str) -> None:
    for name in names:
        source, call, said = PARTS[name]
        intake.keep(source, call, msgspec.json.encode(said), name)
        intake.work()


def ordered(store) -> list[tuple[str, str]]:
    return [(row.kind, row.source) for row in rows(store, event) if row.channel == "order"]


@pytest.mark.parametrize("order", list(itertools.permutations(["order", "signed in", "site"])), ids=", ".join)
def test_it_is_one_order_whoever_tells_it_first(intake, store, order):
    hear(intake, "account", *order)
    assert ordered(store) == [("ordered", SHOP.id)]


def test_told_in_one_go_it_is_one_order_too(intake, store):
    for name in ("account", "signed in", "site", "order"):
        source, call, said = PARTS[name]
        intake.keep(source, call, msgspec.json.encode(said), name)
    intake.work()
    assert ordered(store) == [("ordered", SHOP.id)]


@pytest.mark.parametrize("number", ["#A-77", "A-77", "501"])
def test_the_website_may_know_it_by_its_number_or_by_its_id(intake, store, number):
    said = COMPLETED | {"properties": {"order_id": number}}
    hear(intake, "account", "signed in")
    intake.keep(WEB.id, "server.batch", msgspec.json.encode({"batch": [said]}))
    intake.keep(SHOP.id, "orders", msgspec.json.encode(ORDER | {"number": "A-77"}))
    intake.work()
    assert ordered(store) == [("ordered", SHOP.id)]


def test_what_became_of_it_the_shops_system_tells(intake, store):
    hear(intake, "account", "order", "signed in")
    intake.keep(WEB.id, "server.batch", msgspec.json.encode({"batch": [REFUNDED]}))
    intake.work()
    assert ordered(store) == [("ordered", SHOP.id)]


def test_another_order_and_an_order_of_somebody_else_stay(intake, store):
    link(store, BEA, user("u-8"))
    another = COMPLETED | {"messageId": "m7", "properties": {"order_id": "502"}}
    hers = COMPLETED | {"messageId": "m8", "userId": "u-8"}
    hear(intake, "account", "signed in")
    intake.keep(WEB.id, "server.batch", msgspec.json.encode({"batch": [another, hers]}))
    intake.work()
    hear(intake, "order")
    assert sorted(ordered(store)) == [("ordered", WEB.id), ("ordered", WEB.id), ("ordered", SHOP.id)]
