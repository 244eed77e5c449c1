from hypothesis import given
from hypothesis import strategies as st

from sync.device.link.backoff import CALM_CAP_S, FIRST_S, QUICK_CAP_S, QUICK_FOR_S, delay_s


def test_the_first_tries_follow_quickly_and_grow():
    delays = [delay_s(failures, 0, 0, pending=False) for failures in range(1, 6)]
    assert delays == [FIRST_S, 2 * FIRST_S, 4 * FIRST_S, QUICK_CAP_S, QUICK_CAP_S]


def test_a_hub_that_is_away_for_long_is_tried_calmly_unless_something_waits_for_it():
    assert delay_s(1_000_000, QUICK_FOR_S, 0, pending=False) == CALM_CAP_S
    assert delay_s(1_000_000, QUICK_FOR_S, 0, pending=True) == QUICK_CAP_S


@given(st.integers(1, 10_000), st.floats(0, 1e9), st.floats(0, 1), st.booleans())
def test_no_wait_is_longer_than_its_cap_nor_without_pause(failures, away_s, chance, pending):
    assert FIRST_S / 2 < delay_s(failures, away_s, chance, pending=pending) <= CALM_CAP_S
