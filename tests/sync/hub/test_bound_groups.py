"""Groups that turned out to be one: whoever holds one holds all, and they are erased together."""

import pytest
import sqlalchemy as sa

from sync.collection import Collection, Registry, Rule
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.local import LocalHub
from sync.hub.scopes.holding import Holding
from sync.hub.store import HubStore
from sync.wire import Confirmation

metadata = sa.MetaData()
person = sa.Table("person", metadata, sa.Column("id", sa.Text, primary_key=True), sa.Column("shop", sa.Text))
twin = sa.Table("twin", metadata, sa.Column("id", sa.Text, primary_key=True), sa.Column("of", sa.Text))


def bound(connection, groups):
    pairs = {row.id: row.of for row in connection.execute(sa.select(twin))}
    whole = [frozenset({i, of}) for i, of in pairs.items()]
    return {group: one for group in groups for one in whole if group in one}


REGISTRY = Registry(
    (Collection(person, Rule.FIELDS, group="id"), Collection(twin, Rule.REFERENCE, group="of")), bound
)


def _homes(connection, groups, _now):
    query = sa.select(person).where(person.c.id.in_(groups), person.c.shop.is_not(None))
    return {row.id: {row.shop: 0} for row in connection.execute(query)}


@pytest.fixture
def store(tmp_path):
    engine = open_hub(tmp_path / "hub.sqlite")
    metadata.create_all(engine)
    store = HubStore(engine, REGISTRY, holding=Holding("home", _homes), remembered=Remembered(tmp_path))
    with store.write() as writer:
        writer.insert("person", {"id": "ada", "shop": "milano"})
        writer.insert("person", {"id": "bea", "shop": "roma"})
    yield store
    engine.dispose()


def bind(store) -> None:
    with store.write() as writer:
        writer.insert("twin", {"id": "bea", "of": "ada"})
        writer.judge(["ada", "bea"])


def loose(store) -> None:
    with store.write() as writer:
        writer.remove("twin", "bea")
        writer.judge(["ada", "bea"])


def people(store, shop: str) -> set[str]:
    """Whom a new device of that shop is told of."""
    hub = LocalHub(store, f"of {shop}", shop)
    return {r.id for r in hub.pull("", 0, 100).records if r.collection == "person"}


def test_a_scope_that_holds_one_holds_all_until_they_are_two_again(store):
    assert people(store, "milano") == {"ada"}
    bind(store)
    assert people(store, "milano") == people(store, "roma") == {"ada", "bea"}
    loose(store)
    assert (people(store, "milano"), people(store, "roma")) == ({"ada"}, {"bea"})


def test_what_moves_one_moves_all(store):
    bind(store)
    with store.write() as writer:
        writer.update("person", "bea", {"shop": "torino"})
    assert people(store, "torino") == {"ada", "bea"}
    assert people(store, "roma") == set()


def test_a_visit_to_one_brings_all_and_stays_hers_alone(store):
    bind(store)
    assert store.fetch("napoli", "bea").seq
    assert people(store, "napoli") == {"ada", "bea"}
    loose(store)
    assert people(store, "napoli") == {"bea"}


def test_a_device_that_pulls_on_hears_who_came_and_went(store):
    hub = LocalHub(store, "d", "milano")
    page = hub.pull("", 0, 100)
    bind(store)
    then = hub.pull(page.epoch, page.next, 100)
    assert then.entered == ["bea"]
    assert {record.id for record in then.records} >= {"bea"}
    loose(store)
    assert hub.pull(page.epoch, then.next, 100).left == ["bea"]


@pytest.mark.parametrize("named", ["ada", "bea"])
def test_who_is_erased_by_one_name_is_erased_by_all(store, named):
    bind(store)
    device = LocalHub(store, "d", "milano")
    device.pull("", 0, 100)
    device.hello()
    assert store.erasing.erase(named) == 3
    assert people(store, "milano") == people(store, "roma") == set()
    assert sorted(device.hello().erase) == ["ada", "bea"]
    with store.read() as connection:
        assert not connection.execute(sa.select(twin)).all()
    (one,) = store.erasing.overview()
    assert (one.devices, one.confirmed) == (1, 0), "one person, one erasure"
    device.confirm(Confirmation(erased=["ada"]))
    assert store.erasing.overview()[0].confirmed == 0
    device.confirm(Confirmation(erased=["bea"]))
    assert store.erasing.overview()[0].confirmed == 1
