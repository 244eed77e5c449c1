"""What a shop is told of its tablets: the hub's own knowledge, on every tablet's page of the day."""

import pytest
import sqlalchemy as sa

from clienteling.hub.tablets import standing
from clienteling.review.queries import tablets
from sync.hub.trust.devices import Devices, device, enrol
from tests.hub.little_house import NOW, open_house


@pytest.fixture
def store(tmp_path):
    store = open_house(tmp_path)
    yield store
    store.engine.dispose()


@pytest.fixture
def devices(store):
    return Devices(store.engine)


def enrolled(store, name):
    with store.engine.begin() as connection:
        return enrol(connection, name=name, scope="brera", now=NOW).device_id


def change(store, device_id, **values):
    with store.engine.begin() as connection:
        connection.execute(device.update().where(device.c.id == device_id).values(values))


def told(store):
    with store.read() as connection:
        return {one.name: one for one in tablets(connection, "brera")}


def test_what_each_owes_and_when_it_was_seen_is_told_once(store, devices):
    one = enrolled(store, "Cassa")
    enrolled(store, "Camerini")
    change(store, one, owes_upto=4, last_seen_at=NOW, set_aside=1)
    assert standing.tell(store, devices) == 2
    assert (told(store)["Cassa"].owes, told(store)["Cassa"].set_aside, told(store)["Camerini"].owes) == (
        4,
        1,
        0,
    )
    assert standing.tell(store, devices) == 0


def test_every_minute_of_a_tablet_that_is_here_is_no_news(store, devices):
    one = enrolled(store, "Cassa")
    begun = NOW - NOW % standing.EXACT_MS
    change(store, one, last_seen_at=begun)
    standing.tell(store, devices)
    change(store, one, last_seen_at=begun + standing.EXACT_MS - 1)
    assert standing.tell(store, devices) == 0
    change(store, one, last_seen_at=begun + standing.EXACT_MS)
    assert standing.tell(store, devices) == 1


def test_nothing_is_expected_of_one_that_is_revoked(store, devices):
    one = enrolled(store, "Cassa")
    standing.tell(store, devices)
    devices.revoke(one, NOW)
    assert standing.tell(store, devices) == 1
    assert told(store) == {}
    with store.read() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(device)) == 1
