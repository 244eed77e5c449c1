from pathlib import Path

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import posthog, tracking
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.connectors.tracking import Account
from clienteling.timeline.values import EventKind

NOW = 1_795_340_800_000  # 2026-11-22 09:46:40 UTC
WEB = Account(name="web")
SHARED = Path(__file__).parents[3] / "../shared/payloads/segment"
USER = Hint(IdentifierKind.USER, "web", "u-7")


def hear(event: str, account: Account = WEB, **captured) -> Heard:
    one = {
        "event": event,
        "distinct_id": "u-7",
        "uuid": "e-1",
        "timestamp": "2026-11-22T09:46:00Z",
        **captured,
    }
    body = msgspec.json.encode({"api_key": "k", "batch": [one], "sent_at": "2026-11-22T09:46:40Z"})
    (heard,) = posthog.translate(body, account, NOW).heard
    return heard


def test_an_event_is_hers_at_its_moment_and_once():
    heard = hear("Product Viewed", properties={"product_id": 42, "name": "Aurora"})
    assert (heard.key, heard.hints) == ("e-1", (USER,))
    assert heard.event is not None
    assert (heard.event.kind, heard.event.at) == (EventKind.PRODUCT_VIEWED, NOW - 40_000)
    assert heard.event.items[0].product_id == "42"


@pytest.mark.parametrize(
    ("event", "where"),
    [
        ("$identify", {"properties": {"$set": {"email": "A@example.org"}, "$anon_distinct_id": "a-1"}}),
        ("$set", {"properties": {"$set": {"email": "a@example.org"}, "$anon_distinct_id": "a-1"}}),
        ("$identify", {"$set": {"email": "a@example.org"}, "properties": {"$anon_distinct_id": "a-1"}}),
    ],
)
def test_who_she_is_stands_in_one_of_three_places(event, where):
    heard = hear(event, Account(name="web", server=True), **where)
    assert heard.hints == (
        USER,
        Hint(IdentifierKind.EMAIL, "", "a@example.org"),
        Hint(IdentifierKind.ANONYMOUS, "web", "a-1"),
    )
    assert heard.profile is not None
    assert heard.profile.email == "a@example.org"


@pytest.mark.parametrize("mark", [{"$is_identified": False}, {"$process_person_profile": False}])
def test_what_is_sent_without_a_login_is_a_device(mark):
    assert hear("$pageview", properties=mark).hints == (Hint(IdentifierKind.ANONYMOUS, "web", "u-7"),)


def test_a_page_has_its_address_and_a_screen_its_name():
    page = hear("$pageview", properties={"$current_url": "https://shop.example.org/"}).event
    screen = hear("$screen", properties={"$screen_name": "Novità"}).event
    assert page is not None
    assert screen is not None
    assert (page.kind, page.detail.url) == (EventKind.PAGE_VIEWED, "https://shop.example.org/")
    assert (screen.kind, screen.text) == (EventKind.PAGE_VIEWED, "Novità")


def test_an_alias_makes_two_accounts_one_only_where_the_server_says_it():
    said = {"alias": "u-8", "distinct_id": "u-7"}
    assert hear("$create_alias", properties=said).same == ()
    heard = hear("$create_alias", Account(name="web", server=True), properties=said)
    assert heard.hints[0].value == "u-8"
    assert heard.same == (USER,)


def test_what_the_packages_count_for_themselves_is_set_aside():
    body = msgspec.json.encode(
        {"batch": [{"event": "$feature_flag_called", "distinct_id": "u"}, {"event": 3}]}
    )
    translation = posthog.translate(body, WEB, NOW)
    assert translation.set_aside == ("track $feature_flag_called", "an event that is not a message")


@pytest.mark.shared
def test_what_the_official_package_really_sends_is_understood():
    if not SHARED.is_dir():
        pytest.skip("the captured requests do not lie beside this checkout")
    capture = msgspec.json.decode((SHARED / "client-node-ph-0.json").read_bytes())
    received_at = tracking._millis("2026-11-22T02:00:00Z")
    translation = posthog.translate(msgspec.json.encode(capture["body"]), WEB, received_at)
    assert translation.set_aside == ()
    assert [heard.event.kind for heard in translation.heard if heard.event] == [
        EventKind.CHECKOUT_STARTED,
        EventKind.ORDERED,
    ]
