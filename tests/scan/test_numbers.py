import pytest

from clienteling.scan.numbers import check_digit_agrees, looks_like_card, spellings
from clienteling.scan.symbology import Symbology


@pytest.mark.parametrize("digits", ["4006381333931", "96385074", "036000291452", "10614141000415"])
def test_gs1_s_own_examples_agree_with_their_check_digit(digits):
    assert check_digit_agrees(digits)


@pytest.mark.parametrize("digits", ["4006381333932", "96385075", "123", ""])
def test_a_wrong_digit_or_length_does_not(digits):
    assert not check_digit_agrees(digits)


@pytest.mark.parametrize(
    ("digits", "symbology", "card"),
    [
        ("2900000012349", Symbology.EAN_13, True),
        ("0412345678903", Symbology.EAN_13, True),
        ("4006381333931", Symbology.EAN_13, False),
        ("4006381333931", Symbology.CODE_128, True),
        ("4006381333931", Symbology.UNKNOWN, False),
        ("1234567890", Symbology.CODE_128, True),
        ("1234567890", Symbology.UNKNOWN, True),
        ("1234567890", Symbology.EAN_13, False),
        ("1234567", Symbology.CODE_128, False),
    ],
)
def test_cards_are_told_from_products(digits, symbology, card):
    assert looks_like_card(digits, symbology) is card


def test_a_number_is_found_however_many_zeros_lead_it():
    assert set(spellings("0036000291452")) == {
        "0036000291452",
        "36000291452",
        "036000291452",
        "00036000291452",
    }


def test_nothing_but_zeros_never_means_an_empty_card_number():
    assert "" not in spellings("0000")
