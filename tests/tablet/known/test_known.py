"""'Show her what we know': read, put right and withdrawn in her own hands, with a receipt."""

import pytest
import sqlalchemy as sa
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument

from clienteling.consents.queries import may
from clienteling.consents.tables import consent
from clienteling.consents.values import Purpose
from clienteling.customers.tables import customer, preference
from clienteling.notes.tables import unfinished_words
from clienteling.privacy.tables import privacy_request
from clienteling.tablet.known.known_view_model import KnownViewModel
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.root import Root
from sync.device.gone.erase import erase
from tests.by_camera import codes_in
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter


@pytest.fixture
def hers(counter: Counter) -> KnownViewModel:
    """Giulia reads Italian; the associate's screens are English."""
    counter.open_card(giulia.GIULIA)
    counter.tap("record-more")
    counter.tap("act-show")
    model = counter.app.root.shop.card.known
    counter.wait(lambda: counter.app.session.turned and model.given_name == "Giulia")
    return model


def give_back(counter: Counter) -> None:
    counter.tap("giveBack")
    counter.wait(lambda: counter.item("keepTurned") is not None)
    counter.fingers.type(tablets.PIN)
    counter.fingers.press(Qt.Key.Key_Return)
    counter.wait(lambda: not counter.app.session.turned)


def codes_seen(counter: Counter) -> list[str]:
    """By a camera that looks at the screen."""
    return codes_in(counter.app.window.quick.grabWindow())


def test_it_is_all_there_in_her_language_with_age_and_provenance(counter: Counter, hers) -> None:
    counter.fingers.wait_for("Chi è")
    counter.tap("part-facts")
    counter.fingers.wait_for("Numero scarpe: 38")
    counter.fingers.wait_for("Detto da lei · Milano, 12 marzo")
    counter.tap("part-agreed")
    counter.fingers.wait_for("Ha acconsentito il 23 ottobre")
    counter.tap("part-happened")
    counter.tap("channel-messenger")
    counter.wait(lambda: {row.channel for row in hers.happened.rows} == {"messenger"})
    counter.tap("part-kept")
    counter.fingers.wait_for("Sofia Marini")


def test_where_the_shop_has_no_text_in_her_language_she_reads_why_she_cannot_agree(counter: Counter) -> None:
    with tablets.replica_of(counter.app).write() as writer:
        writer.update("customer", giulia.GIULIA, {"language": "en"})
    counter.open_card(giulia.GIULIA)
    counter.tap("record-more")
    counter.tap("act-show")
    counter.tap("part-agreed")
    counter.fingers.wait_for(
        "The shop has no text about this in your language yet, so you cannot agree to it here."
    )
    assert counter.item("withdraw-profiling") is not None
    assert counter.item("agree-marketing_phone") is None


def test_what_is_wrong_she_puts_right_herself(counter: Counter, hers) -> None:
    counter.tap("yourFamilyName")
    counter.fingers.press(Qt.Key.Key_End)
    counter.fingers.type("i")
    counter.tap("putRight")
    counter.wait(lambda: hers.changes.count == 1)
    (row,) = counter.rows(customer, id=giulia.GIULIA)
    assert row.family_name == "Ferrarisi"


def test_what_she_types_while_it_is_saved_stays_and_is_kept(counter: Counter, hers) -> None:
    hers.type("family_name", "Ferrarisi")
    hers.correct("Giulia", "Ferrarisi", "", "", "")
    hers.type("phone", "333 9")
    counter.wait(lambda: hers.changes.count == 1)
    assert hers.stands("phone") == "333 9"
    counter.wait(lambda: hers.stands("family_name") == "Ferrarisi")
    counter.wait(lambda: len(counter.rows(unfinished_words)) == 1)
    assert hers.stands("phone") == "333 9"


def half_written(counter: Counter) -> None:
    counter.tap("yourFamilyName")
    field = counter.item("yourFamilyName")
    counter.wait(field.hasActiveFocus)
    counter.fingers.press(Qt.Key.Key_End)
    counter.fingers.type("i")
    counter.wait(lambda: field.property("text") == "Ferrarisi")


def test_what_she_has_half_written_is_there_when_she_has_looked_at_something_else(
    counter: Counter, hers
) -> None:
    half_written(counter)
    counter.tap("part-facts")
    counter.tap("part-you")
    counter.wait(lambda: counter.item("yourFamilyName") is not None)
    assert counter.item("yourFamilyName").property("text") == "Ferrarisi"
    assert counter.item("putRight") is not None
    counter.tap("putRight")
    counter.wait(lambda: hers.changes.count == 1)
    assert counter.rows(unfinished_words) == []


def test_what_she_left_half_written_waits_with_the_associate(counter: Counter, hers) -> None:
    half_written(counter)
    give_back(counter)
    counter.fingers.wait_for("Begun before and not saved")
    assert counter.item("familyName").property("text") == "Ferrarisi"
    (row,) = counter.rows(customer, id=giulia.GIULIA)
    assert row.family_name == "Ferraris"


def test_what_is_not_so_goes(counter: Counter, hers) -> None:
    counter.tap("part-facts")
    counter.tap("notSo-giulia-clothes_size-42")
    counter.wait(lambda: hers.facts.find("giulia-clothes_size-42") is None)
    (gone,) = counter.rows(preference, id="giulia-clothes_size-42")
    assert gone.removed_at is not None
    counter.tap("whatIsRight")
    counter.fingers.type("44")
    counter.tap("saveWhatIsRight")
    counter.fingers.wait_for("Taglia abiti: 44")
    assert [row.what for row in hers.changes.rows] == ["Detto: 44", "Tolto: 42"]


def test_what_she_was_writing_in_its_place_is_there_when_she_has_looked_at_something_else_and_waits(
    counter: Counter, hers
) -> None:
    counter.tap("part-facts")
    counter.tap("notSo-giulia-clothes_size-42")
    counter.tap("whatIsRight")
    counter.fingers.type("44 lunga")
    counter.wait(lambda: [row.said for row in counter.rows(unfinished_words)] == ["44 lunga"])
    counter.tap("part-kept")
    counter.wait(lambda: counter.item("whatIsRight") is None)
    counter.tap("part-facts")
    counter.wait(lambda: (field := counter.item("whatIsRight")) is not None and field.property("text") != "")
    assert counter.item("whatIsRight").property("text") == "44 lunga"
    give_back(counter)
    leaf = counter.app.root.shop.card.preference
    leaf.ask("clothes_size")
    counter.wait(lambda: leaf.unfinished.resumed)
    leaf.tell("44 lunga")
    counter.wait(lambda: counter.rows(unfinished_words) == [])
    assert counter.rows(preference, value="44 lunga") != []


def test_what_she_has_written_in_its_place_waits_no_longer(counter: Counter, hers) -> None:
    counter.tap("part-facts")
    counter.tap("notSo-giulia-clothes_size-42")
    counter.tap("whatIsRight")
    counter.fingers.type("44")
    counter.wait(lambda: len(counter.rows(unfinished_words)) == 1)
    counter.tap("saveWhatIsRight")
    counter.wait(lambda: counter.rows(preference, value="44") != [])
    assert counter.rows(unfinished_words) == []
    assert counter.item("whatIsRight") is None


def test_she_withdraws_and_takes_the_receipt_along(counter: Counter, hers) -> None:
    counter.tap("part-agreed")
    counter.tap("withdraw-profiling")
    counter.wait(lambda: hers.changes.count == 1)
    with tablets.replica_of(counter.app).read() as conn:
        assert not may(conn, giulia.GIULIA, Purpose.PROFILING, tablets.NOW + 60_000)
        how = conn.scalar(sa.select(consent.c.how).where(consent.c.granted.is_(False)))
    assert how == "tapped"
    counter.wait(lambda: all(fact.source == "told" for fact in hers.facts.rows))
    counter.tap("part-changes")
    counter.wait(lambda: codes_seen(counter) != [])
    (said,) = codes_seen(counter)
    assert said.splitlines()[0] == "Milano Brera, 22 novembre 2026"
    assert "Consenso revocato: profilazione" in said
    assert "Giulia" not in said


class Viewer(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(url)


def test_back_with_the_associate_her_receipt_is_printed(counter: Counter, hers) -> None:
    hers.withdraw("profiling")
    counter.wait(lambda: hers.changes.count == 1)
    viewer = Viewer()
    QDesktopServices.setUrlHandler("file", viewer, "show")
    give_back(counter)
    counter.fingers.wait_for("She changed 1 thing herself just now.")
    counter.tap("printReceipt")
    counter.wait(lambda: len(viewer.opened) == 1)
    QDesktopServices.unsetUrlHandler("file")
    printed = QPdfDocument()
    printed.load(viewer.opened[0].toLocalFile())
    words = " ".join(printed.getAllText(0).text().split())
    printed.close()
    assert "Milano Brera, 22 novembre 2026" in words
    assert "Consenso revocato: profilazione" in words
    counter.fingers.touch("Close")
    counter.tap_place(Navigation.Place.Book)
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: counter.item("record-sale") is not None)
    assert counter.item("printReceipt") is None
    counter.open_card(giulia.MARCO)
    counter.wait(lambda: hers.changes.count == 0)


def test_only_the_pin_leads_back_and_her_card_is_open_then(counter: Counter, hers) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
        counter.fingers.press(key)
    counter.app.scanner.offer("2900000001234")
    assert counter.app.session.turned
    assert counter.item("record-sale") is None
    give_back(counter)
    assert counter.app.language.code == "en"
    assert counter.card.customer_id == giulia.GIULIA
    counter.wait(lambda: counter.item("record-sale") is not None)


def test_to_be_forgotten_takes_two_touches(counter: Counter, hers) -> None:
    counter.tap("part-rights")
    counter.tap("forgetMe")
    assert counter.rows(privacy_request) == []
    counter.tap("forgetMeYes")
    counter.wait(lambda: [row.wish for row in counter.rows(privacy_request)] == ["erasure"])
    counter.tap("yourTakeBack-erasure")
    counter.wait(lambda: [row.answer for row in counter.rows(privacy_request)] == ["cancelled"])


def test_who_is_erased_while_she_looks_is_told_so_and_nothing_of_her_is_left(counter: Counter, hers) -> None:
    counter.tap("part-happened")
    erase(tablets.replica_of(counter.app), [giulia.GIULIA])
    counter.fingers.wait_for("È stato tutto cancellato")
    assert "Giulia" not in counter.fingers.read()
    give_back(counter)
    counter.fingers.wait_for("She has been forgotten")
    assert "Giulia" not in counter.fingers.read()


def test_a_leaf_of_hers_is_put_away_when_she_is_erased(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-note")
    counter.wait(lambda: counter.item("saveNote") is not None or counter.item("noteBody") is not None)
    erase(tablets.replica_of(counter.app), [giulia.GIULIA])
    counter.fingers.wait_for("She has been forgotten")
    counter.wait(lambda: counter.item("noteBody") is None)
    assert counter.app.root.stage == Root.Stage.Shop.value
