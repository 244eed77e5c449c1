import msgspec
import pytest
import requests

from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import section
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, BEA, rows

SECRET = "a-secret-of-the-address"
DESK = section.read("desk", {"kind": "calls", "secret": SECRET})
CALL = {"id": "a1", "direction": "in", "number": "333 1234567", "answered": True, "seconds": 61}
NUMBER = "+393331234567"


def gave(store, customer_id: str, number: str = NUMBER) -> None:
    """She wrote her number down at the till."""
    with store.write() as writer:
        writer.update("customer", customer_id, {"phone": number})


@pytest.fixture
def ring(connected):
    """Tells of a call and works it through; what it was answered."""
    intake, address = connected(DESK)

    def tell(said: object = None, secret: str = SECRET) -> requests.Response:
        body = said if isinstance(said, bytes) else msgspec.json.encode(said or CALL)
        answer = requests.post(f"{address}/desk/{secret}", data=body, timeout=10)
        intake.work()
        return answer

    return tell


def test_a_call_is_on_the_timeline_of_her_who_gave_the_number(ring, store):
    gave(store, ANNA)
    assert ring().status_code == 200
    (told,) = rows(store, event)
    assert (told.customer_id, told.kind, told.detail["seconds"]) == (ANNA, "call_in", 61)
    assert told.source == "calls:desk"


def test_a_call_is_told_once_however_often_it_is_sent(ring, store):
    gave(store, ANNA)
    ring()
    ring({**CALL, "seconds": 62})
    assert len(rows(store, event)) == 1


def test_a_number_that_two_people_gave_is_neithers_call(ring, store):
    gave(store, ANNA)
    gave(store, BEA)
    ring()
    assert rows(store, event) == []


def test_whoever_calls_before_she_is_a_customer_is_heard_when_she_calls_again(ring, store):
    ring()
    assert rows(store, event) == []
    gave(store, BEA)
    ring({**CALL, "id": "a2"})
    assert [row.customer_id for row in rows(store, event)] == [BEA, BEA]


def test_a_call_joins_nobody_to_its_number(ring, store):
    gave(store, ANNA)
    ring()
    gave(store, ANNA, "")
    gave(store, BEA)
    ring({**CALL, "id": "a2"})
    assert [row.customer_id for row in rows(store, event)] == [ANNA, BEA]


@pytest.mark.parametrize("secret", ["", "wrong", SECRET[:-1], SECRET + "x"])
def test_without_the_whole_address_nothing_is_taken(ring, store, secret):
    answer = ring(secret=secret)
    assert answer.status_code == 401
    assert answer.json()["code"] == "unauthenticated"
    assert rows(store, raw_payload) == []


@pytest.mark.parametrize("body", [b"", b"{", b"7", b'"x"', b"\xff"])
def test_what_is_no_call_is_refused(ring, store, body):
    assert ring(body).status_code == 400
    assert rows(store, raw_payload) == []


def test_an_empty_secret_lets_nobody_in(connected):
    _, address = connected(section.read("open", {"kind": "calls", "secret": ""}))
    for place in ("open", "open/"):
        assert requests.post(f"{address}/{place}", data=b"{}", timeout=10).status_code == 401
