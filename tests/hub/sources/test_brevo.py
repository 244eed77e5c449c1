import pytest
import requests

from clienteling.consents.tables import consent
from clienteling.hub.connectors import moments
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import section
from clienteling.hub.sources.brevo import Brevo
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.web import Refused, Web
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, NOW, email, link, rows
from tests.hub.sources.asked import Asking, json, refused
from tests.hub.sources.fake_shop import Answered, Asked

SECRET = "a-secret-of-the-address"


class FakeBrevo:
    """Contacts of API v3."""

    def __init__(self) -> None:
        self.contacts: list[dict] = []

    def __call__(self, asked: Asked) -> Answered:
        if asked.headers.get("api-key") != "k3y":
            return refused(asked)
        if asked.path != "/v3/contacts":
            return json({"code": "document_not_found"}, 404)
        start, limit = int(asked.query["offset"]), int(asked.query["limit"])
        since = moments.written(asked.query.get("modifiedSince"))
        changed = [one for one in self.contacts if moments.written(one["modifiedAt"]) >= since]
        return json({"contacts": changed[start : start + limit], "count": len(changed)})


@pytest.fixture
def account(shop, monkeypatch):
    monkeypatch.setattr(Brevo, "pace_s", 0.0)
    shop.answer = FakeBrevo()
    shop.answer.contacts = [contact(1)]
    return shop.answer


def contact(number: int, **changed) -> dict:
    return {
        "id": number,
        "email": "anna@example.com",
        "emailBlacklisted": False,
        "createdAt": "2020-01-05T10:00:00.000+01:00",
        "modifiedAt": "2020-01-05T10:00:00.000+01:00",
        "attributes": {"NOME": "Anna", "COGNOME": "Verdi", "DOUBLE_OPT-IN": "1"},
        **changed,
    }


def mailing(address: str = "https://mail.example.org", **said):
    said = {"api_key": "k3y", "secret": SECRET, "address": address, **said}
    return section.read("news", {"kind": "brevo", **said})


@pytest.fixture
def asking(account, shop, store):
    link(store, ANNA, email("anna@example.com"))
    asking = Asking(store, mailing(shop.url))
    yield asking
    asking.close()


def granted(store) -> list[bool]:
    return [row.granted for row in rows(store, consent)]


def test_a_contact_who_confirmed_consents_and_one_not_to_be_written_to_withdrew(asking, account, store):
    asking.round()
    assert granted(store) == [True]
    account.contacts = [contact(1, emailBlacklisted=True, modifiedAt="2099-01-01T00:00:00.000Z")]
    asking.later(16)
    asking.round()
    assert granted(store) == [True, False]


def test_many_contacts_come_by_the_thousand(asking, account, shop, store):
    account.contacts = [contact(n, email=f"x{n}@example.com") for n in range(1, 1_002)]
    for _ in range(2):
        asking.poller.turn()
    assert [one.query["offset"] for one in shop.asked] == ["0", "1000"]
    assert len(rows(store, raw_payload)) == 1_001


def test_only_who_may_not_be_written_to_is_read_again(asking, account, store):
    account.contacts = [contact(1), contact(2, emailBlacklisted=True, email="x@example.com")]
    asking.round()
    assert len(rows(store, raw_payload, call="contacts")) == 2
    assert [row.body.count(b"x@example.com") for row in rows(store, raw_payload, call="left")] == [1]


def test_asked_again_only_what_changed_is_told(asking, shop, store):
    asking.round()
    asking.later(16)
    asking.round()
    assert "modifiedSince" in shop.asked[-1].query
    assert len(rows(store, raw_payload)) == 1


def test_connecting_proves_the_key(account, shop):
    right = mailing(shop.url)
    assert right.kind.check(right.said, Web()) == Met("Brevo", Thing.CONTACTS, 1)
    wrong = mailing(shop.url, api_key="other")
    with pytest.raises(Refused, match="does not accept these credentials"):
        wrong.kind.check(wrong.said, Web())


def test_events_come_alone_or_many_at_once(connected, store):
    link(store, ANNA, email("anna@example.com"))
    intake, address = connected(mailing())
    opened = {
        "event": "opened",
        "email": "anna@example.com",
        "message-id": "<1@mail>",
        "ts_epoch": NOW,
        "subject": "Saldi",
    }
    left = {"event": "unsubscribed", "email": "anna@example.com", "ts_event": NOW // 1000}
    for body in (opened, [opened, left], {**opened, "ts_epoch": NOW + 5}):
        assert requests.post(f"{address}/news/{SECRET}", json=body, timeout=10).status_code == 200
    intake.work()
    assert [(row.kind, row.text) for row in rows(store, event)] == [("email_opened", "Saldi")]
    assert granted(store) == [False]


@pytest.mark.parametrize(
    ("place", "body", "status"), [("wrong", b"{}", 401), (SECRET, b"7", 400), (SECRET, b"{", 400)]
)
def test_without_the_secret_or_a_body_nothing_is_taken(connected, store, place, body, status):
    _, address = connected(mailing())
    assert requests.post(f"{address}/news/{place}", data=body, timeout=10).status_code == status
    assert rows(store, raw_payload) == []
