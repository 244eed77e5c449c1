"""What a real WooCommerce 11 sent, with its own signatures, where that lies beside the checkout."""

import base64
from pathlib import Path

import msgspec
import pytest
import requests
from litestar import Litestar

from clienteling.customers.tables import customer, identifier
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.webhook_routes import webhook_router
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from clienteling.timeline.tables import event
from tests.hub.connectors.shared import PAYLOADS
from tests.hub.intake.conftest import Door, keyed
from tests.hub.little_house import rows

CAPTURED = PAYLOADS / "woocommerce"
SECRET = "s3cret&<x>"
pytestmark = pytest.mark.skipif(
    not CAPTURED.is_dir(), reason="the example payloads do not lie beside this checkout"
)


@pytest.fixture
def intake(store):
    said = {
        "kind": "woocommerce",
        "url": "http://127.0.0.1:9",
        "consumer_key": "ck",
        "consumer_secret": "cs",
        "webhook_secret": SECRET,
    }
    intake = Intake(store, [section.read("shop", said)], keyed)
    yield intake
    intake.close()


@pytest.fixture
def url(intake):
    door = Door()
    door.behind = Litestar(
        [webhook_router(intake, lambda *_: None)], openapi_config=None, logging_config=None
    )
    yield f"{door.address}/webhooks/shop"
    door.close()


def captured() -> list[Path]:
    return sorted(CAPTURED.glob("capture-a-*.json"))


def send(url: str, path: Path, **changed: str) -> requests.Response:
    said = msgspec.json.decode(path.read_bytes())
    headers = {name: value for name, value in said["headers"].items() if name != "Content-Length"} | changed
    return requests.post(url, data=said["body_raw"].encode(), headers=headers, timeout=10)


def test_all_of_it_is_taken_with_200_and_the_person_is_one(url, intake, store):
    assert [send(url, path).status_code for path in captured()] == [200] * len(captured())
    intake.work()
    assert {row.state for row in rows(store, raw_payload)} == {"done"}
    (account,) = rows(store, identifier, kind="user")
    (giulia,) = rows(store, customer, id=account.customer_id)
    assert (giulia.given_name, giulia.city, giulia.phone) == (
        "Giulia",
        "Milano",
        "+393339999999",
    )  # she changed it
    hers = rows(store, event, customer_id=giulia.id)
    assert [row.kind for row in hers] == ["ordered", "order_shipped", "refunded"]
    assert hers[0].detail["advert_title"] == "instagram"
    assert [row.source_id for row in rows(store, event)].count("order/37/ordered") == 1


def test_arriving_backwards_and_twice_it_says_the_same(url, intake, store):
    for path in (*reversed(captured()), *captured()):
        send(url, path)
        intake.work()
    assert sorted(row.source_id for row in rows(store, event)) == [
        "order/36/ordered",
        "order/36/refund/38",
        "order/36/shipped",
        "order/37/ordered",
    ]


def test_a_half_signed_one_is_refused_with_code_and_message(url, store):
    path = next(path for path in captured() if "order.created" in path.name)
    for signature in ("", "x", base64.b64encode(b"x" * 32).decode()):
        answer = send(url, path, **{"X-WC-Webhook-Signature": signature})
        assert answer.status_code == 401
        assert answer.json().keys() >= {"code", "message"}
    assert rows(store, raw_payload) == []
