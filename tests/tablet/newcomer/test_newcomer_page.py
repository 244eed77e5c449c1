"""Somebody new at the counter: three taps and her name, and she walks out with a code."""

import pytest
from PySide6.QtCore import QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage

from clienteling.consents.tables import consent
from clienteling.customers.tables import customer
from clienteling.newcomers.tables import newcomer_draft
from clienteling.privacy.tables import privacy_request
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.newcomer.newcomer_view_model import NewcomerViewModel
from sync.changes import Changes
from sync.device.gone.erase import erase
from tests.by_camera import codes_in
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter
from tests.tablet.fingers import place_of


@pytest.fixture
def model(counter: Counter) -> NewcomerViewModel:
    with tablets.replica_of(counter.app).transaction() as connection:
        giulia.blank_codes(connection)
    return counter.app.root.shop.newcomer


@pytest.fixture
def page(counter: Counter, model: NewcomerViewModel) -> NewcomerViewModel:
    counter.tap("newCustomer")
    counter.wait(lambda: model.questions.count == 5)
    return model


def codes_seen(counter: Counter) -> list[str]:
    """By a camera that looks at the screen."""
    return codes_in(counter.app.window.quick.grabWindow())


def place(counter: Counter) -> int:
    return counter.app.navigation.place


def test_three_taps_and_her_name_make_a_customer_with_a_code(counter: Counter, page, capsys) -> None:
    counter.fingers.type("Ada\tNeri\t345 678 9012")
    counter.tap("yes-service")
    counter.tap("saveNewcomer")
    counter.wait(lambda: page.her_code.shown)
    with capsys.disabled():
        print(f"\n  new customer: {counter.taps} taps beside her name and telephone")  # noqa: T201
    assert counter.taps == 3
    counter.fingers.wait_for("Ada Neri is a customer")
    (her,) = counter.rows(customer, family_name="Neri")
    assert (her.phone, her.home_store_id) == ("+393456789012", tablets.STORE)
    (agreed,) = counter.rows(consent, customer_id=her.id)
    assert (agreed.purpose, agreed.granted, agreed.text_id) == ("service", True, "service/it/2026-1")
    assert counter.rows(newcomer_draft) == []


def test_the_code_on_the_screen_opens_her_card(counter: Counter, page) -> None:
    page.edit("given_name", "Ada")
    page.answer("service", True)
    page.save()
    counter.fingers.wait_for("Ada is a customer")
    counter.wait(lambda: codes_seen(counter) != [])
    (code,) = codes_seen(counter)
    page.her_code.finish()
    counter.app.scanner.offer(code)
    counter.wait(lambda: counter.card.name == "Ada")


def test_her_code_is_shown_once_more_from_her_card(counter: Counter, page) -> None:
    page.edit("given_name", "Ada")
    page.answer("service", True)
    page.save()
    counter.tap("openNewCard")
    counter.wait(lambda: counter.card.name == "Ada")
    counter.tap("herData")
    counter.tap("showCode")
    counter.fingers.wait_for("Ada is a customer")
    counter.wait(lambda: codes_seen(counter) != [])
    counter.open_card(giulia.GIULIA)
    counter.tap("herData")
    counter.fingers.wait_for("She may ask")
    assert counter.item("showCode") is None


def test_enter_goes_from_field_to_field_and_saves(counter: Counter, page) -> None:
    page.answer("service", True)
    counter.fingers.type("Ada\rNeri\r\rada@example.org\r")
    counter.wait(lambda: page.her_code.shown)
    assert counter.rows(customer, email="ada@example.org")


def test_whoever_is_here_already_is_asked_about_and_opened_instead(counter: Counter, page) -> None:
    counter.fingers.type("Giulia\tF\t+39 333 12 34 567")
    counter.fingers.wait_for("Is this her?")
    counter.fingers.wait_for("The same telephone")
    counter.tap(f"alike-{giulia.GIULIA}")
    counter.wait(lambda: counter.card.customer_id == giulia.GIULIA)
    assert counter.rows(customer, family_name="F") == []
    assert counter.rows(newcomer_draft) == []


def test_what_is_missing_is_said_where_it_is_missing(counter: Counter, page) -> None:
    page.edit("given_name", "Ada")
    page.edit("email", "ada@")
    counter.tap("saveNewcomer")
    counter.fingers.wait_for("This is no e-mail address.")
    page.edit("email", "")
    counter.tap("saveNewcomer")
    counter.fingers.wait_for("Without it no card may be kept of her.")
    assert counter.rows(customer, given_name="Ada") == []
    counter.tap("yes-service")
    counter.tap("saveNewcomer")
    counter.fingers.wait_for("Ada is a customer")


def test_who_was_looked_for_in_vain_is_entered_with_what_was_typed(counter: Counter, model) -> None:
    counter.app.navigation.go(Navigation.Place.Book.value)
    counter.app.root.shop.book.look_for("ada neri")
    counter.wait(lambda: counter.item("newCustomer") is None)  # that of the page before
    counter.fingers.touch("New customer")
    counter.wait(lambda: (model.given_name, model.family_name) == ("Ada", "Neri"))
    counter.wait(lambda: counter.item("givenName") is not None)
    assert counter.item("givenName").property("text") == "Ada"


def test_what_was_typed_is_there_after_the_app_was_closed(qtbot, folder, counter: Counter, page) -> None:
    counter.fingers.type("Ada\tNeri")
    counter.wait(lambda: [r.said["family_name"] for r in counter.rows(newcomer_draft)] == ["Neri"])
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    counter.tap("newCustomer")
    counter.wait(lambda: page.family_name == "Neri")
    counter.fingers.wait_for("Left unfinished today")
    counter.tap("beginAnew")
    counter.wait(lambda: counter.rows(newcomer_draft) == [])
    assert page.family_name == ""


def test_another_language_asks_again_in_its_own_text(counter: Counter, page) -> None:
    counter.tap("yes-service")
    counter.wait(lambda: page.questions.find("service").answer == "yes")
    page.choose_language("it" if page.language == "en" else "en")
    counter.wait(lambda: page.questions.find("service") is not None)
    assert page.questions.find("service").answer == ""


def test_nobody_agrees_to_words_in_the_language_before(counter: Counter, page) -> None:
    with tablets.replica_of(counter.app).transaction() as connection:
        giulia.english_texts(connection)
    for language, agreed in (("it", "Acconsento"), ("en", "I agree that"), ("it", "Acconsento")):
        page.choose_language(language)
        assert all(row.body.startswith(agreed) for row in page.questions.rows)
        assert not page.textless
        page.edit("given_name", f"Ada {language}")
        counter.wait(lambda: page.questions.count == 5)
        assert all(row.body.startswith(agreed) for row in page.questions.rows)


def test_a_tablet_without_codes_says_so(counter: Counter) -> None:
    model = counter.app.root.shop.newcomer
    counter.tap("newCustomer")
    counter.wait(lambda: model.questions.count == 5)
    model.edit("given_name", "Ada")
    model.answer("service", True)
    model.save()
    counter.fingers.wait_for("This tablet has no code left to give.")
    assert len(counter.rows(customer, given_name="Ada")) == 1


def test_who_is_forgotten_while_her_code_is_shown_is_shown_no_longer(counter: Counter, page) -> None:
    page.edit("given_name", "Ada")
    page.answer("service", True)
    page.save()
    counter.fingers.wait_for("Ada is a customer")
    erase(tablets.replica_of(counter.app), [counter.rows(customer, given_name="Ada")[0].id])
    counter.wait(lambda: place(counter) == Navigation.Place.Scan.value)
    assert not counter.fingers.sees("Ada")


@pytest.fixture
def entered(counter: Counter, page) -> str:
    """Ada, a moment ago. Returns her id."""
    counter.fingers.type("Ada\tNeri\t345 678 9012")
    counter.tap("yes-service")
    counter.tap("saveNewcomer")
    counter.fingers.wait_for("Ada Neri is a customer")
    return counter.rows(customer, family_name="Neri")[0].id


def asked(counter: Counter) -> list[tuple[str, str]]:
    return [(row.wish, row.answer) for row in counter.rows(privacy_request)]


def test_who_was_entered_by_mistake_is_taken_back_by_one_tap_and_stands_in_the_fields_again(
    counter: Counter, page, entered
) -> None:
    counter.tap("takeNewcomerBack")
    counter.fingers.wait_for("Taken back: Ada Neri is no customer.")
    counter.wait(lambda: counter.item("familyName") is not None)
    assert counter.item("familyName").property("text") == "Neri"
    assert asked(counter) == [("mistake", "")]
    counter.wait(lambda: page.questions.find("service").answer == "yes")
    assert page.alike.count == 0
    erase(tablets.replica_of(counter.app), [entered])
    counter.wait(lambda: asked(counter) == [])
    counter.tap("saveNewcomer")
    counter.fingers.wait_for("Ada Neri is a customer")
    assert entered not in [row.id for row in counter.rows(customer, family_name="Neri")]


def test_taken_back_by_mistake_she_is_kept_with_her_code_by_another_tap(
    counter: Counter, page, entered
) -> None:
    counter.tap("takeNewcomerBack")
    toasts = counter.app.root.shop.toasts
    counter.wait(lambda: toasts.undoable)
    toasts.undo()
    counter.fingers.wait_for("Ada Neri is a customer")
    assert asked(counter) == [("mistake", "cancelled")]
    counter.wait(lambda: codes_seen(counter) != [])
    assert page.family_name == ""


def test_of_whom_something_was_recorded_it_is_said_why_she_stays(counter: Counter, page, entered) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        writer.insert("note", {"customer_id": entered, "body": "Ama il verde", "at": tablets.NOW})
    counter.tap("takeNewcomerBack")
    counter.fingers.wait_for("Ada Neri stays: something was recorded with her meanwhile.")
    assert asked(counter) == []
    assert page.her_code.shown


def test_what_the_hub_found_is_said_when_it_says_no(counter: Counter, entered) -> None:
    counter.tap("takeNewcomerBack")
    counter.fingers.wait_for("Taken back: Ada Neri is no customer.")
    replica = tablets.replica_of(counter.app)
    with replica.transaction() as connection:
        connection.execute(privacy_request.update().values(answer="refused", holds="known"))
    replica.tell(Changes({"privacy_request": frozenset({"x"})}))
    counter.fingers.wait_for("Ada Neri stays: she is known from elsewhere too.")


def test_her_card_takes_her_back_too_and_keeps_her_after_all(counter: Counter, entered) -> None:
    counter.tap("openNewCard")
    counter.wait(lambda: counter.card.name == "Ada Neri")
    counter.tap("herData")
    counter.tap("enteredByMistake")
    counter.wait(lambda: asked(counter) == [("mistake", "")])
    counter.fingers.wait_for("She goes from every tablet as soon as the hub hears of it.")
    counter.tap("keepEntered")
    counter.wait(lambda: asked(counter) == [("mistake", "cancelled")])
    counter.wait(lambda: counter.item("enteredByMistake") is not None)


class Viewer(QObject):
    """What this system opens files with."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def viewer():
    QStandardPaths.setTestModeEnabled(True)
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    yield viewer
    QDesktopServices.unsetUrlHandler("file")
    QStandardPaths.setTestModeEnabled(False)


def test_her_code_is_printed_and_saved_without_her_name(counter: Counter, page, viewer, tmp_path) -> None:
    page.edit("given_name", "Ada")
    page.answer("service", True)
    page.save()
    counter.tap("printCode")
    counter.wait(lambda: len(viewer.opened) == 1)
    paper = viewer.opened[0].toLocalFile()
    with open(paper, "rb") as file:  # noqa: PTH123
        content = file.read()
    assert content.startswith(b"%PDF")
    assert b"Ada" not in content
    counter.tap("saveCode")
    counter.fingers.wait_for("Saved as")
    saved = next(line for line in counter.fingers.read().splitlines() if line.startswith("Saved as"))
    assert not QImage(saved.removeprefix("Saved as ")).isNull()


def test_an_answer_stays_where_it_is_while_the_other_is_touched(counter: Counter, page) -> None:
    before = place_of(counter.item("yes-service"))
    counter.tap("no-service")
    counter.wait(lambda: counter.item("no-service").property("chosen"))
    assert place_of(counter.item("yes-service")) == before


def test_a_page_that_cannot_be_saved_yet_says_what_is_missing(counter: Counter, page) -> None:
    counter.fingers.wait_for("Still to be said: her name.")
    page.edit("given_name", "Ada")
    counter.wait(lambda: not counter.fingers.sees("Still to be said"))
