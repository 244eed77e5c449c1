import msgspec
import pytest
import requests

from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import section
from clienteling.hub.sources.asking import Answer
from clienteling.hub.sources.freshdesk import LAST_PAGE, Freshdesk, Tickets
from clienteling.hub.sources.met import Met
from clienteling.hub.sources.web import Refused, Web
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, email, link, rows
from tests.hub.sources.asked import Asking
from tests.hub.sources.fake_desks import FakeFreshdesk

SECRET = "a-secret-of-the-address"


@pytest.fixture
def desk(shop, monkeypatch):
    monkeypatch.setattr(Freshdesk, "pace_s", 0.0)
    shop.answer = FakeFreshdesk()
    shop.answer.contacts = [
        {
            "id": 6001,
            "name": "Anna Verdi",
            "email": "anna@example.com",
            "active": True,
            "updated_at": "2020-11-20T10:00:00Z",
        }
    ]
    shop.answer.tickets = [ticket(12)]
    shop.answer.conversations = {
        "12": [
            written(1, "cliente difficile", private=True),
            written(2, "Le mandiamo il 38"),
            written(3, "Grazie!", incoming=True, user_id=6001),
        ]
    }
    return shop.answer


def ticket(number: int, **changed) -> dict:
    return {
        "id": number,
        "requester_id": 6001,
        "source": 1,
        "status": 2,
        "subject": "Cambio taglia",
        "description_text": "Vorrei il 38",
        "created_at": "2020-11-20T10:00:00Z",
        "updated_at": "2020-11-20T11:00:00Z",
        **changed,
    }


def written(number: int, body: str, **changed) -> dict:
    one = {"id": number, "body_text": body, "incoming": False, "private": False, "source": 0}
    return {**one, "created_at": f"2020-11-20T10:{number:02}:00Z", **changed}


def connected_desk(address: str, **said):
    said = {"address": address, "api_key": "k3y", "secret": SECRET, **said}
    return section.read("care", {"kind": "freshdesk", **said})


@pytest.fixture
def asking(desk, shop, store):
    asking = Asking(store, connected_desk(shop.url))
    yield asking
    asking.close()


def told(store) -> list[tuple[str, str]]:
    return sorted((row.kind, row.text) for row in rows(store, event))


HELPED = [
    ("message_in", "Grazie!"),
    ("message_in", "Vorrei il 38"),
    ("message_out", "Le mandiamo il 38"),
    ("ticket_opened", "Cambio taglia"),
]


def test_a_desk_tells_everything_but_what_is_private(asking, store):
    link(store, ANNA, email("anna@example.com"))
    asking.round()
    assert told(store) == HELPED
    assert {row.customer_id for row in rows(store, event)} == {ANNA}


def test_asked_again_it_tells_only_what_is_new(asking, desk, store):
    link(store, ANNA, email("anna@example.com"))
    asking.round()
    desk.tickets = [ticket(12, status=4, updated_at="2099-01-01T00:00:00Z")]
    asking.later(6)
    asking.round()
    assert told(store) == [*HELPED, ("ticket_solved", "Cambio taglia")]


def test_many_contacts_come_by_the_hundred(asking, desk, shop, store):
    desk.contacts = [{"id": n, "updated_at": "2020-11-20T10:00:00Z"} for n in range(1, 231)]
    asking.round()
    assert [one.query["page"] for one in shop.asked if one.path.endswith("contacts")] == ["1", "2", "3"]
    assert len(rows(store, raw_payload, call="contacts")) == 230


def test_the_first_time_more_than_the_last_month_is_asked_for(asking, shop):
    asking.round()
    first = next(one for one in shop.asked if one.path.endswith("/tickets"))
    assert first.query["updated_since"] == "2010-01-01T00:00:00Z"


def test_after_the_last_page_it_goes_on_from_the_last_change():
    tickets = Tickets()
    ask = tickets.first(None, None)
    params = {**dict(ask.params), "page": str(LAST_PAGE)}
    last = msgspec.structs.replace(ask, params=tuple(params.items()))
    full = msgspec.json.encode([ticket(n, updated_at=f"2020-11-20T11:00:{n % 60:02}Z") for n in range(100)])
    page = tickets.read(None, last, Answer(status=200, headers={}, body=full))
    assert page.next is not None
    asked = dict(page.next.params)
    assert (asked["page"], asked["updated_since"]) == ("1", "2020-11-20T11:00:39Z")


def test_connecting_proves_the_key(desk, shop):
    right = connected_desk(shop.url)
    assert right.kind.check(right.said, Web()) == Met("Freshdesk")
    wrong = connected_desk(shop.url, api_key="other")
    with pytest.raises(Refused, match="does not accept these credentials"):
        wrong.kind.check(wrong.said, Web())


def test_an_automation_rings_and_the_desk_is_asked(connected, looked, store):
    _, address = connected(connected_desk("https://desk.example.org"))
    rung = {"freshdesk_webhook": {"ticket_id": 12, "ticket_contact_email": "anna@example.com"}}
    assert requests.post(f"{address}/care/{SECRET}", json=rung, timeout=10).status_code == 200
    assert [resources for _, resources in looked] == [("contacts", "tickets")]
    assert len(rows(store, raw_payload)) == 1


def test_a_ticket_is_hers_also_where_the_automation_rang_before_the_desk_was_asked(asking, store):
    link(store, ANNA, email("anna@example.com"))
    rung = {"ticket_id": 12, "ticket_subject": "Cambio taglia", "ticket_contact_email": "anna@example.com"}
    asking.intake.keep("freshdesk:care", "webhook", msgspec.json.encode({"freshdesk_webhook": rung}))
    asking.intake.work()
    asking.round()
    assert told(store) == HELPED


@pytest.mark.parametrize(
    ("place", "body", "status"), [("wrong", b"{}", 401), (SECRET, b"[]", 400), ("", b"{}", 401)]
)
def test_without_the_secret_or_a_body_nothing_is_taken(connected, store, place, body, status):
    _, address = connected(connected_desk("https://desk.example.org"))
    assert requests.post(f"{address}/care/{place}", data=body, timeout=10).status_code == status
    assert rows(store, raw_payload) == []
