"""What a device keeps of the keys that its hub tells it for its scope."""

import pytest

from sync.device.passes import meet
from sync.device.trusted import scope_keys
from sync.hub.greeting import Terms, welcome
from sync.hub.trust.devices import enrol
from sync.sqlite import immediate
from tests.sync.shop import NOON

FIRST, SECOND = "5a" * 32, "a5" * 32


@pytest.fixture
def tablet(shop):
    return shop.device("a")


def told(tablet, *said: tuple[str, str]) -> str:
    with tablet.transaction() as connection:
        for scope, key in said:
            scope_keys.told(connection, scope, key)
        return scope_keys.known(connection)


def test_it_keeps_those_of_before_the_newest_first_and_each_once(tablet):
    assert told(tablet, ("milano", FIRST), ("milano", FIRST)) == FIRST
    assert told(tablet, ("milano", SECOND)) == f"{SECOND} {FIRST}"
    assert told(tablet, ("milano", FIRST)) == f"{FIRST} {SECOND}"


def test_those_of_another_scope_go(tablet):
    assert told(tablet, ("milano", FIRST), ("roma", SECOND)) == SECOND


def test_a_hub_that_tells_none_leaves_it_with_what_it_has(shop, tablet):
    with immediate(shop.store.engine) as connection:
        till = enrol(connection, name="Till 1", scope="milano", now=NOON).device_id
    for key in (FIRST, "", SECOND):
        meet(tablet, welcome(shop.store, till, terms=Terms(scope_key=lambda _scope, key=key: key)))
    with tablet.read() as connection:
        assert scope_keys.known(connection) == f"{SECOND} {FIRST}"
