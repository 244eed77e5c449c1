import time

import msgspec
import pytest
import requests

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import moments
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.connectors.zendesk import sign
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import positions, section
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.web import Refused, Web
from clienteling.hub.sources.zendesk import Zendesk
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, BEA, email, link, rows
from tests.hub.sources.asked import Asking, refused
from tests.hub.sources.fake_desks import FakeZendesk

SECRET = "s1gn"


@pytest.fixture
def desk(shop, monkeypatch):
    monkeypatch.setattr(Zendesk, "pace_s", 0.0)
    shop.answer = FakeZendesk()
    shop.answer.users = [
        {
            "id": 700123,
            "role": "end-user",
            "name": "Anna Verdi",
            "email": "anna@example.com",
            "verified": True,
            "updated_at": "2020-11-20T10:00:00Z",
        },
        {"id": 9, "role": "agent", "name": "Sara Conti", "updated_at": "2020-11-01T10:00:00Z"},
        {
            "id": 700124,
            "role": "end-user",
            "name": "Bea Neri",
            "email": "bea@example.com",
            "verified": False,
            "updated_at": "2020-11-20T10:00:00Z",
        },
    ]
    shop.answer.tickets = [ticket(141), ticket(142, requester_id=700124), ticket(143, status="deleted")]
    shop.answer.comments = {
        "141": [
            comment(1, 700123, "Il tacco si è staccato"),
            comment(2, 9, "cliente difficile", public=False),
            comment(3, 9, "Lo ripariamo noi"),
        ]
    }
    return shop.answer


def ticket(number: int, **changed) -> dict:
    return {
        "id": number,
        "requester_id": 700123,
        "subject": "Tacco rotto",
        "status": "open",
        "created_at": "2020-11-20T10:00:00Z",
        "updated_at": "2020-11-20T11:00:00Z",
        **changed,
    }


def comment(number: int, author: int, body: str, public: bool = True) -> dict:
    at = f"2020-11-20T10:{number:02}:00Z"
    return {"id": number, "author_id": author, "public": public, "plain_body": body, "created_at": at}


def connected_desk(address: str, **said):
    said = {"address": address, "email": "agent@example.org", "token": "t0ken", **said}
    return section.read("care", {"kind": "zendesk", "signing_secret": SECRET, **said})


@pytest.fixture
def asking(desk, shop, store):
    asking = Asking(store, connected_desk(shop.url))
    yield asking
    asking.close()


def told(store) -> list[tuple[str, str]]:
    return [(row.kind, row.text) for row in sorted(rows(store, event), key=lambda row: row.at)]


HELPED = [
    ("ticket_opened", "Tacco rotto"),
    ("message_in", "Il tacco si è staccato"),
    ("message_out", "Lo ripariamo noi"),
]


def test_a_desk_that_is_only_asked_tells_everything_but_what_is_private(asking, store):
    link(store, ANNA, email("anna@example.com"))
    asking.round()
    assert told(store) == HELPED
    assert {row.customer_id for row in rows(store, event)} == {ANNA}
    assert {row.channel for row in rows(store, event)} == {"help_desk"}
    assert [row.detail.get("by_name", "") for row in sorted(rows(store, event), key=lambda r: r.at)][
        2
    ] == "Sara Conti"


def test_asked_again_it_tells_only_what_is_new(asking, desk, shop, store):
    link(store, ANNA, email("anna@example.com"))
    asking.round()
    asked = len(shop.asked)
    desk.tickets[0] = ticket(141, status="solved", updated_at="2099-01-01T00:00:00Z")
    asking.later(6)
    asking.round()
    assert told(store) == [*HELPED, ("ticket_solved", "Tacco rotto")]
    assert len(shop.asked) - asked == 4  # people, tickets, two pages of the one ticket's comments


def test_a_desk_that_asks_for_patience_gets_it_and_nothing_is_left_out(asking, desk, store):
    link(store, ANNA, email("anna@example.com"))
    desk.busy = 1
    asking.round()
    assert told(store) == []
    asking.later(1)
    asking.round()
    assert told(store) == HELPED


def test_a_hub_that_is_switched_off_goes_on_where_it_was(asking, shop, store):
    link(store, ANNA, email("anna@example.com"))
    for _ in range(3):
        asking.poller.turn()
    asking.begin_again(store)
    asking.round()
    assert told(store) == HELPED
    assert len(shop.asked) == len({(one.path, tuple(one.query.items())) for one in shop.asked})


def test_who_is_not_verified_joins_nobody(asking, store):
    link(store, BEA, email("bea@example.com"))
    asking.round()
    assert told(store) == []


def test_what_a_stranger_asked_is_told_when_the_desk_says_who_she_is(asking, desk, store):
    link(store, BEA, email("bea@example.com"))
    asking.round()
    desk.users[2] |= {"verified": True, "updated_at": "2099-01-01T00:00:00Z"}
    asking.later(6)
    asking.round()
    assert told(store) == [("ticket_opened", "Tacco rotto")]


def test_connecting_proves_the_token(desk, shop):
    right = connected_desk(shop.url)
    assert right.kind.check(right.said, Web()) == Met("Zendesk", Thing.TICKETS, 3)
    wrong = connected_desk(shop.url, token="other")
    with pytest.raises(Refused, match="does not accept these credentials"):
        wrong.kind.check(wrong.said, Web())


def test_a_desk_that_lets_us_in_no_more_is_said(asking, desk, shop, store):
    desk.tickets.clear()
    asking.round()
    shop.answer = refused
    asking.later(6)
    asking.round()
    with store.read() as conn:
        assert "credentials" in positions.read(conn, "zendesk:care", "users").problem


def delivery(topic: str = "ticket.created", **event_) -> bytes:
    return msgspec.json.encode(
        {
            "type": f"zen:event-type:{topic}",
            "time": "2020-11-20T10:00:00Z",
            "detail": {"id": "141", "requester_id": "700123", "subject": "Tacco rotto"},
            "event": event_,
        }
    )


def written(at: float) -> str:
    return moments.iso(int(at * 1000))


def send(address: str, body: bytes, moment: str | None = None, secret: str = SECRET) -> requests.Response:
    moment = moment or written(time.time())
    headers = {
        "x-zendesk-webhook-signature": sign(body, moment, secret),
        "x-zendesk-webhook-signature-timestamp": moment,
    }
    return requests.post(f"{address}/care", data=body, headers=headers, timeout=10)


def test_a_signed_delivery_is_taken_once(connected, store):
    intake, address = connected(connected_desk("https://desk.example.org"))
    link(store, ANNA, Hint(IdentifierKind.USER, "zendesk:care", "700123"))
    for _ in range(2):
        assert send(address, delivery()).status_code == 200
    intake.work()
    assert len(rows(store, raw_payload)) == 1
    assert told(store) == [("ticket_opened", "Tacco rotto")]


@pytest.mark.parametrize("age_s", [400, -400])
def test_a_delivery_that_was_overheard_and_is_repeated_later_is_refused(connected, store, age_s):
    _, address = connected(connected_desk("https://desk.example.org"))
    answer = send(address, delivery(), written(time.time() - age_s))
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
    assert rows(store, raw_payload) == []


@pytest.mark.parametrize("secret", ["wrong", ""])
def test_a_forged_delivery_is_refused(connected, store, secret):
    _, address = connected(connected_desk("https://desk.example.org"))
    assert send(address, delivery(), secret=secret or "x").status_code == 401
    assert requests.post(f"{address}/care", data=delivery(), timeout=10).status_code == 401
    assert rows(store, raw_payload) == []


def test_without_a_signing_secret_nothing_is_taken(connected, store):
    _, address = connected(connected_desk("https://desk.example.org", signing_secret=""))
    assert send(address, delivery(), secret="").status_code == 401


def test_a_chat_message_names_only_its_ticket_and_has_the_desk_asked_for_it(connected, looked):
    _, address = connected(connected_desk("https://desk.example.org"))
    send(address, delivery("messaging_ticket.message_added"))
    assert [resources for _, resources in looked] == [("users", "tickets")]


@pytest.mark.parametrize("address", ["shop.zendesk.com", "", "http://shop.zendesk.com"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(section.Wrong, match="address is no https address"):
        connected_desk(address)
