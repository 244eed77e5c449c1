import shutil
import threading
import time
from types import SimpleNamespace

import pytest

from sync.device.progress import Phase
from sync.errors import Code, HubRefused
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import Holding
from sync.hub.snapshot.shelf import Shelf
from sync.hub.snapshot.snapshots import Snapshots
from sync.wire import EVERYTHING
from tests.sync.shop import go, healed, person, product, reported, rows, visit

SOON_S = 30.0
NAME = "Wilhelmina"


def stock(shop, count: int = 200) -> None:
    with shop.store.write() as writer:
        writer.insert_many("product", [{"title": f"Bag {n}"} for n in range(count)])


def files(shop) -> list[str]:
    return sorted(path.name for path in (shop.directory / "snapshots").rglob("*") if path.is_file())


def test_a_hub_with_few_records_makes_none(shop):
    stock(shop, 9)
    few = Snapshots(shop.directory / "snapshots", shop.store, shop.copy, least_records=10)
    few.refresh()
    assert few.schema(EVERYTHING) == ""
    stock(shop, 1)
    few.refresh()
    assert few.schema(EVERYTHING) != ""


def test_one_is_made_again_when_enough_has_changed_and_the_one_before_it_stays_for_a_while(shop):
    stock(shop)
    snapshots = shop.make_snapshot()
    schema = snapshots.schema(EVERYTHING)
    made = []
    for count in (19, 1, 21, 1):
        stock(shop, count)
        Snapshots(shop.directory / "snapshots", shop.store, shop.copy, least_records=20).refresh()
        made.append(snapshots.info(EVERYTHING, schema).seq)
    assert made == [200, 220, 220, 242]
    newest = snapshots.info(EVERYTHING, schema)
    assert snapshots.info(EVERYTHING, schema, have="unknown") == newest
    assert len([name for name in files(shop) if name.endswith(".pieces")]) == 2
    assert not [name for name in files(shop) if name.endswith(".new")]


def test_the_one_that_was_begun_is_given_out_while_it_is_there(shop):
    stock(shop)
    snapshots = shop.make_snapshot()
    schema = snapshots.schema(EVERYTHING)
    begun = snapshots.info(EVERYTHING, schema)
    stock(shop, 100)
    snapshots.refresh()
    assert snapshots.info(EVERYTHING, schema) != begun
    assert snapshots.info(EVERYTHING, schema, have=begun.name) == begun
    assert snapshots.path(EVERYTHING, begun.name).stat().st_size == begun.size


def test_after_a_restart_what_lies_ready_is_given_out_at_once(shop):
    stock(shop)
    before = shop.make_snapshot()
    schema = before.schema(EVERYTHING)
    shop.open_hub()
    after = Snapshots(shop.directory / "snapshots", shop.store, shop.copy)
    assert after.info(EVERYTHING, schema) == before.info(EVERYTHING, schema)


def test_a_hub_with_another_history_gives_out_none_of_the_old_one(shop):
    stock(shop)
    snapshots = shop.make_snapshot()
    schema = snapshots.schema(EVERYTHING)
    old = snapshots.info(EVERYTHING, schema)
    shop.store.renew_epoch()
    assert snapshots.schema(EVERYTHING) == ""
    for ask in (lambda: snapshots.info(EVERYTHING, schema), lambda: snapshots.path(EVERYTHING, old.name)):
        with pytest.raises(HubRefused) as refusal:
            ask()
        assert refusal.value.code is Code.NOT_FOUND
    snapshots.refresh()
    assert snapshots.info(EVERYTHING, schema).epoch == shop.store.epoch
    assert f"{old.name}.pieces" not in files(shop)


def test_who_was_erased_is_in_none_that_is_given_out_nor_on_the_disk(shop):
    stock(shop)
    with shop.store.write() as writer:
        writer.insert("person", {"id": "ada", "name": NAME})
    snapshots = shop.make_snapshot()
    schema = snapshots.schema(EVERYTHING)
    old = snapshots.info(EVERYTHING, schema)
    shop.store.erasing.erase("ada")
    assert snapshots.schema(EVERYTHING) == ""
    for ask in (
        lambda: snapshots.info(EVERYTHING, schema, have=old.name),
        lambda: snapshots.path(EVERYTHING, old.name),
    ):
        with pytest.raises(HubRefused):
            ask()
    snapshots.refresh()
    assert snapshots.info(EVERYTHING, schema, have=old.name) != old
    kept = [path for path in (shop.directory / "snapshots").rglob("*") if path.is_file()]
    assert len(kept) == 4
    assert [path.name for path in kept if NAME.encode() in path.read_bytes()] == []
    tablet = shop.encrypted("a")
    go(tablet, shop.hub("a"))
    assert rows(tablet, person) == {}


def test_each_extent_has_its_own_made_when_a_device_first_asks(shop):
    def holders(_connection, groups, _now) -> dict[str, dict[str, int]]:
        return {group: {group[0]: 0} for group in groups}

    shop.holding = Holding("test", holders)
    shop.scopes = {"a": "a", "b": "b"}
    shop.open_hub()
    stock(shop)
    with shop.store.write() as writer:
        writer.insert_many("person", [{"id": f"{letter}{n}"} for letter in "ab" for n in range(5)])
    snapshots = shop.make_snapshot()
    for name in "ab":
        assert snapshots.schema(name) == ""
        snapshots.refresh(name)
        tablet, pulled = shop.encrypted(name), shop.device(f"{name}2")
        steps = reported(tablet, shop.hub(name))
        go(pulled, LocalHub(shop.store, f"{name}2", scope=name))
        assert Phase.SNAPSHOT in {step.phase for step in steps}
        assert {record_id[0] for record_id in rows(tablet, person)} == {name}
        assert rows(tablet, person) == rows(pulled, person)
        assert rows(tablet, product) == rows(shop.store, product)
        assert healed(tablet, shop.hub(name)) == ()
    with pytest.raises(HubRefused):
        snapshots.path("b", snapshots.info("a", snapshots.schema("a")).name)


def test_a_name_is_no_way_to_other_files(shop):
    stock(shop)
    snapshots = shop.make_snapshot()
    for name in ("", "..", "../../hub.db", "offers.json"):
        with pytest.raises(HubRefused):
            snapshots.path(EVERYTHING, name)


def test_a_kept_replica_that_went_wrong_is_made_anew(shop, caplog):
    stock(shop)
    snapshots = shop.make_snapshot()
    (kept,) = (shop.directory / "snapshots").rglob("kept-*.db")
    kept.write_bytes(b"no database" * 1000)
    stock(shop)
    schema = snapshots.schema(EVERYTHING)
    give_up = time.monotonic() + SOON_S
    snapshots.start()
    while snapshots.info(EVERYTHING, schema).seq < 400 and time.monotonic() < give_up:
        snapshots.forget()
    snapshots.close()
    assert snapshots.info(EVERYTHING, schema).seq == 400
    assert "begins anew" in caplog.text


def test_a_disk_that_is_nearly_full_is_left_to_the_hub_itself(shop, monkeypatch):
    stock(shop)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 << 20))
    with pytest.raises(OSError, match="room"):
        shop.make_snapshot()
    assert files(shop) == ["building.lock"]
    assert shop.snapshots.schema(EVERYTHING) == ""


def test_of_several_processes_that_share_the_directory_one_builds(shop):
    stock(shop)
    with Shelf(shop.directory / "snapshots").alone() as alone:
        assert alone
        other = shop.make_snapshot()
        assert other.schema(EVERYTHING) == ""
    other.refresh()
    assert other.schema(EVERYTHING) != ""


def test_devices_push_while_one_is_made(shop):
    stock(shop, 4_000)
    tablet = shop.device("a")
    pushed = []

    def write() -> None:
        for at in range(30):
            with tablet.write() as writer:
                pushed.append(writer.insert("visit", {"at": at}))
            go(tablet, shop.hub("a"))

    shop.snapshots = None
    writing = threading.Thread(target=write)
    writing.start()
    shop.make_snapshot()
    writing.join()
    assert rows(shop.store, visit).keys() == set(pushed)
    other = shop.encrypted("b")
    go(other, shop.hub("b"))
    assert rows(other, visit) == rows(shop.store, visit)


def test_one_that_knows_what_the_hub_was_restored_from_before_is_made_anew(shop):
    stock(shop)
    backup = shop.keep("hub")
    stock(shop)
    shop.make_snapshot()
    shop.restore("hub", backup)
    shop.open_hub()
    with shop.store.write() as writer:
        writer.insert_many("product", [{"title": f"Other {n}"} for n in range(300)])
    shop.make_snapshot()
    fresh = shop.encrypted("a")
    go(fresh, shop.hub("a"))
    assert rows(fresh, product) == rows(shop.store, product)
