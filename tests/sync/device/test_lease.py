"""How long a device shows what it holds without its hub, whatever is done to its clock."""

import pytest

from sync.device.trusted import lease
from sync.device.trusted.lease import Lease, Standing
from tests.sync.shop import NOON

DAY = 24 * 3_600_000


class Machine:
    """Ticks of a machine that stays on."""

    def __init__(self) -> None:
        self.s = 0.0

    def __call__(self) -> float:
        return self.s


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def tablet(shop):
    tablet = shop.device("a")
    meet(tablet, NOON)
    return tablet


def meet(tablet, hub_now, lease_ms=30 * DAY):
    with tablet.transaction() as connection:
        lease.met(connection, lease_ms=lease_ms, hub_now=hub_now)


def test_it_is_open_until_the_last_moment(shop, tablet, machine):
    watch = Lease(tablet, machine)
    shop.walls["a"].ms = NOON + 30 * DAY - 1
    assert watch.standing() is Standing.OPEN
    shop.walls["a"].ms += 1
    assert watch.standing() is Standing.EXPIRED


def test_the_next_contact_unlocks(shop, tablet, machine):
    watch = Lease(tablet, machine)
    shop.walls["a"].ms = NOON + 40 * DAY
    assert watch.standing() is Standing.EXPIRED
    meet(tablet, NOON + 40 * DAY)
    watch.begin_again()
    assert watch.standing() is Standing.OPEN


def test_a_clock_set_back_does_not_unlock_also_after_a_restart(shop, tablet, machine):
    shop.walls["a"].ms = NOON + 31 * DAY
    assert Lease(tablet, machine).standing() is Standing.EXPIRED
    shop.walls["a"].ms = NOON - 400 * DAY
    assert Lease(tablet, machine).standing() is Standing.EXPIRED
    assert Lease(shop.device("a"), Machine()).standing() is Standing.EXPIRED


def test_a_clock_that_stands_still_does_not_stop_the_lease(tablet, machine):
    watch = Lease(tablet, machine)
    for _ in range(29):
        machine.s += DAY / 1000
        assert watch.standing() is Standing.OPEN
    machine.s += DAY / 1000
    assert watch.standing() is Standing.EXPIRED


def test_what_passed_is_not_counted_twice(shop, tablet, machine):
    watch = Lease(tablet, machine)
    for day in range(1, 30):
        machine.s += DAY / 1000
        shop.walls["a"].ms = NOON + day * DAY
        assert watch.standing() is Standing.OPEN


def test_days_that_passed_are_remembered_over_a_restart_with_the_clock_set_back(shop, tablet, machine):
    shop.walls["a"].ms = NOON + 20 * DAY
    assert Lease(tablet, machine).standing() is Standing.OPEN
    shop.walls["a"].ms = NOON
    later = Machine()
    watch = Lease(shop.device("a"), later)
    assert watch.standing() is Standing.OPEN
    later.s = 10 * DAY / 1000
    assert watch.standing() is Standing.EXPIRED


def test_a_clock_of_the_device_that_is_years_off_does_not_matter(shop, machine):
    tablet = shop.device("a")
    shop.walls["a"].ms = NOON - 3_000 * DAY
    with tablet.transaction() as connection:
        tablet.clock.correct(NOON)
        lease.met(connection, lease_ms=30 * DAY, hub_now=NOON)
    watch = Lease(tablet, machine)
    shop.walls["a"].ms += 29 * DAY
    assert watch.standing() is Standing.OPEN
    shop.walls["a"].ms += DAY
    assert watch.standing() is Standing.EXPIRED


def test_without_a_lease_it_is_open_for_ever(shop, machine):
    tablet = shop.device("a")
    watch = Lease(tablet, machine)
    assert watch.standing() is Standing.OPEN
    meet(tablet, NOON, lease_ms=0)
    shop.walls["a"].ms = NOON + 10_000 * DAY
    assert watch.standing() is Standing.OPEN


def test_a_lease_that_was_shortened_or_lifted_holds_from_the_next_contact(shop, tablet, machine):
    meet(tablet, NOON, lease_ms=DAY)
    shop.walls["a"].ms = NOON + DAY
    assert Lease(tablet, machine).standing() is Standing.EXPIRED
    meet(tablet, NOON + DAY, lease_ms=-5)
    assert Lease(tablet, machine).standing() is Standing.OPEN


def test_a_revoked_device_remembers_it_until_a_hub_takes_it_again(shop, tablet, machine):
    Lease(tablet, machine).revoke()
    assert Lease(shop.device("a"), machine).standing() is Standing.REVOKED
    meet(tablet, NOON)
    assert Lease(tablet, machine).standing() is Standing.OPEN


def test_the_machines_own_ticks_grow():
    first = lease.since_boot()
    assert lease.since_boot() >= first > 0
