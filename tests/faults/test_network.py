"""Real processes and real packets: whatever the network does, when it is over everybody holds the same."""

import signal

import pytest

from tests.faults.shop_floor import ShopFloor
from tests.hub.serving.hub_process import until

pytestmark = pytest.mark.slow


def written(floor: ShopFloor, more: int) -> None:
    """Waits until so many visits more were saved: the fault lasts as long as that takes."""
    enough = len(floor.saved()) + more
    until(lambda: len(floor.saved()) >= enough)


@pytest.mark.parametrize(
    "direction",
    [
        {"to_hub": True, "to_tablet": True},
        {"to_hub": True, "to_tablet": False},
        {"to_hub": False, "to_tablet": True},
    ],
    ids=["both ways", "towards the hub", "towards the tablet"],
)
def test_a_cable_that_carries_nothing_any_more(floor, direction):
    cut, _ = floor.lan.cables
    with floor.busy():
        written(floor, 10)
        cut.pull(**direction)
        written(floor, 100)
        assert floor.tablets[0].told()["pending"] > 0
        cut.plug()
        written(floor, 10)
    floor.agrees()


def test_a_network_that_comes_and_goes(floor):
    with floor.busy():
        for _ in range(8):
            for cable in floor.lan.cables:
                cable.pull()
            written(floor, 12)
            floor.lan.plug_everything()
            written(floor, 12)
    floor.agrees()


def test_three_of_ten_packets_are_lost(floor):
    for cable in floor.lan.cables:
        cable.weather.loss = 0.3
    with floor.busy():
        written(floor, 60)
    floor.agrees(90)


def test_packets_are_under_way_for_300_milliseconds(floor):
    for cable in floor.lan.cables:
        cable.weather.delay_s = 0.15
    with floor.busy():
        written(floor, 60)
    floor.agrees(60)


def test_the_hub_gets_another_address(floor):
    cable, other = floor.lan.cables
    with floor.busy():
        for each in (cable, other):
            each.move_hub()
        written(floor, 40)
    floor.agrees()
    for each in (cable, other):
        each.move_hub()


def test_a_hub_that_went_without_a_word(floor):
    """Killed while nobody could hear it: the tablets' connections are half open afterwards."""
    with floor.busy():
        written(floor, 10)
        for cable in floor.lan.cables:
            cable.pull()
        floor.hub.kill()
        floor.hub.start()
        floor.lan.plug_everything()
        written(floor, 10)
    floor.agrees()


def test_the_hub_is_killed_again_and_again(floor):
    with floor.busy():
        for _ in range(4):
            written(floor, 15)
            floor.hub.kill()
            floor.hub.start()
    floor.agrees()


def test_a_tablet_is_killed_again_and_again(floor):
    tablet = floor.tablets[0]
    for more in (5, 20, 40, 60):
        tablet.keep_writing()
        written(floor, more)
        tablet.kill()
        tablet.start()
    floor.agrees()


def test_a_hub_and_a_tablet_that_stand_still_for_longer_than_anybody_waits(floor):
    assert floor.hub.process is not None
    with floor.busy():
        written(floor, 10)
        floor.hub.process.send_signal(signal.SIGSTOP)
        until(lambda: all(tablet.told()["state"] == "offline" for tablet in floor.tablets))
        floor.hub.process.send_signal(signal.SIGCONT)
        floor.tablets[0].signal(signal.SIGSTOP)
        written(floor, 60)
        floor.tablets[0].signal(signal.SIGCONT)
    floor.agrees()
