from pathlib import Path

import msgspec
import pytest

from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors import messenger
from clienteling.hub.connectors.heard import Heard, Hint
from clienteling.timeline.values import EventKind
from clienteling.vocabulary import Channel

NOW = 1_795_300_000_000
SAID = NOW - 60_000
PSID, PAGE = "7001", "9001"
SHARED = Path(__file__).parents[3] / "../shared/payloads"


def item(sender: str = PSID, recipient: str = PAGE, **what) -> dict:
    return {"sender": {"id": sender}, "recipient": {"id": recipient}, "timestamp": SAID, **what}


def body(*items: dict, kind: str = "page") -> bytes:
    return msgspec.json.encode({"object": kind, "entry": [{"id": PAGE, "time": NOW, "messaging": items}]})


def hear(*items: dict, kind: str = "page") -> tuple[Heard, ...]:
    (translation,) = messenger.translate(body(*items, kind=kind), NOW)
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


def test_reads_deliveries_and_reactions_are_nothing_to_tell():
    assert hear(item(read={"watermark": 1}), item(delivery={"mids": ["m"]}), item(reaction={})) == ()


def test_nothing_is_said_to_happen_in_the_future():
    (heard,) = hear({**item(message={"mid": "m", "text": "x"}), "timestamp": NOW + 86_400_000})
    assert heard.event is not None
    assert heard.event.at == NOW


def test_one_unreadable_item_leaves_the_others_alone():
    (translation,) = messenger.translate(body({"sender": 1}, item(message={"mid": "m", "text": "x"})), NOW)
    assert [heard.key for heard in translation.heard] == ["m"]
    assert translation.set_aside == ("item 1: not readable",)


def test_the_signature_is_over_the_bytes_as_they_came():
    raw = b'{"object":"page","entry":[],"x":"\\u00e9"}'
    assert messenger.signature_holds(raw, messenger.sign(raw, "secret"), "secret")
    assert not messenger.signature_holds(raw + b" ", messenger.sign(raw, "secret"), "secret")
    assert not messenger.signature_holds(raw, messenger.sign(raw, "other"), "secret")
    assert not messenger.signature_holds(raw, "", "secret")
    assert not messenger.signature_holds(raw, "sha256=é", "secret")


@pytest.mark.shared
@pytest.mark.parametrize("folder", ["meta-messenger", "meta-instagram"])
def test_the_recorded_webhooks_are_readable(folder):
    if not (SHARED / folder).is_dir():
        pytest.skip("the recorded webhooks do not lie beside this checkout")
    files = [*(SHARED / folder).glob("messaging-*.json"), *(SHARED / folder).glob("docs-ctd-*.json")]
    for file in files:
        for translation in messenger.translate(file.read_bytes(), 1_795_300_000_000):
            assert not translation.set_aside, file.name


@pytest.mark.shared
def test_the_recorded_click_to_direct_advert_is_an_advert_and_a_message():
    file = SHARED / "meta-instagram/docs-ctd-ad-referral.json"
    if not file.is_file():
        pytest.skip("the recorded webhooks do not lie beside this checkout")
    (translation,) = messenger.translate(file.read_bytes(), NOW)
    kinds = [heard.event.kind for heard in translation.heard if heard.event]
    assert kinds == [EventKind.ADVERT_TAPPED, EventKind.MESSAGE_IN]
