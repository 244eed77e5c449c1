"""So much at once, so much a second from then on; each device for itself."""

import pytest

from sync.hub.trust.rates import Rate

NOON = 1_800_000_000_000


def test_a_burst_is_let_through_and_then_so_many_a_second():
    rate = Rate(burst=10, per_second=2)
    assert [rate.spend("a", NOON) for _ in range(11)] == [0] * 10 + [1]
    assert [rate.spend("a", NOON + 1_000) for _ in range(3)] == [0, 0, 1]
    assert rate.spend("b", NOON) == 0


def test_the_wait_is_as_long_as_it_takes():
    rate = Rate(burst=10, per_second=0.5)
    assert rate.spend("a", NOON, cost=10) == 0
    wait_s = rate.spend("a", NOON, cost=3)
    assert wait_s == 6
    assert rate.spend("a", NOON + wait_s * 1_000, cost=3) == 0


@pytest.mark.parametrize("later", [NOON - 10**12, NOON + 10**12])
def test_a_clock_that_jumps_neither_fills_without_end_nor_blocks(later):
    rate = Rate(burst=3, per_second=1)
    rate.spend("a", NOON, cost=3)
    taken = [rate.spend("a", later) == 0 for _ in range(10)]
    assert sum(taken) <= 3
    assert rate.spend("a", later + 1_000) == 0


def test_many_who_ask_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr("sync.hub.trust.rates.MOST_REMEMBERED", 2)
    rate = Rate(burst=1, per_second=0.001)
    assert [rate.spend(who, NOON) for who in "abc"] == [0, 0, 0]
    assert rate.spend("c", NOON) > 0
    assert rate.spend("a", NOON) == 0
