"""A leaf that is put away too early loses no word: what was typed is there when it is opened again."""

import pytest

from clienteling.notes.tables import note, unfinished_words
from clienteling.promises.tables import promise
from sync.device.gone.erase import erase
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

WORDS = "Ama le suole sottili"
WAITS = "Not saved. Your words wait there until the evening."


def open_note(counter: Counter) -> None:
    counter.tap("record-note")
    counter.wait(lambda: (item := counter.item("noteBody")) is not None and item.hasActiveFocus())


def put_away(counter: Counter) -> None:
    counter.fingers.touch("Close")
    counter.wait(lambda: counter.item("noteBody") is None)


def body(counter: Counter) -> str:
    return counter.item("noteBody").property("text")


@pytest.fixture
def typed(counter: Counter) -> Counter:
    counter.open_card(giulia.GIULIA)
    open_note(counter)
    counter.fingers.type(WORDS)
    return counter


def test_a_note_that_was_put_away_is_there_again_and_then_saved_once(typed: Counter) -> None:
    put_away(typed)
    typed.fingers.wait_for(WAITS)
    assert typed.rows(note) == []
    open_note(typed)
    typed.wait(lambda: body(typed) == WORDS)
    typed.fingers.wait_for("Begun before and not saved")
    typed.tap("saveNote")
    typed.wait_saved("note")
    assert [row.body for row in typed.rows(note)] == [WORDS]
    assert typed.rows(unfinished_words) == []
    typed.wait(lambda: typed.item("noteBody") is None)
    open_note(typed)
    assert body(typed) == ""


def test_it_is_on_the_disk_while_it_is_typed_and_waits_for_nobody_else(typed: Counter) -> None:
    typed.wait(lambda: [row.said for row in typed.rows(unfinished_words)] == [WORDS])
    typed.app.session.lock()
    tablets.sign_in(typed.app, tablets.MARTA)
    typed.wait(lambda: typed.app.session.open)
    typed.open_card(giulia.GIULIA)
    open_note(typed)
    assert body(typed) == ""
    put_away(typed)
    typed.app.session.lock()
    tablets.sign_in(typed.app, tablets.SOFIA)
    typed.wait(lambda: typed.app.session.open)
    typed.open_card(giulia.GIULIA)
    open_note(typed)
    typed.wait(lambda: body(typed) == WORDS)


def test_it_is_begun_anew_with_a_tap(typed: Counter) -> None:
    put_away(typed)
    open_note(typed)
    typed.wait(lambda: body(typed) == WORDS)
    typed.tap("noteAnew")
    typed.wait(lambda: typed.rows(unfinished_words) == [])
    assert body(typed) == ""


def test_a_promise_waits_likewise(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-promise")
    counter.tap("promiseWhat")
    counter.fingers.type("la borsa marrone")
    counter.fingers.touch("Close")
    counter.fingers.wait_for(WAITS)
    counter.tap("record-promise")
    counter.wait(lambda: (what := counter.item("promiseWhat")) is not None and what.property("text") != "")
    counter.tap("savePromise")
    counter.wait_saved("promise")
    assert "la borsa marrone" in [row.what for row in counter.rows(promise)]
    assert counter.rows(unfinished_words) == []


def test_of_whoever_is_forgotten_meanwhile_no_word_stays(typed: Counter) -> None:
    typed.wait(lambda: typed.rows(unfinished_words) != [])
    erase(tablets.replica_of(typed.app), [giulia.GIULIA])
    typed.wait(lambda: typed.card.gone)
    typed.wait(lambda: typed.item("noteBody") is None)
    assert typed.rows(unfinished_words) == []
