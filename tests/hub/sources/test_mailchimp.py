from urllib.parse import urlencode

import msgspec
import pytest
import requests

from clienteling.consents.tables import consent
from clienteling.hub.connectors import moments
from clienteling.hub.intake import raw as raws
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.sources import mailchimp, section
from clienteling.hub.sources.asking import DAY_MS
from clienteling.hub.sources.mailchimp import Mailchimp
from clienteling.hub.sources.met import Met, Thing
from clienteling.hub.sources.web import Refused, Web
from clienteling.timeline.tables import event
from sync.instants import wall_clock
from tests.hub.little_house import ANNA, BEA, email, link, rows
from tests.hub.sources.asked import Asking, json, refused
from tests.hub.sources.fake_desks import basic
from tests.hub.sources.fake_shop import Answered, Asked

SECRET = "a-secret-of-the-address"
SENT = moments.iso(wall_clock() - 2 * DAY_MS)
"""The fake's clock is this machine's."""


class FakeMailchimp:
    """Members, campaigns and their reports of the marketing API 3.0."""

    def __init__(self) -> None:
        self.members: list[dict] = []
        self.campaigns: list[dict] = []
        self.reports: dict[str, list[dict]] = {}

    def __call__(self, asked: Asked) -> Answered:
        if basic(asked).partition(":")[2] != "k3y-us21":
            return refused(asked)
        parts = asked.path.strip("/").split("/")[1:]
        if parts == ["lists", "a6b5"]:
            return json({"stats": {"member_count": len(self.members)}})
        found = self._found(parts, asked.query)
        return _page(*found, asked) if found else json({"title": "Resource Not Found"}, 404)

    def _found(self, parts: list[str], query: dict[str, str]) -> tuple[str, list[dict]] | None:
        match parts:
            case ["lists", "a6b5", "members"]:
                since = moments.written(query.get("since_last_changed"))
                changed = [one for one in self.members if moments.written(one["last_changed"]) >= since]
                status = query.get("status")
                return "members", [one for one in changed if status in {None, one["status"]}]
            case ["campaigns"]:
                since = moments.written(query.get("since_send_time"))
                return "campaigns", [
                    one for one in self.campaigns if moments.written(one["send_time"]) >= since
                ]
            case ["reports", campaign, "email-activity"]:
                return "emails", self.reports.get(f"{campaign}/activity", [])
            case ["reports", campaign, "open-details"]:
                return "members", self.reports.get(f"{campaign}/opens", [])
        return None


def _page(name: str, items: list[dict], asked: Asked) -> Answered:
    start, count = int(asked.query["offset"]), int(asked.query["count"])
    return json({name: items[start : start + count], "total_items": len(items)})


@pytest.fixture
def list_(shop, monkeypatch):
    monkeypatch.setattr(Mailchimp, "pace_s", 0.0)
    shop.answer = FakeMailchimp()
    shop.answer.members = [member()]
    campaign = {"id": "c1", "send_time": SENT, "settings": {"subject_line": "Saldi"}}
    shop.answer.campaigns = [campaign]
    hers = {"email_id": "m1", "email_address": "anna@example.com"}
    at = SENT
    shop.answer.reports = {
        "c1/activity": [
            {**hers, "activity": [{"action": "click", "timestamp": at, "url": "https://example.org"}]}
        ],
        "c1/opens": [{**hers, "opens": [{"timestamp": at, "is_proxy_open": False}]}],
    }
    return shop.answer


def member(**changed) -> dict:
    return {
        "id": "m1",
        "list_id": "a6b5",
        "email_address": "anna@example.com",
        "status": "subscribed",
        "merge_fields": {},
        "ip_signup": "192.0.2.1",
        "timestamp_signup": "2020-01-05T10:00:00+00:00",
        "timestamp_opt": "2020-01-05T10:03:00+00:00",
        "last_changed": "2020-01-05T10:03:00+00:00",
        **changed,
    }


def audience(address: str = "https://list.example.org", **said):
    said = {"api_key": "k3y-us21", "audience": "a6b5", "secret": SECRET, "double_opt_in": True, **said}
    said["address"] = address
    return section.read("news", {"kind": "mailchimp", **said})


@pytest.fixture
def asking(list_, shop, store):
    link(store, ANNA, email("anna@example.com"))
    asking = Asking(store, audience(shop.url))
    yield asking
    asking.close()


def consents(store) -> list[tuple[str, bool, str]]:
    return [(row.purpose, row.granted, row.proof) for row in rows(store, consent)]


JOINED = ("marketing_email", True, "Mailchimp audience a6b5, confirmed by e-mail")
LEFT = ("marketing_email", False, "Mailchimp audience a6b5, unsubscribed")


def test_what_became_of_a_campaign_is_on_her_timeline(asking, store):
    asking.round()
    assert sorted((row.kind, row.text) for row in rows(store, event)) == [
        ("email_clicked", "Saldi"),
        ("email_opened", "Saldi"),
        ("email_sent", "Saldi"),
    ]
    assert {row.channel for row in rows(store, event)} == {"email"}


def test_being_in_the_audience_is_her_consent_and_leaving_it_her_withdrawal(asking, list_, store):
    asking.round()
    assert consents(store) == [JOINED]
    list_.members = [member(status="unsubscribed", last_changed="2020-11-22T09:00:00+00:00")]
    asking.later(16)
    asking.round()
    assert consents(store) == [JOINED]  # not changed since the last look, as the audience says
    list_.members = [member(status="unsubscribed", last_changed="2099-01-01T00:00:00+00:00")]
    asking.later(16)
    asking.round()
    assert consents(store) == [JOINED, LEFT]


def test_a_withdrawal_of_somebody_unknown_is_hers_once_she_is_a_customer(list_, shop, store, monkeypatch):
    list_.members = [member(email_address="bea@example.com", status="unsubscribed")]
    asking = Asking(store, audience(shop.url))
    asking.round()
    assert consents(store) == []
    link(store, BEA, email("bea@example.com"))
    asking.later(16)
    asking.round()
    assert consents(store) == []  # nobody has said it again yet
    monkeypatch.setattr(mailchimp, "day_of", lambda _answer: "another day")
    asking.later(8 * 24 * 60)
    asking.round()
    assert consents(store) == [LEFT]
    asking.close()


def test_of_an_earlier_campaign_only_what_happened_since_is_asked_for(asking, shop, store):
    asking.round()
    asking.later(16)
    shop.asked.clear()
    asking.round()
    reports = [one.query for one in shop.asked if one.path.startswith("/3.0/reports")]
    assert len(reports) == 2
    assert all(query["since"] for query in reports)
    assert len(rows(store, event)) == 3


def test_a_large_audience_comes_by_the_thousand(asking, list_, shop, store):
    list_.members = [member(id=f"m{n}", email_address=f"x{n}@example.com") for n in range(1_001)]
    for _ in range(2):
        asking.poller.turn()
    assert [one.query["offset"] for one in shop.asked if one.path.endswith("members")][:2] == ["0", "1000"]
    assert len(rows(store, raw_payload, call="members")) == 1_001


def test_connecting_proves_the_key(list_, shop):
    right = audience(shop.url)
    assert right.kind.check(right.said, Web()) == Met("Mailchimp", Thing.MEMBERS, 1)
    wrong = audience(shop.url, api_key="other-us21")
    with pytest.raises(Refused, match="does not accept these credentials"):
        wrong.kind.check(wrong.said, Web())


def test_the_key_says_where_the_account_lives():
    assert audience(address="").said.api == "https://us21.api.mailchimp.com/3.0"
    with pytest.raises(section.Wrong, match="api_key does not end with a data centre"):
        audience(address="", api_key="k3y")


def form(kind: str, **data: str) -> str:
    said = {"list_id": "a6b5", "id": "m1", "email": "anna@example.com", **data}
    pairs = {"type": kind, "fired_at": "2026-11-22 09:00:00"}
    return urlencode(pairs | {f"data[{name}]": value for name, value in said.items()})


def test_somebody_is_there_when_mailchimp_looks(connected):
    _, address = connected(audience())
    assert requests.get(f"{address}/news/{SECRET}", timeout=10).status_code == 200
    assert requests.get(f"{address}/news/wrong", timeout=10).status_code == 401


def test_leaving_takes_effect_at_once(connected, store):
    link(store, ANNA, email("anna@example.com"))
    intake, address = connected(audience())
    for _ in range(2):
        assert (
            requests.post(f"{address}/news/{SECRET}", data=form("unsubscribe"), timeout=10).status_code == 200
        )
    intake.work()
    assert consents(store) == [LEFT]


@pytest.mark.parametrize("double_opt_in", [True, False])
def test_a_new_address_is_hers_where_the_audience_has_it_confirmed(connected, store, double_opt_in):
    link(store, ANNA, email("anna@example.com"))
    intake, address = connected(audience(double_opt_in=double_opt_in))
    moved = form("upemail", old_email="anna@example.com", new_email="anna.verdi@example.com", email="")
    left = form("unsubscribe", email="anna.verdi@example.com")
    for body in (moved, left):
        requests.post(f"{address}/news/{SECRET}", data=body, timeout=10)
    intake.work()
    assert consents(store) == ([LEFT] if double_opt_in else [])


@pytest.mark.parametrize("body", ["", "hello", "a=1&b=2"])
def test_what_is_no_delivery_is_refused(connected, store, body):
    _, address = connected(audience())
    assert requests.post(f"{address}/news/{SECRET}", data=body, timeout=10).status_code == 400
    assert rows(store, raw_payload) == []


def test_whoever_is_erased_is_found_in_a_form_too(connected, store):
    _, address = connected(audience())
    requests.post(f"{address}/news/{SECRET}", data=form("profile"), timeout=10)
    with store.write() as writer:
        raws.erase(writer.connection, frozenset({"anna@example.com"}))
    (kept,) = rows(store, raw_payload)
    assert kept.body == b""


def test_a_delivery_is_kept_as_its_fields(connected, store):
    _, address = connected(audience())
    requests.post(f"{address}/news/{SECRET}", data=form("profile"), timeout=10)
    (kept,) = rows(store, raw_payload)
    assert msgspec.json.decode(kept.body)["data[email]"] == "anna@example.com"
