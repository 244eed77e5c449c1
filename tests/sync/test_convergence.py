"""Anything in any order, on the real parts: when all is quiet everybody holds the same, each write once."""

from hypothesis import HealthCheck, settings

from tests.sync.chain import Chain

TestChain = Chain.TestCase
TestChain.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
