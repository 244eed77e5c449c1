"""The disk is full while somebody saves: it is said, and nothing that was typed or in hand is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clienteling.basis.tables import legal_basis
from clienteling.interactions.tables import interaction
from clienteling.notes.tables import note, unfinished_words
from clienteling.privacy.tables import access
from clienteling.staff.tables import staff_change
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.team.sections import Sections
from sync.hub.store import HubStore
from tests.faults.small_disk import SmallDisk, mounted, unavailable
from tests.tablet import giulia, tablets
from tests.tablet.counter import Counter

MEGABYTE = 1 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    if reason := unavailable():
        pytest.skip(reason)
    with mounted(tmp_path / "small", 24 * MEGABYTE) as small:
        yield small


@pytest.fixture
def folder(disk: SmallDisk, hub: HubStore) -> Path:
    return tablets.paired_folder(disk.directory / "tablet", hub)


def test_a_note_stays_in_the_leaf_until_there_is_room_for_it(counter: Counter, disk: SmallDisk) -> None:
    counter.open_card(giulia.GIULIA)
    counter.tap("record-note")
    counter.wait(lambda: (item := counter.item("noteBody")) is not None and item.hasActiveFocus())
    counter.fingers.type("Ama le suole sottili")
    disk.fill(leaving=0)
    counter.tap("saveNote")
    counter.wait(lambda: counter.saved.failure == "storage")
    counter.fingers.wait_for("Not saved: there is no room on this tablet")
    assert counter.rows(note) == []
    disk.make_room()
    counter.tap("saveNote")
    counter.wait_saved("note")
    assert [row.body for row in counter.rows(note)] == ["Ama le suole sottili"]


def test_what_was_to_be_sold_is_in_hand_again(counter: Counter, disk: SmallDisk) -> None:
    counter.open_card(giulia.GIULIA)
    counter.take(giulia.NORA_39)
    disk.fill(leaving=0)
    counter.tap("record-sale")
    counter.wait(lambda: counter.saved.failure == "storage")
    assert counter.rows(interaction, kind="sale") == []
    assert [pick.key for pick in counter.record.in_hand] == [giulia.NORA_39]
    disk.make_room()
    counter.tap("record-sale")
    counter.wait_saved("sale")
    assert len(counter.rows(interaction, kind="sale")) == 1


def open_team(counter: Counter) -> None:
    """The page of the shop's manager."""
    counter.app.session.lock()
    tablets.sign_in(counter.app, tablets.MARTA)
    counter.wait(lambda: counter.app.session.open)
    counter.tap_place(Navigation.Place.Team)


def test_a_legal_basis_stays_in_its_leaf_and_waits_once_there_is_room(
    counter: Counter, disk: SmallDisk
) -> None:
    open_team(counter)
    counter.app.root.shop.team.sections.choose(Sections.Section.Basis.value)
    sheet = counter.app.root.shop.team.basis.sheet
    counter.tap("putDownBasis")
    counter.wait(lambda: (item := counter.item("basisDocument")) is not None and item.hasActiveFocus())
    for field, said in (
        ("basisFirst", "7/1/2026"),
        ("basisLast", "31/12/2026"),
        ("basisDocument", "Agreement"),
    ):
        counter.write_in(field)
        counter.fingers.type(said)
    disk.fill(leaving=0)
    counter.tap("basisSave")
    counter.fingers.wait_for("Not saved: there is no room on this tablet. Make some, then do it again.")
    assert counter.rows(legal_basis) == []
    assert counter.item("basisDocument").property("text") == "Agreement"
    disk.make_room()
    counter.fingers.touch("Close")
    counter.wait(lambda: len(counter.rows(unfinished_words)) == 1)
    sheet.begin("")
    counter.wait(lambda: (sheet.document, sheet.last) == ("Agreement", "31/12/2026"))


def test_whoever_is_new_stands_in_her_leaf_again_though_there_was_no_room_for_a_letter(
    counter: Counter, disk: SmallDisk
) -> None:
    open_team(counter)
    fresh = counter.app.root.shop.team.staff.fresh
    counter.tap("newColleague")
    disk.fill(leaving=0)
    for field, said in (("givenName", "Elena"), ("newPin", "2580")):
        counter.tap(field)
        counter.fingers.type(said)
    counter.tap("askHub")
    counter.fingers.wait_for("Not saved: there is no room on this tablet. Make some, then do it again.")
    counter.wait(lambda: counter.item("askHub") is None)
    assert counter.rows(staff_change) == counter.rows(unfinished_words) == []
    disk.make_room()
    counter.tap("newColleague")
    counter.wait(lambda: fresh.unfinished.resumed)
    assert counter.item("givenName").property("text") == "Elena"
    counter.tap("newPin")
    counter.fingers.type("2580")
    counter.tap("askHub")
    counter.wait(lambda: [row.given_name for row in counter.rows(staff_change)] == ["Elena"])
    assert counter.rows(unfinished_words) == []
    counter.wait(lambda: counter.item("askHub") is None)
    counter.tap("newColleague")
    counter.wait(lambda: fresh.unfinished.begun)
    disk.fill(leaving=0)
    counter.tap("givenName")
    counter.fingers.type("Anna")
    counter.wait(lambda: fresh.unfinished._in_hand != {})
    disk.make_room()
    counter.tap("newPin")
    counter.fingers.type("2580")
    counter.tap("askHub")
    counter.wait(lambda: len(counter.rows(staff_change)) == 2)
    counter.wait(lambda: counter.item("askHub") is None)
    counter.tap("newColleague")
    counter.wait(lambda: fresh.unfinished.begun)
    assert (fresh.given_name, counter.rows(unfinished_words)) == ("", [])


def test_her_card_opens_and_who_opened_it_is_noted_when_there_is_room(
    counter: Counter, disk: SmallDisk
) -> None:
    opened = counter.app.root.shop._counter._opened
    disk.fill(leaving=0)
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: opened.waiting == 1)
    counter.open_card(giulia.MARCO)
    counter.wait(lambda: opened.waiting == 2)
    assert counter.app.toasts.text == ""
    assert counter.rows(access) == []
    disk.make_room()
    counter.open_card(giulia.GIULIA)
    counter.wait(lambda: len(counter.rows(access)) > 1)
    assert sorted(row.customer_id for row in counter.rows(access)) == sorted((giulia.GIULIA, giulia.MARCO))
    assert opened.waiting == 0
