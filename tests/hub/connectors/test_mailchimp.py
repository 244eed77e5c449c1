from urllib.parse import urlencode

import msgspec
import pytest

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.form import NotAForm, fields
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.connectors.mailchimp import Account, translate
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

SOURCE = "mailchimp:news"
NOW = 1_795_370_400_000
CONFIRMING = Account(double_opt_in=True)
SHE = Hint(IdentifierKind.EMAIL, "", "giulia@example.com")


def delivery(kind: str, **data) -> bytes:
    said = {"list_id": "a6b5", "id": "8a25", "email": "Giulia@Example.com", **data}
    pairs = {"type": kind, "fired_at": "2026-11-22 17:00:00"}
    form = urlencode(pairs | {f"data[{name}]": value for name, value in said.items()}).encode()
    return msgspec.json.encode(fields(form))


def hear(body: bytes | dict, call: str = "webhook", account: Account = CONFIRMING) -> tuple[Heard, ...]:
    told = translate(
        body if isinstance(body, bytes) else msgspec.json.encode(body), call, account, SOURCE, NOW
    )
    assert not told.set_aside
    return told.heard


@pytest.mark.parametrize(
    ("reason", "proof"),
    [
        ("manual", "Mailchimp audience a6b5, unsubscribed"),
        ("abuse", "Mailchimp audience a6b5, reported as spam"),
    ],
)
def test_leaving_is_a_withdrawal_with_its_proof(reason, proof):
    (heard,) = hear(delivery("unsubscribe", action="unsub", reason=reason))
    (consent,) = heard.consents
    assert heard.hints == (SHE,)
    assert (consent.purpose, consent.granted, consent.proof) == (Purpose.MARKETING_EMAIL, False, proof)
    assert consent.at == NOW - 3_600_000


def test_joining_is_a_grant_only_where_she_confirmed_it_herself():
    signed_up = delivery("subscribe", ip_signup="192.0.2.1", ip_opt="192.0.2.1")
    (confirmed,) = hear(signed_up)
    assert [one.granted for one in confirmed.consents] == [True]
    assert "192.0.2.1" not in confirmed.consents[0].proof
    (unconfirmed,) = hear(signed_up, account=Account())
    (imported,) = hear(delivery("subscribe", ip_signup=""))
    assert unconfirmed.consents == imported.consents == ()


def test_what_she_is_called_is_read_as_plain_words():
    body = delivery("profile", **{"merges][FNAME": " Giulia ", "merges][LNAME": "=1+1"})
    (heard,) = hear(body)
    assert heard.profile is not None
    assert heard.profile.given_name == ""  # with a formula among them, none of it is believed
    (heard,) = hear(delivery("profile", **{"merges][FNAME": "Giulia", "merges][LNAME": "Rossi"}))
    assert heard.profile is not None
    assert (heard.profile.given_name, heard.profile.family_name) == ("Giulia", "Rossi")


@pytest.mark.parametrize("account", [CONFIRMING, Account()])
def test_a_changed_address_is_the_same_person_and_sure_only_when_confirmed(account):
    moved = delivery("upemail", old_email="giulia@example.com", new_email="rossi@example.com", new_id="9")
    (heard,) = hear(moved, account=account)
    assert heard.hints == (SHE,)
    assert heard.same == (
        Hint(IdentifierKind.EMAIL, "", "rossi@example.com", verified=account.double_opt_in),
    )


def test_a_cleaned_address_is_an_email_that_did_not_reach_her():
    (heard,) = hear(delivery("cleaned", reason="hard"))
    assert heard.event is not None
    assert (heard.event.channel, heard.event.kind) == (Channel.EMAIL, EventKind.EMAIL_BOUNCED)


def test_a_campaign_is_about_nobody():
    assert hear(delivery("campaign", subject="Saldi", status="sent")) == ()


def test_a_delivery_without_an_id_has_a_key_of_what_it_says():
    first, again = hear(delivery("unsubscribe")), hear(delivery("unsubscribe"))
    other = hear(delivery("unsubscribe", id="ffff"))
    assert first[0].key == again[0].key != other[0].key
    assert "example" not in first[0].key


def test_an_unknown_type_is_set_aside():
    told = translate(b'{"type":"party"}', "webhook", CONFIRMING, SOURCE, NOW)
    assert told.set_aside == ("Mailchimp webhook: of no known type",)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&".join(b"a%d=1" % n for n in range(600))])
def test_what_is_no_form_is_refused(body):
    with pytest.raises(NotAForm):
        fields(body)


MEMBER = {
    "id": "md5",
    "list_id": "a6b5",
    "email_address": "Giulia@example.com",
    "status": "subscribed",
    "merge_fields": {"FNAME": "Giulia", "LNAME": "Rossi"},
    "language": "it",
    "ip_signup": "192.0.2.1",
    "timestamp_signup": "2026-01-05T10:00:00+00:00",
    "timestamp_opt": "2026-01-05T10:03:00+00:00",
    "last_changed": "2026-11-22T17:00:00+00:00",
}


def test_a_member_who_confirmed_granted_it_when_she_did():
    profile, joined = hear(MEMBER, "members")
    (consent,) = joined.consents
    assert (consent.granted, consent.at) == (True, 1_767_607_380_000)
    assert profile.profile is not None
    assert profile.profile.language == "it"


def test_a_member_who_left_withdrew_once_however_often_she_is_edited():
    left = {**MEMBER, "status": "unsubscribed"}
    edited = {**left, "last_changed": "2026-11-22T17:30:00+00:00"}
    rejoined = {**left, "timestamp_opt": "2026-06-01T10:00:00+00:00"}
    keys = [hear(one, "members")[1].key for one in (left, edited, rejoined)]
    assert keys[0] == keys[1] != keys[2]
    assert hear(left, "members")[1].consents[0].granted is False


@pytest.mark.parametrize(
    "said",
    [
        {"status": "pending"},
        {"status": "cleaned"},
        {"ip_signup": ""},
        {"timestamp_signup": ""},
        {"timestamp_opt": ""},
    ],
)
def test_without_proof_there_is_no_grant(said):
    assert not any(one.consents for one in hear({**MEMBER, **said}, "members"))


CAMPAIGN = {
    "id": "c1",
    "send_time": "2026-11-20T09:00:00+00:00",
    "settings": {"subject_line": "Le scarpe d'inverno"},
}


def test_what_she_got_and_followed():
    clicked = {"action": "click", "timestamp": "2026-11-20T10:00:00+00:00", "url": "https://example.org/a"}
    email = {
        "email_id": "md5",
        "email_address": "giulia@example.com",
        "activity": [{"action": "open", "timestamp": "2026-11-20T09:01:00+00:00"}, clicked, clicked],
    }
    heard = hear({"campaign": CAMPAIGN, "email": email}, "campaigns")
    assert [(one.event.kind, one.event.text) for one in heard if one.event] == [
        (EventKind.EMAIL_SENT, "Le scarpe d'inverno"),
        (EventKind.EMAIL_CLICKED, "Le scarpe d'inverno"),
        (EventKind.EMAIL_CLICKED, "Le scarpe d'inverno"),
    ]
    assert heard[1].key == heard[2].key  # the same link is followed once


def test_only_a_bounce_for_good_did_not_reach_her():
    def bounced(kind: str) -> list[EventKind]:
        activity = [{"action": "bounce", "type": kind, "timestamp": "2026-11-20T09:01:00+00:00"}]
        email = {"email_id": "m", "email_address": "giulia@example.com", "activity": activity}
        told = hear({"campaign": CAMPAIGN, "email": email}, "campaigns")
        return [one.event.kind for one in told if one.event]

    assert EventKind.EMAIL_BOUNCED in bounced("hard")
    assert EventKind.EMAIL_BOUNCED not in bounced("soft")


def test_a_machine_that_fetches_for_her_does_not_open():
    def opened(*proxies: bool) -> list[int]:
        opens = [
            {"timestamp": f"2026-11-20T09:0{n}:00+00:00", "is_proxy_open": proxy}
            for n, proxy in enumerate(proxies)
        ]
        member = {"email_id": "m", "email_address": "giulia@example.com", "opens": opens}
        told = hear({"campaign": CAMPAIGN, "member": member}, "campaigns")
        return [one.event.at for one in told if one.event]

    assert opened(True) == []
    assert opened(True, False, False) == [1_795_165_260_000]


@pytest.mark.parametrize("call", ["members", "campaigns"])
@pytest.mark.parametrize(
    "body", [b"{}", b'{"campaign":3,"email":[],"member":""}', b'{"email_address":{},"id":1}']
)
def test_odd_content_is_no_error(body, call):
    assert hear(body, call) == ()


@pytest.mark.shared
def test_mailchimps_own_examples_are_understood():
    (joined,) = hear(fields(payload("mailchimp/webhook-subscribe.form.txt")))
    assert [one.granted for one in joined.consents] == [True]
    assert joined.profile is not None
    assert joined.profile.given_name == "Example"
    (changed,) = hear(fields(payload("mailchimp/webhook-profile.form.txt")))
    assert changed.profile is not None
    assert changed.profile.family_name == "Holgado"
