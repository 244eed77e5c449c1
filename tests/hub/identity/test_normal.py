import pytest

from clienteling.hub.identity import normal


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" Giulia.Ferraris@Example.IT ", "giulia.ferraris@example.it"),
        ("anna+scarpe@googlemail.com", "anna+scarpe@googlemail.com"),
        ("nobody", ""),
        ("a@b", ""),
        ("two words@example.it", ""),
        ("", ""),
    ],
)
def test_an_address_has_one_spelling(written, expected):
    assert normal.email(written) == expected


@pytest.mark.parametrize(
    "written", ["333 123 4567", "+39 333 123 4567", "0039 3331234567", "333-1234567", "(+39) 333.1234567"]
)
def test_a_mobile_number_has_one_spelling(written):
    assert normal.phone(written) == "+393331234567"


def test_a_landline_keeps_its_leading_zero():
    assert normal.phone("02 1234 5678") == "+390212345678"


@pytest.mark.parametrize("written", ["", "112", "anonymous", "<unknown>", "12", "1" * 40])
def test_what_cannot_be_a_number_is_none(written):
    assert normal.phone(written) == ""
