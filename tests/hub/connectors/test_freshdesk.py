import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.freshdesk import Account, translate
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

SOURCE = "freshdesk:care"
NOW = 1_795_370_400_000
SHE = Hint(IdentifierKind.USER, SOURCE, "6001")
ACCOUNT = Account(external_ids_of="woocommerce:shop")

TICKET = {
    "id": 12,
    "requester_id": 6001,
    "source": 1,
    "status": 2,
    "subject": "Cambio taglia",
    "description_text": "Vorrei cambiare il 39 con il 38",
    "created_at": "2026-11-20T09:00:00Z",
    "updated_at": "2026-11-21T09:00:00Z",
    "requester": {"id": 6001, "name": "Giulia Rossi", "email": "giulia@example.com"},
}


def hear(said: object, call: str, account: Account = ACCOUNT) -> tuple[Heard, ...]:
    told = translate(
        said if isinstance(said, bytes) else msgspec.json.encode(said), call, account, SOURCE, NOW
    )
    assert not told.set_aside
    return told.heard


def kinds(heard: tuple[Heard, ...]) -> list[EventKind]:
    return [one.event.kind for one in heard if one.event]


def test_a_ticket_is_her_request_in_her_own_words():
    opened, words = hear(TICKET, "tickets")
    assert opened.event is not None
    assert words.event is not None
    assert (opened.event.channel, opened.event.kind) == (Channel.HELP_DESK, EventKind.TICKET_OPENED)
    assert (opened.event.text, opened.event.detail.ticket) == ("Cambio taglia", "12")
    assert words.event.text == "Vorrei cambiare il 39 con il 38"
    assert opened.hints == words.hints == (SHE,)


def test_a_resolved_ticket_was_resolved_when_its_figures_say():
    solved = {**TICKET, "status": 4, "stats": {"resolved_at": "2026-11-20T15:00:00Z"}}
    *_, end = hear(solved, "tickets")
    assert end.event is not None
    assert (end.key, end.event.kind) == ("ticket/12/solved", EventKind.TICKET_SOLVED)
    assert end.event.at == NOW - 51 * 3_600_000


def test_an_email_that_the_shop_sent_first_is_the_shops_word():
    assert kinds(hear({**TICKET, "source": 10}, "tickets")) == [EventKind.MESSAGE_OUT]


@pytest.mark.parametrize("said", [{"spam": True}, {"deleted": True}, {"id": None}])
def test_spam_and_what_is_deleted_is_nothing_to_tell(said):
    assert hear({**TICKET, **said}, "tickets") == ()


def conversation(**changed) -> dict:
    one = {
        "id": 5,
        "body": "<div>La <b>taglia</b> 38 c'è</div>",
        "incoming": False,
        "private": False,
        "user_id": 9,
        "source": 0,
        "created_at": "2026-11-20T10:00:00Z",
        **changed,
    }
    return {"ticket": {"id": 12, "requester_id": 6001}, "conversations": [one]}


def test_what_was_written_on_a_ticket_is_hers_or_ours():
    (ours,) = hear(conversation(), "tickets")
    (hers,) = hear(conversation(incoming=True, user_id=6001), "tickets")
    assert ours.event is not None
    assert hers.event is not None
    assert (ours.event.kind, ours.event.text) == (EventKind.MESSAGE_OUT, "La taglia 38 c'è")
    assert hers.event.kind is EventKind.MESSAGE_IN
    assert ours.hints == hers.hints == (SHE,)


@pytest.mark.parametrize(
    "said",
    [
        {"private": True},
        {"private": None},
        {"private": True, "incoming": True, "user_id": 6001},
        {"source": 2},
        {"source": 8},
    ],
)
def test_notes_and_forwards_never_reach_the_timeline(said):
    assert hear(conversation(**said), "tickets") == ()


CONTACT = {
    "id": 6001,
    "name": "Giulia Rossi",
    "email": "giulia@example.com",
    "mobile": "333 1234567",
    "language": "it",
    "active": True,
    "unique_external_id": "77",
    "updated_at": "2026-11-20T10:00:00Z",
}


def test_a_contact_who_confirmed_her_address_is_known_by_it():
    (heard,) = hear(CONTACT, "contacts")
    assert heard.hints == (
        SHE,
        Hint(IdentifierKind.USER, "woocommerce:shop", "77"),
        Hint(IdentifierKind.EMAIL, "", "giulia@example.com"),
        Hint(IdentifierKind.PHONE, SOURCE, "+393331234567", verified=False),
    )
    assert heard.profile is not None
    assert heard.profile.family_name == "Rossi"


@pytest.mark.parametrize(
    ("said", "account"), [({"active": False}, ACCOUNT), ({}, Account(trust_email=False))]
)
def test_an_address_that_nobody_confirmed_joins_nobody(said, account):
    (heard,) = hear({**CONTACT, **said}, "contacts", account)
    assert Hint(IdentifierKind.EMAIL, SOURCE, "giulia@example.com", verified=False) in heard.hints


WEBHOOK = {
    "ticket_id": 12,
    "ticket_subject": "Cambio taglia",
    "ticket_status": "Open",
    "ticket_contact_email": "giulia@example.com",
}


@pytest.mark.parametrize("said", [{"freshdesk_webhook": WEBHOOK}, WEBHOOK])
def test_a_webhook_tells_nothing_by_itself(said):
    """It names an address that anybody may have written from; what the desk is then asked for names her."""
    told = translate(msgspec.json.encode(said), "webhook", ACCOUNT, SOURCE, NOW)
    assert (told.heard, told.set_aside) == ((), ())


def test_a_webhook_that_names_no_ticket_is_set_aside():
    told = translate(b'{"hello":1}', "webhook", ACCOUNT, SOURCE, NOW)
    assert told.set_aside == ("Freshdesk webhook: names no ticket",)


@pytest.mark.parametrize("call", ["contacts", "tickets"])
@pytest.mark.parametrize(
    "body", [b"{}", b'{"id":{},"ticket":3,"conversations":[1,{}]}', b'{"conversations":{}}']
)
def test_odd_content_is_no_error(body, call):
    assert hear(body, call) == ()


@pytest.mark.shared
def test_freshdesks_own_examples_are_understood():
    assert kinds(hear(payload("freshdesk/ticket_1.json"), "tickets")) == [
        EventKind.TICKET_OPENED,
        EventKind.MESSAGE_IN,
    ]
    assert len(hear(payload("freshdesk/contact.json"), "contacts")) == 1
    replies = msgspec.json.decode(payload("freshdesk/conversations.json"))
    asked = {"ticket": {"id": 1, "requester_id": 6001}, "conversations": replies}
    (reply,) = hear(asked, "tickets")
    assert reply.event is not None
    assert (reply.event.kind, reply.event.text) == (EventKind.MESSAGE_OUT, "This is a reply")
    rung = translate(payload("freshdesk/webhook-automation.shape.json"), "webhook", ACCOUNT, SOURCE, NOW)
    assert (rung.heard, rung.set_aside) == ((), ())
