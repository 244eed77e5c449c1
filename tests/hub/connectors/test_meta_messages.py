import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Amendment, Amends, Heard, Hint
from clienteling.hub.connectors.meta import hook
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel
from tests.hub.connectors.shared import payload

NOW = 1_795_300_000_000
SAID = NOW - 60_000
PSID, PAGE = "7001", "9001"


def item(sender: str = PSID, recipient: str = PAGE, **what) -> dict:
    return {"sender": {"id": sender}, "recipient": {"id": recipient}, "timestamp": SAID, **what}


def body(*items: dict, kind: str = "page") -> bytes:
    return msgspec.json.encode({"object": kind, "entry": [{"id": PAGE, "time": NOW, "messaging": items}]})


def hear(*items: dict, kind: str = "page") -> tuple[Heard, ...]:
    (translation,) = hook.translate(body(*items, kind=kind), NOW)
    assert not translation.set_aside
    return translation.heard


def test_a_message_of_hers_is_heard_in_her_own_words():
    (heard,) = hear(item(message={"mid": "m-1", "text": "C'è il nero in 39?"}))
    assert heard.key == "m-1"
    assert heard.hints == (Hint(IdentifierKind.PAGE_SCOPED, "messenger:9001", PSID),)
    assert heard.event is not None
    assert (heard.event.kind, heard.event.channel) == (EventKind.MESSAGE_IN, Channel.MESSENGER)
    assert (heard.event.text, heard.event.at) == ("C'è il nero in 39?", SAID)


def test_an_echo_is_the_shop_writing_to_her():
    echo = {"mid": "m-2", "text": "Sì", "is_echo": True, "app_id": 3, "metadata": "Sara, assistenza clienti"}
    (heard,) = hear(item(sender=PAGE, recipient=PSID, message=echo))
    assert heard.hints[0].value == PSID
    assert heard.event is not None
    assert heard.event.kind is EventKind.MESSAGE_OUT
    assert heard.event.detail.by_name == "Sara, assistenza clienti"


@pytest.mark.parametrize("metadata", ["", "DEVELOPER_DEFINED_METADATA_STRING", '{"a":1}', "x" * 90])
def test_metadata_that_is_no_name_names_nobody(metadata):
    echo = {"mid": "m", "text": "Sì", "is_echo": True, "metadata": metadata}
    (heard,) = hear(item(sender=PAGE, recipient=PSID, message=echo))
    assert heard.event is not None
    assert heard.event.detail.by_name == ""


AD = {
    "ref": "AUR-01",
    "ad_id": 6045246247433,
    "source": "ADS",
    "type": "OPEN_THREAD",
    "ads_context_data": {"ad_title": "Aurora, la décolleté", "product_id": "p-1"},
}


@pytest.mark.parametrize(
    "where",
    [
        {"referral": AD},
        {"postback": {"payload": "GET_STARTED", "referral": AD}},
        {"message": {"mid": "m-1", "referral": AD}},
    ],
)
def test_the_advert_is_heard_in_all_three_places(where):
    (heard,) = hear(item(**where))
    assert heard.event is not None
    assert (heard.event.kind, heard.event.channel) == (EventKind.ADVERT_TAPPED, Channel.ADVERT)
    assert heard.event.detail.advert_title == "Aurora, la décolleté"
    assert heard.event.detail.advert_id == "6045246247433"
    assert heard.event.items[0].product_id == "p-1"


def test_referrals_have_no_id_of_their_own_and_still_one_key_each_time():
    assert [h.key for h in hear(item(referral=AD))] == [f"{PSID}/{SAID}/referral"]


def test_a_link_of_our_own_tells_who_she_is_and_is_no_advert():
    (heard,) = hear(item(referral={"ref": "C-17", "source": "SHORTLINK", "type": "OPEN_THREAD"}))
    assert heard.event is None
    assert heard.ref == "C-17"


def test_a_message_and_its_advert_are_two_items():
    heard = hear(item(message={"mid": "m-1", "text": "Ciao", "referral": AD}), kind="instagram")
    assert [h.event.kind for h in heard if h.event] == [EventKind.ADVERT_TAPPED, EventKind.MESSAGE_IN]
    assert heard[1].event is not None
    assert heard[1].event.channel is Channel.INSTAGRAM
    assert heard[1].hints[0].source == "instagram:9001"


def aside(*items: object, kind: str = "page") -> tuple[str, ...]:
    (translation,) = hook.translate(body(*items, kind=kind), NOW)
    assert translation.heard == ()
    return translation.set_aside


def test_what_is_nothing_to_tell_is_set_aside_by_its_name():
    items = (item(delivery={"mids": ["m"]}), item(account_linking={}), item(read={}))
    assert aside(*items) == ("messenger delivery", "messenger account_linking", "messenger read")


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, {"sender": 1}, {"sender": {"id": []}}])
def test_an_item_that_names_nobody_is_set_aside(odd):
    assert aside(odd) == ("messenger item without sender",)


@pytest.mark.parametrize("message", [7, [], {}, {"mid": 1.5}, {"mid": "m", "text": 7}, {"text": "no id"}])
def test_a_message_without_id_or_words_is_set_aside(message):
    assert aside(item(message=message)) == ("messenger message",)


@pytest.mark.parametrize(
    ("kind", "media"),
    [
        ("image", "image"),
        ("audio", "audio"),
        ("location", "location"),
        ("ig_reel", "post"),
        ("new", "other"),
    ],
)
def test_a_message_that_is_no_text_says_what_it_is(kind, media):
    (heard,) = hear(item(message={"mid": "m", "attachments": [{"type": kind, "payload": {"url": "x"}}]}))
    assert heard.event is not None
    assert (heard.event.text, heard.event.detail.media) == ("", media)


def test_a_product_shown_in_the_chat_is_one_of_ours():
    shown = {"product": {"elements": [{"id": 5, "retailer_id": "NORA", "title": "Nora"}]}}
    attachment = {"type": "template", "payload": shown}
    (heard,) = hear(item(message={"mid": "m", "attachments": [attachment]}))
    assert heard.event is not None
    assert [(one.sku, one.name) for one in heard.event.items] == [("NORA", "Nora")]


def test_a_button_she_tapped_is_what_she_says():
    (heard,) = hear(item(postback={"title": "Orari", "payload": "HOURS", "mid": "m-9"}))
    assert heard.event is not None
    assert (heard.key, heard.event.text) == ("m-9", "Orari")


def test_a_message_taken_back_takes_the_earlier_one_with_it():
    (heard,) = hear(item(message={"mid": "m-1", "is_deleted": True}), kind="instagram")
    assert heard.event is None
    assert heard.amends == Amends(how=Amendment.DELETED, at=SAID, of="m-1")


def test_an_edited_message_takes_the_place_of_the_earlier_one():
    (heard,) = hear(item(message_edit={"mid": "m-1", "text": "in 40", "num_edit": 2}))
    assert heard.key == "m-1/edited/2"
    assert heard.event is not None
    assert heard.event.text == "in 40"
    assert heard.amends == Amends(how=Amendment.EDITED, at=SAID, of="m-1")


def test_a_thumb_up_is_an_answer_and_taken_back_it_is_none():
    (there,) = hear(item(reaction={"mid": "m-1", "action": "react", "emoji": "👍", "reaction": "like"}))
    (gone,) = hear(item(reaction={"mid": "m-1", "action": "unreact"}))
    assert there.event is not None
    assert (there.event.text, there.event.detail.media) == ("👍", "reaction")
    assert there.amends is not None
    assert gone.amends is not None
    assert there.amends.of == gone.amends.of
    assert (gone.event, gone.amends.how) == (None, Amendment.DELETED)


@pytest.mark.parametrize(
    ("read", "at", "of"),
    [({"watermark": SAID - 5_000, "seq": 3}, SAID - 5_000, ""), ({"mid": "m-1"}, SAID, "m-1")],
)
def test_she_has_read_what_the_shop_wrote(read, at, of):
    (heard,) = hear(item(read=read))
    assert heard.amends == Amends(how=Amendment.READ, at=at, of=of)


def test_that_the_shop_read_her_message_is_nothing():
    assert aside(item(sender=PAGE, recipient=PSID, read={"watermark": SAID})) == ("messenger read",)


def test_stopping_the_shops_messages_is_a_withdrawal_with_its_proof():
    (heard,) = hear(item(optin={"notification_messages_status": "STOP_NOTIFICATIONS"}))
    (consent,) = heard.consents
    assert (consent.granted, consent.at) == (False, SAID)
    assert "STOP_NOTIFICATIONS" in consent.proof


def test_what_another_program_of_the_shop_answers_is_heard_too():
    entry = {"id": PAGE, "time": NOW, "standby": [item(message={"mid": "m", "text": "Ciao"})]}
    (translation,) = hook.translate(msgspec.json.encode({"object": "page", "entry": [entry]}), NOW)
    assert [heard.key for heard in translation.heard] == ["m"]


def test_ids_may_be_numbers():
    said = {
        "sender": {"id": 7001},
        "recipient": {"id": 9001},
        "timestamp": SAID,
        "message": {"mid": "m", "text": "x"},
    }
    entry = {"id": 9001, "time": NOW, "messaging": [said]}
    (translation,) = hook.translate(msgspec.json.encode({"object": "page", "entry": [entry]}), NOW)
    assert translation.heard[0].hints == (Hint(IdentifierKind.PAGE_SCOPED, "messenger:9001", PSID),)


def test_nothing_is_said_to_happen_in_the_future():
    (heard,) = hear({**item(message={"mid": "m", "text": "x"}), "timestamp": NOW + 86_400_000})
    assert heard.event is not None
    assert heard.event.at == NOW


def test_one_unreadable_item_leaves_the_others_alone():
    (translation,) = hook.translate(body({"sender": 1}, item(message={"mid": "m", "text": "x"})), NOW)
    assert [heard.key for heard in translation.heard] == ["m"]
    assert translation.set_aside == ("messenger item without sender",)


def test_the_signature_is_over_the_bytes_as_they_came():
    raw = b'{"object":"page","entry":[],"x":"\\u00e9"}'
    assert hook.signature_holds(raw, hook.sign(raw, "secret"), "secret")
    assert not hook.signature_holds(raw + b" ", hook.sign(raw, "secret"), "secret")
    assert not hook.signature_holds(raw, hook.sign(raw, "other"), "secret")
    assert not hook.signature_holds(raw, "", "secret")
    assert not hook.signature_holds(raw, "sha256=é", "secret")


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("meta-messenger/messaging-message-basic.json", ["message_in"]),
        ("meta-messenger/messaging-message-basic-echo.json", ["message_out"]),
        ("meta-messenger/messaging-message-media-attachment.json", ["message_in"]),
        ("meta-messenger/messaging-message-quickreply.json", ["message_in"]),
        ("meta-messenger/messaging-message-reply-1.json", ["message_in"]),
        ("meta-messenger/messaging-message-nlp-email.json", ["message_in"]),
        ("meta-messenger/messaging-message-nlp-phone.json", ["message_in"]),
        ("meta-messenger/messaging-message-product-template.json", ["message_in"]),
        ("meta-messenger/messaging-postback-referral.json", ["ref_data_in_m_dot_me_param"]),
        ("meta-messenger/messaging-referral-basic.json", ["ref_data_in_m_dot_me_param"]),
        ("meta-messenger/messaging-optin-basic.json", ["PASS_THROUGH_PARAM"]),
        ("meta-messenger/messaging-read-basic.json", ["read"]),
        ("meta-messenger/messaging-reaction-1.json", ["message_in"]),
        ("meta-messenger/messaging-delivery-basic.json", []),
        ("meta-messenger/leadgen.json", []),
        ("meta-instagram/messaging-seen.json", ["read"]),
        ("meta-instagram/docs-ctd-ad-referral.json", ["advert_tapped", "message_in"]),
        ("meta-instagram/wh-comments-2021.json", ["commented"]),
        ("meta-instagram/wh-mentions.json", []),
        ("meta-instagram/wh-story_insights.json", []),
    ],
)
def test_every_recorded_webhook_is_understood(file, expected):
    (translation,) = hook.translate(payload(file), 1_795_300_000_000)
    told = [
        heard.event.kind if heard.event else heard.amends.how if heard.amends else heard.ref
        for heard in translation.heard
    ]
    assert told == expected
    assert bool(translation.set_aside) is not bool(expected)
