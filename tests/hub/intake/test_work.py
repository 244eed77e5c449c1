import itertools

import msgspec
import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer, identifier
from clienteling.hub.identity.tables import stranger, waiting_event
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.intake.take import Taking
from clienteling.hub.intake.values import RawState
from clienteling.hub.intake.worker import Intake
from clienteling.promises.tables import promise
from clienteling.replicated import REGISTRY
from clienteling.timeline.tables import event
from sync.hub.databases.database import open_hub
from sync.hub.store import HubStore
from tests.hub.intake.conftest import WEB, keyed
from tests.hub.little_house import ANNA, BEA, FILE, NOW, chat, email, link, rows, timeline, user

HOUR = 3_600_000


@pytest.fixture
def web(intake):
    """Send messages of the web, at once."""

    def send(*messages: dict) -> None:
        intake.keep("segment:web", "batch", msgspec.json.encode({"batch": messages}))
        intake.work()

    return send


@pytest.fixture
def server(intake):
    """The same by the shop's own server."""

    def send(*messages: dict) -> None:
        intake.keep("segment:web", "server.batch", msgspec.json.encode({"batch": messages}))
        intake.work()

    return send


@pytest.fixture
def page(intake):
    """Send items of the page, each a minute after the one before."""

    def send(*items: dict, start: int = NOW - HOUR) -> None:
        messaging = [
            {"sender": {"id": "7001"}, "recipient": {"id": "9001"}, "timestamp": start + n * 60_000} | item
            for n, item in enumerate(items)
        ]
        body = {"object": "page", "entry": [{"id": "9001", "time": NOW, "messaging": messaging}]}
        intake.keep("meta:meta", "webhook", msgspec.json.encode(body))
        intake.work()

    return send


def asks(text: str, mid: str = "q") -> dict:
    return {"message": {"mid": mid, "text": text}}


def says(text: str, mid: str = "a", **more) -> dict:
    echo = {"mid": mid, "text": text, "is_echo": True, **more}
    return {"sender": {"id": "9001"}, "recipient": {"id": "7001"}, "message": echo}


def track(event_name: str, message_id: str, who: dict, **properties) -> dict:
    return {"type": "track", "event": event_name, "messageId": message_id, "properties": properties, **who}


ADVERT = {
    "referral": {
        "ref": "nora",
        "ad_id": "6045",
        "source": "ADS",
        "type": "OPEN_THREAD",
        "ads_context_data": {"ad_title": "Stringate d'autunno"},
    }
}


def test_products_are_ours_by_sku_bar_code_id_or_name(web, store):
    link(store, ANNA, user("u1"))
    who = {"userId": "u1"}
    ean = next(row.ean for row in rows(store, event.metadata.tables["variant"], id="nora-black-39"))
    web(
        track("Product Viewed", "1", who, sku="NORA-BLACK-39"),
        track("Product Viewed", "2", who, sku="nora-black-39"),
        track("Product Viewed", "3", who, product_id="x", ean=ean),
        track("Product Viewed", "4", who, product_id="nora"),
        track("Product Viewed", "5", who, sku="unknown", name="Stringata Nora"),
        track("Product Viewed", "6", who, sku="unknown", name="Foulard"),
    )
    details = {row.source_id: row.detail for row in rows(store, event)}
    assert [details[n].get("variant_id") for n in "123456"] == ["nora-black-39"] * 3 + [None] * 3
    assert [details[n].get("product_id") for n in "123456"] == ["nora"] * 5 + [None]
    assert details["6"]["product_name"] == "Foulard"


def test_an_order_keeps_each_of_its_products(web, store):
    link(store, ANNA, user("u1"))
    products = [{"sku": "NORA-BLACK-39", "price": 159.0}, {"sku": "ALBA-TAN", "quantity": 2}]
    web(track("Order Completed", "1", {"userId": "u1"}, order_id="9001", products=products))
    (row,) = rows(store, event)
    assert (row.channel, row.kind, row.detail["order_number"]) == ("order", "ordered", "9001")
    assert [item["variant_id"] for item in row.detail["items"]] == ["nora-black-39", "alba-tan"]


def test_an_unknown_event_stays_in_the_raw_payload_only(web, store):
    link(store, ANNA, user("u1"))
    web(track("Promotion Viewed", "1", {"userId": "u1"}))
    assert rows(store, event) == []
    assert rows(store, raw_payload)[0].state == RawState.DONE


def test_what_a_stranger_did_waits_and_is_delivered_whole_when_she_signs_in(web, server, store):
    link(store, ANNA, email("anna@example.it"))
    device = {"anonymousId": "phone"}
    web(
        {"type": "page", "name": "Home", "messageId": "1", "timestamp": "2026-11-22T08:00:00Z", **device},
        {"type": "page", "name": "Nora", "messageId": "2", "timestamp": "2026-11-22T08:01:00Z", **device},
    )
    assert timeline(store, ANNA) == []
    assert len(rows(store, waiting_event)) == 2
    server(
        {
            "type": "identify",
            "userId": "u1",
            "messageId": "3",
            "traits": {"email": "Anna@example.it"},
            **device,
        }
    )
    assert timeline(store, ANNA) == ["Home", "Nora"]
    with store.read() as conn:
        assert conn.execute(waiting_event.select()).all() == conn.execute(stranger.select()).all() == []


def test_an_unverified_address_puts_nothing_on_her_timeline(web, store):
    link(store, ANNA, email("anna@example.it"))
    web(
        {"type": "identify", "anonymousId": "x", "messageId": "1", "traits": {"email": "anna@example.it"}},
        {"type": "identify", "userId": "evil", "messageId": "3", "traits": {"email": "anna@example.it"}},
        {"type": "alias", "userId": "u1", "previousId": "evil", "messageId": "4"},
        {"type": "page", "anonymousId": "x", "userId": "evil", "messageId": "2", "name": "Home"},
    )
    assert timeline(store, ANNA) == []
    assert len(rows(store, identifier)) == 1


def test_her_account_fills_what_the_shop_did_not_know_and_overwrites_nothing(server, store):
    link(store, ANNA, user("u1"))
    with store.write() as writer:
        writer.update("customer", ANNA, {"phone": "+393330000000"})
    traits = {"email": "anna@example.it", "phone": "333 111 1111", "birthday": "1988-12-04"}
    server({"type": "identify", "userId": "u1", "messageId": "1", "traits": traits})
    (anna,) = rows(store, customer, id=ANNA)
    assert (anna.email, anna.phone, anna.birthday_on) == ("anna@example.it", "+393330000000", "1988-12-04")


def test_the_story_of_a_chat_from_advert_to_promise(page, store):
    link(store, ANNA, chat("7001"))
    page(
        ADVERT,
        asks("Buonasera, quanto costano? C'è il nero in 39?"),
        says("159 €. Gliele teniamo da parte fino a sabato.", metadata="Sara, assistenza clienti"),
    )
    advert, question, answer = rows(store, event)
    assert (advert.channel, advert.detail["product_id"]) == ("advert", "nora")
    assert advert.detail["advert_title"] == "Stringate d'autunno"
    asked = {"asked_product_id": "nora", "asked_colour": "black", "asked_size": "39", "asked_price": True}
    assert question.detail == asked
    assert answer.detail["by_name"] == "Sara, assistenza clienti"
    (hold,) = rows(store, promise)
    assert (hold.kind, hold.state, hold.channel) == ("hold", "open", "messenger")
    assert (hold.product_id, hold.variant_id, hold.due_on) == ("nora", "nora-black-39", "2026-11-28")
    assert hold.what == "“Gliele teniamo da parte fino a sabato.”"
    assert (hold.made_by_name, hold.store_id) == ("Sara, assistenza clienti", "milano")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_a_chat_is_understood_alike_in_whatever_order_it_is_told(page, store, order):
    link(store, ANNA, chat("7001"))
    said = (ADVERT, asks("C'è il nero in 39?"), says("Gliele teniamo da parte fino a sabato."))
    for place in order:
        page(said[place], start=NOW - HOUR + place * 60_000)
    assert timeline(store, ANNA) == ["", *(one["message"]["text"] for one in said[1:])]
    (question,) = rows(store, event, kind="message_in")
    assert question.detail["asked_product_id"] == "nora"
    (hold,) = rows(store, promise)
    assert (hold.product_id, hold.variant_id, hold.due_on) == ("nora", "nora-black-39", "2026-11-28")


def test_what_somebody_put_right_in_a_promise_stays_whatever_is_told_later(page, store):
    link(store, ANNA, chat("7001"))
    page(says("Gliele teniamo da parte fino a sabato."))
    (hold,) = rows(store, promise)
    with store.write() as writer:
        writer.update("promise", hold.id, {"product_id": "alba"})
    page(asks("C'è la stringata Nora nera in 39?"), start=NOW - 2 * HOUR)
    (hold,) = rows(store, promise)
    assert (hold.product_id, hold.variant_id) == ("alba", None)


def test_the_same_promise_said_again_is_one_promise(page, store):
    link(store, ANNA, chat("7001"))
    said = "Gliele teniamo da parte fino a sabato"
    page(ADVERT, asks("il nero in 39"), says(said, "a1"), says(f"{said}!", "a2"))
    assert len(rows(store, promise)) == 1


def test_a_promise_about_nothing_known_names_no_product(page, store):
    link(store, ANNA, chat("7001"))
    page(says("Gliele teniamo da parte fino a sabato"))
    (hold,) = rows(store, promise)
    assert (hold.product_id, hold.variant_id) == (None, None)
    assert hold.made_by_name == "Sara, assistenza clienti"


def test_a_strangers_chat_is_understood_when_our_own_link_names_her(page, store):
    page(ADVERT, asks("il nero in 39?"), says("Le tengo da parte fino a sabato"))
    assert rows(store, promise) == []
    page({"referral": {"ref": ANNA, "source": "SHORTLINK", "type": "OPEN_THREAD"}}, start=NOW)
    assert timeline(store, ANNA) == ["", "il nero in 39?", "Le tengo da parte fino a sabato"]
    assert rows(store, promise)[0].variant_id == "nora-black-39"


def test_a_payload_that_cannot_be_worked_on_blocks_no_other(intake, store):
    link(store, ANNA, user("u1"))
    intake.keep("segment:gone", "batch", b'{"batch":[]}')
    intake.keep("segment:web", "page", b'{"userId":"u1","name":"Home","messageId":"1"}')
    intake.work()
    assert timeline(store, ANNA) == ["Home"]
    failed = rows(store, raw_payload, state=RawState.FAILED)
    assert [row.source for row in failed] == ["segment:gone"]
    assert failed[0].problem.startswith("NoSuchSource")


def test_what_was_left_unread_says_so_without_a_persons_words(web, store):
    web({"type": 7, "traits": {"name": "Anna"}}, {"type": "page", "userId": "u"})
    assert rows(store, raw_payload)[0].problem == "an event that is not a message"


def test_what_waited_at_the_last_stop_is_worked_on_at_the_next_start(store, eventually):
    link(store, ANNA, user("u1"))
    before = Intake(store, [WEB], keyed)
    before.keep("segment:web", "page", b'{"userId":"u1","name":"Home","messageId":"1"}')
    before.close()
    after = Intake(store, [WEB], keyed)
    after.start()
    eventually(lambda: timeline(store, ANNA) == ["Home"])
    after.close()


def test_what_failed_is_tried_again_at_the_next_start(store, eventually):
    link(store, ANNA, user("u1"))
    before = Intake(store, [], keyed)
    before.keep("segment:web", "page", b'{"userId":"u1","name":"Home","messageId":"1"}')
    before.work()
    assert timeline(store, ANNA) == []
    after = Intake(store, [WEB], keyed)
    after.start()
    eventually(lambda: timeline(store, ANNA) == ["Home"])
    after.close()


def test_a_large_batch_takes_effect_once_however_often_it_is_begun_again(intake, store):
    link(store, ANNA, user("u1"))
    messages = [{"type": "page", "userId": "u1", "messageId": str(n), "name": str(n)} for n in range(35)]
    intake.keep("segment:web", "batch", msgspec.json.encode({"batch": messages}))
    intake.work()
    with store.write() as writer:
        writer.connection.execute(raw_payload.update().values(state=RawState.WAITING))
    intake.work()
    assert len(timeline(store, ANNA)) == 35


def test_an_item_whose_key_holds_a_sign_that_no_database_looks_for_takes_effect_once(store, web):
    link(store, ANNA, user("u1"))
    for more in ({}, {"sent": "again"}):
        web(track("Product Viewed", "m\0one", {"userId": "u1"}, name="Nora", **more))
    assert len(timeline(store, ANNA)) == 1
    assert {row.state for row in rows(store, raw_payload)} == {RawState.DONE}


def test_whoever_goes_by_a_name_now_is_told_of_whatever_was_known_a_moment_ago(web, store, tmp_path):
    """Also where it was another process that made the name somebody else's."""
    link(store, ANNA, user("u1"))
    web(track("Product Viewed", "1", {"userId": "u1"}, sku="NORA-BLACK-39"))
    elsewhere = HubStore(open_hub(tmp_path / FILE), REGISTRY, now=lambda: NOW)
    with elsewhere.write() as writer:
        (hers,) = writer.connection.execute(sa.select(identifier.c.id).where(identifier.c.value == "u1"))
        writer.update("identifier", hers.id, {"customer_id": BEA})
    elsewhere.engine.dispose()
    web(track("Product Viewed", "2", {"userId": "u1"}, sku="NORA-BLACK-39"))
    assert [row.customer_id for row in rows(store, event)] == [ANNA, BEA]


def test_who_was_known_is_known_still_while_nobody_else_writes(web, store):
    link(store, ANNA, user("u1"))
    web(track("Product Viewed", "1", {"userId": "u1"}, sku="NORA-BLACK-39"))
    with store.engine.begin() as unseen:
        unseen.execute(sa.delete(identifier))
    web(track("Product Viewed", "2", {"userId": "u1"}, sku="NORA-BLACK-39"))
    assert [row.customer_id for row in rows(store, event)] == [ANNA, ANNA]


def test_what_a_turn_that_failed_had_learned_is_not_kept(store, intake, web, monkeypatch):
    link(store, ANNA, user("u1"))
    web(track("Product Viewed", "1", {"userId": "u1"}, sku="NORA-BLACK-39"))
    with store.engine.begin() as unseen:
        unseen.execute(sa.update(identifier).values(customer_id=BEA))
    monkeypatch.setattr(Taking, "flush", full)
    with pytest.raises(sa.exc.OperationalError):
        web(track("Product Viewed", "2", {"userId": "u1"}, sku="NORA-BLACK-39"))
    monkeypatch.undo()
    intake.work()
    assert [row.customer_id for row in rows(store, event)] == [ANNA, BEA]


def full(_: Taking) -> None:
    raise sa.exc.OperationalError("database or disk is full", None, OSError())
