"""A hub whose tablets hold their shop's customers: two shops, a fetch, a move, an erasure, live over TLS."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub import settings
from sync.device.states import Kind
from sync.device.trusted.pairing import pair
from sync.errors import Code, HubRefused
from tests.hub.serving.hub_process import HubProcess, hub_command, until
from tests.hub.serving.tablet import Tablet


@pytest.fixture
def shops(tmp_path) -> Iterator[HubProcess]:
    data = tmp_path / "shops"
    settings.load_or_create(data)
    file = data / settings.FILE
    text = file.read_text()
    assert 'hold = "everything"' in text
    file.write_text(text.replace('hold = "everything"', 'hold = "shop"'))
    process = HubProcess(data)
    process.start()
    with process.house.store.write() as writer:
        for name, shop in (("anna", "milano"), ("bea", "roma"), ("carla", "roma")):
            writer.insert("customer", {"id": name, "given_name": name.title(), "home_store_id": shop})
            writer.insert("note", {"customer_id": name, "body": f"about {name}", "at": 1})
    yield process
    process.close()


@pytest.fixture
def both(shops, tablet) -> tuple[Tablet, Tablet]:
    tablets = [tablet(shop, pair(shops.code(scope=shop), shop)) for shop in ("milano", "roma")]
    for each in tablets:
        each.becomes(Kind.LIVE)
    return tablets[0], tablets[1]


def held(tablet: Tablet) -> set[str]:
    with tablet.replica.read() as connection:
        return set(connection.execute(sa.select(customer.c.id)).scalars())


def test_each_tablet_holds_its_shop_and_hears_who_comes_and_goes(shops, both):
    milano, roma = both
    assert held(milano) == {"anna"}
    assert held(roma) == {"bea", "carla"}
    with shops.house.store.write() as writer:
        writer.update("customer", "bea", {"home_store_id": "milano"})
    until(lambda: held(milano) == {"anna", "bea"} and held(roma) == {"carla"})


def test_serving_somebody_there_lets_the_shop_hold_her(shops, both):
    milano, roma = both
    with shops.house.store.write() as writer:
        values = {"customer_id": "anna", "store_id": "roma", "at": shops.house.now()}
        writer.insert("interaction", values)
    until(lambda: held(roma) == {"anna", "bea", "carla"})
    assert held(milano) == {"anna"}


def test_a_customer_of_another_shop_is_fetched(both):
    milano, roma = both
    milano.engine.fetch("carla")
    until(lambda: held(milano) == {"anna", "carla"})
    assert held(roma) == {"bea", "carla"}
    with pytest.raises(HubRefused) as refusal:
        milano.engine.fetch("nobody")
    assert refusal.value.code is Code.NOT_FOUND


def test_who_is_erased_by_a_command_is_gone_from_the_tablets_that_are_here(shops, both):
    _, roma = both
    done = hub_command("erase", "bea", "--data", shops.data, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    until(lambda: held(roma) == {"carla"})
    until(lambda: "2 of 2 tablets" in hub_command("erasures", "--data", shops.data).stdout)
