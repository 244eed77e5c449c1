"""Whatever a device sends, the answer is a refusal with a code, and the hub goes on."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.compression import compress
from sync.device.trusted.pairing import Pairing, pair
from sync.errors import Code
from sync.hub.http.bodies import LARGEST_BODY, SMALL_BODY
from sync.hub.http.refusals import STATUS
from sync.hub.trust.gate import FAILURES
from sync.wire import PushReply
from tests.hub.serving.hub_process import HubProcess
from tests.hub.serving.wire_client import announce_only, plain_http, refusal, request

ZSTD = {"Content-Encoding": "zstd"}
CALLS = [
    ("GET", "/hello"),
    ("POST", "/push"),
    ("GET", "/feed"),
    ("GET", "/digest?epoch=e&collection=c"),
    ("POST", "/compare"),
    ("POST", "/fetch"),
    ("POST", "/confirm"),
    ("GET", "/blobs/00"),
    ("GET", "/live"),
]


@pytest.fixture(scope="module")
def known(hub: HubProcess) -> Pairing:
    return pair(hub.code(), "Till 1")


def test_every_code_has_a_status():
    assert set(STATUS) == set(Code)


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_without_a_credential_nothing_opens(hub, method, path):
    assert refusal(hub, method, path) == (401, "unauthenticated")
    assert refusal(hub, method, path, headers={"Authorization": "Basic YTpi"}) == (401, "unauthenticated")
    assert refusal(hub, method, path, credential="nobody.secret") == (401, "unauthenticated")


def test_a_stranger_is_turned_away_before_he_has_sent_more_than_a_little(hub):
    assert refusal(hub, "POST", "/push", b" " * SMALL_BODY, credential="nobody.secret") == (
        401,
        "unauthenticated",
    )
    assert announce_only(hub, "nobody.secret", SMALL_BODY + 1) == b"401"


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_a_revoked_device_is_told_so_at_every_call(hub, method, path):
    pairing = pair(hub.code(), "Till 1")
    hub.house.devices.revoke(pairing.device_id, hub.house.now())
    assert refusal(hub, method, path, credential=pairing.credential) == (403, "device_revoked")


def test_guessing_a_devices_secret_is_stopped_and_others_go_on(hub, known):
    victim = pair(hub.code(), "Till 2")
    guesses = [
        refusal(hub, "GET", "/hello", credential=f"{victim.device_id}.{n}") for n in range(FAILURES + 1)
    ]
    assert guesses == [(401, "unauthenticated")] * FAILURES + [(429, "too_many_attempts")]
    assert request(hub, "GET", "/sync/v1/hello", credential=known.credential)[0] == 200


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"epoch": 5, "records": []}',
        b'{"epoch": "e"}',
        b'{"epoch": "e", "records": {}}',
        b'{"epoch": "\xff\xfe", "records": []}',
        b'{"epoch": "e", "records": [{"dseq": "one"}]}',
        b"[" * 100_000,
    ],
)
def test_a_broken_push_is_malformed(hub, known, body):
    assert refusal(hub, "POST", "/push", body, credential=known.credential) == (400, "malformed")


@pytest.mark.parametrize("body", [b"", b"{", b"{}", b'{"proof": 1, "nonce": "", "device_name": "x"}'])
def test_a_broken_pairing_is_malformed(hub, body):
    assert refusal(hub, "POST", "/pair", body) == (400, "malformed")


def test_an_oversize_body_is_refused(hub, known):
    body = b" " * (LARGEST_BODY + 1)
    assert refusal(hub, "POST", "/push", body, credential=known.credential) == (413, "too_large")


def test_an_oversize_body_is_refused_before_it_is_sent(hub, known):
    assert announce_only(hub, known.credential, LARGEST_BODY + 1) == b"413"


def test_a_decompression_bomb_is_refused(hub, known):
    bomb = compress(bytes(20 * LARGEST_BODY))
    assert len(bomb) < 100_000
    assert refusal(hub, "POST", "/push", bomb, credential=known.credential, headers=ZSTD) == (
        413,
        "too_large",
    )


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"no frame", ZSTD),
        (compress(b'{"epoch": "e", "records": []}')[:-3], ZSTD),
        (b"{}", {"Content-Encoding": "br"}),
    ],
)
def test_what_cannot_be_decompressed_is_malformed(hub, known, body, headers):
    answer = refusal(hub, "POST", "/push", body, credential=known.credential, headers=headers)
    assert answer == (400, "malformed")


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nothing", (404, "not_found")),
        ("GET", "/push", (404, "not_found")),
        ("DELETE", "/feed", (404, "not_found")),
        ("GET", "/feed?after=many", (400, "malformed")),
        ("GET", "/feed?limit=ten", (400, "malformed")),
        ("GET", f"/feed?after={10**40}", (400, "malformed")),
        ("GET", "/feed?epoch=another", (409, "epoch_changed")),
        ("GET", "/blobs/" + "0" * 64, (404, "not_found")),
        ("GET", "/blobs/..%2f..%2fidentity.pem", (404, "not_found")),
    ],
)
def test_a_call_that_makes_no_sense_is_named(hub, known, method, path, expected):
    assert refusal(hub, method, path, credential=known.credential) == expected


def test_a_push_of_another_epoch_names_the_hubs_own(hub, known):
    body = b'{"epoch": "another", "records": []}'
    status, answer = request(hub, "POST", "/sync/v1/push", body, credential=known.credential)
    assert status == 409
    assert msgspec.json.decode(answer)["epoch"] == hub.house.store.epoch


@pytest.mark.parametrize("dseq", [-1, 0, 2**63 - 1, 2**63, 10**30])
def test_numbers_beyond_all_bounds_are_answered(hub, known, dseq):
    numbered = b'{"dseq": %d, "collection": "note", "id": "n", "fields": {}, "stamp": "x"}' % dseq
    body = b'{"epoch": "%s", "records": [%s]}' % (hub.house.store.epoch.encode(), numbered)
    status, answer = request(hub, "POST", "/sync/v1/push", body, credential=known.credential)
    assert status < 500, answer


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    record=st.fixed_dictionaries(
        {
            "dseq": st.just(1),
            "collection": st.sampled_from(["note", "customer", "store", "", "sync_device", "nothing"]),
            "id": st.text(max_size=20),
            "fields": st.dictionaries(
                st.sampled_from(["text", "id", "given_name", "at", "\x00", "x"]),
                st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
            ),
            "stamp": st.text(max_size=40),
        }
    )
)
def test_no_record_whatever_breaks_the_hub(hub, strange, record):
    body = msgspec.json.encode({"epoch": hub.house.store.epoch, "records": [record | {"dseq": strange()}]})
    status, answer = request(hub, "POST", "/sync/v1/push", body, credential=strange.credential)
    assert status == 200, answer
    strange.next = msgspec.json.decode(answer, type=PushReply).last_dseq + 1


class Strange:
    """A device whose writes are numbered well and make no sense otherwise."""

    def __init__(self, credential: str) -> None:
        self.credential = credential
        self.next = 1

    def __call__(self) -> int:
        return self.next


@pytest.fixture(scope="module")
def strange(hub: HubProcess) -> Strange:
    return Strange(pair(hub.code(), "Till 4").credential)


def test_there_is_no_plain_http(hub):
    assert b"ok" not in plain_http(hub)


def test_health_says_that_the_hub_answers_and_nothing_else(hub):
    assert request(hub, "GET", "/health") == (200, b"ok\n")


def test_the_hub_goes_on_after_all_that(hub, known):
    assert request(hub, "GET", "/sync/v1/hello", credential=known.credential)[0] == 200


@pytest.mark.parametrize(
    "query", ["owes=-1", "owes=many", f"owes={10**40}", "knows=x", "knows=%00", "wiped=perhaps", "owes=1.5"]
)
def test_a_greeting_that_makes_no_sense_is_named(hub, known, query):
    assert refusal(hub, "GET", f"/hello?{query}", credential=known.credential) == (400, "malformed")


@pytest.mark.parametrize("query", ["", "?owes=5&wiped=false&tomorrow=1", "?owes=1&owes=2"])
def test_a_greeting_may_say_more_or_less(hub, known, query):
    assert request(hub, "GET", f"/sync/v1/hello{query}", credential=known.credential)[0] == 200
