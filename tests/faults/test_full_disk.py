"""No room on the device's disk or on the hub's: nothing is lost, nothing half done, and it goes on later."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.errors import Code, HubRefused, StorageFull
from tests.faults.small_disk import SmallDisk, mounted, unavailable
from tests.sync.shop import Shop, go, product, rows, visit

MEGABYTE = 1 << 20
ROOM = 100_000


@pytest.fixture
def disk(tmp_path) -> Iterator[SmallDisk]:
    if reason := unavailable():
        pytest.skip(reason)
    with mounted(tmp_path / "small", 4 * MEGABYTE) as small:
        yield small


class Divided(Shop):
    """One of its databases lies on the small disk."""

    def __init__(self, directory: Path, disk: SmallDisk, name: str) -> None:
        self._small = {name: disk.directory / f"{name}.db"}
        super().__init__(directory)

    def path(self, name: str) -> Path:
        return self._small.get(name) or super().path(name)


@pytest.fixture
def shop(tmp_path, disk, request) -> Iterator[Divided]:
    one = Divided(tmp_path, disk, request.param)
    yield one
    one.close()


@pytest.mark.parametrize("shop", ["a"], indirect=True)
def test_a_page_and_a_write_for_which_the_device_has_no_room_come_later(shop, disk):
    tablet = shop.device("a")
    with tablet.write() as writer:
        writer.insert("visit", {"at": 1})
    with shop.store.write() as writer:
        writer.insert_many("product", [{"title": "x" * 10_000} for _ in range(100)])
    disk.fill(leaving=ROOM)
    with pytest.raises(StorageFull):
        go(tablet, shop.hub("a"))
    with pytest.raises(StorageFull), tablet.write() as writer:
        writer.insert("person", {"name": "x" * MEGABYTE})
    assert rows(tablet, product) == {}
    assert tablet.cursor().seq == 0
    assert len(rows(tablet, visit)) == 1
    disk.make_room()
    go(tablet, shop.hub("a"))
    assert rows(tablet, product) == rows(shop.store, product)
    assert rows(tablet, visit) == rows(shop.store, visit)
    assert tablet.pending() == 0


@pytest.mark.parametrize("shop", ["hub"], indirect=True)
def test_a_push_for_which_the_hub_has_no_room_is_refused_whole_and_comes_later(shop, disk):
    tablet = shop.device("a")
    with tablet.write() as writer:
        made = {writer.insert("person", {"name": "x" * 5_000}) for _ in range(200)}
    head = shop.store.head
    disk.fill(leaving=ROOM)
    with pytest.raises(HubRefused) as refused:
        go(tablet, shop.hub("a"))
    assert refused.value.code is Code.STORAGE_FULL
    assert tablet.pending() == len(made)
    assert shop.store.hello("a").last_dseq == 0
    assert shop.store.head == head
    disk.make_room()
    go(tablet, shop.hub("a"))
    assert tablet.pending() == 0
    with shop.store.read() as connection:
        assert set(connection.exec_driver_sql("select id from person").scalars()) == made
