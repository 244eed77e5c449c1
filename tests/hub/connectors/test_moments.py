import pytest

from clienteling.hub.connectors import moments


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2016-05-18T04:36:04Z", 1_463_546_164_000),
        ("2016-05-18T04:36:04.254571515Z", 1_463_546_164_254),
        ("2016-05-18 04:36:04", 1_463_546_164_000),
        ("2016-05-18T06:36:04+02:00", 1_463_546_164_000),
        ("0001-01-01T00:00:00Z", 0),
        ("18/05/2016", 0),
        ("", 0),
        (None, 0),
        (7, 0),
    ],
)
def test_a_moment_in_words(told, at):
    assert moments.written(told) == at


@pytest.mark.parametrize(
    ("told", "at"),
    [
        (1_604_937_111, 1_604_937_111_000),
        (1_604_937_111_000, 1_604_937_111_000),
        ("1604937111", 1_604_937_111_000),
        (1_604_937_111.5, 1_604_937_111_500),
        (-1, 0),
        (True, 0),
        (float("inf"), 0),
        (None, 0),
    ],
)
def test_a_moment_in_seconds_or_milliseconds(told, at):
    assert moments.counted(told) == at


def test_nothing_happens_later_than_we_hear_of_it():
    assert moments.bounded(50, 40) == 40
    assert moments.bounded(30, 40) == 30
    assert moments.bounded(0, 40) == 40


def test_sources_are_asked_in_the_words_they_answer_in():
    assert moments.written(moments.iso(1_463_546_164_000)) == 1_463_546_164_000
