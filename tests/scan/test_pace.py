import pytest

from clienteling.scan.pace import Seen, keeps_pace
from clienteling.scan.values import CodeStale

GIULIA, ELENA = "giulia", "elena"


def seen(step: int, at_s: int, age_s: int = 300, her: str = GIULIA) -> Seen:
    return Seen(CodeStale(her, step, age_s), at_s * 1000)


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        (seen(100, 0), seen(101, 30), True),
        (seen(100, 0), seen(101, 3), True),
        (seen(100, 0, -600), seen(103, 92, -600), True),
        (seen(100, 0), seen(100, 30), False),
        (seen(100, 0), seen(99, 30), False),
        (seen(100, 0), seen(105, 10), False),
        (seen(100, 0), seen(101, 200), False),
        (seen(100, 0), seen(120, 600), False),
        (seen(100, 0, 3600), seen(101, 30, 3600), False),
        (seen(100, 0, her=ELENA), seen(101, 30), False),
        (None, seen(101, 30), False),
    ],
)
def test_a_wrong_clock_goes_on_and_a_picture_stands_still(before, now, kept):
    assert keeps_pace(before, now) is kept
