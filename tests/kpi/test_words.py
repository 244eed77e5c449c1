import pytest

from clienteling.kpi import words
from clienteling.kpi.definitions import DEFINITIONS
from clienteling.kpi.values import Kpi


def test_every_figure_is_defined_once_and_says_how_it_is_counted(english, italian):
    assert set(DEFINITIONS) == set(Kpi)
    for kpi in Kpi:
        assert words.name(kpi, italian) != words.name(kpi, english)
        assert words.formula(kpi, italian) != words.formula(kpi, english)


@pytest.mark.parametrize(
    ("kpi", "value", "expected"),
    [
        (Kpi.VISITS, 1250, ("1.250", "1,250")),
        (Kpi.IDENTIFIED, 62.5, ("63%", "63%")),
        (Kpi.SOLD, 125_050.0, ("€ 1.250,50", "€1,250.50")),
        (Kpi.PIECES, 1.75, ("1,8", "1.8")),
        (Kpi.PIECES, 2.0, ("2,0", "2.0")),
        (Kpi.IDENTIFIED, None, (words.NOTHING, words.NOTHING)),
    ],
)
def test_a_figure_is_said_as_people_write_it(kpi, value, expected, italian, english):
    said = tuple(words.said(kpi, value, wording) for wording in (italian, english))
    assert tuple(one.replace("\u00a0", " ") for one in said) == expected


def test_less_is_better_of_lost_sales_only():
    assert words.good(Kpi.LOST, 3, 4)
    assert words.good(Kpi.LOST, 5, 4) is False
    assert words.good(Kpi.VISITS, 5, 4)
    assert words.good(Kpi.VISITS, None, 4) is None
