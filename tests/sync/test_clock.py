import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.clock import (
    COUNTER_LIMIT,
    FUTURE_LIMIT_MS,
    Clock,
    Stamp,
    future,
    instant_of,
    is_stamp,
    next_stamp,
    node_of,
    observe,
    too_far_ahead,
)

NOON = 1_790_000_000_000
stamps = st.builds(
    Stamp,
    st.integers(0, 2**48 - 2),
    st.integers(0, COUNTER_LIMIT),
    st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=32),
)


@pytest.mark.parametrize(
    ("last", "wall", "expected"),
    [
        (Stamp(), NOON, Stamp(NOON, 0, "a")),
        (Stamp(NOON, 7, "b"), NOON + 1, Stamp(NOON + 1, 0, "a")),
        (Stamp(NOON, 7, "b"), NOON, Stamp(NOON, 8, "a")),
        (Stamp(NOON, 7, "b"), NOON - 3_600_000, Stamp(NOON, 8, "a")),
        (Stamp(NOON, COUNTER_LIMIT, "b"), NOON, Stamp(NOON + 1, 0, "a")),
    ],
)
def test_next_stamp_follows_the_wall_clock_and_never_goes_back(last, wall, expected):
    assert next_stamp(last, wall, "a") == expected


@given(stamps, st.integers(0, 2**48 - 2))
def test_next_stamp_lies_after_every_stamp_met(last, wall):
    assert str(next_stamp(last, wall, "a"))[:17] > str(last)[:17]


@given(stamps, stamps)
def test_text_sorts_as_the_stamps_do(one, other):
    assert (str(one) < str(other)) == (one < other)


@given(stamps)
def test_text_reads_back(stamp):
    assert Stamp.parse(str(stamp)) == stamp
    assert node_of(str(stamp)) == stamp.node


@given(stamps, stamps, stamps)
def test_observing_is_independent_of_order_and_repetition(a, b, c):
    assert observe(observe(a, b), c) == observe(observe(a, c), b)
    assert observe(a, a) == a


@pytest.mark.parametrize(
    "text",
    ["", "now", "01a0c4b2b800-0000-", "01A0C4B2B800-0000-a", "01a0c4b2b800-0000-a b", "1a0c4b2b800-0000-a"],
)
def test_what_is_no_stamp_is_refused(text):
    assert not is_stamp(text)
    with pytest.raises(ValueError, match="not a clock stamp"):
        Stamp.parse(text)


def test_a_stamp_says_when_it_was_given_and_the_empty_one_that_it_never_was():
    text = str(Stamp(NOON, 7, "a"))
    assert is_stamp(text)
    assert instant_of(text) == NOON
    assert instant_of("") == 0


def test_the_empty_stamp_has_no_node():
    assert node_of("") == ""


def test_a_stamp_up_to_a_minute_ahead_of_the_hub_is_accepted():
    assert not too_far_ahead(Stamp(NOON + FUTURE_LIMIT_MS), NOON)
    assert too_far_ahead(Stamp(NOON + FUTURE_LIMIT_MS + 1), NOON)


def test_the_last_stamp_that_is_accepted_lies_before_what_is_not():
    last, first = (str(Stamp(NOON + FUTURE_LIMIT_MS + after, 0, "a")) for after in (0, 1))
    assert last < future(NOON) <= first


@given(stamps)
def test_as_text_the_same_stamps_lie_too_far_ahead(stamp):
    assert (str(stamp) >= future(NOON)) == too_far_ahead(stamp, NOON)


def test_stamps_of_a_clock_rise_while_the_wall_stands_still():
    clock = Clock("a", lambda: NOON)
    given_out = [clock.stamp() for _ in range(COUNTER_LIMIT + 5)]
    assert given_out == sorted(set(given_out))
    assert clock.last.ms == NOON + 1


def test_a_clock_writes_after_what_it_has_met():
    clock = Clock("a", lambda: NOON)
    met = str(Stamp(NOON + 5_000, 3, "z"))
    clock.observe(met)
    assert clock.stamp() > met
    assert clock.now() == NOON + 5_000


def test_a_clock_that_is_slow_follows_the_hub():
    clock = Clock("a", lambda: NOON - 86_400_000)
    assert clock.correct(NOON) is False
    assert clock.now() == NOON
    assert clock.offset == 86_400_000


def test_a_clock_from_2031_comes_back_when_it_meets_the_hub():
    clock = Clock("a", lambda: NOON + 5 * 31_536_000_000)
    clock.stamp()
    assert clock.correct(NOON) is True
    assert clock.now() == NOON + FUTURE_LIMIT_MS
    assert Stamp.parse(clock.stamp()) == Stamp(NOON + FUTURE_LIMIT_MS, 1, "a")


def test_a_clock_continues_where_it_was_left():
    clock = Clock("a", lambda: NOON, last=Stamp(NOON + 10, 2, "a"), offset=5)
    assert Stamp.parse(clock.stamp()) == Stamp(NOON + 10, 3, "a")


def test_what_is_stamped_anew_lies_after_what_the_hub_has_taken_already():
    ahead = NOON + FUTURE_LIMIT_MS - 1
    clock = Clock("a", lambda: NOON)
    clock.observe(taken := str(Stamp(ahead, 0, "a")))
    clock.observe(str(Stamp(ahead + 2, 0, "a")))
    assert clock.correct(NOON) is True
    assert clock.stamp() > taken
