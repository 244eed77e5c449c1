"""Scopes and erasures among all the rest: equal scopes hold the same, and the erased are nowhere."""

from hypothesis import HealthCheck, settings

from tests.sync.floors import Floors

TestFloors = Floors.TestCase
TestFloors.settings = settings(
    max_examples=12,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
