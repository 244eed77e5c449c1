"""The client book: found while typing, opened with a finger or from the keyboard."""

from PySide6.QtCore import Qt

from clienteling.tablet.book.hits import SHOWN
from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


def at_her_card(counter: Counter) -> bool:
    return counter.app.navigation.place == Navigation.Place.Customer.value


def test_letters_find_her_while_they_are_typed(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("ferr giu")
    counter.tap(f"hit-{giulia.GIULIA}")
    counter.wait(lambda: at_her_card(counter) and counter.card.name == "Giulia Ferraris")


def test_a_phone_number_is_found_as_people_write_it(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("333 123")
    counter.wait(lambda: [hit.key for hit in counter.app.root.shop.book.hits.rows] == [giulia.GIULIA])


def test_of_many_who_are_found_it_is_said_afterwards_when_each_was_seen(counter: Counter) -> None:
    at = counter.app.root.shop._floor.now()
    with tablets.replica_of(counter.app).write() as writer:
        for _ in range(SHOWN + 20):
            her = writer.insert("customer", {"given_name": "Rosa", "family_name": "Bruni"})
            writer.insert("interaction", {"customer_id": her, "kind": "visit", "at": at})
    counter.tap("search")
    counter.fingers.type("bruni")
    hits = counter.app.root.shop.book.hits
    counter.wait(lambda: hits.count == SHOWN and all(row.seen and not row.unseen for row in hits.rows))


def test_enter_opens_the_first_who_is_found(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("lo bianco")
    counter.wait(lambda: [hit.key for hit in counter.app.root.shop.book.hits.rows] == [giulia.MARCO])
    counter.fingers.press(Qt.Key.Key_Return)
    counter.wait(lambda: at_her_card(counter) and counter.card.customer_id == giulia.MARCO)


def test_enter_before_the_answer_opens_the_first_when_it_is_there(counter: Counter, monkeypatch) -> None:
    counter.tap("search")
    book, late = counter.app.root.shop.book, []
    with monkeypatch.context() as slow:
        slow.setattr(book, "reload", lambda: late.append(book.asked))
        counter.fingers.type("lo bianco")
        counter.fingers.press(Qt.Key.Key_Return)
        counter.wait(lambda: book._first_asked)
    assert (late[-1], at_her_card(counter)) == ("lo bianco", False)
    book.reload()
    counter.wait(lambda: at_her_card(counter) and counter.card.customer_id == giulia.MARCO)


def test_the_arrow_leads_from_the_field_to_the_people(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("giulia")
    counter.wait(lambda: counter.app.root.shop.book.text == "giulia")
    counter.fingers.press(Qt.Key.Key_Down)
    counter.fingers.press(Qt.Key.Key_Return)
    counter.wait(lambda: at_her_card(counter) and counter.card.customer_id == giulia.GIULIA)


def test_a_typed_card_number_goes_straight_to_her_card(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("2900000001234")
    counter.fingers.press(Qt.Key.Key_Return)
    counter.wait(lambda: at_her_card(counter) and counter.card.customer_id == giulia.GIULIA)


def test_nobody_found_says_what_to_try(counter: Counter) -> None:
    counter.tap("search")
    counter.fingers.type("xyzzy")
    counter.fingers.wait_for("Nobody is found by that")


def test_who_is_expected_today_stands_first_while_nothing_is_typed(counter: Counter) -> None:
    at = counter.app.root.shop._floor.now() + 3_600_000
    with tablets.replica_of(counter.app).write() as writer:
        row = {"customer_id": giulia.MARCO, "title": "Prova", "at": at, "state": "booked"}
        writer.insert("appointment", {**row, "store_id": tablets.STORE})
    counter.open_card(giulia.GIULIA)
    counter.app.navigation.go(Navigation.Place.Book.value)
    book = counter.app.root.shop.book
    book.clients.choose("recent")
    counter.wait(lambda: [row.key for row in book.hits.rows][:1] == [giulia.MARCO])
    assert book.hits.rows[0].expected.startswith("Expected at ")
    assert giulia.GIULIA in [row.key for row in book.hits.rows]
