"""What no source would send, made from the hub's own description: taken or refused, never its own fault."""

import base64
import hmac
import time

import msgspec
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clienteling.hub import settings as hub_settings
from clienteling.hub.connectors import moments, zendesk
from clienteling.hub.connectors.meta.hook import sign
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from clienteling.hub.openapi import document
from sync.device.trusted.pinning import Pin
from sync.wire import Refusal
from tests.hub.little_house import rows
from tests.hub.serving.hub_process import HubProcess, until
from tests.hub.serving.test_fuzzed import PinnedAdapter

SCHEMA = schemathesis.openapi.from_dict(document())
SOURCES = """
[sources.web]
kind = "segment"
write_key = "wk"
server_key = "sk"

[sources.meta]
kind = "meta"
app_secret = "app-secret"
verify_token = "token"

[sources.shop]
kind = "woocommerce"
url = "http://127.0.0.1:1"
consumer_key = "ck"
consumer_secret = "cs"
webhook_secret = "whs"

[sources.shopify]
kind = "shopify"
url = "https://127.0.0.1:1"
client_secret = "whs"

[sources.zendesk]
kind = "zendesk"
address = "https://127.0.0.1:1"
email = "agent@example.org"
token = "t"
signing_secret = "whs"

[sources.calls]
kind = "calls"
secret = "x"

[sources.phones]
kind = "threecx"
secret = "x"

[sources.desk]
kind = "freshdesk"
address = "http://127.0.0.1:1"
api_key = "k"
secret = "x"

[sources.list]
kind = "mailchimp"
address = "http://127.0.0.1:1"
api_key = "k"
audience = "a"
secret = "x"

[sources.mail]
kind = "brevo"
address = "http://127.0.0.1:1"
api_key = "k"
secret = "x"
"""
SIGNED = ("meta", "shop", "shopify", "zendesk")
UNSIGNED = ("calls", "phones", "phones/x/call", "desk", "list", "mail")
"""With the secret in their address."""
TOPICS = (
    *("customers/update", "customers/merge", "customers_email_marketing_consent/update", "carts/update"),
    *("checkouts/update", "orders/updated", "refunds/create", "products/update", "inventory_levels/update"),
    *("customers/data_request", "customers/redact", "shop/redact", "themes/publish"),
)
"""Of Shopify."""
DOORS = [
    (path, method)
    for path, calls in document()["paths"].items()
    for method in calls
    if path.startswith(("/v1", "/batch", "/webhooks", "/health", "/openapi"))
]
UNHURRIED = settings(
    max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
SERVER_ERROR = 500


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    data = tmp_path_factory.mktemp("fuzzed-sources")
    (data / hub_settings.FILE).write_text(SOURCES)
    process = HubProcess(data)
    process.start()
    yield process
    process.close()


@pytest.fixture(scope="module")
def session(hub: HubProcess):
    with requests.Session() as one:
        one.trust_env = one.verify = False
        one.mount("https://", PinnedAdapter(Pin(hub.fingerprint)))
        yield one


def signatures(body: bytes) -> dict[str, str]:
    """As each of the sources that sign would have signed it."""
    ours = base64.b64encode(hmac.digest(b"whs", body, "sha256")).decode()
    moment = moments.iso(int(time.time() * 1000))
    return {
        "x-hub-signature-256": sign(body, "app-secret"),
        "x-wc-webhook-signature": ours,
        "x-shopify-hmac-sha256": ours,
        "x-shopify-shop-domain": "127.0.0.1",
        "x-zendesk-webhook-signature": zendesk.sign(body, moment, "whs"),
        "x-zendesk-webhook-signature-timestamp": moment,
    }


@pytest.mark.parametrize(("path", "method"), DOORS, ids=str)
def test_whatever_comes_to_a_door_is_taken_or_refused_with_a_code(hub, session, path, method):
    operation = SCHEMA[path][method.upper()]
    modes = schemathesis.GenerationMode
    valid, broken = (operation.as_strategy(generation_mode=m) for m in (modes.POSITIVE, modes.NEGATIVE))
    takes_something = "{" in path or method == "post"

    @UNHURRIED
    @given(
        case=valid | broken if takes_something else valid,
        name=st.sampled_from(["web", "nobody", *SIGNED, *UNSIGNED]),
        topic=st.sampled_from(TOPICS),
        key=st.sampled_from([("wk", ""), ("sk", ""), ("wrong", ""), None]),
    )
    def tried(case, name, topic, key) -> None:
        body = (
            case.body
            if isinstance(case.body, bytes)
            else msgspec.json.encode(case.as_transport_kwargs().get("json"))
        )
        place = "x" if name in UNSIGNED else str(case.path_parameters.get("place", "x"))
        where = path.replace("{name}", name.partition("/")[0])
        where = where.replace("{place}", name.partition("/")[2] or place)
        headers = signatures(body) | {"x-wc-webhook-topic": "order.updated", "x-shopify-topic": topic}
        address = f"https://{hub.address}{requests.utils.quote(where)}"
        answer = session.request(
            method, address, data=body if method == "post" else None, headers=headers, auth=key
        )
        assert answer.status_code < SERVER_ERROR
        if answer.status_code >= 400:
            assert msgspec.json.decode(answer.content, type=Refusal).message

    tried()
    assert session.get(f"https://{hub.address}/health").status_code == 200


def test_the_document_is_to_be_had_from_the_hub_itself(hub, session):
    answer = session.get(f"https://{hub.address}/openapi.json")
    assert answer.json() == msgspec.json.decode(msgspec.json.encode(document()))
    assert "whs" not in answer.text


def test_what_was_taken_of_it_is_worked_through(hub):
    assert rows(hub.house.store, raw_payload)
    until(lambda: all(row.state != RawState.WAITING for row in rows(hub.house.store, raw_payload)))
    assert [row.problem for row in rows(hub.house.store, raw_payload, state=RawState.FAILED)] == []
