import msgspec
import pytest

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.brevo import translate
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

SOURCE = "brevo:news"
NOW = 1_795_370_400_000
AT = NOW - 3_600_000
SHE = Hint(IdentifierKind.EMAIL, "", "giulia@example.com")


def event(name: str, **more) -> dict:
    return {
        "event": name,
        "email": "Giulia@Example.com",
        "message-id": "<1@mail>",
        "ts_event": AT // 1000,
        "date": "2020-10-09 00:00:00",
        **more,
    }


def hear(body: object, call: str = "webhook") -> tuple[Heard, ...]:
    told = translate(body if isinstance(body, bytes) else msgspec.json.encode(body), call, SOURCE, NOW)
    assert not told.set_aside
    return told.heard


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("request", EventKind.EMAIL_SENT),
        ("delivered", EventKind.EMAIL_SENT),
        ("opened", EventKind.EMAIL_OPENED),
        ("unique_opened", EventKind.EMAIL_OPENED),
        ("click", EventKind.EMAIL_CLICKED),
        ("hard_bounce", EventKind.EMAIL_BOUNCED),
        ("hardBounce", EventKind.EMAIL_BOUNCED),
        ("blocked", EventKind.EMAIL_BOUNCED),
    ],
)
def test_what_became_of_an_email(name, kind):
    (heard,) = hear(event(name, subject="Il tuo ordine"))
    assert heard.hints == (SHE,)
    assert heard.event is not None
    assert (heard.event.channel, heard.event.kind) == (Channel.EMAIL, kind)
    assert (heard.event.text, heard.event.at) == ("Il tuo ordine", AT)


@pytest.mark.parametrize(
    "name",
    ["proxy_open", "unique_proxy_open", "soft_bounce", "deferred", "list_addition", "contact_updated"],
)
def test_machines_and_the_shops_own_doings_are_not_hers(name):
    assert hear(event(name)) == ()


@pytest.mark.parametrize(
    ("name", "more", "proof"),
    [
        ("unsubscribed", {}, "Brevo, unsubscribed"),
        ("unsubscribe", {"camp_id": 7}, "Brevo, unsubscribed, campaign 7"),
        ("spam", {"camp_id": 7}, "Brevo, reported as spam, campaign 7"),
        ("complaint", {}, "Brevo, reported as spam"),
    ],
)
def test_leaving_and_complaining_are_withdrawals(name, more, proof):
    (heard,) = hear(event(name, **more))
    (consent,) = heard.consents
    assert heard.event is None
    assert (consent.purpose, consent.granted) == (Purpose.MARKETING_EMAIL, False)
    assert (consent.at, consent.proof) == (AT, proof)


def test_the_name_of_a_mailing_stands_for_its_subject():
    (heard,) = hear(event("opened", camp_id=3, **{"campaign name": "Saldi", "message-id": None}))
    assert heard.event is not None
    assert heard.event.text == "Saldi"


@pytest.mark.parametrize(
    "told",
    [
        {"ts_epoch": AT},
        {"ts_epoch": AT // 1000},
        {"ts_epoch": None, "ts_event": AT // 1000},
        {"ts_event": None, "s_epoch": AT},
        {"ts_event": None, "ts": AT // 1000},
    ],
)
def test_the_moment_is_read_from_what_is_utc(told):
    (heard,) = hear(event("opened", **told))
    assert heard.event is not None
    assert heard.event.at == AT


def test_an_email_is_sent_opened_and_followed_once():
    def keys(*events: dict) -> set[str]:
        return {one.key for said in events for one in hear(said)}

    assert len(keys(event("request"), event("delivered", ts_event=AT // 1000 + 5))) == 1
    assert len(keys(event("opened"), event("unique_opened", ts_event=AT // 1000 + 900))) == 1
    assert (
        len(keys(event("click", link="https://example.org/a"), event("click", link="https://example.org/b")))
        == 2
    )
    assert len(keys(event("opened"), event("opened", **{"message-id": "<2@mail>"}))) == 2
    assert not any("giulia" in key for key in keys(event("opened")))


def test_many_in_one_body_are_heard_one_by_one():
    told = translate(
        msgspec.json.encode([event("opened"), 7, event("party"), event("click")]), "webhook", SOURCE, NOW
    )
    assert [one.event.kind for one in told.heard if one.event] == [
        EventKind.EMAIL_OPENED,
        EventKind.EMAIL_CLICKED,
    ]
    assert told.set_aside == ("event 2: of no known kind", "event 3: of no known kind")


CONTACT = {
    "id": 42,
    "email": "giulia@example.com",
    "emailBlacklisted": False,
    "createdAt": "2026-01-05T10:00:00.000+01:00",
    "modifiedAt": "2026-11-22T17:00:00.000+01:00",
    "attributes": {"NOME": "Giulia", "COGNOME": "Rossi"},
}


def test_a_contact_is_known_by_her_address():
    (heard,) = hear(CONTACT, "contacts")
    assert heard.hints == (SHE, Hint(IdentifierKind.USER, SOURCE, "42"))
    assert heard.profile is not None
    assert (heard.profile.given_name, heard.profile.family_name) == ("Giulia", "Rossi")
    assert not heard.consents


@pytest.mark.parametrize("told", ["1", 1, True, "Yes"])
def test_a_contact_who_confirmed_is_a_grant(told):
    _, joined = hear({**CONTACT, "attributes": {"DOUBLE_OPT-IN": told}}, "contacts")
    assert [one.granted for one in joined.consents] == [True]


@pytest.mark.parametrize("told", ["2", 2, "", "no", None])
def test_a_contact_who_did_not_confirm_is_none(told):
    assert len(hear({**CONTACT, "attributes": {"DOUBLE_OPT-IN": told}}, "contacts")) == 1


def test_a_contact_who_may_not_be_written_to_withdrew_once():
    left = {**CONTACT, "emailBlacklisted": True, "attributes": {"DOUBLE_OPT-IN": "1"}}
    edited = {**left, "modifiedAt": "2026-11-22T18:00:00.000+01:00"}
    (_, first), (_, second) = hear(left, "contacts"), hear(edited, "contacts")
    assert first.key == second.key
    assert [one.granted for one in first.consents] == [False]


@pytest.mark.parametrize("body", [b"{}", b'{"id":1,"email":7}', b'{"id":[],"email":"a@b.it","attributes":3}'])
def test_odd_content_is_no_error(body):
    assert hear(body, "contacts") == ()
    assert translate(body, "webhook", SOURCE, NOW).heard == ()


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("transactional-sent_event", EventKind.EMAIL_SENT),
        ("transactional-opened_event", EventKind.EMAIL_OPENED),
        ("transactional-clicked_event", EventKind.EMAIL_CLICKED),
        ("transactional-hard_bounce", EventKind.EMAIL_BOUNCED),
        ("transactional-blocked", EventKind.EMAIL_BOUNCED),
    ],
)
def test_brevos_own_examples_are_understood(file, kind):
    (heard,) = hear(payload(f"brevo/{file}.json"))
    assert heard.event is not None
    assert heard.event.kind is kind
    assert heard.event.at == 1_520_363_423_000


@pytest.mark.shared
@pytest.mark.parametrize(
    "file",
    [
        "transactional-proxy_open_event",
        "transactional-error_email",
        "marketing-list_addition",
        "marketing-contact_deleted",
    ],
)
def test_brevos_own_examples_of_what_is_not_hers(file):
    assert hear(payload(f"brevo/{file}.json")) == ()


@pytest.mark.shared
def test_brevos_own_example_of_a_complaint_is_a_withdrawal():
    (heard,) = hear(payload("brevo/transactional-complaint.json"))
    assert [(one.granted, one.at) for one in heard.consents] == [(False, 1_604_933_654_000)]
