"""Recorded bodies through the real doors, signed: each is taken, and nothing of it fails."""

import msgspec
import pytest
import requests

from clienteling.hub.connectors.meta.hook import sign
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from tests.hub.connectors.shared import PAYLOADS
from tests.hub.little_house import rows

pytestmark = pytest.mark.shared
ABSENT = "the example payloads do not lie beside this checkout"


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
