import pytest

from sync.device.nap import STOPPED_S, Nap


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("wall_s", "steady_s", "slept"),
    [
        (5.0, 5.0, False),
        (5.0 + STOPPED_S, 5.0, False),
        (6.0 + STOPPED_S, 5.0, True),
        (3_600.0, 5.0, True),
        (3_600.0, 3_600.0, True),
        (-86_400.0, 5.0, False),
    ],
    ids=["as long as it waited", "a busy machine", "just longer", "stands still asleep", "both", "set back"],
)
def test_a_wait_that_took_much_longer_means_that_the_machine_slept(wall_s, steady_s, slept):
    wall, steady = Clock(), Clock()
    nap = Nap(wall, steady)
    wall.now += wall_s
    steady.now += steady_s
    assert nap.longer_than(5.0) is slept


def test_by_the_machines_own_clocks_nothing_has_passed():
    assert not Nap().longer_than(0.0)
