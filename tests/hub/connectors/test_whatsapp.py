import msgspec
import pytest

from clienteling.consents.values import Purpose
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Amendment, Amends, Heard, Hint, Profile, Translation
from clienteling.hub.connectors.meta import hook
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

NOW = 1_795_300_000_000
SECONDS = NOW // 1000 - 60
SAID = SECONDS * 1000
NUMBER, USER = "393330000001", "IT.100200300"
PHONE = Hint(IdentifierKind.PHONE, "", "+393330000001")
HERS = (Hint(IdentifierKind.PAGE_SCOPED, "whatsapp", USER), PHONE)
CONTACT = {"wa_id": NUMBER, "user_id": USER, "profile": {"name": "Giuly 🌸"}}


def translate(field: str = "messages", **value) -> Translation:
    more = {
        "messaging_product": "whatsapp",
        "metadata": {"phone_number_id": "5001", "display_phone_number": "39020001"},
    }
    change = {"field": field, "value": {**more, "contacts": [CONTACT], **value}}
    entry = {"id": "waba", "changes": [change]}
    body = msgspec.json.encode({"object": "whatsapp_business_account", "entry": [entry]})
    (translation,) = hook.translate(body, NOW)
    return translation


def hear(**what) -> tuple[Heard, ...]:
    """Without the first, which tells her number."""
    message = {"from": NUMBER, "id": "wamid.1", "timestamp": str(SECONDS), **what}
    translation = translate(messages=[message])
    assert translation.set_aside == ()
    assert translation.heard[0].event is None
    return translation.heard[1:]


def test_a_message_is_hers_by_metas_id_and_the_number_that_it_has_checked():
    (heard,) = hear(type="text", text={"body": "C'è il nero in 39?"})
    assert (heard.key, heard.hints) == ("wamid.1", HERS)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.channel) == (EventKind.MESSAGE_IN, Channel.WHATSAPP)
    assert (heard.event.text, heard.event.at) == ("C'è il nero in 39?", SAID)


def test_her_number_is_told_and_what_she_calls_herself_is_not():
    translation = translate(messages=[{"from": NUMBER, "id": "m", "type": "text", "text": {"body": "x"}}])
    assert translation.source == "whatsapp:5001"
    assert translation.heard[0].profile == Profile(phone="+393330000001")


def test_who_shows_no_number_is_known_by_metas_id():
    message = {"from_user_id": USER, "id": "m", "type": "text", "text": {"body": "x"}}
    (heard,) = translate(messages=[message], contacts=[{"user_id": USER}]).heard
    assert heard.hints == HERS[:1]


@pytest.mark.parametrize(
    ("kind", "content", "text", "media"),
    [
        ("image", {"caption": "queste", "id": "1"}, "queste", "image"),
        ("audio", {"id": "1", "voice": True}, "", "audio"),
        ("document", {"caption": "", "filename": "a.pdf"}, "", "file"),
        ("sticker", {"id": "1"}, "", "sticker"),
        (
            "location",
            {"latitude": 1.5, "name": "Negozio", "address": "Via Brera 1"},
            "Negozio, Via Brera 1",
            "location",
        ),
        ("button", {"payload": "x", "text": "Sì, grazie"}, "Sì, grazie", ""),
        ("interactive", {"type": "list_reply", "list_reply": {"title": "Resi"}}, "Resi", ""),
        ("interactive", {"type": "nfm_reply", "nfm_reply": {"response_json": "{}"}}, "", "form"),
        ("unsupported", {"type": "poll"}, "", "other"),
        ("of tomorrow", {"body": "?"}, "", "other"),
    ],
)
def test_what_is_more_or_less_than_text_says_what_it_is(kind, content, text, media):
    (heard,) = hear(type=kind, **{kind: content})
    assert heard.event is not None
    assert (heard.event.text, heard.event.detail.media) == (text, media)


def test_shared_contacts_are_other_peoples_and_are_not_kept():
    (heard,) = hear(
        type="contacts", contacts=[{"name": {"formatted_name": "Bea"}, "phones": [{"phone": "+39333"}]}]
    )
    assert heard.event is not None
    assert (heard.event.text, heard.event.detail.media) == ("", "contact")
    assert b"Bea" not in msgspec.json.encode(heard)


def test_an_advert_and_the_message_that_it_began_are_two_items():
    referral = {
        "source_id": "120",
        "source_type": "ad",
        "headline": "Stringate",
        "source_url": "https://fb.example/a",
    }
    advert, message = hear(type="text", text={"body": "Ciao"}, referral=referral)
    assert advert.event is not None
    assert (advert.event.kind, advert.event.channel) == (EventKind.ADVERT_TAPPED, Channel.ADVERT)
    assert (advert.event.detail.advert_title, advert.event.detail.advert_id) == ("Stringate", "120")
    assert message.event is not None
    assert (advert.key, message.key) == ("wamid.1/referral", "wamid.1")


def test_the_basket_that_she_sends_is_in_her_basket():
    items = [{"product_retailer_id": "NORA", "quantity": 2, "item_price": 159}, {"quantity": 1}]
    _, wanted = hear(type="order", order={"text": "", "product_items": items})
    assert wanted.event is not None
    assert wanted.event.kind is EventKind.BASKET_ADDED
    (item,) = wanted.event.items
    assert (item.sku, item.quantity, item.price_cents) == ("NORA", 2, 15900)


def test_a_message_is_changed_and_taken_back_by_its_id():
    message = {"type": "text", "text": {"body": "in 40"}}
    (edited,) = hear(type="edit", edit={"original_message_id": "wamid.0", "message": message})
    (revoked,) = hear(type="revoke", revoke={"original_message_id": "wamid.0"})
    assert edited.event is not None
    assert edited.event.text == "in 40"
    assert edited.amends == Amends(how=Amendment.EDITED, at=SAID, of="wamid.0")
    assert revoked.amends == Amends(how=Amendment.DELETED, at=SAID, of="wamid.0")


def test_a_reaction_without_sign_takes_the_sign_back():
    (there,) = hear(type="reaction", reaction={"message_id": "wamid.0", "emoji": "❤"})
    (gone,) = hear(type="reaction", reaction={"message_id": "wamid.0"})
    assert there.event is not None
    assert there.amends is not None
    assert gone.amends is not None
    assert (there.event.text, gone.event) == ("❤", None)
    assert (gone.amends.how, gone.amends.of) == (Amendment.DELETED, there.amends.of)


def test_a_new_number_is_hers_because_meta_says_so():
    system = {"type": "user_changed_number", "wa_id": "393330000002"}
    (heard,) = hear(type="system", system=system)
    assert heard.same == (Hint(IdentifierKind.PHONE, "", "+393330000002"),)
    assert heard.profile == Profile(phone="+393330000002")


def test_what_the_shop_writes_on_its_own_telephone_is_heard():
    echo = {"from": "39020001", "to": NUMBER, "id": "wamid.2", "timestamp": str(SECONDS), "type": "text"}
    heard = translate("smb_message_echoes", message_echoes=[{**echo, "text": {"body": "Certo"}}]).heard[1]
    assert heard.hints == HERS
    assert heard.event is not None
    assert heard.event.kind is EventKind.MESSAGE_OUT


def test_what_was_written_before_is_told_thread_by_thread():
    messages = [
        {
            "from": NUMBER,
            "id": "a",
            "timestamp": str(SECONDS - 9),
            "type": "text",
            "text": {"body": "Avete il 39?"},
        },
        {"from": "39020001", "id": "b", "timestamp": str(SECONDS), "type": "text", "text": {"body": "Sì"}},
    ]
    heard = translate(
        "history", history=[{"metadata": {"phase": 0}, "threads": [{"id": NUMBER, "messages": messages}]}]
    ).heard
    assert [(one.event.kind, one.event.text) for one in heard if one.event] == [
        (EventKind.MESSAGE_IN, "Avete il 39?"),
        (EventKind.MESSAGE_OUT, "Sì"),
    ]


@pytest.mark.parametrize(("status", "how"), [("read", Amendment.READ), ("failed", Amendment.FAILED)])
def test_what_became_of_the_shops_message_is_told_where_it_matters(status, how):
    item = {"id": "wamid.2", "status": status, "timestamp": str(SECONDS), "recipient_id": NUMBER}
    heard = translate(statuses=[item]).heard[-1]
    assert (heard.key, heard.hints) == (f"wamid.2/{status}", HERS)
    assert heard.amends == Amends(how=how, at=SAID, of="wamid.2")


@pytest.mark.parametrize("status", ["sent", "delivered", "played"])
def test_that_it_is_under_way_is_nothing_to_tell(status):
    translation = translate(statuses=[{"id": "w", "status": status, "recipient_id": NUMBER}])
    assert (translation.heard, translation.set_aside) == ((), (f"whatsapp status {status}",))


@pytest.mark.parametrize(
    ("call", "kind", "seconds"),
    [
        (
            {"direction": "USER_INITIATED", "from": NUMBER, "status": "COMPLETED", "duration": 120},
            EventKind.CALL_IN,
            120,
        ),
        ({"direction": "USER_INITIATED", "from": NUMBER, "status": "FAILED"}, EventKind.CALL_MISSED, 0),
        (
            {"direction": "BUSINESS_INITIATED", "to": NUMBER, "status": "COMPLETED", "duration": 9},
            EventKind.CALL_OUT,
            9,
        ),
    ],
)
def test_a_call_is_told_when_it_is_over(call, kind, seconds):
    over = {"id": "wacid.1", "event": "terminate", "timestamp": str(SECONDS), **call}
    heard = translate("calls", calls=[{**over, "event": "connect"}, over]).heard[1:]
    (one,) = heard
    assert one.event is not None
    assert (one.event.kind, one.event.detail.seconds) == (kind, seconds)


@pytest.mark.parametrize(("value", "granted"), [("stop", False), ("resume", True), ("signup", True)])
def test_what_she_wants_sent_is_a_consent_with_its_proof(value, granted):
    wish = {
        "wa_id": NUMBER,
        "category": "marketing_messages",
        "value": value,
        "timestamp": SECONDS,
        "detail": "asked",
    }
    heard = translate("user_preferences", user_preferences=[wish]).heard[-1]
    (consent,) = heard.consents
    assert (consent.purpose, consent.granted, consent.at) == (Purpose.MARKETING_MESSAGE, granted, SAID)
    assert consent.proof == f"WhatsApp user_preferences, {value}, asked"


@pytest.mark.parametrize("field", ["account_update", "message_template_status_update"])
def test_what_concerns_the_shops_account_is_set_aside(field):
    assert translate(field).set_aside == (f"whatsapp {field}",)


NOTHING = {
    "identity_change",
    "sent",
    "delivered",
    "played",
    "with_tracker",
    "group",
    "business_initiated",
    "user_initiated",
}
FILES = (
    "message",
    "message_status",
    "call_connect",
    "call_terminate",
    "callback_button",
    "deleted_message",
    "edited_message",
    "flow_completion",
    "system",
    "user_marketing_preferences",
)


@pytest.mark.shared
@pytest.mark.parametrize("file", FILES)
def test_every_recorded_webhook_is_understood(file):
    for name, body in msgspec.json.decode(payload(f"meta-whatsapp/{file}.json")).items():
        (translation,) = hook.translate(msgspec.json.encode(body), NOW)
        told = [one for one in translation.heard if one.event or one.amends or one.consents or one.same]
        assert bool(told) is (name not in NOTHING), name
        assert bool(translation.set_aside) is (name in NOTHING), name
