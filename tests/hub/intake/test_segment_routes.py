import base64
import gzip

import msgspec
import pytest
import requests

from clienteling.hub.connectors import segment, tracking
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.values import RawState
from tests.hub.little_house import ANNA, link, rows, timeline, user

BASIC = {"authorization": f"Basic {base64.b64encode(b'wk-web:').decode()}"}


def batch(*messages: dict, **more) -> bytes:
    return msgspec.json.encode({"batch": messages, **more})


def page(name: str, message_id: str, **more) -> dict:
    return {"type": "page", "userId": "u1", "name": name, "messageId": message_id, **more}


@pytest.fixture
def post(address):
    def send(body: bytes, call: str = "batch", headers: dict[str, str] = BASIC) -> requests.Response:
        return requests.post(f"{address}/v1/{call}", data=body, headers=headers, timeout=10)

    return send


def test_an_accepted_batch_is_kept_before_it_is_answered_and_answered_with_exactly_200(post, store):
    body = batch(page("Home", "m-1"))
    assert post(body).status_code == 200
    (raw,) = rows(store, raw_payload)
    assert (raw.source, raw.body, raw.state) == ("segment:web", body, RawState.WAITING)


def test_what_comes_with_the_servers_key_is_kept_as_its_word(post, store):
    server = {"authorization": f"Basic {base64.b64encode(b'sk-web:').decode()}"}
    assert post(b'{"userId":"u1","messageId":"m-1"}', "alias", server).status_code == 200
    (raw,) = rows(store, raw_payload)
    assert (raw.source, raw.call) == ("segment:web", "server.alias")


@pytest.mark.parametrize("call", ["t", "track"])
def test_a_page_in_a_browser_asks_before_it_sends_and_sees_the_answer(address, store, intake, call):
    link(store, ANNA, user("u1"))
    page = {"origin": "https://www.example.org", "access-control-request-method": "POST"}
    asked = requests.options(f"{address}/v1/{call}", headers=page, timeout=10)
    assert (asked.status_code, asked.headers["access-control-allow-origin"]) == (200, "*")
    body = {"type": "track", "event": "Visita", "userId": "u1", "messageId": "b1", "writeKey": "wk-web"}
    sent = requests.post(
        f"{address}/v1/{call}",
        data=msgspec.json.encode(body),
        headers={"content-type": "text/plain"},
        timeout=10,
    )
    refused = requests.post(f"{address}/v1/{call}", data=b"{", timeout=10)
    answers = [(one.status_code, one.headers["access-control-allow-origin"]) for one in (sent, refused)]
    assert answers == [(200, "*"), (400, "*")]


@pytest.mark.parametrize("path", ["/batch", "/batch/"])
def test_posthogs_packages_have_a_door_of_their_own(address, store, intake, path):
    link(store, ANNA, user("u1"))
    one = {"event": "$screen", "distinct_id": "u1", "uuid": "e1", "properties": {"$screen_name": "Novità"}}
    body = msgspec.json.encode({"api_key": "wk-web", "batch": [one]})
    answer = requests.post(f"{address}{path}", data=gzip.compress(body), timeout=10)
    assert answer.status_code == 200
    intake.work()
    assert timeline(store, ANNA) == ["Novità"]


@pytest.mark.parametrize("body", [b'{"api_key":"wrong","batch":[]}', b'{"batch":[]}'])
def test_an_unknown_key_is_refused_at_posthogs_door_too(address, body):
    answer = requests.post(f"{address}/batch/", data=body, timeout=10)
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("call", ["identify", "track", "page", "screen", "group", "alias"])
def test_each_single_call_is_taken(post, store, call):
    assert post(b'{"userId":"u1","messageId":"m-1"}', call).status_code == 200
    assert rows(store, raw_payload)[0].call == call


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "application/json"},
        {"content-type": "application/x-www-form-urlencoded", "content-encoding": "gzip"},
        {"content-type": "text/plain"},
        {},
    ],
)
def test_gzip_is_unpacked_whatever_the_labels_say(post, store, headers):
    body = batch(page("Home", "m-1"))
    assert post(gzip.compress(body), headers=BASIC | headers).status_code == 200
    assert rows(store, raw_payload)[0].body == body


def test_the_write_key_may_stand_in_the_body(post):
    assert post(batch(page("Home", "m-1"), writeKey="wk-web"), headers={}).status_code == 200
    assert post(b'{"userId":"u","writeKey":"wk-web"}', "page", headers={}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Basic d3Jvbmc6"},
        {"authorization": "Basic ***"},
        {"authorization": "Basic"},
        {"authorization": "Bearer wk-web"},
        {"authorization": f"Basic {base64.b64encode(b':').decode()}"},
    ],
)
def test_an_unknown_write_key_is_refused_with_code_and_message(post, store, headers):
    answer = post(batch(page("Home", "m-1")), headers=headers)
    assert answer.status_code == 401
    assert answer.json()["code"] == "unauthenticated"
    assert answer.json()["message"]
    assert rows(store, raw_payload) == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"batch":{}}', b"webhook_id=1", b"\xff\xfe", b"\x1f\x8bnot gzip", b"[" * 90_000],
)
def test_a_body_that_is_no_batch_is_refused_with_code_and_message(post, store, body):
    answer = post(body)
    assert answer.status_code == 400
    assert answer.json().keys() >= {"code", "message"}
    assert rows(store, raw_payload) == []


def test_a_gzip_body_that_was_cut_off_is_refused(post):
    assert post(gzip.compress(batch(page("Home", "m-1")))[:-9]).status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        b" " * (segment.LARGEST_BATCH + 1),
        gzip.compress(b" " * (segment.LARGEST_BATCH + 1)),
        gzip.compress(b" " * 200_000_000, compresslevel=1),
        batch(*([{}] * (segment.MOST_EVENTS + 1))),
    ],
    ids=["plain", "packed", "bomb", "events"],
)
def test_what_is_too_large_is_refused_with_code_and_message(post, store, body):
    answer = post(body)
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert rows(store, raw_payload) == []


def test_a_single_event_over_its_limit_is_refused(post):
    body = msgspec.json.encode({"userId": "u", "properties": {"x": "x" * tracking.LARGEST_EVENT}})
    assert post(body, "track").status_code == 413


def test_an_unknown_call_is_not_found_with_code_and_message(post):
    answer = post(b"{}", "import")
    assert answer.status_code == 404


def test_a_batch_of_the_known_customer_is_on_her_timeline_once(post, intake, store):
    link(store, ANNA, user("u1"))
    post(batch(page("Home", "m-1"), page("Scarpe", "m-2"), page("Home", "m-1")))
    post(batch(page("Scarpe", "m-2"), page("Borse", "m-3")))
    intake.work()
    assert timeline(store, ANNA) == ["Home", "Scarpe", "Borse"]
    assert {raw.state for raw in rows(store, raw_payload)} == {RawState.DONE}


def test_the_same_bytes_are_kept_once(post, store):
    body = batch(page("Home", "m-1"))
    assert post(body).status_code == post(body).status_code == 200
    assert len(rows(store, raw_payload)) == 1
