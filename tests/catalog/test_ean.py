import pytest

from clienteling.catalog.ean import check_digit, is_valid


@pytest.mark.parametrize(
    ("digits", "check"), [("400638133393", "1"), ("978020137962", "4"), ("200000000000", "8")]
)
def test_the_check_digit_follows_the_standard(digits, check):
    assert check_digit(digits) == check
    assert is_valid(digits + check)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "4006381333932",
        "400638133393",
        "40063813339310",
        "400638133393x",
        "٤006381333931",
        " 006381333931",
    ],
)
def test_what_no_label_carries_is_refused(code):
    assert not is_valid(code)


@pytest.mark.parametrize("place", range(13))
def test_one_wrong_digit_is_noticed(place):
    code = "4006381333931"
    wrong = str((int(code[place]) + 1) % 10)
    assert not is_valid(code[:place] + wrong + code[place + 1 :])
