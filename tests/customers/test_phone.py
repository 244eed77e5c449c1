import pytest

from clienteling.customers.phone import as_e164, as_written


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("333 123 4567", "+393331234567"),
        ("+39 333-1234567", "+393331234567"),
        ("0039 02 1234567", "+39021234567"),
        ("02 123 4567", "+39021234567"),
        ("+41 79 123 45 67", "+41791234567"),
        ("12", ""),
        ("domani", ""),
        ("", ""),
    ],
)
def test_a_number_is_kept_as_e164_with_the_zero_of_landlines(written, number):
    assert as_e164(written) == number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+393331234567", "333 123 4567"),
        ("+39021234567", "02 123 4567"),
        ("+41791234567", "+41 79 123 45 67"),
        ("interno 5", "interno 5"),
    ],
)
def test_a_number_is_shown_as_people_write_it(number, written):
    assert as_written(number) == written
