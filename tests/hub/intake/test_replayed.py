"""Recorded bodies through the real doors, signed: each is taken, and nothing of it fails."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import msgspec
import pytest
import requests

from clienteling.hub.connectors import moments, zendesk
from clienteling.hub.connectors.meta.hook import sign
from clienteling.hub.connectors.shopify import signature as shopifys
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from clienteling.hub.intake.worker import Intake
from clienteling.hub.sources import section
from tests.hub.connectors.shared import PAYLOADS
from tests.hub.intake.conftest import SOURCES, keyed
from tests.hub.little_house import rows

pytestmark = pytest.mark.shared
ABSENT = "the example payloads do not lie beside this checkout"
CONNECTED = {
    "shopify": {"url": "https://shop.myshopify.com", "client_secret": "shhh"},
    "zendesk": {"address": "https://d.example.org", "email": "e", "token": "t", "signing_secret": "shhh"},
    "freshdesk": {"address": "https://d.example.org", "api_key": "k", "secret": "shhh"},
    "mailchimp": {"address": "https://m.example.org", "api_key": "k", "audience": "a", "secret": "shhh"},
    "brevo": {"api_key": "k", "secret": "shhh"},
}
Signed = Callable[[bytes, Mapping[str, str]], Mapping[str, str]]
"""(body, headers that came with it): the headers with which it goes."""


@pytest.fixture
def intake(store) -> Iterator[Intake]:
    more = [section.read(kind, {"kind": kind, **said}) for kind, said in CONNECTED.items()]
    intake = Intake(store, [*SOURCES, *more], keyed)
    yield intake
    intake.close()


def bodies(folder: str) -> list[bytes]:
    """WhatsApp's files hold several whole bodies, each under a name."""
    if not PAYLOADS.is_dir():
        pytest.skip(ABSENT)
    found: list[bytes] = []
    for file in sorted((PAYLOADS / folder).glob("*.json")):
        whole = msgspec.json.decode(file.read_bytes())
        if "object" in whole:
            found.append(file.read_bytes())
        elif all(isinstance(one, dict) and "object" in one for one in whole.values()):
            found += map(msgspec.json.encode, whole.values())
    return found


@pytest.mark.parametrize("folder", ["meta-messenger", "meta-instagram", "meta-whatsapp"])
def test_metas_webhooks_are_taken(address, intake, store, folder):
    some = bodies(folder)
    for body in some:
        headers = {"x-hub-signature-256": sign(body, "app-secret")}
        answer = requests.post(f"{address}/webhooks/meta", data=body, headers=headers, timeout=10)
        assert (answer.status_code, answer.text) == (200, "EVENT_RECEIVED")
    intake.work()
    assert len(some) > 4
    assert {row.state for row in rows(store, raw_payload)} == {RawState.DONE}


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("client-py-segment-0", "/v1/batch"),
        ("client-py-rudder-0", "/v1/batch"),
        ("client-node-seg-0", "/v1/batch"),
        ("client-node-rud-0", "/v1/batch"),
        ("client-node-rud-1", "/v1/batch"),
        ("client-node-ph-0", "/batch/"),
    ],
)
def test_what_analytics_packages_sent_is_taken(address, intake, store, file, path):
    if not PAYLOADS.is_dir():
        pytest.skip(ABSENT)
    capture = msgspec.json.decode((PAYLOADS / "segment" / f"{file}.json").read_bytes())
    sent = {"content-type": capture["headers"]["Content-Type"]}
    body = msgspec.json.encode(capture["body"] | {"api_key": "sk-web"})
    answer = requests.post(f"{address}{path}", data=body, headers=sent, auth=("sk-web", ""), timeout=10)
    assert answer.status_code == 200
    intake.work()
    assert {row.state for row in rows(store, raw_payload)} == {RawState.DONE}


def as_shopify(body: bytes, came: Mapping[str, str]) -> Mapping[str, str]:
    """A program between wrote the recorded bodies anew: their own signatures hold for other bytes."""
    return {**came, "x-shopify-hmac-sha256": shopifys.sign(body, "shhh")}


def as_zendesk(body: bytes, came: Mapping[str, str]) -> Mapping[str, str]:
    moment = moments.iso(int(time.time() * 1000))
    signature = "x-zendesk-webhook-signature"
    return {**came, f"{signature}-timestamp": moment, signature: zendesk.sign(body, moment, "shhh")}


def as_it_is(_body: bytes, came: Mapping[str, str]) -> Mapping[str, str]:
    return came


@dataclass(frozen=True)
class Sent:
    files: str
    place: str
    signed: Signed


SENT = (
    Sent("shopify/webhook-*.json", "shopify", as_shopify),
    Sent("zendesk/webhook-*.json", "zendesk", as_zendesk),
    Sent("freshdesk/webhook-*.json", "freshdesk/shhh", as_it_is),
    Sent("mailchimp/webhook-*.txt", "mailchimp/shhh", as_it_is),
    Sent("brevo/*.json", "brevo/shhh", as_it_is),
)


@pytest.mark.parametrize("sent", SENT, ids=lambda sent: sent.place.partition("/")[0])
def test_shops_desks_and_mailings_are_taken_once_and_refused_unproven(address, intake, store, sent):
    if not PAYLOADS.is_dir():
        pytest.skip(ABSENT)
    recorded = [parts(file.read_bytes()) for file in sorted(PAYLOADS.glob(sent.files))]
    assert recorded
    for body, came in recorded:
        unsigned = {name: value for name, value in came.items() if "hmac" not in name}
        forged = f"{address}/webhooks/{sent.place.replace('shhh', 'guessed')}"
        answer = requests.post(forged, data=body, headers=unsigned, timeout=10)
        assert answer.status_code == 401
        assert answer.json().keys() >= {"code", "message"}
    assert rows(store, raw_payload) == []
    for body, came in recorded * 2:
        there = f"{address}/webhooks/{sent.place}"
        answer = requests.post(there, data=body, headers=sent.signed(body, came), timeout=10)
        assert answer.status_code == 200
    intake.work()
    kept = rows(store, raw_payload)
    assert {row.state for row in kept} == {RawState.DONE}
    assert len(kept) == len({body for body, _ in recorded})


def parts(file: bytes) -> tuple[bytes, Mapping[str, str]]:
    """The body, and the headers where they were recorded."""
    if not file.startswith(b"{"):
        return file.strip(), {"content-type": "application/x-www-form-urlencoded"}
    whole = msgspec.json.decode(file)
    if not {"headers", "body"} <= whole.keys():
        return file, {}
    told = {name: value for name, value in whole["headers"].items() if name.startswith("x-shopify")}
    return msgspec.json.encode(whole["body"]), told
