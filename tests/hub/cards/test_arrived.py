"""A card for now, and her record that the hub had all the time."""

import time

import pytest

from clienteling.customers import provisional
from clienteling.customers.queries import customer_by_id
from clienteling.customers.tables import customer
from clienteling.database import create_tables
from clienteling.hub.cards.linker import Linker
from clienteling.replicated import REGISTRY
from sync.device.database import open_plain
from sync.device.passes import run_pass
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.hub.little_house import ANNA, NOW, open_house, rows

NEW = "0190a000-0000-7000-8000-0000000000ff"


@pytest.fixture
def store(tmp_path):
    house = open_house(tmp_path)
    yield house
    house.engine.dispose()


@pytest.fixture
def tablet(tmp_path):
    engine = open_plain(tmp_path / "replica.sqlite")
    create_tables(engine)
    yield Replica(engine, REGISTRY, lambda: NOW + 60_000)
    engine.dispose()


def meet(tablet: Replica, store) -> None:
    run_pass(tablet, LocalHub(store, "tablet-1"), lambda _: None)


def test_a_card_for_now_becomes_hers_with_all_that_the_hub_knew(store, tablet):
    with tablet.write() as writer:
        provisional.open_card(writer, ANNA)
        provisional.open_card(writer, ANNA)
    with tablet.read() as conn:
        assert provisional.awaited(conn) == [ANNA]
        assert customer_by_id(conn, ANNA).provisional
    meet(tablet, store)
    Linker(store).work()
    meet(tablet, store)
    for where in (store, tablet):
        with where.read() as conn:
            anna = customer_by_id(conn, ANNA)
            assert (anna.given_name, anna.home_store_id, anna.provisional) == ("Anna", "milano", False)
            assert not provisional.awaited(conn)
    [row] = [row for row in rows(store, customer) if row.id == ANNA]
    assert not row.provisional


def test_of_somebody_whom_nobody_knows_it_stays_provisional_until_she_has_a_name(store, tablet):
    with tablet.write() as writer:
        provisional.open_card(writer, NEW)
    meet(tablet, store)
    linker = Linker(store)
    linker.start()
    with store.read() as conn:
        assert customer_by_id(conn, NEW).provisional
    with tablet.write() as writer:
        writer.update("customer", NEW, {"given_name": "Nina"})
    meet(tablet, store)
    deadline = time.monotonic() + 10
    while next(row.provisional for row in rows(store, customer) if row.id == NEW):
        assert time.monotonic() < deadline
    linker.close()
