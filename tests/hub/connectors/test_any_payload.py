"""Whatever stands where a source's own fields should: a translation says what it understood and never fails.

One example of each kind of payload, with something odd in a place or two.
"""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clienteling.hub.connectors import asterisk, brevo, calls, freshdesk, mailchimp, threecx, zendesk
from clienteling.hub.connectors.heard import Translation
from tests.hub.connectors import test_brevo, test_calls, test_freshdesk, test_mailchimp, test_zendesk

NOW = 1_795_370_400_000
ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False)
    | st.text(max_size=8)
    | st.sampled_from(
        ["", "0", "=1+1", "a@b.it", "9999-12-31T23:59:59Z", "0001-01-01", "<b>x</b>", "\u202e"]
    ),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
COMMENTS = {
    "ticket": {"id": 141, "requester_id": 7, "via": {"channel": "chat"}},
    "comments": [
        {"id": 1, "author_id": 7, "public": True, "plain_body": "x", "created_at": "2026-11-20T10:00:00Z"},
        {"id": 2, "type": "VoiceComment", "data": {"call_duration": 60, "answered_by_id": 6}},
    ],
    "users": [{"id": 7, "role": "end-user", "name": "Anna"}],
}
SAYS_COMMENT = test_zendesk.comment(public=True, staff=False)
REPORTED = {
    "campaign": test_mailchimp.CAMPAIGN,
    "email": {
        "email_id": "m",
        "email_address": "a@b.it",
        "activity": [{"action": "click", "timestamp": "2026-11-20T10:00:00Z", "url": "https://example.org"}],
    },
}
OPENED = {
    "campaign": test_mailchimp.CAMPAIGN,
    "member": {"email_id": "m", "email_address": "a@b.it", "opens": [{"timestamp": "2026-11-20T10:00:00Z"}]},
}


def desk(call: str) -> Callable[[bytes], Translation]:
    return lambda body: zendesk.translate(body, call, zendesk.Account(), "s", NOW)


def fresh(call: str) -> Callable[[bytes], Translation]:
    return lambda body: freshdesk.translate(body, call, freshdesk.Account(), "s", NOW)


def chimp(call: str) -> Callable[[bytes], Translation]:
    return lambda body: mailchimp.translate(body, call, mailchimp.Account(double_opt_in=True), "s", NOW)


def delivered(topic: str, event: dict | None = None) -> dict:
    return msgspec.json.decode(test_zendesk.delivery(topic, event))


EXAMPLES: dict[str, tuple[Any, Callable[[bytes], Translation]]] = {
    "a ticket that was opened": (delivered("ticket.created"), desk("webhook")),
    "a ticket that was solved": (delivered("ticket.status_changed", {"current": "SOLVED"}), desk("webhook")),
    "a comment": (delivered("ticket.comment_added", SAYS_COMMENT), desk("webhook")),
    "a person": (test_zendesk.PERSON, desk("users")),
    "comments": (COMMENTS, desk("tickets")),
    "an automation": ({"freshdesk_webhook": test_freshdesk.WEBHOOK}, fresh("webhook")),
    "a contact": (test_freshdesk.CONTACT, fresh("contacts")),
    "a ticket": ({**test_freshdesk.TICKET, "stats": {"resolved_at": "x"}}, fresh("tickets")),
    "a conversation": (test_freshdesk.conversation(), fresh("tickets")),
    "a member": (test_mailchimp.MEMBER, chimp("members")),
    "what became of a campaign": (REPORTED, chimp("campaigns")),
    "who opened it": (OPENED, chimp("campaigns")),
    "an event of an e-mail": (
        test_brevo.event("opened", subject="x"),
        lambda body: brevo.translate(body, "webhook", "s", NOW),
    ),
    "a contact of a mailing": (
        test_brevo.CONTACT,
        lambda body: brevo.translate(body, "contacts", "s", NOW),
    ),
    "a call": (test_calls.CALL, lambda body: calls.translate(body, "s", NOW)),
    "a report of a call": (test_calls.REPORT, lambda body: threecx.translate(body, "s", NOW)),
}


def shaken(value: Any) -> st.SearchStrategy[Any]:
    """The same with something odd in a place or two."""
    if isinstance(value, dict):
        inside = st.fixed_dictionaries({key: shaken(one) for key, one in value.items()})
    elif isinstance(value, list):
        inside = st.tuples(*map(shaken, value)).map(list)
    else:
        inside = st.just(value)
    return st.one_of(*[inside] * 5, ODD)


@pytest.mark.parametrize("name", EXAMPLES)
@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(data=st.data())
def test_odd_fields_are_no_error(name, data):
    example, translate = EXAMPLES[name]
    said = data.draw(shaken(example))
    body = msgspec.json.encode(said if isinstance(said, dict) else {"id": said})
    told = translate(body)
    for heard in told.heard:
        assert heard.key
        assert all(hint.value for hint in heard.hints)
        if heard.event is not None:
            assert 0 <= heard.event.at <= NOW
            assert len(heard.event.text) <= 2_000
        assert all(0 <= consent.at <= NOW and consent.proof for consent in heard.consents)
    assert all(len(aside) < 120 for aside in told.set_aside)


FIELDS = (
    "Event",
    "Uniqueid",
    "Linkedid",
    "CallerIDNum",
    "Exten",
    "DialStatus",
    "DialString",
    "BridgeUniqueid",
)
SAYINGS = st.sampled_from(["Newchannel", "Hangup", "BridgeEnter", "DialEnd", "ANSWER", "1.0", "3331234567"])


@settings(max_examples=60, deadline=None, database=None, derandomize=True)
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), SAYINGS | st.text(max_size=9)), max_size=12))
def test_odd_events_of_an_exchange_are_no_error(events):
    body = msgspec.json.encode([{"at": NOW, "fields": one} for one in events])
    for heard in asterisk.translate(body, asterisk.Account(), "s", NOW).heard:
        assert heard.event is not None
        assert heard.hints[0].value.startswith("+")
