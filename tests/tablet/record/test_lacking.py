"""A leaf whose action cannot be done yet says what it still needs, and no longer than it does."""

import pytest

from clienteling.tablet.navigation import Navigation
from tests.tablet import giulia
from tests.tablet.counter import Counter

WHICH = "Still to be said: which product."


def says(counter: Counter, words: str, button: str) -> None:
    counter.fingers.wait_for(words)
    assert counter.item(button) is None


def says_nothing(counter: Counter, button: str) -> None:
    counter.wait(lambda: counter.item(button) is not None)
    assert counter.item("lacking") is None


def test_a_request_names_its_product_and_its_size(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-more")
    counter.tap("act-reserve")
    says(counter, WHICH, "saveReservation")
    counter.record.take(giulia.NORA, "")
    says(counter, "Still to be said: which one of it.", "saveReservation")
    counter.tap(f"variant-{giulia.NORA_39}")
    says_nothing(counter, "saveReservation")


def test_a_sale_names_what_was_bought(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-sale")
    says(counter, "Still to be said: which product she bought.", "saveInteraction")
    counter.record.take(giulia.NORA, giulia.NORA_39)
    says_nothing(counter, "saveInteraction")


def test_a_sale_to_somebody_without_a_code_names_what_was_bought(counter: Counter) -> None:
    counter.app.navigation.go(Navigation.Place.Scan.value)
    counter.tap("withoutCode")
    says(counter, "About which product? A sale names it.", "anonymous-sale")
    counter.record.take(giulia.NORA, giulia.NORA_39)
    counter.wait(lambda: counter.item("anonymous-sale") is not None)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("hold", "Still to be said: which product, or what in a few words."),
        ("other", "Still to be said: what is promised, in a few words."),
    ],
)
def test_a_promise_says_what_is_promised(counter: Counter, kind: str, words: str) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-promise")
    says_nothing(counter, "savePromise")
    counter.tap(f"promise-{kind}")
    says(counter, words, "savePromise")
    counter.write_in("promiseWhat")
    counter.fingers.type("La cintura")
    says_nothing(counter, "savePromise")


def test_a_task_is_for_somebody_or_says_what(counter: Counter) -> None:
    counter.tap_place(Navigation.Place.Todo)
    counter.tap("newTask")
    says(counter, "Still to be said: for whom, or a few words.", "saveTask")
    counter.tap("task-prepare")
    says(counter, "Still to be said: what is to be done, in a few words.", "saveTask")
    counter.write_in("taskWhat")
    counter.fingers.type("Le scatole")
    says_nothing(counter, "saveTask")


def test_an_appointment_is_with_somebody(counter: Counter) -> None:
    counter.tap_place(Navigation.Place.Calendar)
    counter.tap("newAppointment")
    says(counter, "Still to be said: who comes.", "saveAppointment")
    counter.write_in("whomField")
    counter.fingers.type("Bianchi")
    says_nothing(counter, "saveAppointment")
