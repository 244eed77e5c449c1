"""What becomes of messages: changed, taken back, read."""

import msgspec
import pytest

from clienteling.hub.identity.tables import waiting_event
from clienteling.hub.intake.tables import raw_payload
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, NOW, chat, link, rows, timeline

HOUR = 3_600_000


@pytest.fixture
def page(intake):
    """Send items of the page in one body, each a minute after the one before."""

    def send(*items: dict, start: int = NOW - HOUR) -> None:
        messaging = [
            {"sender": {"id": "7001"}, "recipient": {"id": "9001"}, "timestamp": start + n * 60_000} | item
            for n, item in enumerate(items)
        ]
        body = {"object": "page", "entry": [{"id": "9001", "time": NOW, "messaging": messaging}]}
        intake.keep("meta:meta", "webhook", msgspec.json.encode(body))
        intake.work()

    return send


def wrote(text: str, mid: str) -> dict:
    return {"message": {"mid": mid, "text": text}}


def answered(text: str, mid: str) -> dict:
    echo = {"mid": mid, "text": text, "is_echo": True}
    return {"sender": {"id": "9001"}, "recipient": {"id": "7001"}, "message": echo}


def taken_back(mid: str) -> dict:
    return {"message": {"mid": mid, "is_deleted": True}}


def changed(text: str, mid: str, times: int = 1) -> dict:
    return {"message_edit": {"mid": mid, "text": text, "num_edit": times}}


def anywhere(store, word: str) -> bool:
    """In a row of hers, in what waits for a stranger, or in what the source sent."""
    bodies = [row.body for table in (raw_payload, waiting_event) for row in rows(store, table)]
    return any(word in row.text for row in rows(store, event)) or any(
        word.encode() in body for body in bodies
    )


@pytest.fixture(params=["known", "stranger"])
def somebody(request, store):
    """What waits for a stranger changes in the same way."""
    if request.param == "known":
        link(store, ANNA, chat("7001"))
    return request.param


def recognised(store, page) -> None:
    """Whoever was a stranger is Anna from now on."""
    page({"referral": {"ref": ANNA, "source": "SHORTLINK", "type": "OPEN_THREAD"}}, start=NOW)


def test_a_message_taken_back_is_gone_from_everywhere_and_the_others_stay(store, page, somebody):
    page(wrote("un segreto", "m-1"), wrote("avete il 39?", "m-2"))
    page(taken_back("m-1"), start=NOW - HOUR // 2)
    assert not anywhere(store, "segreto")
    recognised(store, page)
    assert timeline(store, ANNA) == ["avete il 39?"]


def test_taken_back_before_it_came_it_never_comes(store, page, somebody):
    page(taken_back("m-1"))
    page(wrote("un segreto", "m-1"))
    recognised(store, page)
    assert timeline(store, ANNA) == []


def test_taken_back_in_the_same_body_it_is_gone(store, page, somebody):
    page(wrote("un segreto", "m-1"), wrote("ciao", "m-2"), taken_back("m-1"))
    assert not anywhere(store, "segreto")
    recognised(store, page)
    assert timeline(store, ANNA) == ["ciao"]


def test_a_changed_message_stands_where_the_first_one_stood(store, page, somebody):
    page(wrote("in 39", "m-1"), wrote("nere", "m-2"))
    page(changed("in 40", "m-1"), start=NOW - HOUR // 2)
    page(changed("in 41", "m-1", times=2), start=NOW - HOUR // 3)
    page(wrote("in 39", "m-1"), start=NOW - HOUR + 1)
    assert not anywhere(store, "in 40")
    recognised(store, page)
    assert timeline(store, ANNA) == ["in 41", "nere"]


def test_changed_before_it_came_it_is_told_as_it_was_changed(store, page, somebody):
    page(changed("in 40", "m-1"))
    page(wrote("in 39", "m-1"))
    recognised(store, page)
    assert timeline(store, ANNA) == ["in 40"]


def test_the_shops_last_word_is_marked_when_she_has_read_it(store, page, somebody):
    page(answered("Sì", "a-1"), answered("Glielo teniamo", "a-2"), wrote("grazie", "m-1"))
    page({"read": {"watermark": NOW - HOUR // 2}}, start=NOW - HOUR // 2)
    page({"read": {"watermark": NOW - HOUR // 3}}, start=NOW - HOUR // 3)
    recognised(store, page)
    reached = {row.source_id: row.detail.get("reached") for row in rows(store, event)}
    assert reached == {"a-1": None, "a-2": "read", "m-1": None}
    assert len(rows(store, event)) == 3


def test_what_was_read_before_the_last_word_says_nothing_of_it(store, page, somebody):
    page(answered("Sì", "a-1"), answered("Glielo teniamo", "a-2"))
    page({"read": {"mid": "a-1"}}, start=NOW - HOUR // 2)
    recognised(store, page)
    assert all("reached" not in row.detail for row in rows(store, event) if row.source_id == "a-2")


def test_a_thumb_up_comes_and_goes(store, page, somebody):
    def reacted(action: str, emoji: str = "") -> dict:
        return {"reaction": {"mid": "a-1", "action": action, "emoji": emoji}}

    page(answered("Glielo teniamo", "a-1"), reacted("react", "👍"))
    page(reacted("react", "❤"), start=NOW - HOUR // 2)
    recognised(store, page)
    assert timeline(store, ANNA) == ["Glielo teniamo", "❤"]
    page(reacted("unreact"), start=NOW - HOUR // 3)
    assert timeline(store, ANNA) == ["Glielo teniamo"]


def test_nobody_takes_back_what_somebody_else_wrote(store, page, intake):
    link(store, ANNA, chat("7001"))
    page(wrote("ciao", "m-1"))
    page({"sender": {"id": "6666"}, **taken_back("m-1")}, start=NOW - HOUR // 2)
    assert timeline(store, ANNA) == ["ciao"]


def test_what_changes_reaches_the_tablets(store, page):
    link(store, ANNA, chat("7001"))
    page(wrote("un segreto", "m-1"))
    (before,) = rows(store, event)
    page(taken_back("m-1"), start=NOW - HOUR // 2)
    with store.write() as writer:
        gone = writer.find("event", before.id)
    assert gone is not None
    assert gone.deleted
    assert "text" not in gone.fields
