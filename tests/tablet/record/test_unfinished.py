"""A leaf that is put away too early loses no word: what was typed is there when it is opened again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from clienteling.appointments.tables import appointment
from clienteling.customers.tables import customer, preference
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note, unfinished_words
from clienteling.promises.tables import promise
from clienteling.selections.tables import selection
from clienteling.staff.values import Author
from clienteling.tablet.navigation import Navigation
from clienteling.tasks.tables import task
from clienteling.tasks.use_cases import Plan, make
from clienteling.tasks.values import TaskKind
from sync.device.gone.erase import erase
from tests.screens.calendar import at
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
    typed.tap("beginAnew")
    typed.wait(lambda: typed.rows(unfinished_words) == [])
    assert body(typed) == ""


def test_a_note_that_is_being_corrected_waits_as_it_is_and_leaves_a_new_one_alone(typed: Counter) -> None:
    typed.tap("saveNote")
    typed.wait_saved("note")
    [first] = typed.rows(note)
    typed.wait(lambda: typed.item("noteBody") is None)

    def correct() -> None:
        typed.app.root.shop.card.entry.open("note", first.id)
        typed.tap("correctEntry")
        typed.wait(lambda: (item := typed.item("noteBody")) is not None and item.hasActiveFocus())

    correct()
    assert body(typed) == WORDS
    typed.fingers.type("Non ")
    written = body(typed)
    assert written != WORDS
    put_away(typed)
    typed.fingers.wait_for(WAITS)
    open_note(typed)
    assert body(typed) == ""
    put_away(typed)
    correct()
    typed.wait(lambda: body(typed) == written)
    typed.tap("beginAnew")
    typed.wait(lambda: typed.rows(unfinished_words) == [])
    assert body(typed) == WORDS
    typed.fingers.type("Non ")
    typed.tap("saveNote")
    typed.wait_saved("corrected")
    assert written in [row.body for row in typed.rows(note)]
    assert typed.rows(unfinished_words) == []


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
    asked: list[object] = []
    typed.card._floor.read(lambda _: None, asked.append)
    typed.wait(lambda: asked != [])
    assert typed.app.toasts.text != WAITS


def details_of_what_was_saved(counter: Counter) -> None:
    counter.tap("savedDetails")
    counter.wait(lambda: field_of(counter, "summaryField") is not None)


def test_the_few_words_about_what_was_recorded_wait_with_it(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-fitting")
    counter.wait_saved("fitting")
    details_of_what_was_saved(counter)
    write_on(counter, "summaryField", "il 38 e mezzo")
    left_by_a_touch_beside_it(counter, "summaryField")
    counter.wait(lambda: [row.customer_id for row in counter.rows(unfinished_words)] == [giulia.GIULIA])
    counter.tap("record-not_bought")
    counter.wait(lambda: counter.record.unfinished.begun)
    assert text_of(counter, "summaryField") == ""
    counter.fingers.touch("Close")
    counter.wait(lambda: counter.item("summaryField") is None)
    [saved] = counter.rows(interaction)
    counter.app.root.shop.card.entry.open("interaction", saved.id)
    counter.tap("correctEntry")
    counter.wait(lambda: text_of(counter, "summaryField") == "il 38 e mezzo")
    counter.tap("saveInteraction")
    counter.wait(lambda: len(counter.rows(interaction, summary="il 38 e mezzo")) == 1)
    assert counter.rows(unfinished_words) == []


def test_the_words_of_a_lost_sale_wait_and_are_saved_with_the_reason(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-not_bought")
    write_on(counter, "summaryField", "torna con la figlia")
    left_by_a_touch_beside_it(counter, "summaryField")
    counter.tap("record-not_bought")
    counter.wait(lambda: text_of(counter, "summaryField") == "torna con la figlia")
    counter.fingers.wait_for("Begun before and not saved")
    counter.tap("reason-price")
    counter.wait_saved("not_bought")
    assert [row.summary for row in counter.rows(interaction)] == ["torna con la figlia"]
    assert counter.rows(unfinished_words) == []


def test_the_words_about_somebody_without_a_code_are_not_the_next_one_s(counter: Counter) -> None:
    record = counter.app.root.shop.home.record
    counter.tap_place(Navigation.Place.Scan)
    counter.wait(lambda: record.customer_id == "")
    record.record("not_bought")
    write_on(counter, "summaryField", "torna con la figlia")
    counter.fingers.touch("Close")
    counter.wait(lambda: counter.item("summaryField") is None)
    record.record("not_bought")
    counter.wait(lambda: field_of(counter, "summaryField") is not None)
    assert text_of(counter, "summaryField") == ""
    assert counter.rows(unfinished_words) == []


def test_of_somebody_without_a_code_nothing_is_said_to_be_begun_before(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-not_bought")
    write_on(counter, "summaryField", "torna con la figlia")
    left_by_a_touch_beside_it(counter, "summaryField")
    counter.tap("record-not_bought")
    counter.wait(lambda: counter.record.unfinished.resumed)
    counter.tap("reason-price")
    counter.wait_saved("not_bought")
    counter.tap_place(Navigation.Place.Scan)
    counter.wait(lambda: counter.item("withoutCode") is not None)
    counter.record.begin("")
    counter.record.record("not_bought")
    counter.wait(lambda: field_of(counter, "summaryField") is not None)
    assert not counter.record.unfinished.resumed


def reached(counter: Counter, act: str, field: str) -> None:
    counter.tap("record-more")
    counter.tap(act)
    counter.wait(lambda: counter.item(field) is not None)


def field_of(counter: Counter, name: str) -> QQuickItem | None:
    """In sight or further down."""
    fields = counter.app.window.quick.findChildren(QQuickItem, name)
    return next((field for field in fields if field.isVisible()), None)


def write_on(counter: Counter, name: str, words: str) -> None:
    counter.wait(lambda: field_of(counter, name) is not None)
    field_of(counter, name).forceActiveFocus()
    counter.fingers.type(words)


def text_of(counter: Counter, name: str) -> str:
    field = field_of(counter, name)
    return "" if field is None else field.property("text")


def left_by_a_touch_beside_it(counter: Counter, field: str) -> None:
    counter.fingers.touch("Close")
    counter.fingers.wait_for(WAITS)
    counter.wait(lambda: counter.item(field) is None)


def test_a_task_waits_with_what_was_chosen_and_whom_it_is_about(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    reached(counter, "act-task", "taskWhat")
    counter.tap("task-call")
    counter.tap("taskDay-2026-11-25")
    counter.tap("taskWhat")
    counter.fingers.type("come vanno le suole")
    left_by_a_touch_beside_it(counter, "taskWhat")
    assert counter.rows(task, what="come vanno le suole") == []
    reached(counter, "act-task", "taskWhat")
    counter.wait(lambda: text_of(counter, "taskWhat") == "come vanno le suole")
    counter.fingers.wait_for("Begun before and not saved")
    counter.tap("saveTask")
    counter.wait_saved("task")
    [row] = counter.rows(task, what="come vanno le suole")
    assert (row.kind, row.due_on, row.customer_id) == ("call", "2026-11-25", giulia.GIULIA)
    assert counter.rows(unfinished_words) == []


def test_a_task_begun_about_nobody_is_about_whom_it_was_given_and_goes_with_her(counter: Counter) -> None:
    counter.tap_place(Navigation.Place.Todo)
    counter.tap("newTask")
    counter.tap("taskWhat")
    counter.fingers.type("mandare il catalogo")
    write_on(counter, "whomField", "ferraris")
    counter.tap(f"whom-{giulia.GIULIA}")
    left_by_a_touch_beside_it(counter, "taskWhat")
    counter.tap("newTask")
    counter.wait(lambda: text_of(counter, "taskWhat") == "mandare il catalogo")
    counter.wait(lambda: counter.app.root.shop.todo.task.whom.customer_id == giulia.GIULIA)
    counter.wait(lambda: [row.customer_id for row in counter.rows(unfinished_words)] == [giulia.GIULIA])
    erase(tablets.replica_of(counter.app), [giulia.GIULIA])
    assert counter.rows(unfinished_words) == []


def test_what_a_task_says_otherwise_waits_too_and_is_let_go_of_when_it_is_done(counter: Counter) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        plan = Plan(kind=TaskKind.CALL, what="come va", customer_id=giulia.GIULIA, associate_id=tablets.SOFIA)
        make(writer, plan, author=Author(tablets.SOFIA, tablets.STORE))
    counter.tap_place(Navigation.Place.Todo)
    counter.wait(lambda: any("come va" in row.title for row in counter.app.root.shop.todo.rows.rows))
    key = next(row.key for row in counter.app.root.shop.todo.rows.rows if "come va" in row.title)
    counter.tap(f"more-{key}")
    counter.tap("rewordTask")
    counter.tap("taskWhat")
    counter.fingers.type(" la borsa")
    left_by_a_touch_beside_it(counter, "saveTask")
    counter.tap(f"more-{key}")
    counter.wait(lambda: text_of(counter, "taskWhat") == "come va la borsa")
    counter.tap("outcome-reached")
    counter.wait_saved("task_done")
    assert counter.rows(unfinished_words) == []


def test_an_appointment_waits_with_its_day_and_who_comes(counter: Counter) -> None:
    counter.tap_place(Navigation.Place.Calendar)
    counter.tap("newAppointment")
    counter.tap("appointmentDay-2026-11-24")
    counter.tap("appointmentTime-660")
    write_on(counter, "whomField", "Bianchi")
    write_on(counter, "appointmentNote", "tre abiti")
    left_by_a_touch_beside_it(counter, "appointmentNote")
    counter.tap("newAppointment")
    counter.wait(lambda: text_of(counter, "appointmentNote") == "tre abiti")
    assert text_of(counter, "whomField") == "Bianchi"
    counter.tap("saveAppointment")
    counter.wait_saved("booked")
    [row] = counter.rows(appointment, name="Bianchi")
    assert (row.note, row.at) == ("tre abiti", at(11, day=date(2026, 11, 24)))
    assert counter.rows(unfinished_words) == []


def test_words_that_are_found_when_the_tablet_is_locked_are_shown_to_nobody(counter: Counter) -> None:
    appointment = counter.app.root.shop.calendar.appointment
    counter.tap_place(Navigation.Place.Calendar)
    counter.tap("newAppointment")
    write_on(counter, "appointmentNote", "tre abiti")
    left_by_a_touch_beside_it(counter, "appointmentNote")
    appointment.shown.connect(counter.app.session.lock)
    counter.tap("newAppointment")
    counter.wait(lambda: not counter.app.session.open)
    appointment.shown.disconnect(counter.app.session.lock)
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    assert appointment.note == ""
    assert [row.said != "" for row in counter.rows(unfinished_words)] == [True]


def test_the_free_place_that_is_tapped_now_goes_before_the_one_of_then(counter: Counter) -> None:
    counter.tap_place(Navigation.Place.Calendar)
    counter.tap("slot-2026-11-22-780")
    write_on(counter, "appointmentNote", "tre abiti")
    left_by_a_touch_beside_it(counter, "appointmentNote")
    counter.tap("slot-2026-11-22-840")
    counter.wait(lambda: text_of(counter, "appointmentNote") == "tre abiti")
    assert counter.app.root.shop.calendar.appointment.time == "840"
    counter.tap("beginAnew")
    counter.wait(lambda: counter.rows(unfinished_words) == [])
    assert text_of(counter, "appointmentNote") == ""


def test_a_message_waits_in_her_own_words_until_it_is_sent(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    message = counter.app.root.shop.card.message
    reached(counter, "act-message", "messageBody")
    counter.wait(lambda: message.way != "")
    template = message.body
    counter.tap("messageBody")
    counter.fingers.type("Buongiorno")
    counter.wait(lambda: "Buongiorno" in message.body)
    own = message.body
    left_by_a_touch_beside_it(counter, "messageBody")
    reached(counter, "act-message", "messageBody")
    counter.wait(lambda: text_of(counter, "messageBody") == own)
    counter.tap("beginAnew")
    counter.wait(lambda: text_of(counter, "messageBody") == template)
    counter.wait(lambda: counter.rows(unfinished_words) == [])


def test_a_selection_waits_with_its_products_until_it_is_shared(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    counter.take(giulia.ALBA_BLACK)
    reached(counter, "act-selection", "selectionWords")
    counter.tap("selectionWords")
    counter.fingers.type("le due nere")
    left_by_a_touch_beside_it(counter, "selectionWords")
    counter.record.put_back(giulia.NORA_39)
    counter.record.put_back(giulia.ALBA_BLACK)
    counter.wait(lambda: counter.record.in_hand == ())
    reached(counter, "act-selection", "selectionWords")
    counter.wait(lambda: text_of(counter, "selectionWords") == "le due nere")
    counter.wait(lambda: {pick.key for pick in counter.record.in_hand} == {giulia.NORA_39, giulia.ALBA_BLACK})
    counter.tap("selectionCode")
    counter.wait_saved("selection")
    assert [row.words for row in counter.rows(selection)] == ["le due nere"]
    assert counter.rows(unfinished_words) == []


def test_what_is_in_hand_by_now_is_what_the_selection_is_about(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    reached(counter, "act-selection", "selectionWords")
    counter.tap("selectionWords")
    counter.fingers.type("le nere")
    left_by_a_touch_beside_it(counter, "selectionWords")
    counter.record.put_back(giulia.NORA_39)
    counter.take(giulia.ALBA_BLACK)
    reached(counter, "act-selection", "selectionWords")
    counter.wait(lambda: text_of(counter, "selectionWords") == "le nere")
    assert [pick.key for pick in counter.record.in_hand] == [giulia.ALBA_BLACK]
    counter.tap("beginAnew")
    counter.wait(lambda: counter.rows(unfinished_words) == [])
    assert text_of(counter, "selectionWords") == ""


def test_of_each_preference_what_she_was_saying_waits(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("fact-shoe_size")
    write_on(counter, "preferenceField", "38 e mezzo")
    left_by_a_touch_beside_it(counter, "preferenceField")
    counter.tap("fact-clothes_size")
    counter.wait(lambda: field_of(counter, "preferenceField") is not None)
    assert text_of(counter, "preferenceField") == ""
    counter.fingers.touch("Close")
    counter.wait(lambda: counter.item("preferenceField") is None)
    counter.tap("fact-shoe_size")
    counter.wait(lambda: text_of(counter, "preferenceField") == "38 e mezzo")
    counter.tap("savePreference")
    counter.wait_saved("preference")
    assert "38 e mezzo" in [row.value for row in counter.rows(preference, customer_id=giulia.GIULIA)]
    assert counter.rows(unfinished_words) == []


def open_her_data(counter: Counter) -> None:
    counter.tap("herData")
    counter.wait(lambda: field_of(counter, "phone") is not None)


def correct_on(counter: Counter, field: str, words: str) -> None:
    field_of(counter, field).forceActiveFocus()
    counter.qtbot.keyClick(counter.app.window.quick, "a", Qt.KeyboardModifier.ControlModifier)
    counter.fingers.type(words)


def test_what_was_put_right_in_her_data_waits_until_it_is_saved(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    open_her_data(counter)
    correct_on(counter, "phone", "333 765 4321")
    left_by_a_touch_beside_it(counter, "phone")
    assert counter.rows(customer, phone="+393337654321") == []
    open_her_data(counter)
    counter.wait(lambda: text_of(counter, "phone") == "333 765 4321")
    assert text_of(counter, "givenName") == "Giulia"
    field_of(counter, "saveCorrections").clicked.emit()
    counter.wait_saved("corrected")
    assert counter.rows(customer, phone="+393337654321") != []
    assert counter.rows(unfinished_words) == []
    counter.wait(lambda: not counter.app.root.shop.card.her_data.unfinished.resumed)


def test_what_arrives_meanwhile_takes_no_letter_that_is_being_typed(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    open_her_data(counter)
    correct_on(counter, "phone", "333 765")
    with tablets.replica_of(counter.app).write() as writer:
        writer.update("customer", giulia.GIULIA, {"given_name": "Giuliana"})
    counter.wait(lambda: text_of(counter, "givenName") == "Giuliana")
    assert text_of(counter, "phone") == "333 765"


def test_her_data_is_begun_anew_as_it_is_known(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    open_her_data(counter)
    known = text_of(counter, "familyName")
    correct_on(counter, "familyName", "Ferrari")
    counter.wait(lambda: counter.rows(unfinished_words) != [])
    left_by_a_touch_beside_it(counter, "familyName")
    open_her_data(counter)
    counter.wait(lambda: text_of(counter, "familyName") == "Ferrari")
    field_of(counter, "beginAnew").clicked.emit()
    counter.wait(lambda: counter.rows(unfinished_words) == [])
    assert text_of(counter, "familyName") == known
