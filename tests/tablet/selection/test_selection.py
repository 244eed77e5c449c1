"""A selection from her card: on paper, as a page, as a code that a tablet opens; and its files go again."""

import os
import time
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

from clienteling.selections.code import code_of
from clienteling.selections.tables import selection
from clienteling.tablet.selection.files import tidy
from sync.device.gone.erase import erase
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

pytestmark = pytest.mark.usefixtures("programs")


@pytest.fixture
def chosen(counter: Counter) -> Counter:
    """The leaf, with two products in hand."""
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.take(giulia.NORA_39)
    counter.tap("record-more")
    counter.tap("act-selection")
    counter.wait(lambda: counter.item("selectionPdf") is not None)
    return counter


def opened(programs) -> Path:
    return Path(url2pathname(urlsplit(programs.opened[-1]).path))


def test_with_two_in_hand_it_is_paper_in_three_taps(chosen: Counter, programs) -> None:
    before = chosen.taps
    chosen.tap("selectionPdf")
    assert chosen.taps - before == 1  # after the three dots and the act
    chosen.wait_saved("selection")
    chosen.wait(lambda: programs.opened != [])
    paper = opened(programs).read_bytes()
    assert paper.startswith(b"%PDF")
    assert len(paper) > 5_000
    assert opened(programs).stat().st_mode & 0o077 == 0
    (made,) = chosen.rows(selection)
    assert [item["product_id"] for item in made.items] == [giulia.ALBA, giulia.NORA]


def test_the_same_selection_in_another_form_is_recorded_once(chosen: Counter, programs) -> None:
    chosen.tap("selectionPage")
    chosen.wait(lambda: programs.opened != [])
    page = opened(programs).read_text("utf-8")
    assert "Una selezione per Giulia" in page
    assert page.count("data:image/png;base64,") == 2
    chosen.tap("selectionPdf")
    chosen.wait(lambda: len(programs.opened) == 2)
    assert len(chosen.rows(selection)) == 1
    chosen.app.root.shop.card.selection.share_pdf("Per la cerimonia")
    chosen.wait(lambda: len(chosen.rows(selection)) == 2)


@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)], ids=["wide", "tall"])
def test_beside_its_open_leaf_it_is_said_that_it_is_saved_and_taken_back_by_a_touch(chosen, size) -> None:
    chosen.app.window.quick.resize(*size)
    chosen.tap("selectionCode")
    chosen.wait_saved("selection")
    chosen.tap("savedUndo")
    chosen.wait_saved("undone")


def test_one_product_is_no_selection(counter: Counter) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.ALBA_BLACK)
    counter.tap("record-more")
    counter.tap("act-selection")
    counter.fingers.wait_for("Choose two to six products")
    counter.app.root.shop.card.selection.share_pdf("")
    assert counter.rows(selection) == []


def test_its_code_opens_it_on_a_tablet_that_has_her(chosen: Counter) -> None:
    view = chosen.app.root.shop.card.selection
    chosen.tap("selectionCode")
    chosen.wait(lambda: view.code.startswith("data:image/svg+xml"))
    (made,) = chosen.rows(selection)
    chosen.open_card(giulia.MARCO)
    chosen.app.scanner.scanned.emit(code_of(made.id, ""), "")
    chosen.wait(lambda: chosen.card.customer_id == giulia.GIULIA)
    chosen.fingers.wait_for("Chosen for her")
    chosen.fingers.wait_for("Chosen by Sofia")
    chosen.tap("takeAll")
    chosen.wait(lambda: {pick.key for pick in chosen.record.in_hand} == {giulia.ALBA_BLACK, giulia.NORA_39})


def test_a_code_of_a_selection_that_is_not_here_says_so(counter: Counter) -> None:
    counter.app.scanner.scanned.emit(code_of("0190a5b2-7c11-7d3e-8f00-00000000abcd", ""), "")
    counter.wait(lambda: "This selection is not on this tablet" in counter.app.toasts.text)


def test_the_message_about_it_lists_what_is_in_hand(chosen: Counter) -> None:
    message = chosen.app.root.shop.card.message
    chosen.tap("selectionMessage")
    chosen.wait(lambda: "· Borsa Tracolla Alba, nero, € 189" in message.body.replace("\xa0", " "))
    assert [row.key for row in message.objections.rows] == ["never_asked"]


def test_files_go_after_a_day_and_at_once_when_she_is_forgotten(chosen: Counter, programs, tmp_path) -> None:
    chosen.tap("selectionPdf")
    chosen.wait(lambda: programs.opened != [])
    file, replica = opened(programs), tablets.replica_of(chosen.app)
    with replica.read() as conn:
        tidy(conn, file.parent)
        assert file.exists()
        old = file.with_name("0190a5b2-7c11-7d3e-8f00-00000000abcd.html")
        old.write_text("x")
        day_before = time.time() - 90_000
        tidy(conn, file.parent)
        assert not old.exists()
        os.utime(file, (day_before, day_before))
        tidy(conn, file.parent)
        assert not file.exists()
    file.write_bytes(b"again")
    erase(replica, [giulia.GIULIA])
    chosen.wait(lambda: not file.exists())


def test_a_disk_that_is_full_is_said_and_the_selection_stays(chosen: Counter, programs) -> None:
    folder = chosen.app.root.shop._floor.outside.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("in the way")
    chosen.tap("selectionPdf")
    chosen.fingers.wait_for("It could not be opened")
    assert programs.opened == []
    assert len(chosen.rows(selection)) == 1


def test_what_cannot_be_saved_hands_over_nothing_and_least_of_all_what_was_shared_before(
    chosen: Counter, programs
) -> None:
    view = chosen.app.root.shop.card.selection
    view.share_pdf("")
    chosen.wait(lambda: len(programs.opened) == 1)
    view.share_pdf("x" * 20_000)
    chosen.wait(lambda: chosen.saved.failure != "")
    view.share_page("Per la cerimonia")
    chosen.wait(lambda: len(programs.opened) == 2)
    assert opened(programs).suffix == ".html"
    assert len(chosen.rows(selection)) == 2
