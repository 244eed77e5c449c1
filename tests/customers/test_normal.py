import pytest

from clienteling.customers import normal


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


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("An.Na+scarpe@GoogleMail.com", "anna@gmail.com"),
        ("anna.conti+web@example.it", "anna.conti@example.it"),
        ("+@example.it", "+@example.it"),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_two_spellings_of_one_mailbox_are_compared_as_one(written, expected):
    assert normal.mailbox(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3931234567", "+393931234567"),
        ("393331234567", "+393331234567"),
        ("39 02 1234 5678", "+390212345678"),
        ("+41 79 123 45 67", "+41791234567"),
    ],
)
def test_a_bare_number_is_italian(written, expected):
    assert normal.phone(written) == expected


def test_a_landline_keeps_its_leading_zero():
    assert normal.phone("02 1234 5678") == "+390212345678"


@pytest.mark.parametrize("written", ["", "112", "anonymous", "<unknown>", "12", "1" * 40])
def test_what_cannot_be_a_number_is_none(written):
    assert normal.phone(written) == ""
