"""A conversation on WhatsApp, from the advert to the promise, of somebody known by her telephone number."""

import msgspec
import pytest

from clienteling.card.compose import customer_card
from clienteling.consents.tables import consent
from clienteling.customers.tables import customer
from clienteling.customers.values import IdentifierKind
from clienteling.hub.connectors.heard import Hint
from clienteling.hub.intake.tables import raw_payload
from clienteling.promises.tables import promise
from clienteling.timeline.tables import event
from clienteling.vocabulary import Channel
from clienteling.wording import Wording
from tests.hub.little_house import ANNA, NOW, link, rows, timeline

NUMBER = "393330000001"
EVENING = NOW // 1000 - 3600


@pytest.fixture
def whatsapp(intake):
    """Send one change of the shop's number, at once."""

    def send(field: str = "messages", **value) -> None:
        more = {"metadata": {"phone_number_id": "5001"}, "contacts": [{"wa_id": NUMBER, "user_id": "IT.77"}]}
        entry = {"id": "waba", "changes": [{"field": field, "value": more | value}]}
        body = {"object": "whatsapp_business_account", "entry": [entry]}
        intake.keep("meta:meta", "webhook", msgspec.json.encode(body))
        intake.work()

    return send


@pytest.fixture
def anna(store):
    link(store, ANNA, Hint(IdentifierKind.PHONE, "", f"+{NUMBER}"))
    return store


def wrote(text: str, key: str, after_s: int = 0, **more) -> dict:
    said = {"from": NUMBER, "id": key, "timestamp": str(EVENING + after_s), "type": "text"}
    return {**said, "text": {"body": text}, **more}


def answered(text: str, key: str, after_s: int = 0) -> dict:
    return {**wrote(text, key, after_s), "from": "39020001", "to": NUMBER}


def test_the_story_of_a_chat_from_advert_to_promise(anna, whatsapp):
    advert = {"source_id": "120", "source_type": "ad", "headline": "Stringata Nora"}
    whatsapp(
        messages=[wrote("Buonasera, quanto costano le stringate Nora nere in 39?", "w-1", referral=advert)]
    )
    whatsapp(
        "smb_message_echoes", message_echoes=[answered("Gliele teniamo da parte fino a sabato.", "w-2", 60)]
    )
    tapped, question, answer = rows(anna, event)
    assert (tapped.channel, tapped.detail["advert_title"]) == ("advert", "Stringata Nora")
    asked = {"asked_product_id": "nora", "asked_colour": "black", "asked_size": "39", "asked_price": True}
    assert (question.channel, question.detail) == ("whatsapp", asked)
    assert answer.detail["by_name"] == "Sara, assistenza clienti"
    (hold,) = rows(anna, promise)
    assert (hold.channel, hold.variant_id) == ("whatsapp", "nora-black-39")
    with anna.read() as conn:
        card = customer_card(conn, ANNA, store_id="milano", associate_id="", now=NOW, wording=Wording("it"))
    assert card.handover is not None
    assert card.handover.channel is Channel.WHATSAPP
    assert card.handover.text.startswith("Vuole vedere le stringate nere, ha chiesto il 39.")


def test_her_number_and_metas_id_are_one_person_from_then_on(anna, whatsapp):
    whatsapp(messages=[wrote("Ciao", "w-1")])
    hidden = {
        "id": "w-2",
        "from_user_id": "IT.77",
        "timestamp": str(EVENING + 9),
        "type": "sticker",
        "sticker": {},
    }
    whatsapp(messages=[hidden], contacts=[{"user_id": "IT.77"}])
    assert [row.detail.get("media", "") for row in rows(anna, event)] == ["", "sticker"]
    (she,) = rows(anna, customer, id=ANNA)
    assert she.phone == f"+{NUMBER}"


def test_a_new_number_is_hers_and_the_old_one_still_names_her(anna, whatsapp):
    whatsapp(messages=[wrote("Ciao", "w-1")])
    system = {"type": "user_changed_number", "wa_id": "393330000002"}
    whatsapp(messages=[{**wrote("", "w-2", 1), "type": "system", "system": system}])
    whatsapp(messages=[{**wrote("Sono io", "w-3", 2), "from": "393330000002"}], contacts=[])
    assert timeline(anna, ANNA) == ["Ciao", "Sono io"]


def test_a_stop_is_a_withdrawal_and_is_recorded_once(anna, whatsapp):
    wish = {
        "wa_id": NUMBER,
        "category": "marketing_messages",
        "timestamp": EVENING,
        "detail": "asked to stop",
    }
    for value, later in (("resume", 0), ("stop", 9), ("stop", 9)):
        whatsapp(
            "user_preferences", user_preferences=[{**wish, "value": value, "timestamp": EVENING + later}]
        )
    said = sorted((row.at, row.purpose, row.granted) for row in rows(anna, consent))
    assert said == [
        (EVENING * 1000, "marketing_message", True),
        ((EVENING + 9) * 1000, "marketing_message", False),
    ]
    assert all("WhatsApp" in row.proof for row in rows(anna, consent))


def test_a_message_taken_back_is_out_of_what_meta_sent_and_the_others_stay(anna, whatsapp):
    whatsapp(messages=[wrote("un segreto", "w-1"), wrote("avete il 39?", "w-2", 5)])
    revoked = {**wrote("", "w-3", 9), "type": "revoke", "revoke": {"original_message_id": "w-1"}}
    whatsapp(messages=[revoked])
    assert timeline(anna, ANNA) == ["avete il 39?"]
    bodies = b"".join(row.body for row in rows(anna, raw_payload))
    assert b"segreto" not in bodies
    assert b"avete il 39?" in bodies
