import msgspec
import pytest
import requests

from clienteling.hub.connectors.meta.hook import LARGEST_BODY, sign
from clienteling.hub.intake.tables import raw_payload
from tests.hub.little_house import ANNA, NOW, chat, link, rows, timeline

BODY = msgspec.json.encode(
    {
        "object": "page",
        "entry": [
            {
                "id": "9001",
                "time": NOW,
                "messaging": [
                    {
                        "sender": {"id": "7001"},
                        "recipient": {"id": "9001"},
                        "timestamp": NOW - 1_000,
                        "message": {"mid": "m-1", "text": "Ciao, è nero?"},
                    }
                ],
            }
        ],
    }
).replace("è".encode(), b"\\u00e8")


@pytest.fixture
def url(address):
    return f"{address}/webhooks/meta"


def post(url: str, body: bytes, signature: str | None) -> requests.Response:
    headers = {} if signature is None else {"x-hub-signature-256": signature}
    return requests.post(url, data=body, headers=headers, timeout=10)


def test_the_challenge_comes_back_bare(url):
    query = {"hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": "verify-token"}
    answer = requests.get(url, params=query, timeout=10)
    assert (answer.status_code, answer.text) == (200, "1158201444")


@pytest.mark.parametrize(
    "query",
    [
        {"hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": "wrong"},
        {"hub.mode": "unsubscribe", "hub.challenge": "1", "hub.verify_token": "verify-token"},
        {},
    ],
)
def test_nobody_else_sets_the_webhook_up(url, query):
    answer = requests.get(url, params=query, timeout=10)
    assert answer.status_code == 401
    assert answer.json().keys() >= {"code", "message"}


def test_a_signed_body_is_kept_as_it_came(url, store):
    assert post(url, BODY, sign(BODY, "app-secret")).status_code == 200
    assert rows(store, raw_payload)[0].body == BODY


@pytest.mark.parametrize(
    "signature",
    [None, "", "sha256=", "sha256=00", sign(BODY, "other"), sign(BODY + b" ", "app-secret")],
)
def test_a_forged_or_missing_signature_is_refused(url, store, signature):
    answer = post(url, BODY, signature)
    assert answer.status_code == 401
    assert answer.json()["code"] == "unauthenticated"
    assert rows(store, raw_payload) == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"object":"page"}'])
def test_a_signed_body_that_is_no_webhook_is_refused(url, store, body):
    assert post(url, body, sign(body, "app-secret")).status_code == 400
    assert rows(store, raw_payload) == []


def test_an_oversize_body_is_refused(url):
    body = b" " * (LARGEST_BODY + 1)
    assert post(url, body, sign(body, "app-secret")).status_code == 413


def test_a_message_sent_twice_is_on_the_timeline_once(url, intake, store):
    link(store, ANNA, chat("7001"))
    post(url, BODY, sign(BODY, "app-secret"))
    again = BODY.replace(b'"time":', b'"time" :')
    post(url, again, sign(again, "app-secret"))
    intake.work()
    assert len(rows(store, raw_payload)) == 2
    assert timeline(store, ANNA) == ["Ciao, è nero?"]
