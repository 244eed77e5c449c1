"""What a device says with its hello, and what the hub makes of it."""

from functools import partial

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sync.device import state
from sync.device.passes import meet
from sync.device.state import Fact
from sync.errors import HubUnreachable
from sync.hub.greeting import Terms, welcome
from sync.hub.local import LocalHub
from sync.hub.trust.devices import Devices, device, enrol
from sync.hub.trust.sealing import scope_key
from sync.sqlite import immediate
from sync.wire import Greeting
from tests.sync.shop import NOON, Silent, go


@pytest.fixture
def till(shop) -> str:
    with immediate(shop.store.engine) as connection:
        return enrol(connection, name="Till 1", scope="milano", now=NOON).device_id


def seen(shop):
    (only,) = Devices(shop.store.engine).all()
    return only


def record(tablet, count):
    with tablet.write() as writer:
        for at in range(count):
            writer.insert("visit", {"at": at})


def test_the_hub_knows_what_each_device_still_owes(shop, till):
    tablet = shop.device("a")
    record(tablet, 3)
    with pytest.raises(HubUnreachable):
        go(tablet, Silent(shop.store, till))
    assert seen(shop).owes == 3


def test_what_has_come_since_the_hello_is_owed_no_more(shop, till):
    tablet = shop.device("a")
    record(tablet, 3)
    go(tablet, LocalHub(shop.store, till))
    assert seen(shop).owes == 0


def test_a_hub_restored_from_a_backup_counts_what_it_will_get_again(shop, till):
    welcome(shop.store, till, Greeting(owes=2))
    assert seen(shop).owes == 2
    welcome(shop.store, till, Greeting(owes=5, set_aside=1, knows="ab" * 32))
    assert (seen(shop).owes, seen(shop).set_aside, seen(shop).knows) == (5, 1, "ab" * 32)


def test_every_device_is_told_the_terms_and_its_own_scope(shop, till):
    terms = Terms(hub_name="Brera", next_hub_ids=("cd" * 32,), lease_ms=5)
    said = welcome(shop.store, till, terms=terms)
    assert (said.hub_name, said.next_hub_ids, said.lease_ms) == ("Brera", ["cd" * 32], 5)
    assert (said.scope, said.wipe, said.renew) == ("milano", False, False)


def test_a_hub_that_cannot_write_still_says_hello(shop, till):
    sa.event.listen(shop.store.engine, "checkout", lambda raw, *_: raw.execute("pragma query_only = on"))
    with pytest.raises(sa.exc.OperationalError), immediate(shop.store.engine) as connection:
        connection.execute(device.update().values(set_aside=1))
    assert welcome(shop.store, till, Greeting(owes=4)).scope == "milano"


def test_each_scope_has_a_key_that_devices_of_another_are_not_told(shop, till):
    with immediate(shop.store.engine) as connection:
        other = enrol(connection, name="Till 2", scope="torino", now=NOON).device_id
        of_none = enrol(connection, name="Desk", scope="", now=NOON).device_id
    terms = Terms(scope_key=partial(scope_key, X25519PrivateKey.generate()))
    told = [
        welcome(shop.store, one, terms=terms).scope_key for one in (till, till, other, of_none, "unknown")
    ]
    assert told[0] == told[1] != told[2] != ""
    assert told[3:] == ["", ""]
    tablet = shop.device("a")
    meet(tablet, welcome(shop.store, till, terms=terms))
    with tablet.read() as connection:
        assert state.get(connection, Fact.SCOPE_KEY) == told[0]
