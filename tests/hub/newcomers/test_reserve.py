"""The signed codes that lie ready on each tablet."""

from pathlib import Path

import pytest

from clienteling.codes.queries import judge
from clienteling.codes.values import Fine, NotHere
from clienteling.hub.code_keys import FILE
from clienteling.hub.newcomers.reserve import DAY_MS, FULL, LOW, keep_full
from clienteling.newcomers.tables import blank_code
from clienteling.replicated import REGISTRY
from sync.hub.gone.remembered import Remembered
from sync.hub.store import HubStore
from tests.hub.little_house import NOW, open_house, rows

TABLETS = frozenset({"tablet-1", "tablet-2"})


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path: Path):
    on_file = request.param == "sqlite"
    store = open_house(tmp_path, "" if on_file else request.getfixturevalue("postgresql"))
    yield store
    store.engine.dispose()


def of(store: HubStore, device_id: str) -> list:
    return rows(store, blank_code, device_id=device_id)


def test_each_trusted_tablet_gets_its_own_and_they_are_genuine(tmp_path: Path, store: HubStore) -> None:
    assert keep_full(tmp_path, store, TABLETS, NOW) == 2 * FULL
    assert len(of(store, "tablet-1")) == len(of(store, "tablet-2")) == FULL
    one = of(store, "tablet-1")[0]
    with store.read() as conn:
        assert judge(conn, one.code, NOW) == NotHere(one.id)
    with store.write() as writer:
        writer.insert("customer", {"id": one.id, "since_on": "2026-11-22"})
    with store.read() as conn:
        assert judge(conn, one.code, NOW) == Fine(one.id)
    assert keep_full(tmp_path, store, TABLETS, NOW) == 0


def test_it_is_filled_up_when_many_were_given_out(tmp_path: Path, store: HubStore) -> None:
    keep_full(tmp_path, store, TABLETS, NOW)
    with store.write() as writer:
        for row in of(store, "tablet-1")[: FULL - LOW + 1]:
            writer.insert("customer", {"id": row.id, "since_on": "2026-11-22"})
    assert keep_full(tmp_path, store, TABLETS, NOW) == FULL - LOW + 1


def test_what_was_given_out_goes_after_a_month(tmp_path: Path, store: HubStore) -> None:
    keep_full(tmp_path, store, TABLETS, NOW)
    first = of(store, "tablet-1")[0]
    with store.write() as writer:
        writer.insert("customer", {"id": first.id, "since_on": "2026-11-22"})
    keep_full(tmp_path, store, TABLETS, NOW + 29 * DAY_MS)
    assert rows(store, blank_code, id=first.id)
    keep_full(tmp_path, store, TABLETS, NOW + 31 * DAY_MS)
    assert not rows(store, blank_code, id=first.id)


def test_what_was_given_out_is_hers_on_whichever_tablet(tmp_path: Path, store: HubStore) -> None:
    keep_full(tmp_path, store, TABLETS, NOW)
    hers = of(store, "tablet-1")[0]
    with store.write() as writer:
        writer.insert("customer", {"id": hers.id, "since_on": "2026-11-22"})
    assert hers.code.encode() not in store.page("", 0, device_id="tablet-2")
    keep_full(tmp_path, store, TABLETS, NOW)
    assert hers.code.encode() in store.page("", 0, device_id="tablet-2")
    assert rows(store, blank_code, id=hers.id)[0].device_id == ""
    with store.write() as writer:
        writer.insert("customer", {"id": "somebody else", "since_on": "2026-11-22"})
    assert keep_full(tmp_path, store, TABLETS, NOW) == 0


def test_a_tablet_that_is_trusted_no_more_has_none(tmp_path: Path, store: HubStore) -> None:
    keep_full(tmp_path, store, TABLETS, NOW)
    assert keep_full(tmp_path, store, {"tablet-1"}, NOW) == FULL
    assert of(store, "tablet-2") == []


def test_after_a_leak_the_reserve_is_made_anew(tmp_path: Path, store: HubStore) -> None:
    keep_full(tmp_path, store, {"tablet-1"}, NOW)
    before = {row.id for row in of(store, "tablet-1")}
    (tmp_path / FILE).unlink()
    assert keep_full(tmp_path, store, {"tablet-1"}, NOW) == 2 * FULL
    assert not before & {row.id for row in of(store, "tablet-1")}


def test_the_code_of_whoever_is_erased_goes_with_her(tmp_path: Path, store: HubStore) -> None:
    store = HubStore(store.engine, REGISTRY, lambda: NOW, remembered=Remembered(tmp_path))
    keep_full(tmp_path, store, {"tablet-1"}, NOW)
    hers = of(store, "tablet-1")[0].id
    with store.write() as writer:
        writer.insert("customer", {"id": hers, "since_on": "2026-11-22"})
    store.erasing.erase(hers)
    assert not rows(store, blank_code, id=hers)
