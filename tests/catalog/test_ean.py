import pytest

from clienteling.catalog.ean import check_digit


@pytest.mark.parametrize(
    ("digits", "check"),
    [("400638133393", "1"), ("978020137962", "4"), ("200000000000", "8"), ("9638507", "4")],
)
def test_the_check_digit_follows_the_standard(digits, check):
    assert check_digit(digits) == check


@pytest.mark.parametrize("place", range(12))
def test_one_wrong_digit_is_noticed(place):
    code = "400638133393"
    wrong = str((int(code[place]) + 1) % 10)
    assert check_digit(code[:place] + wrong + code[place + 1 :]) != "1"
