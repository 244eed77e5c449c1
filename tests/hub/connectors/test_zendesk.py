import base64
import hashlib
import hmac

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import zendesk
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.hub.connectors.zendesk import Account, translate
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

SOURCE = "zendesk:care"
NOW = 1_795_370_400_000  # 2026-11-22T18:00:00Z
SHE = Hint(IdentifierKind.USER, SOURCE, "700123")


def delivery(topic: str, event: dict | None = None, **detail) -> bytes:
    return msgspec.json.encode(
        {
            "account_id": 5,
            "id": "01J",
            "type": f"zen:event-type:{topic}",
            "subject": "zen:ticket:141",
            "time": "2026-11-22T17:58:00.123456789Z",
            "detail": {"id": "141", "requester_id": "700123", "subject": "Tacco rotto", **detail},
            "event": event or {},
        }
    )


def hear(body: bytes, call: str = "webhook", account: Account | None = None) -> tuple[Heard, ...]:
    said = translate(body, call, account or Account(), SOURCE, NOW)
    assert not said.set_aside
    return said.heard


def test_a_new_ticket_is_a_request_for_help():
    (heard,) = hear(delivery("ticket.created", created_at="2026-11-22T17:50:00Z", status="NEW"))
    assert (heard.key, heard.hints) == ("ticket/141/opened", (SHE,))
    assert heard.event is not None
    assert (heard.event.channel, heard.event.kind) == (Channel.HELP_DESK, EventKind.TICKET_OPENED)
    assert (heard.event.text, heard.event.detail.ticket) == ("Tacco rotto", "141")
    assert heard.event.at == NOW - 10 * 60_000


@pytest.mark.parametrize(
    ("status", "kinds"),
    [("SOLVED", [EventKind.TICKET_SOLVED]), ("CLOSED", [EventKind.TICKET_SOLVED]), ("PENDING", [])],
)
def test_only_the_end_of_a_ticket_is_told(status, kinds):
    heard = hear(delivery("ticket.status_changed", {"current": status, "previous": "OPEN"}))
    assert [one.event.kind for one in heard if one.event] == kinds


def test_what_a_webhook_and_a_poll_tell_of_one_ticket_has_the_same_keys():
    told = [
        *hear(delivery("ticket.created")),
        *hear(delivery("ticket.status_changed", {"current": "SOLVED"})),
    ]
    polled = {
        "id": 141,
        "requester_id": 700123,
        "subject": "Tacco rotto",
        "status": "closed",
        "created_at": "2026-11-22T17:50:00Z",
        "updated_at": "2026-11-22T17:58:00Z",
    }
    asked = hear(msgspec.json.encode(polled), "tickets")
    assert [(one.key, one.hints) for one in asked] == [(one.key, one.hints) for one in told]


def comment(public: bool, staff: bool, **more) -> dict:
    author = {"id": 9 if staff else 700123, "is_staff": staff, "name": "Sara Conti" if staff else "G. Rossi"}
    return {"comment": {"id": 77, "body": "Arriva domani", "is_public": public, "author": author, **more}}


def test_her_words_and_the_shops_are_told_apart():
    (hers,) = hear(delivery("ticket.comment_added", comment(public=True, staff=False)))
    (ours,) = hear(delivery("ticket.comment_added", comment(public=True, staff=True)))
    assert hers.event is not None
    assert ours.event is not None
    assert (hers.event.kind, hers.event.detail.by_name) == (EventKind.MESSAGE_IN, "")
    assert (ours.event.kind, ours.event.detail.by_name) == (EventKind.MESSAGE_OUT, "Sara Conti")
    assert hers.hints == ours.hints == (SHE,)


@pytest.mark.parametrize("staff", [True, False])
def test_a_private_comment_is_told_to_nobody(staff):
    assert hear(delivery("ticket.comment_added", comment(public=False, staff=staff))) == ()
    kept_from_her = msgspec.json.encode(
        {
            "ticket": {"id": 141, "requester_id": 700123},
            "comments": [{"id": 77, "author_id": 9, "public": False, "body": "difficile"}],
            "users": [{"id": 9, "role": "agent", "name": "Sara"}],
        }
    )
    assert hear(kept_from_her, "tickets") == ()


def test_a_comment_that_does_not_say_whether_it_is_public_is_private():
    unsaid = comment(public=True, staff=False)
    del unsaid["comment"]["is_public"]
    assert hear(delivery("ticket.comment_added", unsaid)) == ()


def test_comments_that_are_asked_for_have_the_keys_of_those_that_came():
    asked = msgspec.json.encode(
        {
            "ticket": {"id": 141, "requester_id": 700123},
            "comments": [
                {"id": 76, "author_id": 700123, "public": True, "body": "Il tacco…", "created_at": ""},
                {"id": 77, "author_id": 9, "public": True, "body": "x", "plain_body": "Arriva domani"},
            ],
            "users": [
                {"id": 9, "role": "agent", "name": "Sara Conti"},
                {"id": 700123, "role": "end-user", "name": "Giulia"},
            ],
        }
    )
    first, second = hear(asked, "tickets")
    assert first.event is not None
    assert second.event is not None
    assert (first.event.kind, second.event.kind) == (EventKind.MESSAGE_IN, EventKind.MESSAGE_OUT)
    assert (second.event.text, second.hints) == ("Arriva domani", (SHE,))
    (came,) = hear(delivery("ticket.comment_added", comment(public=True, staff=True)))
    assert second.key == came.key


def test_a_call_on_zendesks_own_telephone_is_a_call():
    body = {
        "ticket": {"id": 141, "requester_id": 700123},
        "comments": [
            {"id": 5, "type": "VoiceComment", "data": {"call_duration": 60, "answered_by_id": 6}},
            {"id": 6, "type": "VoiceComment", "data": {"call_duration": 0, "answered_by_id": None}},
            {"id": 7, "type": "VoiceComment", "data": {"call_duration": 9, "outbound": True}},
        ],
    }
    heard = hear(msgspec.json.encode(body), "tickets")
    assert [(one.event.kind, one.event.detail.seconds) for one in heard if one.event] == [
        (EventKind.CALL_IN, 60),
        (EventKind.CALL_MISSED, 0),
        (EventKind.CALL_OUT, 9),
    ]


def test_a_chat_names_only_its_ticket_and_the_ticket_names_her():
    said = {"actor": {"type": "end_user", "id": "x"}, "message": {"id": "m-1", "body": "C'è il 39?"}}
    (heard,) = hear(delivery("messaging_ticket.message_added", said))
    ticket = Hint(IdentifierKind.PAGE_SCOPED, SOURCE, "ticket/141")
    assert heard.hints == (ticket,)
    (opened,) = hear(delivery("ticket.created", via={"channel": "native_messaging"}))
    assert opened.hints == (SHE, ticket)


def test_what_an_answering_machine_wrote_is_nobodys_word():
    said = {"actor": {"type": "system"}, "message": {"id": "m-1", "body": "Come posso aiutare?"}}
    assert hear(delivery("messaging_ticket.message_added", said)) == ()


PERSON = {
    "id": 700123,
    "role": "end-user",
    "name": "Giulia Rossi",
    "email": "Giulia.Rossi@Example.com",
    "verified": True,
    "phone": "02 1234567",
    "locale": "it-IT",
    "external_id": "77",
    "updated_at": "2026-11-20T10:00:00Z",
}


def person(**changed) -> Heard:
    account = Account(external_ids_of="woocommerce:shop")
    (heard,) = hear(msgspec.json.encode({**PERSON, **changed}), "users", account)
    return heard


def test_a_person_is_known_by_her_id_her_address_and_the_shops_id():
    heard = person()
    assert heard.hints == (
        SHE,
        Hint(IdentifierKind.USER, "woocommerce:shop", "77"),
        Hint(IdentifierKind.EMAIL, "", "giulia.rossi@example.com"),
        Hint(IdentifierKind.PHONE, SOURCE, "+39021234567", verified=False),
    )
    assert heard.profile is not None
    assert (heard.profile.given_name, heard.profile.family_name) == ("Giulia", "Rossi")
    assert heard.profile.language == "it"
    assert not heard.founds


def test_an_address_that_zendesk_has_not_verified_joins_nobody():
    assert person(verified=False).hints[2] == Hint(
        IdentifierKind.EMAIL, SOURCE, "giulia.rossi@example.com", verified=False
    )


@pytest.mark.parametrize("said", [{"role": "agent"}, {"role": "admin"}, {"active": False}, {"id": None}])
def test_agents_and_who_is_gone_are_no_customers(said):
    assert hear(msgspec.json.encode({**PERSON, **said}), "users") == ()


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "Caller +39 02 123", "giulia@example.com"])
def test_a_name_that_is_no_name_is_left_out(name):
    profile = person(name=name).profile
    assert profile is not None
    assert not profile.given_name
    assert not profile.family_name


def test_an_unknown_topic_is_set_aside_by_its_name():
    said = translate(delivery("ticket.tags_changed"), "webhook", Account(), SOURCE, NOW)
    assert said.set_aside == ("Zendesk event ticket.tags_changed: not used",)
    odd = translate(delivery("<b>Giulia</b>"), "webhook", Account(), SOURCE, NOW)
    assert odd.set_aside == ("Zendesk event without a topic: not used",)


@pytest.mark.parametrize(
    "body",
    [
        b"{}",
        b'{"type":"zen:event-type:ticket.created"}',
        b'{"type":7,"detail":[],"event":"x"}',
        b'{"type":"zen:event-type:ticket.comment_added","event":{"comment":{"is_public":true}}}',
        b'{"comments":[1,{"public":true}],"users":7}',
    ],
)
@pytest.mark.parametrize("call", ["webhook", "users", "tickets"])
def test_odd_content_is_no_error(body, call):
    assert translate(body, call, Account(), SOURCE, NOW).heard == ()


def test_the_signature_is_over_the_timestamp_and_the_bytes():
    body, moment = b'{"a":1}', "2026-11-22T17:58:00Z"
    theirs = base64.b64encode(hmac.new(b"s3cret", moment.encode() + body, hashlib.sha256).digest()).decode()
    assert zendesk.signature_holds(body, moment, theirs, "s3cret")
    assert not zendesk.signature_holds(body + b" ", moment, theirs, "s3cret")
    assert not zendesk.signature_holds(body, "2026-11-22T17:59:00Z", theirs, "s3cret")
    assert not zendesk.signature_holds(body, moment, "", "s3cret")


@pytest.mark.parametrize(
    ("moment", "fresh"),
    [
        ("2026-11-22T17:58:00Z", True),
        ("2026-11-22T17:54:00Z", False),
        ("2026-11-22T18:04:00Z", True),
        ("2026-11-22T18:06:00Z", False),
        ("", False),
        ("yesterday", False),
    ],
)
def test_a_delivery_that_is_repeated_later_is_refused(moment, fresh):
    assert zendesk.is_fresh(moment, NOW) is fresh


@pytest.mark.shared
def test_zendesks_own_examples_are_understood():
    (opened,) = hear(payload("zendesk/zendesk-ticket.json"), "tickets")
    assert opened.event is not None
    assert opened.event.detail.ticket == "1"
    assert hear(payload("zendesk/zendesk-user.json"), "users") == ()  # an administrator
    assert hear(payload("zendesk/webhook-messaging_ticket.message_added.json")) == ()  # its machine
