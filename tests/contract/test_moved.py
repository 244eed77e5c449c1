"""A hub's PostgreSQL database that was put back, moved or failed over."""

import subprocess

import pytest

from sync.device.passes import run_pass
from sync.hub import schema
from sync.hub.databases.many_writers import PLACES
from sync.hub.local import LocalHub
from sync.hub.store import HubStore
from tests.contract.meeting import opened
from tests.postgresql import Cluster, programs
from tests.sync.shop import Shop, booking, person, product, rows, tag, visit


@pytest.fixture
def elsewhere():
    """Another cluster, whose transactions count from the beginning."""
    found = programs()
    assert found is not None
    cluster = Cluster(found)
    cluster.start()
    yield cluster
    cluster.close()


def test_a_dump_put_into_another_cluster_begins_a_new_epoch_and_goes_on_from_its_newest_position(
    postgresql, elsewhere
):
    where = postgresql.database()
    with opened(where) as store:
        raise_positions(store, by=1 << 31)
        with store.write() as writer:
            writer.insert_many("product", [{"id": f"p{n}"} for n in range(3)])
        head, epoch = store.head, store.epoch
    there = elsewhere.database()
    copy(postgresql, where, there)
    with opened(there) as store:
        assert store.epoch != epoch
        assert store.head == head
        with store.write() as writer:
            writer.update("product", "p0", {"title": "Bag"})
        api = LocalHub(store, "a")
        page = api.pull(store.epoch, head, 10)
        assert [record.id for record in page.records] == ["p0"]
        assert page.records[0].seq > head > 1 << 52
        assert page.digest is not None
        epoch = store.epoch
    with opened(there) as store:
        assert store.epoch == epoch


def test_devices_meet_a_hub_whose_positions_are_larger_than_a_double_can_count(postgresql, tmp_path):
    with opened(postgresql.database()) as store:
        raise_positions(store, by=1 << 38)
        shop = Shop(tmp_path)
        try:
            one, other = shop.device("one"), shop.device("other")
            with one.write() as writer:
                writer.insert("person", {"id": "ada", "name": "Ada"})
                writer.insert("visit", {"at": 1})
                writer.insert("tag", {"id": "vip", "label": "VIP"})
                asked = writer.insert("booking", {"what": "a fitting"})
            meet(store, one, other)
            with other.write() as writer:
                writer.update("person", "ada", {"email": "ada@x.it"})
                writer.remove("tag", "vip")
            with one.write() as writer:
                writer.update("person", "ada", {"loyal": True})
            with store.write() as writer:
                writer.update("booking", asked, {"answer": "granted", "why": "so"})
                writer.insert("product", {"id": "bag"})
            meet(store, one, other)
            for table in (person, visit, tag, booking, product):
                assert rows(one, table) == rows(other, table) == rows(store, table)
            assert rows(one, booking)[asked]["answer"] == "granted"
            assert rows(one, tag) == {}
            assert one.cursor().seq == store.head > 1 << 59
        finally:
            shop.close()


def meet(store: HubStore, *replicas) -> None:
    for _ in range(2):
        for replica in replicas:
            assert run_pass(replica, LocalHub(store, replica.clock.node), lambda _: None).healed == ()


def raise_positions(store: HubStore, by: int) -> None:
    """As if there had been so many transactions."""
    with store.engine.begin() as connection:
        connection.execute(schema.history.update().values(lift=schema.history.c.lift + by))
    assert by << PLACES > 1 << 52


def copy(cluster: Cluster, where: str, there: str) -> None:
    """As a person does who moves to another server."""
    found = programs()
    assert found is not None
    dump = subprocess.run([found / "pg_dump", where], capture_output=True, check=True)
    subprocess.run([found / "psql", "--quiet", there], input=dump.stdout, capture_output=True, check=True)
