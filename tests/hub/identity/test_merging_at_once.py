"""Several hub processes on one PostgreSQL say who is who at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from clienteling.customers.aliases import her
from clienteling.customers.tables import customer_alias
from clienteling.errors import UnknownRecord
from clienteling.hub.holding import holding
from clienteling.hub.identity.merging import merge
from clienteling.replicated import REGISTRY
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.hub.little_house import NOW, migrated, rows
from tests.postgresql import Cluster

PEOPLE = [f"0190a000-0000-7000-8000-0000000000{n:02}" for n in range(12)]


@pytest.fixture
def hubs(postgresql: Cluster, tmp_path):
    """Two processes' stores of one database."""
    database = postgresql.copy_of(migrated)
    engines = [open_hub(database), open_hub(database)]
    made = [HubStore(engine, REGISTRY, lambda: NOW, holding(12), Remembered(tmp_path)) for engine in engines]
    with made[0].write() as writer:
        for n, person in enumerate(PEOPLE):
            writer.insert("customer", {"id": person, "given_name": "Ada", "home_store_id": f"shop-{n}"})
    yield made
    for engine in engines:
        engine.dispose()


def join(hub: HubStore, older: str, younger: str) -> bool:
    with hub.write() as writer:
        return merge(writer, older, younger, by="", evidence="")


def at_once(*deeds) -> list:
    with ThreadPoolExecutor(len(deeds)) as pool:
        return [done.result() for done in [pool.submit(*deed) for deed in deeds]]


def test_two_who_join_a_pair_from_both_ends_make_no_ring(hubs):
    for one, other in zip(PEOPLE[::2], PEOPLE[1::2], strict=True):
        done = at_once((join, hubs[0], one, other), (join, hubs[1], other, one))
        assert sorted(done) == [False, True]
        with hubs[0].read() as conn:
            assert her(conn, one).id == her(conn, other).id
    assert len(rows(hubs[0], customer_alias)) == len(PEOPLE) // 2


def test_a_chain_that_is_made_from_all_sides_ends_flat_and_whole(hubs):
    links = pairwise(PEOPLE)
    at_once(*((join, hubs[n % 2], older, younger) for n, (older, younger) in enumerate(links)))
    with hubs[0].read() as conn:
        assert set(her(conn, PEOPLE[-1]).ids) == set(PEOPLE)
    assert {row.customer_id for row in rows(hubs[0], customer_alias)} == {her_root(hubs[0])}


def her_root(hub: HubStore) -> str:
    with hub.read() as conn:
        return her(conn, PEOPLE[0]).id


def test_who_writes_of_one_while_she_is_joined_brings_her_whole_to_his_shop(hubs):
    visit = {"customer_id": PEOPLE[1], "store_id": "shop-9", "kind": "visit", "at": NOW}

    def record() -> None:
        with hubs[1].write() as writer:
            writer.insert("interaction", visit)

    at_once((join, hubs[0], PEOPLE[0], PEOPLE[1]), (record,))
    told = LocalHub(hubs[0], "t", "shop-9").pull("", 0, 500).records
    assert {PEOPLE[0], PEOPLE[1]} <= {record.id for record in told}


def test_who_is_erased_while_somebody_joins_her_leaves_no_alias_behind(hubs):
    def attempt() -> bool:
        try:
            return join(hubs[0], PEOPLE[0], PEOPLE[1])
        except UnknownRecord:
            return False

    at_once((attempt,), (hubs[1].erasing.erase, PEOPLE[1]))
    assert rows(hubs[0], customer_alias) == []
    with pytest.raises(UnknownRecord):
        join(hubs[0], PEOPLE[0], PEOPLE[1])
