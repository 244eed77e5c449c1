"""What somebody at a counter says of a card, at the hub."""

from collections.abc import Iterator

import pytest

from clienteling.cards import use_cases
from clienteling.cards.tables import card_link
from clienteling.customers.tables import identifier
from clienteling.customers.values import IdentifierKind
from clienteling.hub.cards.linker import Linker
from clienteling.hub.cards.linking import catch_up
from clienteling.scan.resolve import resolve
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import CardShared, CardUnknown, CustomerFound, FoundBy
from clienteling.staff.values import Author
from sync.hub.store import HubStore
from tests.hub.little_house import ANNA, BEA, NOW, open_house, rows

SARA = Author("sara", "milano")


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path) -> Iterator[HubStore]:
    on_file = request.param == "sqlite"
    house = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    yield house
    house.engine.dispose()


def link(store: HubStore, her: str, number: str = "COOP 7788-12") -> str:
    with store.write() as writer:
        return use_cases.link(
            writer, customer_id=her, number=number, symbology=Symbology.CODE_39, author=SARA
        )


def names(store: HubStore) -> list[tuple[str | None, str]]:
    found = rows(store, identifier)
    return sorted((row.customer_id, row.value) for row in found if row.kind == IdentifierKind.CARD.value)


def test_a_linked_card_becomes_a_name_of_hers_once(store):
    before = names(store)
    link(store, ANNA)
    catch_up(store)
    catch_up(store)
    assert [name for name in names(store) if name not in before] == [(ANNA, "COOP7788-12")]


def test_taken_back_it_is_nobody_s_also_where_both_came_at_once(store):
    before = names(store)
    for come_between in (True, False):
        one = link(store, ANNA)
        if come_between:
            catch_up(store)
        with store.write() as writer:
            use_cases.undo(writer, one, author=SARA)
        catch_up(store)
        assert names(store) == before


def test_linked_to_two_people_it_stays_the_first_one_s_name_and_tablets_ask_which(store):
    before = names(store)
    link(store, ANNA)
    catch_up(store)
    link(store, BEA)
    catch_up(store)
    assert [name for name in names(store) if name not in before] == [(ANNA, "COOP7788-12")]
    with store.read() as conn:
        asked = resolve(conn, "COOP7788-12", NOW, Symbology.CODE_39)
    assert isinstance(asked, CardShared)
    assert set(asked.customer_ids) == {ANNA, BEA}


def test_a_linked_number_is_found_as_every_reader_tells_it(store):
    link(store, ANNA, "0036000291452")
    with store.read() as conn:
        for read in ("036000291452", "36000291452", "0036000291452"):
            assert resolve(conn, read, NOW, Symbology.UPC) == CustomerFound(ANNA, FoundBy.CARD)
        assert isinstance(resolve(conn, "2900000099999", NOW), CardUnknown)


def test_the_running_hub_does_it_by_itself(store):
    linker = Linker(store)
    linker.start()
    try:
        one = link(store, ANNA)
        deadline = store.clock.now() + 10_000
        while not any(value == "COOP7788-12" for _, value in names(store)):
            assert store.clock.now() < deadline
    finally:
        linker.close()
    assert rows(store, card_link)[0].id == one
