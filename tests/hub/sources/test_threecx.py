import logging
import xml.etree.ElementTree as ET

import pytest
import requests

from clienteling.hub.sources import section
from clienteling.hub.sources.threecx import LOOKUPS_A_MINUTE
from clienteling.privacy.tables import access
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, BEA, rows
from tests.hub.serving.hub_process import until
from tests.hub.sources.test_calls import NUMBER, gave

SECRET = "a-secret-of-the-address"


def exchange(**said):
    return section.read("desk", {"kind": "threecx", "secret": SECRET, **said})


@pytest.fixture
def desk(connected):
    """The intake behind the address."""
    return connected(exchange())


@pytest.fixture
def place(desk):
    return f"{desk[1]}/desk/{SECRET}"


def promise(store, customer_id: str, state: str = "open") -> None:
    with store.write() as writer:
        writer.insert("promise", {"customer_id": customer_id, "kind": "hold", "what": "x", "state": state})


def who(place: str, number: str) -> dict:
    answer = requests.get(f"{place}/lookup", params={"number": number}, timeout=10)
    assert answer.status_code == 200
    return answer.json()


@pytest.mark.parametrize(
    "shown", ["+393331234567", "3331234567", "00393331234567", "393331234567", "333 1234567"]
)
def test_the_display_names_who_is_calling(place, store, shown):
    gave(store, ANNA)
    assert who(place, shown) == {"contact": {"id": ANNA, "number": NUMBER, "first_name": "Anna"}}


def test_the_display_counts_the_promises_that_are_open(place, store):
    gave(store, ANNA)
    promise(store, ANNA)
    promise(store, ANNA)
    promise(store, ANNA, "kept")
    promise(store, BEA)
    assert who(place, NUMBER)["contact"]["promises"] == "2 promesse aperte"


def test_the_display_speaks_the_language_of_the_desk(connected, store):
    _, address = connected(exchange(language="en"))
    gave(store, ANNA)
    promise(store, ANNA)
    assert who(f"{address}/desk/{SECRET}", NUMBER)["contact"]["promises"] == "1 open promise"


def test_a_number_of_two_people_shows_both(place, store):
    gave(store, ANNA)
    gave(store, BEA)
    assert who(place, NUMBER)["contact"]["last_name"] == "Anna / Bea"


def test_of_whom_it_told_is_written_down(place, store):
    gave(store, ANNA)
    gave(store, BEA)
    who(place, NUMBER)
    until(lambda: {row.customer_id for row in rows(store, access)} == {ANNA, BEA})
    assert {(row.why, row.device) for row in rows(store, access)} == {("call", "threecx:desk")}


@pytest.mark.parametrize("shown", ["", "anonymous", "<unknown>", "101", "3999999999", "' OR 1=1 --"])
def test_who_is_not_known_is_nobody(place, store, shown):
    gave(store, ANNA)
    gave(store, BEA, "")
    assert who(place, shown) == {}


def test_nobodys_name_is_told_without_the_secret(place, store):
    gave(store, ANNA)
    without = place.rpartition("/")[0]
    for address in (f"{without}/lookup", f"{without}/wrong/lookup", f"{without}//lookup"):
        assert requests.get(address, params={"number": NUMBER}, timeout=10).status_code == 401


def test_not_every_number_can_be_tried(connected, store):
    secret = "another-secret"
    _, address = connected(section.read("desk", {"kind": "threecx", "secret": secret}))
    tried = [
        requests.get(f"{address}/desk/{secret}/lookup?number=3330000{n:03}", timeout=10).status_code
        for n in range(LOOKUPS_A_MINUTE + 1)
    ]
    assert tried == [200] * LOOKUPS_A_MINUTE + [429]


def test_the_number_is_in_no_log(place, store, caplog):
    gave(store, ANNA)
    with caplog.at_level(logging.DEBUG):
        who(place, NUMBER)
    said = [record.getMessage() for record in caplog.records if record.name.startswith("clienteling")]
    assert said == ["the telephones asked who is calling: a customer"]


def test_a_report_is_a_call_on_her_timeline(desk, place, store):
    gave(store, ANNA)
    report = {
        "type": "Inbound",
        "number": NUMBER,
        "extension": "204",
        "first_name": "Sara",
        "last_name": "Conti",
        "started_at": "2026-11-22T08:00:00Z",
        "duration": "00:03:05",
    }
    for _ in range(2):
        assert requests.post(f"{place}/call", json=report, timeout=10).json() == {}
    desk[0].work()
    (told,) = rows(store, event)
    assert (told.customer_id, told.kind) == (ANNA, "call_in")
    assert told.detail == {"seconds": 185, "by_name": "Sara Conti"}


@pytest.mark.parametrize("body", [b"", b"[]", b"type=Inbound"])
def test_a_report_that_is_none_is_refused(place, body):
    assert requests.post(f"{place}/call", data=body, timeout=10).status_code == 400


def test_the_template_knows_where_the_hub_is_and_asks_what_the_hub_answers(place):
    answer = requests.get(f"{place}/template.xml", timeout=10)
    assert answer.headers["content-type"].startswith("application/xml")
    template = ET.fromstring(answer.content)
    address = template.find("./Parameters/Parameter[@Name='HubAddress']")
    assert address is not None
    assert address.get("Default") == place
    requests_of = [request.get("Url", "") for request in template.iter("Request")]
    assert requests_of == ["[HubAddress]/lookup?number=[Number]", "[HubAddress]/call"]
    paths = {variable.get("Path") for variable in template.iter("Variable")}
    assert paths == {f"contact.{name}" for name in ("id", "first_name", "last_name", "promises", "number")}
    keys = {value.get("Key") for value in template.iter("Value")}
    assert keys == {"type", "number", "extension", "first_name", "last_name", "started_at", "duration"}


def test_a_language_that_nobody_speaks_is_refused():
    with pytest.raises(section.Wrong, match="language is 'fr'"):
        exchange(language="fr")
