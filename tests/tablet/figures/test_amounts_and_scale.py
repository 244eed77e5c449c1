"""A target as it is written, and the steps beside a chart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clienteling.kpi.values import Kpi
from clienteling.tablet.figures.amounts import amount, fits, written
from clienteling.tablet.figures.scale import STEPS, ticks
from clienteling.wording import Wording


@pytest.mark.parametrize(
    ("text", "kpi", "meant"),
    [
        ("65", Kpi.IDENTIFIED, 65),
        ("62,5 %", Kpi.IDENTIFIED, 62.5),
        ("8.400", Kpi.SOLD, 840_000),
        ("8,400", Kpi.SOLD, 840_000),
        ("€ 1.250,50", Kpi.SOLD, 125_050),
        ("1,8", Kpi.PIECES, 1.8),
        ("0", Kpi.LOST, 0),
        ("a lot", Kpi.LOST, None),
        ("-3", Kpi.LOST, None),
        ("1.2.3", Kpi.PIECES, None),
        ("", Kpi.LOST, None),
    ],
)
def test_a_target_is_understood_as_people_write_it_here(text, kpi, meant):
    assert amount(text, kpi) == (None if meant is None else pytest.approx(meant))


def test_no_share_is_more_than_all():
    assert fits(100, Kpi.IDENTIFIED)
    assert not fits(101, Kpi.IDENTIFIED)
    assert fits(101, Kpi.VISITS)


@pytest.mark.parametrize("language", ["it", "en"])
@given(cents=st.integers(0, 10_000_000))
def test_what_stands_in_the_field_is_read_back_as_it_is(language, cents):
    assert amount(written(cents, Kpi.SOLD, Wording(language)), Kpi.SOLD) == pytest.approx(cents)


@given(highest=st.floats(0, 1e9), whole=st.booleans())
def test_the_steps_are_few_even_and_reach_the_highest(highest, whole):
    steps = ticks(highest, whole=whole)
    assert steps[0] == 0
    assert steps[-1] >= highest * (1 - 1e-6)
    assert 2 <= len(steps) <= STEPS + 2
    gaps = [after - before for before, after in pairwise(steps)]
    assert gaps == pytest.approx([gaps[0]] * len(gaps))
    assert not whole or all(step == int(step) for step in steps)
