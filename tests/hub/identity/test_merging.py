"""Joining two records of one person, and taking them apart: what the hub keeps of it, who may hold her."""

import pytest
import sqlalchemy as sa

from clienteling.customers.aliases import her
from clienteling.customers.tables import customer_alias
from clienteling.errors import InvalidRecord, UnknownRecord
from clienteling.hub.holding import holding
from clienteling.hub.identity.joinings import Deed, noted
from clienteling.hub.identity.merging import merge, unmerge
from clienteling.replicated import REGISTRY
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.hub.little_house import NOW, empty_house, rows

A, B, C, D = (f"0190a000-0000-7000-8000-00000000000{n}" for n in "abcd")


@pytest.fixture
def store(tmp_path):
    engine = empty_house(tmp_path)
    store = HubStore(engine, REGISTRY, lambda: NOW, holding(12), Remembered(tmp_path))
    with store.write() as writer:
        for customer_id, shop in ((A, "milano"), (B, "roma"), (C, "torino"), (D, None)):
            writer.insert("customer", {"id": customer_id, "given_name": "Ada", "home_store_id": shop})
    yield store
    engine.dispose()


def join(store, older: str, younger: str) -> bool:
    with store.write() as writer:
        return merge(writer, older, younger, by="Sofia", evidence="told me so")


def part(store, alias_id: str) -> None:
    with store.write() as writer:
        unmerge(writer, alias_id, by="Sofia")


def ids(store, customer_id: str) -> set[str]:
    with store.read() as conn:
        return set(her(conn, customer_id).ids)


def stands(store, customer_id: str) -> str:
    with store.read() as conn:
        return her(conn, customer_id).id


def held(store, shop: str) -> set[str]:
    return {r.id for r in LocalHub(store, shop, shop).pull("", 0, 500).records if r.collection == "customer"}


def test_who_was_joined_is_one_by_whichever_id(store):
    assert join(store, A, B)
    assert ids(store, A) == ids(store, B) == {A, B}
    assert stands(store, B) == A


def test_what_is_one_already_is_not_joined_again(store):
    join(store, A, B)
    assert not join(store, B, A)
    assert not join(store, A, B)
    assert not join(store, A, A)


@pytest.mark.parametrize(
    "order", [((A, B), (B, C)), ((B, C), (A, B)), ((A, C), (C, B)), ((A, B), (C, D), (A, C))]
)
def test_chains_are_kept_flat_in_any_order(store, order):
    for older, younger in order:
        join(store, older, younger)
    everybody = {i for pair in order for i in pair}
    assert {stands(store, i) for i in everybody} == {A}
    assert ids(store, C) == everybody
    assert {row.customer_id for row in rows(store, customer_alias)} == {A}


def test_taken_apart_she_takes_with_her_who_was_joined_to_her(store):
    join(store, B, C)
    join(store, A, B)
    join(store, A, D)
    part(store, B)
    assert ids(store, A) == {A, D}
    assert ids(store, C) == {B, C}
    assert stands(store, C) == B


def test_the_last_joined_leaves_alone(store):
    join(store, B, C)
    join(store, A, B)
    part(store, C)
    assert (ids(store, C), ids(store, A)) == ({C}, {A, B})


def test_nobody_is_joined_with_somebody_who_is_not_here_or_was_erased(store):
    with pytest.raises(UnknownRecord):
        join(store, A, "0190a000-0000-7000-8000-0000000000ff")
    store.erasing.erase(B)
    for older, younger in ((A, B), (B, A)):
        with pytest.raises(UnknownRecord):
            join(store, older, younger)
    assert rows(store, customer_alias) == []


def test_who_was_not_joined_is_not_taken_apart(store):
    join(store, A, B)
    for customer_id in (A, C, "nobody"):
        with pytest.raises(InvalidRecord):
            part(store, customer_id)


def test_every_deed_is_written_down_with_who_when_and_why(store):
    join(store, A, B)
    part(store, B)
    with store.read() as conn:
        deeds = noted(conn)
    assert [(one.deed, one.older_id, one.younger_id, one.by, one.at) for one in deeds] == [
        (Deed.UNMERGED, A, B, "Sofia", NOW),
        (Deed.MERGED, A, B, "Sofia", NOW),
    ]
    assert deeds[1].evidence == "told me so"


def test_every_shop_that_holds_one_record_holds_them_all_while_they_are_one(store):
    join(store, A, B)
    assert held(store, "milano") == held(store, "roma") == {A, B}
    assert held(store, "torino") == {C}
    part(store, B)
    assert (held(store, "milano"), held(store, "roma")) == ({A}, {B})


def test_a_visit_by_the_old_id_brings_the_whole_person_to_that_shop(store):
    join(store, A, B)
    with store.write() as writer:
        writer.insert("interaction", {"customer_id": B, "store_id": "torino", "kind": "visit", "at": NOW})
    assert held(store, "torino") == {A, B, C}


def test_a_record_with_no_shop_comes_along_and_asking_for_the_old_id_brings_both(store):
    join(store, A, D)
    assert held(store, "milano") == {A, D}
    store.fetch("napoli", D)
    assert held(store, "napoli") == {A, D}


@pytest.mark.parametrize("named", [A, B, C])
def test_erased_by_any_id_nothing_of_her_is_left(store, named):
    join(store, A, B)
    join(store, B, C)
    tablet = LocalHub(store, "t", "milano")
    tablet.pull("", 0, 500)
    tablet.hello()
    store.erasing.erase(named)
    assert sorted(tablet.hello().erase) == [A, B, C]
    with store.read() as conn:
        assert conn.execute(sa.select(customer_alias)).all() == []
    assert held(store, "milano") == held(store, "roma") == held(store, "torino") == set()
