"""Credentials are renewed while in use: whatever is lost, repeated or raced, the device is let in."""

import itertools

import pytest
import sqlalchemy as sa

from sync.hub.greeting import welcome
from sync.hub.trust.credentials import MOST_UNUSED, RENEW_AFTER_MS, credential
from sync.hub.trust.devices import Device, Devices, Stranger, enrol
from sync.sqlite import immediate
from sync.wire import Greeting
from tests.sync.shop import NOON


@pytest.fixture
def devices(shop) -> Devices:
    return Devices(shop.store.engine)


@pytest.fixture
def till(shop):
    with immediate(shop.store.engine) as connection:
        return enrol(connection, name="Till 1", scope="milano", now=NOON)


def opens(devices, text) -> bool:
    return isinstance(devices.authenticate(text, NOON), Device)


def test_the_old_credential_ends_when_the_new_one_is_first_used(devices, till):
    assert opens(devices, till.credential)
    renewed = devices.renew(till.device_id, NOON)
    assert opens(devices, till.credential)
    assert opens(devices, renewed)
    assert not opens(devices, till.credential)
    assert opens(devices, renewed)


def test_an_answer_that_got_lost_only_means_another_renewal(devices, till):
    assert opens(devices, till.credential)
    devices.renew(till.device_id, NOON)
    again = devices.renew(till.device_id, NOON)
    assert opens(devices, till.credential)
    assert opens(devices, again)
    assert not opens(devices, till.credential)


@pytest.mark.parametrize("order", list(itertools.permutations([0, 1, 2])))
def test_of_renewals_that_race_none_locks_the_device_out(devices, till, order):
    """Which of them the device keeps in the end is decided elsewhere."""
    assert opens(devices, till.credential)
    raced = [devices.renew(till.device_id, NOON) for _ in range(3)]
    assert all(opens(devices, raced[each]) for each in order)
    assert all(opens(devices, each) for each in raced)
    assert not opens(devices, till.credential)
    final = devices.renew(till.device_id, NOON)
    assert opens(devices, final)
    assert not any(opens(devices, each) for each in raced)


def test_whoever_asks_without_end_does_not_fill_the_disk(shop, devices, till):
    for _ in range(4 * MOST_UNUSED):
        newest = devices.renew(till.device_id, NOON)
    with shop.store.engine.connect() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(credential)) == MOST_UNUSED
    assert opens(devices, newest)


def test_a_device_is_told_when_its_credential_is_old(shop, devices, till):
    assert opens(devices, till.credential)
    assert not welcome(shop.store, till.device_id).renew
    shop.wall.ms += RENEW_AFTER_MS
    assert welcome(shop.store, till.device_id).renew
    renewed = devices.renew(till.device_id, shop.wall.ms)
    assert welcome(shop.store, till.device_id).renew
    assert opens(devices, renewed)
    assert not welcome(shop.store, till.device_id).renew


def test_renewal_gives_nobody_elses_door(devices, till, shop):
    with immediate(shop.store.engine) as connection:
        other = enrol(connection, name="Till 2", scope="milano", now=NOON)
    assert opens(devices, other.credential)
    assert opens(devices, devices.renew(till.device_id, NOON))
    assert opens(devices, other.credential)
    stolen = f"{till.device_id}.{other.credential.partition('.')[2]}"
    assert devices.authenticate(stolen, NOON) is Stranger.UNKNOWN


def test_a_device_to_be_wiped_is_told_until_it_confirms_and_then_forgotten(shop, devices, till):
    assert devices.ask_to_wipe(till.device_id, NOON)
    assert not devices.ask_to_wipe(till.device_id, NOON)
    assert not devices.trusts(till.device_id)
    assert welcome(shop.store, till.device_id).wipe
    assert opens(devices, till.credential)
    welcome(shop.store, till.device_id, Greeting(wiped=True))
    assert [each.wiped_at for each in devices.all()] == [NOON]
    assert not opens(devices, till.credential)
    assert not devices.withdraw_wipe(till.device_id)


def test_a_revoked_device_can_still_be_told_to_wipe(shop, devices, till):
    devices.revoke(till.device_id, NOON)
    assert devices.authenticate(till.credential, NOON) is Stranger.REVOKED
    assert devices.ask_to_wipe(till.device_id, NOON)
    assert welcome(shop.store, till.device_id).wipe
    assert devices.withdraw_wipe(till.device_id)
    assert devices.authenticate(till.credential, NOON) is Stranger.REVOKED


def test_nobody_is_wiped_who_was_not_asked(shop, devices, till):
    assert not welcome(shop.store, till.device_id, Greeting(wiped=True)).wipe
    assert [each.wiped_at for each in devices.all()] == [None]
    assert opens(devices, till.credential)
