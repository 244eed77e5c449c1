"""What could not be saved says why, so that whoever typed it knows what to do."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import clienteling
from clienteling.errors import InvalidRecord, MoreThanEntered, TooLong, UnknownRecord
from clienteling.notes import use_cases as notes
from clienteling.notes.tables import note
from clienteling.staff.values import Author
from clienteling.tablet.record.not_saved import FIELDS, NotSaved, why_not_saved
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

ROOT = Path(clienteling.__file__).parent
WRITTEN_AT_THE_COUNTER = (
    "appointments",
    "cards",
    "consents",
    "customers",
    "interactions",
    "newcomers",
    "notes",
    "outreach",
    "promises",
    "reservations",
    "selections",
    "tasks",
)
NO_LEAF_CAN = {"text_id", "from_store_id"}
"""Nobody chooses these by herself: where one is wrong, the program is."""


def fields_named() -> Iterator[tuple[str, str]]:
    files = [ROOT / "records.py", *(f for room in WRITTEN_AT_THE_COUNTER for f in (ROOT / room).glob("*.py"))]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Raise(
                    exc=ast.Call(func=ast.Name("InvalidRecord"), args=[ast.Constant(str(field)), _])
                ):
                    yield file.name, field


def test_every_field_that_cannot_be_as_it_was_typed_has_its_words() -> None:
    found = set(fields_named())
    assert len(found) > 15
    assert {(file, field) for file, field in found if field not in FIELDS} == {
        (file, field) for file, field in found if field in NO_LEAF_CAN
    }


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (InvalidRecord("given_name", ""), NotSaved.NAMELESS),
        (InvalidRecord("items", ""), NotSaved.ITEMLESS),
        (TooLong("body", 400), NotSaved.TOO_LONG),
        (InvalidRecord("way", "no_consent"), NotSaved.NOT_TO_BE_SENT),
        (UnknownRecord("customer", "giulia"), NotSaved.GONE),
        (MoreThanEntered([]), NotSaved.MORE),
        (OSError(), NotSaved.STORAGE),
        (InvalidRecord("text_id", ""), NotSaved.UNKNOWN),
        (ZeroDivisionError(), NotSaved.UNKNOWN),
    ],
)
def test_what_can_be_done_about_it_is_told_apart(error: Exception, why: NotSaved) -> None:
    assert why_not_saved(error) is why


def fail(error: Exception) -> None:
    raise error


def test_each_has_words_of_its_own_in_both_languages(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    told = set()
    errors = {why_not_saved(error): error for error in (InvalidRecord(field, "") for field in FIELDS)}
    errors |= {NotSaved.TOO_LONG: TooLong("body", 400), NotSaved.GONE: UnknownRecord("customer", "giulia")}
    errors |= {NotSaved.MORE: MoreThanEntered([]), NotSaved.STORAGE: OSError()}
    errors |= {NotSaved.UNKNOWN: InvalidRecord("text_id", "")}
    assert set(errors) == set(NotSaved) - {NotSaved.NO}
    for language in ("en", "it"):
        counter.app.preferences.choose_language(language)
        for why, error in errors.items():
            counter.saved.dismiss()
            counter.saved.write(lambda _, error=error: fail(error))
            counter.wait(lambda why=why: counter.saved.failure == why.value)
            told.add(words(counter))
    assert len(told) == 2 * len(errors)


def words(counter: Counter) -> str:
    counter.wait(lambda: counter.item("savedWords") is not None)
    return counter.item("savedWords").property("text")


def test_a_note_that_a_colleague_corrected_meanwhile_says_so(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.record.note("Preferisce il blu", "store")
    counter.wait_saved("note")
    [row] = counter.rows(note)
    with tablets.replica_of(counter.app).write() as writer:
        notes.correct(writer, row.id, body="Preferisce il verde", author=Author(tablets.MARTA, tablets.STORE))
    counter.record.correct_note(row.id, "Preferisce il rosso")
    counter.fingers.wait_for("Not saved: somebody corrected it, took it back or decided it meanwhile.")
    assert {r.body for r in counter.rows(note)} == {"Preferisce il blu", "Preferisce il verde"}
