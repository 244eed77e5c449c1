"""The tablet in a customer's hands: what she may do there, and what nobody may."""

import pytest
from PySide6.QtCore import Qt

from clienteling.consents.tables import consent
from clienteling.customers.tables import customer
from clienteling.newcomers.tables import newcomer_draft
from clienteling.tablet.root import Root
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


@pytest.fixture
def turned(counter: Counter) -> Counter:
    with tablets.replica_of(counter.app).transaction() as connection:
        giulia.blank_codes(connection)
    counter.tap("newCustomer")
    counter.wait(lambda: counter.app.root.shop.newcomer.questions.count == 5)
    counter.tap("turn")
    counter.wait(lambda: counter.app.session.turned)
    return counter


def stage(counter: Counter) -> int:
    return counter.app.root.stage


def give_back(counter: Counter, pin: str = tablets.PIN) -> None:
    if counter.item("keepTurned") is None:
        counter.tap("giveBack")
    counter.wait(lambda: counter.item("keepTurned") is not None)
    counter.fingers.type(pin)
    counter.fingers.press(Qt.Key.Key_Return)


def test_she_types_and_agrees_herself_and_the_associate_saves(turned: Counter) -> None:
    turned.fingers.wait_for("Come si chiama?")
    turned.fingers.type("Ada\rNeri\r")
    turned.fingers.wait_for("Come possiamo raggiungerla?")
    turned.fingers.type("345 678 9012\r\r")
    for answer in ("agree", "refuse", "agree", "refuse", "refuse"):
        before = turned.app.root.shop.newcomer.steps
        turned.tap(answer)
        assert turned.app.root.shop.newcomer.steps == before
    turned.fingers.wait_for("Grazie, Ada")
    turned.tap("finished")
    give_back(turned)
    turned.wait(lambda: not turned.app.session.turned)
    assert turned.app.language.code == "en"
    turned.tap("saveNewcomer")
    turned.fingers.wait_for("Ada Neri is a customer")
    (her,) = turned.rows(customer, family_name="Neri")
    said = {row.purpose: (row.granted, row.how) for row in turned.rows(consent, customer_id=her.id)}
    assert said == {
        "service": (True, "tapped"),
        "profiling": (False, "tapped"),
        "marketing_email": (True, "tapped"),
        "marketing_message": (False, "tapped"),
        "marketing_phone": (False, "tapped"),
    }


@pytest.mark.parametrize(
    ("language", "asked", "agreed"),
    [("it", "Come si chiama?", "Acconsento"), ("en", "What is your name?", "I agree that")],
)
def test_where_there_is_more_than_one_language_to_read_in_she_is_asked_which(
    counter: Counter, language: str, asked: str, agreed: str
) -> None:
    with tablets.replica_of(counter.app).transaction() as connection:
        giulia.english_texts(connection)
    counter.tap("newCustomer")
    counter.wait(lambda: len(counter.app.root.shop.newcomer.readable) == 2)
    counter.tap("turn")
    counter.tap(f"her-language-{language}")
    counter.fingers.wait_for(asked)
    questions = counter.app.root.shop.newcomer.questions
    counter.wait(lambda: questions.count == 5)
    assert all(row.body.startswith(agreed) for row in questions.rows)


def test_nothing_but_the_pin_leads_out(turned: Counter) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Back, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_F1):
        turned.fingers.press(key)
    turned.fingers.type("23?/fs")
    turned.app.scanner.offer(giulia.NORA_39_EAN)
    turned.app.scanner.offer("2900000001234")
    assert turned.item("search") is None
    words = turned.fingers.read()
    assert "Marco" not in words
    assert "Giulia" not in words
    give_back(turned, "0000")
    turned.fingers.wait_for("Il PIN non è giusto.")
    assert turned.app.session.turned
    turned.tap("keepTurned")
    assert turned.app.session.turned
    give_back(turned)
    turned.wait(lambda: not turned.app.session.turned)
    assert turned.app.navigation.customer_id == ""


def test_a_wrong_pin_often_has_to_wait(turned: Counter) -> None:
    for _ in range(3):
        give_back(turned, "0000")
        turned.wait(lambda: not turned.app.root.shop.turned.busy)
    turned.wait(lambda: turned.app.root.shop.turned.wait_seconds > 0)
    give_back(turned)
    assert turned.app.session.turned


def test_other_customers_are_not_shown_to_her(turned: Counter) -> None:
    turned.fingers.wait_for("Come si chiama?")
    turned.fingers.type("Giulia\rFerraris\r")
    turned.fingers.type("333 123 4567\r")
    turned.wait(lambda: turned.app.root.shop.newcomer.alike.count == 1)
    assert "giulia@example.com" not in turned.fingers.read()


def test_it_locks_by_itself_in_her_hands_and_what_she_typed_is_kept(turned: Counter) -> None:
    turned.fingers.wait_for("Come si chiama?")
    turned.fingers.type("Ada")
    turned.wait(lambda: [r.said["given_name"] for r in turned.rows(newcomer_draft)] == ["Ada"])
    turned.app.session.lock()
    assert stage(turned) == Root.Stage.SignIn.value
    assert turned.app.language.code == "en"
    tablets.sign_in(turned.app, tablets.SOFIA)
    turned.wait(lambda: turned.app.session.open)
    assert stage(turned) == Root.Stage.Shop.value
    turned.tap("newCustomer")
    turned.wait(lambda: turned.app.root.shop.newcomer.given_name == "Ada")


def test_killed_in_her_hands_it_opens_at_the_sign_in_page(qtbot, folder, turned: Counter) -> None:
    """What a kill leaves is the folder as it is now: another app opens it."""
    turned.fingers.wait_for("Come si chiama?")
    turned.fingers.type("Ada")
    turned.wait(lambda: [r.said["given_name"] for r in turned.rows(newcomer_draft)] == ["Ada"])
    with tablets.running(folder) as again:
        qtbot.waitUntil(lambda: again.root.shop is not None and not again.root.shop.sign_in.nobody)
        assert again.root.stage == Root.Stage.SignIn.value
        tablets.sign_in(again, tablets.SOFIA)
        qtbot.waitUntil(lambda: again.session.open)
        again.root.shop.newcomer.begin("")
        qtbot.waitUntil(lambda: again.root.shop.newcomer.given_name == "Ada")
