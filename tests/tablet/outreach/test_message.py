"""Writing to her from her card: previewed, allowed, handed to the device's own program, and taken back."""

from urllib.parse import unquote

import pytest

from clienteling.consents import use_cases as consents
from clienteling.consents.values import How, Purpose
from clienteling.outreach.links import link
from clienteling.outreach.tables import outreach
from clienteling.outreach.use_cases import record
from clienteling.outreach.values import About, Letter, Matter, Topic, Way
from clienteling.staff.values import Author
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

SOFIA, MARTA = Author(tablets.SOFIA, tablets.STORE), Author(tablets.MARTA, tablets.STORE)
pytestmark = pytest.mark.usefixtures("programs")


def write_to(counter: Counter, customer_id: str = giulia.GIULIA):
    counter.open_card(customer_id)
    message = counter.app.root.shop.card.message
    counter.tap("record-more")
    counter.tap("act-message")
    counter.wait(lambda: message.way != "")
    return message


def choose(counter: Counter, template: str) -> None:
    if counter.item("templateChoice") is not None:
        counter.tap("templateChoice")
    counter.tap(template)


def objections(message) -> list[str]:
    return [row.key for row in message.objections.rows]


def agree(counter: Counter, purpose: Purpose, *, granted: bool = True) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        consents.record(
            writer,
            customer_id=giulia.GIULIA,
            purpose=purpose,
            granted=granted,
            text_id="marketing/it/2026-1",
            how=How.TAPPED,
            author=SOFIA,
        )


def test_about_her_promise_it_takes_three_taps_and_no_marketing_consent(counter: Counter, programs) -> None:
    counter.open_card(giulia.GIULIA)
    before = counter.taps
    counter.tap("record-more")
    counter.tap("act-message")
    counter.fingers.wait_for("about something of hers")
    counter.tap("sendMessage")
    assert counter.taps - before == 3
    counter.wait_saved("letter")
    (sent,) = counter.rows(outreach)
    assert (sent.way, sent.topic, sent.about_id) == ("whatsapp", "service", "hold-nora")
    (address,) = programs.opened
    assert address.startswith("https://wa.me/393331234567?text=")
    assert "quello che aspettava: le stringate nere 39" in unquote(address)
    counter.tap("savedUndo")
    counter.wait_saved("undone")
    assert [row.correction for row in counter.rows(outreach)] == ["", "undone"]


def test_it_is_written_in_her_language_and_shown_before_it_is_sent(counter: Counter, programs) -> None:
    message = write_to(counter)
    choose(counter, "template-held")
    counter.wait(lambda: "fino a sabato" in message.body)
    counter.tap("way-email")
    counter.wait(lambda: message.subject == "Messo da parte per lei")
    counter.fingers.wait_for("giulia@example.com · Italian")
    shown = counter.item("messageBody").property("text")
    assert shown.startswith("Buongiorno Giulia, sono Sofia di Milano Brera.")
    assert "02 5550 0112" in shown
    counter.tap("sendMessage")
    counter.wait_saved("letter")
    assert programs.opened[0].startswith("mailto:giulia@example.com?subject=Messo%20da%20parte")


def test_news_is_stopped_until_she_agrees_and_the_way_there_is_one_tap(counter: Counter, programs) -> None:
    message = write_to(counter)
    choose(counter, "template-invitation")
    counter.wait(lambda: objections(message) == ["never_asked"])
    assert not message.may
    message.send()
    message.sent()
    assert programs.opened == []
    assert counter.rows(outreach) == []
    counter.tap("wayOn-consent")
    counter.tap("grant-marketing_message")
    counter.wait_saved("granted")
    counter.wait(lambda: message.may)


def test_a_hole_is_named_and_stays_until_it_is_filled(counter: Counter) -> None:
    agree(counter, Purpose.MARKETING_MESSAGE)
    message = write_to(counter)
    choose(counter, "template-thought-of-you")
    counter.wait(lambda: objections(message) == ["hole"])
    assert "[quale articolo]" in message.body
    counter.fingers.wait_for("Something is missing: write it in place of the brackets.")
    message.write("", message.body.replace("[quale articolo]", "la borsa Alba"))
    counter.wait(lambda: message.may)
    counter.tap("sendMessage")
    counter.wait_saved("letter")
    assert "la borsa Alba" in counter.rows(outreach)[0].body


def test_what_is_in_hand_is_what_it_is_about(counter: Counter) -> None:
    agree(counter, Purpose.MARKETING_MESSAGE)
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    message = write_to_again(counter)
    choose(counter, "template-thought-of-you")
    counter.wait(lambda: "la borsa nera" in message.body)
    assert message.may


def write_to_again(counter: Counter):
    message = counter.app.root.shop.card.message
    counter.tap("record-more")
    counter.tap("act-message")
    counter.wait(lambda: message.way != "")
    return message


def letter(body: str, **more) -> Letter:
    values = {"topic": Topic.MARKETING, "way": Way.WHATSAPP, "to": "+393331234567", **more}
    return Letter(customer_id=giulia.GIULIA, body=body, **values)


def test_too_often_is_said_with_who_and_when_and_she_decides(counter: Counter, programs) -> None:
    agree(counter, Purpose.MARKETING_MESSAGE)
    for body in ("Uno", "Due"):
        with tablets.replica_of(counter.app).write() as writer:
            record(writer, letter(body), author=MARTA)
    message = write_to(counter)
    choose(counter, "template-invitation")
    counter.wait(lambda: objections(message) == ["too_often"])
    counter.fingers.wait_for("In the last 30 days she got 2 messages with news, the last today 10:46, Marta")
    counter.fingers.wait_for("Send it all the same")
    counter.tap("sendMessage")
    counter.wait_saved("letter")
    assert len(programs.opened) == 1
    assert counter.rows(outreach)[-1].despite == ["too_often"]


def test_a_colleagues_message_that_arrives_meanwhile_is_heeded(counter: Counter) -> None:
    message = write_to(counter)
    assert objections(message) == []
    matter = Matter(about=About.PROMISE, record_id="hold-nora")
    same = letter("x", topic=Topic.SERVICE, template_id="arrived", matter=matter)
    with tablets.replica_of(counter.app).write() as writer:
        record(writer, same, author=MARTA)
    counter.wait(lambda: objections(message) == ["twice"])


def test_without_an_address_the_way_leads_to_her_data(counter: Counter) -> None:
    message = write_to(counter, giulia.EMPTY)
    counter.fingers.wait_for("No promise is open and she bought nothing lately")
    counter.wait(lambda: "no_address" in objections(message))
    counter.tap("wayOn-data")
    counter.fingers.wait_for("Put right")


def test_a_tablet_without_the_program_shows_a_code_for_the_shops_phone(counter: Counter, monkeypatch) -> None:
    from PySide6.QtGui import QDesktopServices

    for scheme in ("https", "sms"):
        QDesktopServices.unsetUrlHandler(scheme)
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER", raising=False)
    message = write_to(counter)
    counter.tap("way-sms")
    counter.wait(lambda: message.way == "sms")
    counter.tap("messageCode")
    counter.wait(lambda: message.code.startswith("data:image/svg+xml;base64,"))
    assert counter.rows(outreach) == []
    counter.tap("messageSent")
    counter.wait_saved("letter")
    assert [row.way for row in counter.rows(outreach)] == ["sms"]


def test_the_code_opens_the_very_same_message(counter: Counter) -> None:
    from clienteling.codes.drawing import Medium, draw

    message = write_to(counter)
    address = link(message._face.letter)
    assert draw(address, Medium.PHONE).modules
    message.show_code()
    before = message.code
    message.write("", message.body + " A sabato")
    assert message.code == ""
    message.show_code()
    assert message.code != before


def test_what_was_sent_stands_in_her_timeline_and_goes_with_the_others(counter: Counter, hub) -> None:
    write_to(counter)
    counter.tap("sendMessage")
    counter.wait_saved("letter")
    counter.wait(lambda: counter.lines()[0].startswith("We wrote to her on WhatsApp: Ready for her"))
    tablets.meet(tablets.replica_of(counter.app), hub)
    with hub.read() as conn:
        assert len(conn.execute(outreach.select()).all()) == 1
