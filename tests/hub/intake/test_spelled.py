import pytest

from clienteling.hub.intake.spelled import spelled_in


@pytest.mark.parametrize(
    "written",
    [
        b'"+393331234567"',
        b'"333 123 4567"',
        b'"0039 333.123.4567"',
        b'"(333) 123-4567"',
        b'"39 333/1234567"',
        b'"to":"ANNA@example.com"',
        b'"7001"',
    ],
)
def test_a_name_is_found_however_it_was_written(written):
    assert spelled_in(["+393331234567", "anna@example.com", "7001"]).search(written)


@pytest.mark.parametrize("written", [b'"3331234568"', b'"333123"', b'"ann.a@example.com"', b"", b'"+"'])
def test_others_are_left_alone(written):
    assert not spelled_in(["+393331234567", "anna@example.com", ""]).search(written)


def test_a_landline_is_found_with_and_without_its_country():
    hers = spelled_in(["+39021234567"])
    assert all(map(hers.search, (b"02 1234567", b"+39 02 123 4567", b"021234567")))


def test_nobody_is_found_where_nobody_is_looked_for():
    assert not spelled_in([]).search(b"anything")
